"""Words about who holds a place: taken, handed over, left, held, denied – one `Word` for each place that a claim speaks of.

Claims that count places without naming them ("over 12 villages in the west of the province"), or that tell shares of a place, are
words about parts: they never make the place itself held. What is dated after its publication is a plan, or a slip of the pen: such a word
is never sure, and is of the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from sijill.events.names import place_words
from sijill.events.voice import Voice, voice_of
from sijill.knowledge.folding import fold
from sijill.records import Actor, Claim, Place, Told

Verb = Literal["took", "holds", "left"]
Scale = Literal["site", "area"]

_HOLDS = re.compile(
    r"\b(?:hold(?:s|ing)?|held|control(?:s|led|ling)?|in control of|under (?:the )?control|remains? in the hands|occup(?:y|ies|ied))\b|تسيطر|يسيطر|контролю|контролир|удержива|утриму",
    re.IGNORECASE,
)  # fmt: skip
_LEAVES = re.compile(
    r"\b(?:withdr[ae]w\w*|pull(?:s|ed|ing)? (?:back|out)|retreat\w*|abandon\w*|vacat\w*|evacuat\w*|retrograd\w*|fled|flee\w*|left)\b|انسحب|تراجع|відійшл|відступ|отступ|отошл|вывел|вивел",
    re.IGNORECASE,
)  # fmt: skip
_PARTS = re.compile(
    r"(?<!as )(?<!as a )\b(?:parts?|portions?|sections?|half|halves|most|swathes?|stretch(?:es)?|neighbou?rhoods?|streets|outskirts|per ?cent|%) of\b"
    r"(?! (?:(?:an?|the|its|their) )?(?:[\w-]+ ){0,2}(?:offensive|operation|campaign|push|plan|advance|effort|war|deal|agreement))|"
    r"\b(?:neighbou?rhoods|outskirts)\b", re.IGNORECASE)  # fmt: skip
_TOO_COMMON = frozenset(
    "the of and a an military army forces force armed troops fighters fighter group groups source sources official officials spokesman spokesperson spokeswoman statement "
    "ministry defence defense command commander general staff media local security government state people party movement front national".split()
)


ZONES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Side:
    """Who holds, or held. `key` identifies the first-named actor, `keys` all that are named together, `words` what a spokesman is known by."""

    key: str
    keys: frozenset[str]
    name: str
    words: frozenset[str]

    def same(self, other: Side | None) -> bool:
        """Whether one is the other or is named first among them."""
        return other is not None and (self.key in other.keys or other.key in self.keys)


@dataclass(frozen=True, slots=True)
class Word:
    """What one voice says of one place. `day` is the day it speaks of, `known` the day it was published.

    `holder` is who holds from then on (or, `denied`, who does not); `lost` is who no longer does. `sure` is False for what is only possible.
    """

    key: str
    place: Place
    scale: Scale
    told: Told
    voice: Voice
    verb: Verb
    holder: Side | None
    lost: Side | None
    denied: bool
    sure: bool
    parts: bool
    day: date | None
    known: date | None

    @property
    def order(self) -> tuple[date, date, str, int, str]:
        """By the day spoken of, then by the day of speaking; undated words first."""
        return self.day or date.min, self.known or self.day or date.min, self.told.report, self.told.claim.evidence.start, self.told.claim.id

    def own(self, side: Side | None) -> bool:
        """Whether the voice speaks for that side."""
        claimant = self.told.claim.claimant
        if side is None or claimant is None or claimant.kind not in {"party", "official"}:
            return False
        return any(_meet(ours, theirs) for ours in _telling(claimant.name) for theirs in side.words)

    @property
    def says(self) -> str:
        """In short: "held by X", "not taken by X", "left by X"."""
        unsure = "" if self.sure else "possibly "
        what = "parts " if self.parts else ""
        if self.holder is None:
            return f"{unsure}{what}{'left' if self.verb == 'left' else 'lost'} by {self.lost.name if self.lost else 'nobody named'}"
        return f"{unsure}{'not ' if self.denied else ''}{what}{'taken' if self.verb == 'took' else 'held'} by {self.holder.name}"

    @property
    def interested(self) -> bool:
        """Whether the voice is a party to the conflict, of whatever side."""
        return self.voice.kind == "party" or self.own(self.holder) or self.own(self.lost)


@lru_cache(maxsize=1 << 14)
def _telling(name: str) -> frozenset[str]:
    return frozenset(w for w in fold(name).split() if w not in _TOO_COMMON and len(w) > 1)


def _meet(one: str, other: str) -> bool:
    """ "Syria" and "Syrian", "Ukraine" and "Ukrainian" meet; short names must be equal."""
    return one == other or (min(len(one), len(other)) >= 4 and one[:5] == other[:5])


def side_of(actors: Sequence[Actor]) -> Side | None:
    """The side that actors form: the first whom the actor list knows, else the first, with those named beside."""
    if not actors:
        return None
    lead = next((a for a in actors if a.id), actors[0])
    others = ", ".join(dict.fromkeys(a.name for a in actors if a is not lead))
    name = f"{lead.name} with {others}" if others else lead.name
    return Side(_key(lead), frozenset(map(_key, actors)), name, _known_by(lead.name) | _known_by(lead.mention.text))


@lru_cache(maxsize=1 << 14)
def _known_by(name: str) -> frozenset[str]:
    """The telling words of an actor's name, and its initials."""
    initials = "".join(w[0] for w in fold(name).split() if w not in {"of", "the", "and"})
    return _telling(name) | ({initials} if len(initials) > 1 else frozenset())


