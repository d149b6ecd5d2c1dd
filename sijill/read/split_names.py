"""Which spans that the model splits are one name: members and their group, the listed directions of one area."""

from __future__ import annotations

import re

from sijill.records import Span

_COMPASS = r"(?:the )?(?:(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central)"
_LIST = r"(?:,? and |,? or |, | & )"
_DIRECTIONS = re.compile(rf"^{_COMPASS}(?:{_LIST}{_COMPASS})*$", re.IGNORECASE)
_DIRECTION = re.compile(rf"{_COMPASS}\b", re.IGNORECASE)
_BETWEEN_DIRECTIONS = re.compile(rf"^{_LIST}(?:{_COMPASS}{_LIST})*$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:members?|fighters?|militants?|soldiers?|elements|supporters?|commanders?|leaders?|followers?|officers?|troops|units?|men|gunmen|insurgents?|rebels?|"
    r"forces|militiamen|personnel|police|guards?|operatives|recruits|residents|villagers|civilians|refugees|citizens|families|students|workers|employees|staff)$",
    re.IGNORECASE,
)
_OF_A_GROUP = re.compile(r"^ (?:of|from|with|belonging to|loyal to|affiliated with) (?:the |an? )?(?:[\w’'-]+ ){0,2}$")


def one_area(text: str, before: Span, after: Span) -> bool:
    """Whether directions listed before a place are part of its name: "eastern, northern and southern Idlib" is one area, "eastern" alone is none."""
    return bool(
        _DIRECTIONS.search(text[before.start : before.end]) and _BETWEEN_DIRECTIONS.search(text[before.end : after.start]) and _DIRECTION.match(text[after.start : after.end])
    )


def one_group(text: str, before: Span, after: Span) -> bool:
    """Whether people and the group that they are of are one actor: "members" and "the Free Army" of "members of the Free Army"."""
    return bool(_PEOPLE.search(text[before.start : before.end]) and _OF_A_GROUP.search(text[before.end : after.start]))
