"""Proposals to claims: each span is handed to the file that answers its question, and the answers are put together.

Order matters twice: places of the whole report are located together, and times lean on the time told before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from sijill.knowledge import Knowledge
from sijill.read.context import Context
from sijill.read.count import count, superseded
from sijill.read.happened import corrected
from sijill.read.places_told import WhereTold, located, no_places, places_of
from sijill.read.pronouns import is_pronoun
from sijill.read.says import Speech, antecedent, attributions, carried, claimant, quotations, speeches, whole_name
from sijill.read.segment import paragraphs
from sijill.read.sides import CIVIL_KINDS, allied, distinct, turned, unnamed_doer, wholes
from sijill.read.sites import with_site
from sijill.read.tag import Proposal, Tagged
from sijill.read.times import time_of, told_near
from sijill.read.titles import called
from sijill.read.when import Basis, full_dates
from sijill.read.who import Cast, Side, Who, with_article
from sijill.records import Actor, Claim, Count, Evidence, Measure, Mention, Place, Report, Sentence, Skip, When, claim_id
from sijill.records import Claimant as ClaimantRecord

COUNTED_WITHIN = 40
"""Code points between a figure and the actor that it counts ("nine of the group's fighters")."""

@dataclass(frozen=True, slots=True)
class _Answers:
    """What one proposal's spans were resolved to, with the reasons worth telling."""

    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    places: tuple[Place, ...]
    when: When | None
    counts: tuple[Count, ...]
    claimant: ClaimantRecord | None
    reasons: tuple[str, ...]


def _mention(report: Report, tagged: Tagged) -> Mention:
    return Mention(report.text[tagged.span.start : tagged.span.end], tagged.span.start, tagged.span.end)


def _best(tagged: Iterable[Tagged]) -> Tagged | None:
    """The likeliest span; the earlier of equals."""
    return min(tagged, key=lambda t: (-t.score, t.span.start), default=None)


_SUFFERED = frozenset({"killed", "injured", "missing", "captured", "displaced", "returned"})
"""What is counted of those to whom it was done, never of the doer: "nine killed by RSF shelling" are none of the RSF."""


def _counts(report: Report, proposal: Proposal, by: Sequence[Actor], to: Sequence[Actor], knowledge: Knowledge) -> Iterator[Count]:
    seen: set[Count] = set()
    for t in proposal.counts:
        measure: Measure = t.role  # type: ignore[assignment]
        found = count(report.text, t.span.start, t.span.end, measure, knowledge.terms)
        if found and found not in seen:
            seen.add(found)
            yield _with_who(found, to if measure in _SUFFERED else (*to, *by))


_ARMED_KINDS = frozenset({"state_forces", "rebels", "militia", "external_forces"})
_ANYBODY = frozenset({"people", "persons", "men", "man", "a man", "person", "others"})


def _with_who(found: Count, sides: Sequence[Actor]) -> Count:
    """The figure with the actor it counts: the nearest one that its words touch or that follows shortly."""
    near = [a for a in sides if -len(a.mention.text) <= a.mention.start - found.mention.end <= COUNTED_WITHIN or found.mention.start <= a.mention.start < found.mention.end]
    if not near or found.unit not in {"person", "household"}:
        return found
    counted = min(near, key=lambda a: (abs(a.mention.start - found.mention.end), a.mention.start))
    status = found.status
    if status == "unknown" and counted.mention.text.casefold() not in _ANYBODY:
        status = "civilian" if counted.kind in CIVIL_KINDS else "combatant" if counted.kind in _ARMED_KINDS else status
    return replace(found, who=counted, status=status)


def _when(report: Report, proposal: Proposal, shared: _Shared) -> When | None:
    told = shared.told or told_near(proposal.word.start, shared.full_dates)
    return time_of(report.text, [t for t in proposal.places if t.role == "when"], Basis(report.day, told, proposal.modality == "planned"))


def _speaker(report: Report, proposal: Proposal, shared: _Shared) -> Mention | None:
    """The speaker that the model found, else the one whose statement or quotation the clause lies in."""
    found = _best(proposal.claimant)
    if found is None:
        return carried(proposal.word.start, shared.speeches, shared.quotes, shared.spoken) or _worded(proposal, shared)
    said = _mention(report, found)
    return (antecedent(said.start, shared.named) or said) if is_pronoun(said.text) else said


