"""What every route needs: the store, the templates, and the words that templates say values in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sijill import __version__
from sijill.desk.lookup import Lookup
from sijill.desk.marks import MARK_WORDS
from sijill.export.words import code_words, count_words, names, number, persons_words, range_words, toll_line, toll_words, when_words
from sijill.records import ClaimantFigure, Event
from sijill.records.contract import to_json
from sijill.situation.displacement import EventDisplacement, Figure
from sijill.situation.harm import CivilianToll, Thing
from sijill.store import Store, open_store

WEB = Path(__file__).parent / "web"
THING_WORDS: dict[Thing, str] = {
    "health": "health care", "school": "schools", "market": "markets", "camp": "camps", "worship": "places of worship", "water": "water", "power": "power",
}  # fmt: skip
_PRECISION = {1: "the place itself", 2: "near it", 3: "in the district", 4: "in the province", 5: "in a larger area", 6: "in the country", 7: "at sea or in the air"}


def report_url(report: str) -> str:
    """The page of a report, whatever signs its id has."""
    return f"/reports/{quote(report, safe='')}"


def event_url(event: str) -> str:
    """The page of an event."""
    return f"/events/{quote(event, safe='')}"


def figure_words(figure: ClaimantFigure) -> str:
    """One claimant's figure; vague and unstated ones say that they have no number."""
    return range_words(figure.low, figure.best, figure.high) or {"vague": "no number, vague"}.get(figure.quantifier, "number not given")


def persons(counted: EventDisplacement | Figure) -> str:
    """Low, best and high of a displacement, with the kinds of nothing apart."""
    return persons_words(counted.state, counted.low, counted.best, counted.high, isinstance(counted, EventDisplacement) and bool(counted.figures))


def civilian_words(toll: CivilianToll) -> str:
    """Civilians killed or injured, with the kinds of nothing apart."""
    return {"zero": "none (0)", "unstated": "said, number not given", "unknown": "not said"}.get(toll.state) or range_words(toll.low, toll.best, toll.high)


def moment(at: datetime) -> str:
    """A moment in UTC, to the minute."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


def event_label(event: Event) -> str:
    """An event in one line of a menu."""
    parts = (when_words(event.when) or "no day", code_words(event.type), names(event.places[:2]) or "no place said", names(event.by[:1]), _reports(event), *(toll_line(t) for t in event.toll[:1] if t.state == "number"))
    return " · ".join(part for part in parts if part)[:140]


def _reports(event: Event) -> str:
    count = len({ref.report for ref in event.claims})
    return f"{count} report{'' if count == 1 else 's'}"


def as_json(record: object) -> Response:
    """A record as a JSON response."""
    return Response(to_json(record), media_type="application/json")


def as_csv(name: str, lines: Iterable[str]) -> Response:
    """CSV lines as a download, with the mark that makes spreadsheets read it as UTF-8."""
    disposition = f'attachment; filename="{name}.csv"'
    return Response("\ufeff" + "".join(lines), media_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _templates() -> Environment:
    env = Environment(loader=FileSystemLoader(WEB / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters |= {
        "code_words": code_words, "count_words": count_words, "toll_words": toll_words, "when_words": when_words, "number": number,
        "figure_words": figure_words, "event_label": event_label, "moment": moment, "persons": persons, "civilian_words": civilian_words, "precision_words": _PRECISION.__getitem__,
    }  # fmt: skip
    env.globals |= {"report_url": report_url, "event_url": event_url, "mark_words": MARK_WORDS, "thing_words": THING_WORDS, "version": __version__}
    return env


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk on one store. Each request opens the store for itself, so that requests share nothing."""

    store_url: str
    templates: Environment
    lookup: Lookup

    def store(self) -> Store:
        """The store, to be used in a `with`. StoreError if there is none yet."""
        return open_store(self.store_url, must_exist=True)

    def page(self, request: Request, name: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
        """A template as a page. Everything in `values` is escaped."""
        return HTMLResponse(self.templates.get_template(name).render(request=request, **values), status)


def new_desk(store_url: str, places: Path | None = None) -> Desk:
    """A desk on the store at that URL or path, which is not opened yet. `places`: the folder of the user's own place files."""
    return Desk(store_url, _templates(), Lookup(places))


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    found = request.app.state.desk
    if not isinstance(found, Desk):
        raise TypeError("this application is no desk; make it with create_app")
    return found


DeskOf = Annotated[Desk, Depends(desk_of)]
