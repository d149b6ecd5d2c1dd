"""The whole of reading, as one pure function of a report and of what the reader knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sijill.knowledge import Knowledge
from sijill.read.claims import claims
from sijill.read.context import context
from sijill.read.filter import may_tell
from sijill.read.invisible import stripped
from sijill.read.language import unread
from sijill.read.segment import sentences
from sijill.read.tag import Proposal, tag
from sijill.read.windows import Pieced, windows
from sijill.records import Reading, Report, Sentence, Skip

Propose = Callable[[Report, Sequence[Sentence], Sequence[bool]], tuple[tuple[Proposal, ...], tuple[Skip, ...]]]
"""The seam at which a reader proposes: report, its sentences, which of them may tell of a happening → proposals in text order, skips."""


LONGEST_READ = 600_000
"""Code points of one report that are read: some two hundred pages, or a minute where every sentence tells of a happening. What is longer is
no report but a dump of many, to be split before reading; without a bound, one such file would hold up all others."""


def compact(knowledge: Knowledge) -> Propose:
    """The reader that ships: the packaged model, window by window."""

    def propose(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> tuple[tuple[Proposal, ...], tuple[Skip, ...]]:
        model = knowledge.model
        coded = Pieced(model.tokenizer, report.text, parts)
        cut = tuple(
            Skip("tag", coded[k].spans[-1][1], s.end, "the sentence is longer than the model's window")
            for k, s in enumerate(parts)
            if wanted[k] and coded[k].spans and report.text[coded[k].spans[-1][1] : s.end].strip()
        )
        return tuple(p for window in windows(parts, coded, wanted) for p in tag(model, window, report.text)), cut

    return propose


def _rest(report: Report, parts: Sequence[Sentence]) -> tuple[Skip, ...]:
    """A skip for what lies beyond the last sentence read."""
    end = len(report.text.rstrip())
    read_to = parts[-1].end if parts else 0
    return (Skip("segment", read_to, end, f"only the first {LONGEST_READ:,} characters of a report are read: split it"),) if end > max(read_to, LONGEST_READ) else ()


def read(report: Report, knowledge: Knowledge, propose: Propose | None = None) -> Reading:
    """All claims that a report makes, and what of it could not be read. The same answer whatever else is read before, after or beside it.

    Section headings are not read: they announce what the body tells. Characters that nobody sees (soft hyphens, zero-width characters, marks
    of direction) are read as if they were not there; offsets and quotations are of the report as given.
    """
    seen = stripped(report)
    return seen.restored(_read(seen.report, knowledge, propose)) if seen else _read(report, knowledge, propose)


def _read(report: Report, knowledge: Knowledge, propose: Propose | None) -> Reading:
    parts = sentences(report, LONGEST_READ)
    rest = _rest(report, parts)
    foreign = unread(report, parts)
    strange = {s.start for s in foreign}
    wanted = [s.kind != "heading" and s.start not in strange and may_tell(report.text[s.start : s.end], knowledge.model.filter) for s in parts]
    proposals, skips = (propose or compact(knowledge))(report, parts, wanted)
    found, uncounted = claims(report, parts, proposals, context(report, knowledge.actors), knowledge)
    return Reading(report.id, found, tuple(sorted((*foreign, *skips, *uncounted, *rest), key=lambda s: (s.start, s.end, s.stage))))
