"""On what the voices differ: who did it, whether it happened, how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sijill.events.families import GROUP_OF
from sijill.events.fuse import type_of
from sijill.events.voice import voice_of
from sijill.knowledge.folding import fold
from sijill.records import Actor, ClaimantFigure, ClaimRef, Dispute, Position, Told, Toll

_ONE_SIDED = frozenset({"strike", "violence", "seizure", "destruction", "crowd"})
_NOBODY = frozenset(
    "unknown unidentified armed gunmen gunman men man masked attackers assailants suspected people individuals fighters militants forces troops soldiers "
    "police group jets jet aircraft warplane warplanes drone drones plane planes enemy mob youths crowd the a an of our its their and two three".split()
)
LONGEST = 160


def _ref(told: Told) -> ClaimRef:
    return ClaimRef(told.report, told.claim.id)


def _excerpt(told: Told) -> str:
    quote = " ".join(told.claim.evidence.quote.split())
    return quote if len(quote) <= LONGEST else quote[: LONGEST - 1].rstrip() + "…"


def _telling(actor: Actor) -> frozenset[str]:
    return frozenset(w for w in fold(actor.name).split() if w not in _NOBODY)


def _side(told: Told) -> tuple[frozenset[str], frozenset[str]]:
    """Ids and telling words of whom a claim blames; both empty if it blames nobody in particular."""
    ids = frozenset(a.id for a in told.claim.by if a.id)
    return ids, frozenset(w for a in told.claim.by for w in _telling(a))


def rival(one: Told, other: Told) -> bool:
    """Whether two claims name doers that cannot be the same."""
    ids, words = _side(one)
    their_ids, their_words = _side(other)
    if ids and their_ids:
        return not ids & their_ids
    if (ids or words) and (their_ids or their_words):
        return bool(words) and bool(their_words) and not words & their_words
    return False


@dataclass(slots=True)
class _Camp:
    """The claims that name one doer, the first first."""

    claims: list[Told]

    @property
    def says(self) -> str:
        return f"by {', '.join(a.name for a in self.claims[0].claim.by)}"


def _firsts(claims: Iterable[Told]) -> dict[str, Told]:
    """The first claim of each voice, in their order."""
    found: dict[str, Told] = {}
    for t in claims:
        found.setdefault(voice_of(t).key, t)
    return found


def _camps(blaming: Sequence[Told]) -> list[_Camp]:
    """Who names whom. A voice counts with its last report; one that names two doers there tells of two deeds and is in no camp."""
    last = {voice_of(t).key: t.report for t in blaming}
    camps: list[_Camp] = []
    for t in blaming:
        if last[voice_of(t).key] != t.report:
            continue
        near = [camp for camp in camps if not rival(t, camp.claims[0])]
        if len(near) == 1:
            near[0].claims.append(t)
        elif not near:
            camps.append(_Camp([t]))
    seats = Counter(voice for camp in camps for voice in _firsts(camp.claims))
    for camp in camps:
        camp.claims = [t for t in camp.claims if seats[voice_of(t).key] == 1]
    return [camp for camp in camps if camp.claims]


def _culprit(told: Sequence[Told]) -> Iterator[Dispute]:
    """Rival culprits, each with all voices that name it, if a named speaker or a party stands behind one of them."""
    if GROUP_OF[type_of(told)] not in _ONE_SIDED:
        return
    camps = _camps([t for t in told if t.claim.modality in {"asserted", "possible"} and any(_side(t))])
    if len(camps) < 2 or not any(t.claim.claimant is not None for camp in camps for t in camp.claims):
        return
    positions: list[Position] = []
    words: list[str] = []
    for camp in camps:
        voices = _firsts(camp.claims).values()
        positions += [Position(voice_of(t).name, camp.says, _ref(t)) for t in voices]
        words.append(f"{camp.says[3:]} ({', '.join(voice_of(t).name for t in voices)})")
    yield Dispute("culprit", tuple(positions), f"{len(camps)} culprits are named: " + "; ".join(words))


def _last_words(told: Sequence[Told]) -> list[Told]:
    """Of each voice the claims on the side on which it stands: that of its last report, the denying one where that has both."""
    sides: dict[str, tuple[str, bool]] = {}
    for t in told:
        key, denied = voice_of(t).key, t.claim.modality == "denied"
        if sides.get(key) != (t.report, True):
            sides[key] = t.report, denied
    return [t for t in told if sides[voice_of(t).key][1] == (t.claim.modality == "denied")]


def _occurrence(told: Sequence[Told]) -> Iterator[Dispute]:
    saying = _last_words([t for t in told if t.claim.modality == "asserted" or (t.claim.modality == "denied" and not _denies_figure(t))])
    denied = [t for t in saying if t.claim.modality == "denied"]
    asserted = [t for t in saying if t.claim.modality == "asserted"]
    if not denied or not asserted:
        return
    sides = _firsts((*asserted, *denied)).values()
    positions = tuple(Position(voice_of(t).name, f"{'denies' if t.claim.modality == 'denied' else 'says'}: {_excerpt(t)}", _ref(t)) for t in sides)
    names = ", ".join(dict.fromkeys(voice_of(t).name for t in denied))
    yield Dispute("occurrence", positions, f"denied by {names}, told by {len({t.origin for t in asserted})} origin(s)")


def _denies_figure(told: Told) -> bool:
    """A denial of a number ("not two as first announced") is no denial that it happened."""
    return bool(told.claim.counts) and all((c.best or c.low or 0) > 0 for c in told.claim.counts) and "not " in told.claim.evidence.quote.casefold()


def _bounds(figure: ClaimantFigure) -> tuple[int, int] | None:
    low = figure.low if figure.low is not None else figure.best
    high = figure.high if figure.high is not None else figure.best
    if low is None and high is None:
        return None
    return low or 0, high if high is not None else 1 << 62


def _figure_words(figure: ClaimantFigure) -> str:
    low, high = figure.low, figure.high
    if low is not None and low == high:
        return str(low)
    if low is not None:
        return f"{low}–{high}" if high is not None else f"at least {low}"
    return f"about {figure.best}" if figure.best is not None else f"at most {high}"


def _toll(tolls: Sequence[Toll]) -> Iterator[Dispute]:
    seen: set[tuple[str, str]] = set()
    for toll in tolls:
        if toll.unit not in {"person", "household"} or (toll.measure, toll.unit) in seen:
            continue
        ranges = [(f, bounds) for f in toll.by_claimant if (bounds := _bounds(f)) is not None]
        if len(ranges) < 2 or max(b[0] for _, b in ranges) <= min(b[1] for _, b in ranges):
            continue
        seen.add((toll.measure, toll.unit))
        positions = tuple(Position(f.claimant, f"{_figure_words(f)} {toll.measure}", f.ref) for f, _ in ranges)
        yield Dispute("toll", positions, f"{toll.measure}: {toll.why}")


def disputes(told: Sequence[Told], tolls: Sequence[Toll]) -> tuple[Dispute, ...]:
    """All disputes of an event, culprit first."""
    return (*_culprit(told), *_occurrence(told), *_toll(tolls))
