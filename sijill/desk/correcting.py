"""Where people correct a claim: the form becomes one appended Correction in the place of the claim, then the events are made again."""

from __future__ import annotations

from typing import Annotated

import fastapi
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sijill.desk.correction_form import corrected_claim, form_again
from sijill.desk.correction_values import Source, Typed
from sijill.desk.event_page import Form
from sijill.desk.report_page import Correcting, claim_in, known_report, report_page
from sijill.desk.review import PostedUndo, remember
from sijill.desk.shell import DeskOf, report_url
from sijill.pipeline import update_events
from sijill.store import Correction, Store, to_take_back

router = APIRouter()


async def typed_in(request: Request) -> Typed:
    """The fields of a form as they were sent; files, which no form here sends, are left out."""
    sent = await request.form()
    return {key: value for key, value in sent.items() if isinstance(value, str)}


def record(store: Store, correction: Correction) -> None:
    """Appends the correction and makes the events again."""
    store.correct(correction)
    update_events(store)


def _to_claim(report: str, claim: str, author: str) -> Response:
    return remember(RedirectResponse(f"{report_url(report)}?claim={claim}#claim-{claim}", 303), author)


@router.post("/reports/{report_id:path}")
def correct(request: Request, desk: DeskOf, report_id: str, typed: Annotated[Typed, fastapi.Depends(typed_in)]) -> Response:
    """Corrects one claim of a report, or looks the typed places up. 409 if the claim was corrected meanwhile, 422 if something is wrong or missing."""
    author, reason = typed.get("author", ""), typed.get("reason", "")
    with desk.store() as store:
        read = known_report(store, report_id)
        claim = claim_in(read, typed.get("claim", ""))
        if claim is None:
            raise HTTPException(409, "this claim was corrected or read again since you opened it, so nothing was changed; look at it again")

        def again(problem: str = "") -> Response:
            return report_page(request, desk, store, read, Correcting(form_again(claim, typed, desk.lookup, problem), Form(author, reason)))

        if typed.get("act") == "find":
            return again()
        try:
            made = corrected_claim(Source(read.report, claim), typed, desk.lookup, author, reason)
            correction = Correction.new(report_id, made, claim.id, author, reason)
        except ValueError as wrong:
            return again(str(wrong))
        record(store, correction)
        return _to_claim(report_id, correction.claim.id, author)


@router.post("/corrections/{correction_id}/undo")
def undo(desk: DeskOf, correction_id: str, posted: Annotated[PostedUndo, fastapi.Form()]) -> Response:
    """Takes a correction back by a further one with the values from before it. 404 if there is none, 409 if it is not the latest, 422 without author or reason."""
    with desk.store() as store:
        try:
            found = to_take_back(store.corrections(), correction_id)
        except KeyError:
            raise HTTPException(404, f"no correction {correction_id[:60]!r}") from None
        except ValueError as wrong:
            raise HTTPException(409, str(wrong)) from None
        try:
            correction = found.taking_back(posted.author, posted.reason)
        except ValueError as wrong:
            raise HTTPException(422, str(wrong)) from None
        record(store, correction)
        return _to_claim(found.correction.report, correction.claim.id, posted.author)
