"""The page of one event: shown by its address, and again with what is wrong when a decision could not be taken."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from fastapi import HTTPException, Request, Response

from sijill.desk.corrections import pasts
from sijill.desk.shell import Desk
from sijill.desk.situation.disputes import camps
from sijill.desk.views import decided_by, decisions, drafts_beside, event_rows, near, voices
from sijill.records import Event, Report
from sijill.store import Store, Wanted

AUTHOR_COOKIE = "sijill_author"


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the decision form: given before, or from last time."""

    author: str
    reason: str = ""
    other: str = ""
    claims: tuple[str, ...] = ()


def author_of(request: Request) -> str:
    """The name that this browser last decided under."""
    return unquote(request.cookies.get(AUTHOR_COOKIE, ""))


def fingerprint(event: Event) -> str:
    """Changes whenever an event's claims or status do: a form that was opened before that is refused, not applied to something else."""
    seen = "\x1f".join((event.id, event.status, *sorted(ref.claim for ref in event.claims)))
    return hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def find_event(store: Store, event_id: str) -> Event:
    """The event of that id. HTTP 404 if there is none (it may have been joined to another since)."""
    found = store.event(event_id)
    if found is None:
        raise HTTPException(404, f"no event {event_id[:60]!r}; it may have been joined to another since")
    return found


def reports_of(store: Store, event: Event) -> Mapping[str, Report]:
    """The reports that an event's claims stand in, by id."""
    found = (store.report(report) for report in dict.fromkeys(ref.report for ref in event.claims))
    return {report.id: report for report in found if report}


def event_page(request: Request, desk: Desk, store: Store, event: Event, form: Form, problem: str = "") -> Response:
    """The page; HTTP status 422 where there is a problem to tell."""
    events, judgements = store.events(), store.judgements()
    reports = reports_of(store, event)
    told = store.told(Wanted(reports=tuple(reports)))
    past = {claim: one for report in reports for claim, one in pasts(store.corrections(report)).items()}
    (row,) = event_rows([event], store.origins())
    values = {
        "event": event, "origins": row.origins, "reports": row.reports, "voices": voices(event, told, reports, past),
        "decided": decided_by(event, judgements), "decisions": decisions(judgements, (ref.claim for ref in event.claims)),
        "disputes": [(d, camps(d.positions)) for d in event.disputes], "others": near(event, events), "drafts": drafts_beside(event, events), "seen": fingerprint(event), "form": form, "problem": problem,
    }  # fmt: skip
    return desk.page(request, "event.html", values, 422 if problem else 200)
