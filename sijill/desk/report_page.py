"""The page of one report: its text beside its claims, and the form in which one of them is corrected, again with what is wrong where it could not be."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import HTTPException, Request, Response

from sijill.desk.correction_form import MENUS, CorrectionForm, form_of
from sijill.desk.corrections import pasts, stands_for
from sijill.desk.event_page import Form, author_of
from sijill.desk.marks import paragraphs
from sijill.desk.shell import Desk
from sijill.desk.views import card, event_of_claim
from sijill.records import Claim, Reading, Report
from sijill.store import Store


@dataclass(frozen=True, slots=True)
class Read:
    """/reports/ID.json: a report, and what was read from it."""

    report: Report
    reading: Reading


@dataclass(frozen=True, slots=True)
class Correcting:
    """The form of one claim, and who signs it with what reason."""

    form: CorrectionForm
    signed: Form


def find_report(store: Store, report_id: str) -> Read | None:
    """A report and its reading; a report that was not read has an empty one."""
    report = store.report(report_id)
    return Read(report, store.reading(report_id) or Reading(report_id, (), ())) if report else None


def known_report(store: Store, report_id: str) -> Read:
    """The same. HTTP 404 if there is none."""
    found = find_report(store, report_id)
    if found is None:
        raise HTTPException(404, f"no report {report_id[:60]!r}")
    return found


def claim_in(read: Read, claim_id: str) -> Claim | None:
    """The claim of that id that stands in the reading."""
    return next((c for c in read.reading.claims if c.id == claim_id), None)


def open_form(request: Request, store: Store, report_id: str) -> Correcting | None:
    """The form that `?correct=` asks for: of the claim that stands in its place, if it was corrected. None where none is asked for."""
    asked = request.query_params.get("correct")
    read = find_report(store, report_id) if asked else None
    claim = claim_in(read, stands_for(store.corrections(report_id), asked)) if read and asked else None
    return Correcting(form_of(claim), Form(author_of(request))) if claim else None


def report_page(request: Request, desk: Desk, store: Store, read: Read, correcting: Correcting | None) -> Response:
    """The page; HTTP status 422 where there is a problem to tell, 404 where the claim that is asked for does not stand in the report."""
    made = store.corrections(read.report.id)
    past, holders = pasts(made), event_of_claim(store.events())
    asked = request.query_params.get("claim") or request.query_params.get("correct")
    chosen = correcting.form.claim.id if correcting else stands_for(made, asked) if asked else None
    missing = asked if chosen and claim_in(read, chosen) is None else None
    values = {
        "report": read.report, "lines": paragraphs(read.report.text, read.reading.claims), "skips": read.reading.skips,
        "cards": [card(c, read.report, holders.get(c.id), past.get(c.id)) for c in read.reading.claims],
        "chosen": chosen, "missing": missing, "correcting": correcting, "menus": MENUS,
        "form": Form(author_of(request)),
    }  # fmt: skip
    return desk.page(request, "report.html", values, 404 if missing else 422 if correcting and correcting.form.problem else 200)