def _worded(proposal: Proposal, shared: _Shared) -> Mention | None:
    """The speaker that the clause's own sentence names as such: "…, he added"; who denies is told even where the model saw no speaker."""
    said = shared.attributed.get(proposal.sentence)
    if said is not None and is_pronoun(said.text):
        return antecedent(said.start, shared.named)
    return said if proposal.modality == "denied" else None


def _actor(report: Report, tagged: Tagged, cast: Cast, said: ClaimantRecord | None = None) -> Who | None:
    """The actor of tagged words; of a pronoun the one it stands for, None where that is not known. "We" and "our forces" are the speaker's side."""
    mention = with_article(report.text, _mention(report, tagged))
    ours = cast.ours(mention, said.mention, said.kind == "party") if said and _OURS.match(mention.text) else None
    if ours:
        return ours
    if not is_pronoun(mention.text):
        return cast.who(mention, report.text[mention.end : mention.end + 30])
    meant = cast.meant(mention)
    if meant is None:
        return None
    found = cast.who(meant, report.text[meant.end : meant.end + 30])
    return Who(replace(found.actor, mention=mention), f"“{mention.text}” stands for “{meant.text}”, named before it")


_OURS = re.compile(r"^(?:we|us|our\b.*)$", re.IGNORECASE | re.DOTALL)
_ITS = re.compile(r"^(?:its|their)\s+", re.IGNORECASE)


def _claimant(report: Report, speaker: Mention | None, context: Context, knowledge: Knowledge, shared: _Shared) -> ClaimantRecord | None:
    """The claimant with its kind, which follows the owner of "its spokesman" and the title that a name had elsewhere."""
    if speaker is None:
        return None
    speaker = whole_name(report.text, speaker, knowledge.terms)
    meant = shared.cast.who(speaker, "").actor
    listed = (meant.name,) if meant.id else ()
    described = (_owned(words, speaker, shared) for words in chain((speaker.text,), called(report.text, speaker), listed))
    return claimant(speaker, described, context, knowledge.actors, knowledge.terms)


def _owned(words: str, speaker: Mention, shared: _Shared) -> str:
    """The words with their owner's name for "its": of "its spokesman" the last actor that did something, or the last speaker."""
    its = _ITS.match(words)
    if its is None:
        return words
    owners = (shared.cast.meant(Mention("it", speaker.start, speaker.start + 2)), antecedent(speaker.start, shared.owners))
    owner = max((o for o in owners if o), key=lambda o: o.start, default=None)
    return f"{owner.text} {words[its.end() :]}" if owner else words


def _answers(report: Report, proposal: Proposal, context: Context, knowledge: Knowledge, shared: _Shared) -> _Answers:
    sides: dict[str, list[Actor]] = {"by": [], "to": []}
    reasons: list[str] = []
    said = _claimant(report, _speaker(report, proposal, shared), context, knowledge, shared)
    for t in (*proposal.actors, *unnamed_doer(report.text, proposal)):
        found = _actor(report, t, shared.cast, said)
        if found:
            sides[t.role].append(found.actor)
            reasons.append(found.why)
    by, to = distinct(sides["by"]), distinct(sides["to"])
    places = list(places_of(report.text, proposal, shared.located))
    return _Answers(
        by, wholes(report.text, to), tuple(p for p, _ in places), _when(report, proposal, shared), tuple(_counts(report, proposal, by, to, knowledge)),
        said,
        tuple(dict.fromkeys([*reasons, *(f"“{p.mention.text}”: {why}" for p, why in places if why)])),
    )  # fmt: skip


@dataclass(slots=True)
class _Shared:
    """What the claims of one report share: places and names of the whole text, and the day last told of (moves on while reading).

    `full_dates` are looked at where a report has no day of publication.
    """

    located: WhereTold
    cast: Cast
    speeches: tuple[Speech, ...]
    quotes: tuple[tuple[int, int], ...]
    spoken: tuple[Mention, ...]
    named: tuple[Mention, ...]
    owners: tuple[Mention, ...]
    attributed: dict[int, Mention]
    full_dates: tuple[tuple[int, date], ...]
    told: date | None = None


