"""Who stands on the two sides of a claim, beyond the words that the model tagged: "we" as a doer, each actor once, wholes without their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sijill.read.tag import Proposal, Tagged
from sijill.records import Actor, Span

CIVIL_KINDS = frozenset({"civilians", "protesters", "rioters"})
_DEEDS = (
    "struck|hit|targeted|attacked|shelled|bombed|bombarded|fired|launched|carried out|conducted|destroyed|shot|used|took|seized|captured|liberated|entered|repelled|killed|"
    "ambushed|detonated|planted|raided|stormed|downed|intercepted|burned|set|arrested|detained|withdrew|sent|deployed|inflicted|eliminated|neutralised|neutralized"
)
_WE_DID = re.compile(rf"(?<!\w)(?P<we>we) (?:(?:have|had|also|then|\w+ly) ){{0,2}}(?:(?:{_DEEDS}) [^,;:.]{{0,100}})?$", re.IGNORECASE)
_PARTS = re.compile(r"\b(?:including|among them|among whom(?: were)?|of (?:them|whom))\s+(?:(?!were\b|was\b|killed\b|wounded\b)[^.;:]){0,80}$")
_LOOKED_BACK = 150
_LOSES = re.compile(r"\b(?:los(?:es?|ing|t)|ced(?:es?|ed|ing)|relinquish(?:es|ed|ing)?|yield(?:s|ed|ing)?)(?: (?:\w+ )?control)?$", re.IGNORECASE)
_TAKINGS = frozenset({"capture", "transfer"})
_SUPPORT_OF = re.compile(r"\bwith (?:the )?(?:\w+ )?(?:support|help|backing|cover|assistance|aid) (?:of|from|by) (?:the )?$", re.IGNORECASE)


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once: the same id, or the same name, named twice in a claim is one."""
    seen: dict[str, Actor] = {}
    for actor in actors:
        seen.setdefault(actor.id or actor.name.casefold(), actor)
    return tuple(seen.values())


def allied(text: str, proposal: Proposal) -> Proposal:
    """The proposal with those who gave support as doers: in "troops retook Bara with the support of foreign jets" the jets are no target."""
    def role(t: Tagged) -> str:
        return "by" if _SUPPORT_OF.search(text, max(0, t.span.start - 50), t.span.start) else t.role

    return replace(proposal, actors=tuple(replace(t, role=role(t)) for t in proposal.actors))


def turned(text: str, proposal: Proposal) -> Proposal:
    """The proposal with the loser of a place as the one to whom it was done: in "the army lost Bara to the rebels" the rebels took it.

    Whoever is named behind the word of losing, as taker or as opponent, is the doer.
    """
    start, end = proposal.word.start, proposal.word.end
    if proposal.type not in _TAKINGS or not _LOSES.search(text, max(0, start - 30), end):
        return proposal

    def side(t: Tagged) -> str:
        return "to" if t.span.end <= start else "by" if t.span.start >= end else t.role

    return replace(proposal, actors=tuple(replace(t, role=side(t)) for t in proposal.actors))


def unnamed_doer(text: str, proposal: Proposal) -> tuple[Tagged, ...]:
    """The "we" that does what a clause tells, where no other doer was seen: the model gives names only, and this one's name is the speaker's."""
    found = None if any(t.role == "by" for t in proposal.actors) else _WE_DID.search(text, max(0, proposal.word.start - _LOOKED_BACK), proposal.word.start)
    return (Tagged("by", Span(found.start("we"), found.end("we")), 1.0),) if found else ()


def wholes(text: str, to: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those to whom it was done without civilians who are only part of them: of "20 people, including nine women" the people."""
    first = min((a.mention.end for a in to if a.kind in CIVIL_KINDS), default=len(text))
    return tuple(a for a in to if a.id or a.kind not in CIVIL_KINDS or a.mention.start < first or not _PARTS.search(text, first, a.mention.start))
