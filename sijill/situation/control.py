"""Who holds a place on a day: each claimant's own word, and beside it the state that the words together allow.

The rule, in order. Each voice counts with its last word; what it says of parts, or denies of one side, stands beside it. The side that the latest sure word names leads. It is *contested* by another
side's word of the same day; by one of the `CONTEST_DAYS` before, while nobody but the leader itself tells of its gain; by a denial,
unless two independent sources, the loser's own admission or an analyst stand against it; and by another side's hold of parts. A side that is said
to have left leaves the place *unknown* until somebody is said to have come. Else it is *held*, and the state says by whom that is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import prod
from typing import Final, Literal

from sijill.events.grade import independent
from sijill.records import ClaimantKind, ClaimRef, Event, Place, Told
from sijill.situation.grouping import without_rejected
from sijill.situation.holding import Scale, Side, Word, words_of
from sijill.situation.standing import standing

State = Literal["held", "contested", "unknown"]
Attested = Literal["claimant alone", "one source", "several sources", "conceded", "analyst", "nobody"]

HALF_LIFE_DAYS: Final = 30
"""Days in which confidence halves. Keepers of public war maps call a marker stale after 14 to 45 days without news; this is the middle."""
STALE: Final = 0.1
"""Below this confidence a place is unknown: what was last said is kept beside it. One neutral word lasts for some 75 days, a party's own for 60."""
MEMORY: Final = timedelta(days=25 * 365)
"""What is told of an earlier time than this before the day is history, or a year misread, and says nothing about who holds the place."""
CONTEST_DAYS: Final = 7
"""For so long the word of the side that held a place stands against a gain that only the gainer tells of."""
_OWN, _NEUTRAL, _ADMITTED, _CONFIRMED = 0.4, 0.6, 0.85, 0.95
"""How much one voice persuades: the gainer's own, somebody else's, the loser's, one that an analyst confirmed. Set by judgement, not calibrated."""


@dataclass(frozen=True, slots=True)
class ClaimantControl:
    """A word of a voice on a place that stands by that day; a voice may have several. `denied`: it says that `holder` does not hold it; `holder` null: it names nobody who does."""

    claimant: str
    kind: ClaimantKind
    says: str
    holder: str | None
    denied: bool
    day: date
    said: date | None
    ref: ClaimRef


@dataclass(frozen=True, slots=True)
class PlaceControl:
    """A place on a day. `holder` is null unless the place is held; `last_holder` is whom the last word named, however old.

    `since` is the first day of the leader's present hold, `last_word` that of the newest word for it. `confidence` is 0 to 1, of
    `last_holder` holding it: shared with those whose words stand against it, and halved every HALF_LIFE_DAYS. An `area` (district or larger) is told apart from a `site`.
    """

    key: str
    place: Place
    scale: Scale
    on: date
    state: State
    holder: str | None
    last_holder: str | None
    contenders: tuple[str, ...]
    since: date | None
    last_word: date | None
    confidence: float
    attested: Attested
    by_claimant: tuple[ClaimantControl, ...]
    why: str


def control(told: Sequence[Told], as_of: date, known: date | None = None, events: Sequence[Event] = ()) -> tuple[PlaceControl, ...]:
    """Every place of which something is said of holding it by `as_of`, by name.

    Only claims published by `known` (`as_of` unless given) are used: a later `known` shows that day with hindsight. A claim without a
    date of publication counts as known. `events`, where given, bring in what analysts decided: claims of rejected ones are not used,
    those of confirmed ones are believed.
    """
    seen = known or as_of
    sure = frozenset((ref.report, ref.claim) for e in events if e.status == "confirmed" for ref in e.claims)
    words = [w for t in without_rejected(events, told) if t.published is None or t.published <= seen for w in words_of(t)]
    words.sort(key=lambda w: (w.key, w.order))
    found = [_place(list(group), as_of, sure) for _, group in groupby(words, key=lambda w: w.key)]
    return tuple(sorted((p for p in found if p is not None), key=lambda p: (p.place.name, p.key)))


