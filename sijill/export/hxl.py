"""Events as a table with HXL tags under the header (HXL 1.1), for humanitarian data tools: one row an event, figures by measure.

HXL cells hold one value: of an event's places the first located one, of its figures low, best and high; disputes and voices stay behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sijill.export.cells import Cell, csv_lines
from sijill.export.countries import Country, countries
from sijill.export.csv_files import first_located, inclusive
from sijill.export.deaths import by_claim
from sijill.export.losses import Exported, Loss, lost
from sijill.export.release import released
from sijill.export.words import names
from sijill.records import Event, Measure, Told, Toll, Unit

_FIGURES: tuple[tuple[Measure, Unit, str], ...] = (
    ("killed", "person", "#affected+killed"), ("injured", "person", "#affected+injured"), ("missing", "person", "#affected+missing"),
    ("captured", "person", "#affected+abducted"), ("displaced", "person", "#affected+ind+displaced"), ("displaced", "household", "#affected+hh+displaced"),
)  # fmt: skip
_HEAD = (
    ("event", "#event+id"), ("review status", "#status"), ("type", "#event+type"), ("first day", "#date+start"), ("last day", "#date+end"),
    ("reported on", "#date+reported"), ("by", "#group+name+first"), ("to", "#group+name+second"), ("country", "#country+name"),
    ("country code", "#country+code+v_iso3"), ("admin 1", "#adm1+name"), ("admin 2", "#adm2+name"), ("place", "#loc+name"), ("place code", "#loc+code"),
    ("lat", "#geo+lat"), ("lon", "#geo+lon"), ("place precision", "#geo+precision"),
)  # fmt: skip
_TAIL = (("sources", "#meta+source"), ("independent sources", "#meta+source+num"), ("why", "#description"))


def _columns() -> tuple[tuple[str, str], ...]:
    figures = tuple(
        (f"{measure}{' households' if unit == 'household' else ''}{words}", tag + mark)
        for measure, unit, tag in _FIGURES
        for words, mark in ((" low", "+min"), ("", ""), (" high", "+max"))
    )
    return (*_HEAD, *figures, *_TAIL)


def events_as_hxl(events: Iterable[Event], told: Iterable[Told], released_only: bool = True) -> Exported:
    """`told` gives sources. The row under the header holds the tags; numbers are empty, never 0, where nobody gave one."""
    claims, known = by_claim(told), countries()
    leaving = released(events, released_only)
    columns = _columns()
    rows = [_row(event, claims, known) for event in leaving]
    header, *body = csv_lines([name for name, _ in columns], rows)
    tags = ",".join(tag for _, tag in columns) + "\r\n"
    return Exported((header, tags, *body), tuple(loss for event in leaving for loss in _losses(event)))


def _row(event: Event, claims: Mapping[str, Told], known: Mapping[str, Country]) -> tuple[Cell, ...]:
    place = first_located(event.places)
    land, adm1, adm2 = ((place.admin if place else ()) + ("",) * 3)[:3]
    country = known.get(land)
    tellings = [claims[ref.claim] for ref in event.claims if ref.claim in claims]
    where = (place.name, place.id, place.lat, place.lon, place.precision) if place else (names(event.places), None, None, None, None)
    return (
        event.id, event.status, event.type, *inclusive(event.when), min((t.published for t in tellings if t.published), default=None),
        names(event.by), names(event.to), land, country.iso3 if country else None, adm1, adm2, *where,
        *(cell for measure, unit, _ in _FIGURES for cell in _figure(event, measure, unit)),
        "; ".join(sorted({t.outlet or t.report for t in tellings})), len({t.origin for t in tellings}), event.why,
    )  # fmt: skip


def _of(event: Event, measure: Measure, unit: Unit) -> list[Toll]:
    return [t for t in event.toll if t.measure == measure and t.unit == unit and t.state in ("number", "zero")]


def _figure(event: Event, measure: Measure, unit: Unit) -> tuple[Cell, Cell, Cell]:
    """Low, best, high of the measure's most inclusive toll; parts (civilians, one side) are not added up, since they may overlap."""
    found = max(_of(event, measure, unit), key=lambda t: max(n for n in (t.low, t.best, t.high, 0) if n is not None), default=None)
    return (found.low, found.best, found.high) if found else (None, None, None)


def _losses(event: Event) -> list[Loss]:
    said = [t for t in event.toll if t.state != "unknown"]
    held = {(measure, unit) for measure, unit, _ in _FIGURES}
    return lost(event.id, [
        (any((t.measure, t.unit) not in held for t in said), "figures of other measures or units"),
        (any(t.state == "unstated" for t in said), "figures said without a number: left empty"),
        (any(len(_of(event, m, u)) > 1 for m, u in held), "figures by group: the most inclusive is kept"),
        (any(len(t.by_claimant) > 1 for t in said), "who gave which figure"),
        (bool(event.disputes), "disputes"),
        (len(event.places) > 1, "further places: one is kept"),
    ])  # fmt: skip