def _why(report: Report, proposal: Proposal, answers: _Answers) -> str:
    word = report.text[proposal.word.start : proposal.word.end]
    rival, chance = proposal.runner_up
    head = f"“{word}” tells of {proposal.type}" + (f" rather than {rival} ({chance:.2f})" if chance >= 0.05 else "")
    return "; ".join(part for part in (head, proposal.corrected, *answers.reasons) if part)


_NOT_KNOWN = re.compile(
    r"\b(?:toll|number|figures?|extent|casualties|losses|dead|details)\b[^.;]{0,60}\b(?:not (?:yet |immediately )?(?:known|clear|confirmed|available)|unknown|unclear)\b", re.IGNORECASE
)  # fmt: skip
"""Words that say that a toll is not known: no denial that it happened."""


def _not_denied(report: Report, proposal: Proposal) -> Proposal:
    words = report.text[proposal.evidence.start : proposal.evidence.end]
    return replace(proposal, modality="asserted") if proposal.modality == "denied" and _NOT_KNOWN.search(words) else proposal


def _uncounted(text: str, tagged: Tagged) -> str:
    return "a figure that another has taken the place of" if superseded(text, tagged.span.start, tagged.span.end) else "no figure in these words"


def claims(report: Report, parts: Sequence[Sentence], proposals: Sequence[Proposal], context: Context, knowledge: Knowledge) -> tuple[tuple[Claim, ...], tuple[Skip, ...]]:
    """All claims of a report in text order, and skips for figures that say no number and pronouns that find no name."""
    proposals = [with_site(report.text, p) for p in corrected(report.text, parts, [allied(report.text, turned(report.text, _not_denied(report, p))) for p in proposals])]
    spoken = tuple(sorted((_mention(report, t) for p in proposals for t in p.claimant), key=lambda m: (m.start, m.end)))
    starts = [part.start for part in parts]
    sides = [Side(with_article(report.text, _mention(report, t)), bisect_right(starts, t.span.start), t.role == "by") for p in proposals for t in p.actors]
    cast = Cast([*(s.mention for s in sides), *spoken], context, report.day.year if report.day else None, knowledge, sides)
    quotes = tuple(quotations(report.text, tuple(paragraphs(report.text))))
    worded = attributions(report.text, parts) if proposals else {}
    named = tuple(sorted({m for m in (*spoken, *worded.values()) if not is_pronoun(m.text)}, key=lambda m: (m.start, m.end)))
    owners = tuple(m for m in named if not _ITS.match(m.text))
    shared = _Shared(located(report.text, proposals, context, knowledge), cast, speeches(report, parts), quotes, spoken, named, owners, worded, full_dates(report.text) if report.day is None else ())
    out: list[Claim] = []
    skips: list[Skip] = []
    ranks: dict[tuple[str, str, int, int], int] = {}
    for p in sorted(proposals, key=lambda p: (p.word.start, p.evidence.start, p.type)):
        answers = _answers(report, p, context, knowledge, shared)
        if answers.when and answers.when.start and answers.when.precision == "day":
            shared.told = answers.when.start
        key = (p.type, p.modality, p.evidence.start, p.evidence.end)
        ranks[key] = ranks.get(key, -1) + 1
        evidence = Evidence(p.evidence.start, p.evidence.end, report.text[p.evidence.start : p.evidence.end])
        out.append(
            Claim(
                claim_id(report.id, *key, ranks[key]), p.type, evidence, answers.by, answers.to, answers.places, answers.when, answers.counts,
                answers.claimant, p.modality, knowledge.model.calibration.score(p.raw), _why(report, p, answers),
            )
        )  # fmt: skip
        read = [(c.mention.start, c.mention.end) for c in answers.counts]
        skips += [Skip("place", t.span.start, t.span.end, reason) for t, reason in no_places(report.text, p, shared.located)]
        skips += [Skip("actor", t.span.start, t.span.end, "a pronoun; whom it stands for is not certain") for t in (*p.actors, *unnamed_doer(report.text, p)) if _actor(report, t, cast, answers.claimant) is None]
        skips += [Skip("count", t.span.start, t.span.end, _uncounted(report.text, t)) for t in p.counts if not any(a <= t.span.start and t.span.end <= b for a, b in read)]
    return tuple(out), tuple(dict.fromkeys(skips))