@dataclass(frozen=True, slots=True)
class _Case:
    """A place's usable words, those that stand, and the side that leads with its supporters."""

    words: Sequence[Word]
    last: Sequence[Word]
    leader: Side
    backing: Sequence[Word]
    since: date
    confirmed: bool

    @property
    def newest(self) -> date:
        return max(w.day for w in self.backing if w.day)

    @property
    def neutral(self) -> list[Word]:
        return [w for w in self.backing if not w.interested]

    @property
    def admitted(self) -> bool:
        """Whether the side that lost the place says so itself."""
        return any(w.own(w.lost) and not self.leader.same(w.lost) and (w.day or date.min) >= self.since for w in self.words if _firm(w))

    def attested(self) -> Attested:
        if self.confirmed:
            return "analyst"
        if self.admitted:
            return "conceded"
        if not self.neutral:
            return "claimant alone"
        return "several sources" if independent([w.told for w in self.backing]) > 1 else "one source"

    def strength(self) -> float:
        """The chance that at least one of the independent voices is right; the leader's own voices count as one."""
        weights: dict[str, float] = {}
        for word in self.backing:
            source, weight = ("", _OWN) if word.interested else (word.told.origin, _NEUTRAL)
            weights[source] = max(weights.get(source, 0.0), weight * word.told.claim.score)
        if self.admitted:
            weights["\x1fadmitted"] = _ADMITTED
        if self.confirmed:
            weights["\x1fconfirmed"] = _CONFIRMED
        return 1 - prod(1 - w for _, w in sorted(weights.items()))


def _place(words: list[Word], as_of: date, sure: frozenset[tuple[str, str]]) -> PlaceControl | None:
    oldest = date.fromordinal(max(1, as_of.toordinal() - MEMORY.days))
    dated = [w for w in words if w.day is not None and oldest <= w.day <= as_of]
    if not dated:
        aside = [w for w in words if w.day is None or w.day < oldest]
        undated = sum(w.day is None for w in aside)
        why = [f"{n} claim(s) {what}" for n, what in ((undated, "that nothing dates"), (len(aside) - undated, "of long ago")) if n]
        return _nothing(aside, as_of, ", ".join(why)) if aside else None
    last = standing(dated)
    whole = [w for w in dated if _firm(w)]
    naming = [w for w in whole if w.holder is not None]
    if not naming or naming[-1].holder is None:
        return _nothing(dated, as_of, _why_nobody(dated))
    leader = naming[-1].holder
    since = _since(whole, leader) or as_of
    backing = [w for w in last if _firm(w) and leader.same(w.holder) and (w.day or since) >= since] or [naming[-1]]
    confirmed = any((w.told.report, w.told.claim.id) in sure for w in whole if leader.same(w.holder) and (w.day or since) >= since)
    case = _Case(dated, last, leader, backing, since, confirmed)
    gone = [w for w in whole if w.holder is None and leader.same(w.lost) and w.order >= naming[-1].order]
    return _left(case, gone[-1], as_of) if gone else _fused(case, as_of)


def _firm(word: Word) -> bool:
    return word.sure and not word.denied and not word.parts


def _since(whole: Sequence[Word], leader: Side) -> date | None:
    """The first day of the leader's present hold: back to the last word that names another side, or the leader's own loss."""
    since = None
    for word in reversed(whole):
        if not leader.same(word.holder if word.holder else None if leader.same(word.lost) else leader):
            break
        since = word.day if word.holder else since
    return since


def _fused(case: _Case, as_of: date) -> PlaceControl:
    attested = case.attested()
    against = list(_against(case, attested))
    age = (as_of - case.newest).days
    strength = case.strength()
    rivals = sum(_OWN if w.interested else _NEUTRAL for w, _ in against)
    fresh = strength * 0.5 ** (age / HALF_LIFE_DAYS)
    confidence = fresh * strength / (strength + rivals)
    state: State = "unknown" if fresh < STALE else "contested" if against else "held"
    why = f"{_taken(case)}, {_attested_words(case, attested)}"
    if against:
        why += "; against it " + " and ".join(dict.fromkeys(reason for _, reason in against))
    why += f"; last word {case.newest.isoformat()}, {age} day(s) before"
    if state == "unknown":
        why += ": too long ago to say who holds it now"
    contenders = dict.fromkeys([case.leader.name, *(w.holder.name for w, _ in against if w.holder and not w.denied)]) if state == "contested" else {}
    return _row(case.words, as_of, _Verdict(state, case.leader.name, tuple(contenders), case.since, case.newest, confidence, attested, why))


