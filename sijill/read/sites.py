"""Numbered military sites: in "took over Hill 205", "captured the base of the 80th Brigade" what is taken is a place, though it is called like a unit."""

from __future__ import annotations

import re
from dataclasses import replace

from sijill.read.tag import Proposal, Tagged
from sijill.records import ClaimType, Span

_TAKINGS: frozenset[ClaimType] = frozenset({"capture", "transfer"})
_UNITS = "Regiment|Brigade|Division|Battalion"
_SITE = re.compile(
    rf"\b(?:{_UNITS}|Base|Camp|Sector|Checkpoint|Point|Post|Outpost|Garrison|Hill|Height|Block|Zone|Area) (?:No\.? ?)?\d{{1,4}}\b(?![.,]\d|%)|"
    rf"\b(?:the )?(?:base|headquarters|barracks|camp|garrison|position)s? of (?:the )?\d{{1,4}}(?:st|nd|rd|th) (?:{_UNITS})\b|"
    rf"\b(?:the )?\d{{1,4}}(?:st|nd|rd|th) (?:{_UNITS})(?:[’']s)? (?:base|headquarters|barracks|camp|garrison|position)\b"
)
_TO_OBJECT = re.compile(r"^\s+(?:(?:over|control|hold|possession|of|on|the|army’s|army's|strategic|key|military)\s+)*$")
_TO_VERB = re.compile(r"^\s+(?:(?:was|were|is|has|had|have|been|being|also|reportedly|fully|completely|later|then)\s+)+$")


def with_site(text: str, proposal: Proposal) -> Proposal:
    """A taking with the numbered site that its verb takes, where the model saw no place in those words."""
    if proposal.type not in _TAKINGS:
        return proposal
    word, clause = proposal.word, proposal.evidence
    for site in _SITE.finditer(text, clause.start, clause.end):
        after, before = text[word.end : site.start()], text[site.end() : word.start]
        taken = (site.start() >= word.end and _TO_OBJECT.match(after)) or (site.end() <= word.start and _TO_VERB.match(before))
        seen = any(t.span.start < site.end() and site.start() < t.span.end for t in (*proposal.places, *proposal.actors))
        if taken and not seen:
            return replace(proposal, places=(Tagged("at", Span(*site.span()), proposal.raw), *proposal.places))
    return proposal