def _key(actor: Actor) -> str:
    return actor.id or fold(actor.name) or actor.name


def scale_of(place: Place) -> Scale:
    """Whether a place is a site that somebody can hold, or an area (a district or larger) of which claims mean parts."""
    if place.precision is not None:
        return "area" if place.precision >= 3 else "site"
    names = place_words(place.name).names
    return "area" if names and all(level == "area" for _, level in names) else "site"


def place_key(place: Place, report: str) -> str:
    """Its id, else its folded name with its divisions; a common noun ("the village") is another place in each report."""
    if place.id:
        return place.id
    proper = bool(place_words(place.name).names) or not place.name.isascii()
    return "name:" + "/".join([fold(place.name) or place.name, *map(fold, place.admin), *([] if proper else [report])])


def _targets(claim: Claim, role: str) -> list[Place]:
    """The smallest places of a role: those that only say where the others lie are no targets."""
    here = [p for p in claim.places if p.role == role]
    around = {fold(name) for p in here for name in p.admin}
    inner = [p for p in here if fold(p.name) not in around] or here
    sites = [p for p in inner if scale_of(p) == "site"]
    return sites or inner


def _parts(claim: Claim, targets: Sequence[Place]) -> bool:
    """Whether the claim counts places that it does not name, or speaks of a share of one ("most of the town")."""
    if _PARTS.search(claim.evidence.quote):
        return True
    for count in claim.counts:
        if count.measure == "places":
            most = max((n for n in (count.low, count.best, count.high) if n is not None), default=None)
            if count.unit != "place" or most is None or most > len(targets):
                return True
    return False


def _verb(claim: Claim) -> tuple[Verb, str] | None:
    """What a claim says of holding, and the role of the places that it says it of; None if it says nothing of it."""
    if claim.type in {"capture", "transfer"}:
        return ("holds" if claim.modality == "background" else "took"), "at"
    quote = claim.evidence.quote
    if claim.type == "movement" and any(p.role == "from" for p in claim.places) and _LEAVES.search(quote):
        return "left", "from"
    if claim.type == "other" and len(claim.by) == 1 and _HOLDS.search(quote):
        return "holds", "at"
    return None


def _ahead(told: Told) -> bool:
    """Whether a claim is dated after its telling; a day's difference may be one of time zones."""
    when, published = told.claim.when, told.published
    return when is not None and when.start is not None and published is not None and when.start > published + ZONES


def _day(told: Told, verb: Verb) -> date | None:
    """The last day that the words speak of; what still holds, holds on the day of publication."""
    when, published = told.claim.when, told.published
    if when is None or when.start is None or _ahead(told):
        return published
    if when.end is None:
        return max(when.start, published) if verb == "holds" and published else when.start
    last = when.end - timedelta(days=1)
    return max(when.start, min(last, published)) if published else last


def words_of(told: Told) -> Iterator[Word]:
    """The words of one claim about who holds what; none for a claim of another kind or one that is only planned."""
    claim = told.claim
    found = _verb(claim) if claim.modality != "planned" else None
    if found is None:
        return
    verb, role = found
    by, to = side_of(claim.by), side_of(claim.to)
    denied = claim.modality == "denied"
    if verb == "left":
        holder, lost = (by, None) if denied else (None, by)
        verb, denied = ("holds", False) if denied else (verb, denied)
    else:
        holder, lost = by, to
    if holder is None and lost is None:
        return
    voice, day, targets = voice_of(told), _day(told, verb), _targets(claim, role)
    parts = _parts(claim, targets)
    sure = claim.modality != "possible" and not _ahead(told)
    for place in targets:
        yield Word(
            place_key(place, told.report), place, scale_of(place), told, voice, verb, holder, lost, denied,
            sure, parts or (scale_of(place) == "area" and verb == "took"), day, told.published,
        )  # fmt: skip