def _against(case: _Case, attested: Attested) -> list[tuple[Word, str]]:
    """The words that stand against the leader, each with the reason in words."""
    alone = attested == "claimant alone"
    found: list[tuple[Word, str]] = []
    for word in case.last:
        day = word.day or case.since
        if word.denied and case.leader.same(word.holder):
            if attested not in {"conceded", "several sources", "analyst"} and (case.since - day).days <= 1:
                found.append((word, f"{word.voice.name} denies it"))
        elif word.denied or not word.sure or word.holder is None or case.leader.same(word.holder):
            continue
        elif word.parts and day >= case.since:
            found.append((word, f"{word.holder.name} is said to hold parts of it ({word.voice.name})"))
        elif not word.parts and (day >= case.since or (alone and (case.since - day).days <= CONTEST_DAYS)):
            found.append((word, f"{word.voice.name}'s last word, of {day.isoformat()}, that {word.holder.name} holds it"))
    return found


def _taken(case: _Case) -> str:
    verb = "is said to hold" if all(w.verb == "holds" for w in case.backing) else "took"
    return f"{case.leader.name} {verb} it ({case.since.isoformat()})"


def _attested_words(case: _Case, attested: Attested) -> str:
    voices = ", ".join(dict.fromkeys(w.voice.name for w in case.backing))
    if attested == "analyst":
        return f"as told by {voices}, confirmed by an analyst"
    if attested == "conceded":
        return f"as told by {voices}, and the side that lost it says so too"
    if attested == "claimant alone":
        return f"as claimed by {voices} alone, confirmed by nobody else"
    return f"as told by {voices}" + (" (independent of each other)" if attested == "several sources" else " (one independent source)")


def _left(case: _Case, word: Word, as_of: date) -> PlaceControl:
    day = word.day or as_of
    why = f"{case.leader.name} is said by {word.voice.name} to have lost or left it on {day.isoformat()}; nobody is said to have come since"
    return _row(case.words, as_of, _Verdict("unknown", case.leader.name, (), None, day, 0.0, "nobody", why))


def _why_nobody(words: Sequence[Word]) -> str:
    told = "; ".join(dict.fromkeys(f"{w.voice.name}: {w.says}" for w in words))
    return f"no sure word names who holds the whole of it ({told})"


def _nothing(words: Sequence[Word], as_of: date, why: str) -> PlaceControl:
    return _row(words, as_of, _Verdict("unknown", None, (), None, None, 0.0, "nobody", why))


@dataclass(frozen=True, slots=True)
class _Verdict:
    state: State
    last_holder: str | None
    contenders: tuple[str, ...]
    since: date | None
    last_word: date | None
    confidence: float
    attested: Attested
    why: str


def _row(words: Sequence[Word], as_of: date, found: _Verdict) -> PlaceControl:
    place = next((w.place for w in words if w.place.lat is not None), words[0].place)
    stand = standing([w for w in words if w.day is not None])
    return PlaceControl(
        words[0].key, place, words[0].scale, as_of, found.state, found.last_holder if found.state == "held" else None, found.last_holder,
        found.contenders, found.since, found.last_word, round(found.confidence, 4), found.attested, tuple(map(_claimant, stand)), found.why,
    )  # fmt: skip


def _claimant(word: Word) -> ClaimantControl:
    return ClaimantControl(
        word.voice.name, word.voice.kind, word.says, word.holder.name if word.holder else None, word.denied, word.day or date.min, word.known,
        ClaimRef(word.told.report, word.told.claim.id),
    )  # fmt: skip
