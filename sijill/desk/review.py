"""Where people decide: each form becomes one appended Judgement, then the events are made again from claims and judgements."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, cast
from urllib.parse import quote
from uuid import uuid4

import fastapi
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from sijill.desk.event_page import AUTHOR_COOKIE, Form, event_page, find_event, fingerprint
from sijill.desk.shell import DeskOf, event_url
from sijill.desk.views import decisions
from sijill.pipeline import update_events
from sijill.records import Event, Judgement, JudgementKind
from sijill.store import Store

router = APIRouter()
YEAR_S = 365 * 24 * 3600


class Posted(BaseModel):
    """The decision form of an event as it was sent."""

    kind: str = ""
    author: str = ""
    reason: str = ""
    seen: str = ""
    other: str = ""
    claim: list[str] = []


class PostedUndo(BaseModel):
    """The form that takes a judgement back."""

    author: str = ""
    reason: str = ""


def new_judgement(kind: JudgementKind, subjects: tuple[str, ...], author: str, reason: str) -> Judgement:
    """A judgement made now, under a fresh id. ValueError says what is missing."""
    return Judgement(f"j{uuid4().hex[:15]}", kind, subjects, author.strip(), datetime.now(UTC), reason.strip())


def subjects_of(posted: Posted, event: Event, store: Store) -> tuple[str, ...]:
    """The claims that the decision is about. ValueError says what was not chosen."""
    own = tuple(ref.claim for ref in event.claims)
    if posted.kind == "split":
        apart = tuple(claim for claim in own if claim in posted.claim)
        if not apart or len(apart) == len(own):
            raise ValueError("to split, tick the claims to set apart, and leave at least one")
        return apart
    if posted.kind == "merge":
        other = store.event(posted.other)
        if other is None or other.id == event.id:
            raise ValueError("to merge, choose the event that is the same happening")
        return own + tuple(ref.claim for ref in other.claims)
    if posted.kind in ("confirm", "reject"):
        return own
    raise ValueError(f"a decision is to confirm, reject, split or merge, not {posted.kind[:20]!r}")


def record(store: Store, judgement: Judgement) -> None:
    """Appends the judgement and makes the events again."""
    store.judge(judgement)
    update_events(store)


def _to_event(store: Store, subject: str, author: str) -> Response:
    """On to the event that now holds the claim."""
    held = store.events_holding((subject,))
    return remember(RedirectResponse(event_url(held[0].id) if held else "/judgements", 303), author)


def remember(response: Response, author: str) -> Response:
    """The response with the author's name for the next form."""
    response.set_cookie(AUTHOR_COOKIE, quote(author.strip()), max_age=YEAR_S, httponly=True, samesite="strict")
    return response


@router.post("/events/{event_id:path}")
def decide(request: Request, desk: DeskOf, event_id: str, posted: Annotated[Posted, fastapi.Form()]) -> Response:
    """Confirm, reject, split or merge. 409 if the event changed since the form was opened, 422 if something is missing."""
    with desk.store() as store:
        event = find_event(store, event_id)
        if posted.seen != fingerprint(event):
            raise HTTPException(409, "this event changed since you opened it, so nothing was decided; look at it again")
        try:
            subjects = subjects_of(posted, event, store)
            judgement = new_judgement(cast(JudgementKind, posted.kind), subjects, posted.author, posted.reason)
        except ValueError as wrong:
            form = Form(posted.author, posted.reason, posted.other, tuple(posted.claim))
            return event_page(request, desk, store, event, form, str(wrong))
        record(store, judgement)
        return _to_event(store, subjects[0], posted.author)


@router.post("/judgements/{judgement_id}/undo")
def undo(desk: DeskOf, judgement_id: str, posted: Annotated[PostedUndo, fastapi.Form()]) -> Response:
    """Takes a judgement back by a further one. 404 if there is none, 409 if it is taken back already, 422 without author or reason."""
    with desk.store() as store:
        found = next((d for d in decisions(store.judgements()) if d.judgement.id == judgement_id), None)
        if found is None:
            raise HTTPException(404, f"no decision {judgement_id[:60]!r}")
        if found.undone:
            raise HTTPException(409, "this decision is taken back already")
        try:
            judgement = new_judgement("undo", (judgement_id,), posted.author, posted.reason)
        except ValueError as wrong:
            raise HTTPException(422, str(wrong)) from None
        record(store, judgement)
        return _to_event(store, found.judgement.subjects[0], posted.author)
