"""What the pages show, put together from records: rows of the lists, the voices of an event, and who decided what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sijill.desk.corrections import Past
from sijill.desk.marks import Piece, marks_of, pieces
from sijill.events.decide import in_force
from sijill.export.csv_files import count_origins
from sijill.records import Claim, Event, Judgement, Report, Told, Toll

FAMILIES = (
    ("remote", "strikes, shelling, explosions"), ("battle", "fighting"), ("civilians", "attacks on people, abductions, arrests, looting"),
    ("control", "places changing hands, forces moving"), ("street", "protests and riots"), ("talks", "agreements and their breach"),
    ("people", "displacement, tolls, aid"), ("rest", "anything else"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of the event list. `origins`: independent ones; `said`: its tolls but for those that nobody gave."""

    event: Event
    origins: int
    reports: int
    said: tuple[Toll, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of the report list."""

    report: Report
    claims: int
    skips: int
    events: int


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with its words, its report, the event that holds it (None while events have not been made), and its past where people corrected it."""

    claim: Claim
    report: Report
    words: tuple[Piece, ...]
    event: Event | None
    past: Past | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything that one claimant (or outlet, where it asserts by itself) says of an event. `kind` is the claimant's, or "outlet"."""

    name: str
    kind: str
    cards: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement, and the one that took it back."""

    judgement: Judgement
    undone_by: Judgement | None

    @property
    def undone(self) -> bool:
        """Whether it was taken back."""
        return self.undone_by is not None


def event_rows(events: Iterable[Event], origin_of: Mapping[str, str]) -> tuple[EventRow, ...]:
    """Rows in the order of `events`. `origin_of`: report id → origin."""
    return tuple(
        EventRow(e, count_origins(e, origin_of), len({ref.report for ref in e.claims}), tuple(t for t in e.toll if t.state != "unknown")) for e in events
    )


def _killed(row: EventRow) -> int:
    figures = [n for t in row.said if t.measure == "killed" for n in (t.best, t.low, t.high) if n is not None]
    return max(figures, default=-1)


def _newest_first(event: Event) -> tuple[int, str]:
    return -(event.when.start if event.when else date.min).toordinal(), event.id


def ordered(rows: Iterable[EventRow], order: str) -> tuple[EventRow, ...]:
    """By day (undated last), by people killed, or by number of origins; ties by day and id."""
    newest = sorted(rows, key=lambda r: _newest_first(r.event))
    if order == "oldest":
        return tuple(sorted(newest, key=lambda r: r.event.when.start if r.event.when else date.max))
    if order == "toll":
        return tuple(sorted(newest, key=_killed, reverse=True))
    if order == "sources":
        return tuple(sorted(newest, key=lambda r: r.origins, reverse=True))
    return tuple(newest)


def event_of_claim(events: Iterable[Event]) -> Mapping[str, Event]:
    """Claim id → the event that holds it."""
    return {ref.claim: event for event in events for ref in event.claims}


def card(claim: Claim, report: Report, event: Event | None, past: Past | None = None) -> ClaimCard:
    """A claim with its evidence cut into highlighted pieces."""
    return ClaimCard(claim, report, pieces(report.text, claim.evidence.start, claim.evidence.end, tuple(marks_of([claim]))), event, past)


def voices(event: Event, told: Sequence[Told], reports: Mapping[str, Report], past: Mapping[str, Past]) -> tuple[Voice, ...]:
    """The event's claims by who says so, the first to speak first. `past`: claim id → how people corrected it."""
    mine = {ref.claim for ref in event.claims}
    spoken: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for t in told:
        if t.claim.id in mine:
            claimant = t.claim.claimant
            spoken[(claimant.name, claimant.kind) if claimant else (t.outlet or t.report, "outlet")].append(t)
    found = [
        (min((t.published or date.max) for t in given), name, Voice(name, kind, tuple(card(t.claim, reports[t.report], event, past.get(t.claim.id)) for t in given)))
        for (name, kind), given in spoken.items()
    ]
    return tuple(voice for _, _, voice in sorted(found, key=lambda f: (f[0], f[1], f[2].kind)))


def decisions(judgements: Sequence[Judgement], claims: Iterable[str] | None = None) -> tuple[Decision, ...]:
    """All judgements but the undoing ones, the latest first; only those about one of `claims`, if given."""
    wanted = None if claims is None else set(claims)
    held = {j.id for j in in_force(judgements)}
    undone = {subject: j for j in judgements if j.kind == "undo" for subject in j.subjects if subject not in held}
    about = [j for j in judgements if j.kind != "undo" and (wanted is None or wanted & set(j.subjects))]
    return tuple(Decision(j, undone.get(j.id)) for j in sorted(about, key=lambda j: (j.time, j.id), reverse=True))


def decided_by(event: Event, judgements: Sequence[Judgement]) -> Judgement | None:
    """The judgement that gave the event its status, if a person did."""
    kind = {"confirmed": "confirm", "rejected": "reject"}.get(event.status)
    found = [d.judgement for d in decisions(judgements, (ref.claim for ref in event.claims)) if d.judgement.kind == kind and not d.undone]
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts beside the event that is looked at: the next one of the list of events (behind the last, the first), and how many there are."""

    next: Event | None
    left: int


def drafts_beside(event: Event, events: Iterable[Event]) -> Drafts:
    """Where to go on after an event."""
    others = sorted((e for e in events if e.status == "draft" and e.id != event.id), key=_newest_first)
    later = (e for e in others if _newest_first(e) > _newest_first(event))
    return Drafts(next(later, others[0] if others else None), len(others))


def near(event: Event, events: Iterable[Event], most: int = 40) -> tuple[Event, ...]:
    """Other events that could be the same happening: sharing a place or an actor first, then by days between, then of the same type."""

    def far(other: Event) -> tuple[bool, bool, int, str]:
        shared = {p.name for p in event.places} & {p.name for p in other.places} or {a.name for a in event.by} & {a.name for a in other.by}
        gap = abs((event.when.start - other.when.start).days) if event.when and other.when else 10_000
        return not shared, other.type != event.type, gap, other.id

    return tuple(sorted((e for e in events if e.id != event.id), key=far)[:most])

