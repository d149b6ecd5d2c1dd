"""The whole of reading: the same answer whatever is read before it and whatever the hash seed, headings left out, the seam for other readers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

from sijill.knowledge import Knowledge
from sijill.read import compact, read
from sijill.read.reading import LONGEST_READ
from sijill.read.segment import sentences
from sijill.read.tag import Proposal
from sijill.read.windows import CONTEXT_PIECES, WINDOW_PIECES, Pieced, pieces, windows
from sijill.records import Report, Sentence, Skip, check_reading

PLAIN = "Russian warplanes bombed Idlib on Monday, killing nine people."
REPORTS = (
    Report("a", PLAIN, published="2024-12-04"),
    Report("b", f"Syria: fighting\n\nHTS fighters captured Anjara near Aleppo on Wednesday, the group said.\n\n{PLAIN}\n\nNext Steps\n\nThe army denied it.", published="2024-12-05"),
    Report("c", "Les forces armées ont repris le village hier soir après de violents combats.\n" + PLAIN),
)


def test_a_plain_sentence_is_read(knowledge: Knowledge) -> None:
    reading = read(REPORTS[0], knowledge)
    check_reading(REPORTS[0], reading)
    claim = next(c for c in reading.claims if c.type == "air_strike")
    assert [a.id for a in claim.by] == ["ru-forces"]
    assert "Idlib" in [p.name for p in claim.places]
    assert claim.when and claim.when.start and claim.when.start.isoformat() == "2024-12-02"
    assert [(c.measure, c.best) for c in claim.counts] == [("killed", 9)]
    assert claim.evidence.quote in PLAIN
    assert 0 < claim.score <= 1


def test_reports_do_not_see_each_other(knowledge: Knowledge) -> None:
    forth = [read(r, knowledge) for r in REPORTS]
    back = [read(r, knowledge) for r in reversed(REPORTS)]
    assert back[::-1] == forth
    assert [read(r, knowledge) for r in REPORTS] == forth


SCRIPT = """
from sijill.knowledge import load_knowledge
from sijill.read import read
from sijill.records import Report
import sys
knowledge = load_knowledge()
for n, text in enumerate(sys.argv[1:]):
    print(ascii(read(Report(str(n), text, published="2024-12-05"), knowledge)))
"""


def test_the_hash_seed_changes_nothing(knowledge: Knowledge) -> None:
    texts = [r.text for r in REPORTS]

    def told(seed: str) -> list[str]:
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        return subprocess.run([sys.executable, "-c", SCRIPT, *texts], env=env, check=True, capture_output=True, text=True).stdout.splitlines()

    here = [ascii(read(Report(str(n), text, published="2024-12-05"), knowledge)) for n, text in enumerate(texts)]
    assert told("1") == here
    assert told("4242") == here


def test_claims_and_skips_run_in_the_order_of_the_text(knowledge: Knowledge) -> None:
    reading = read(REPORTS[1], knowledge)
    assert [s.start for s in reading.skips] == sorted(s.start for s in reading.skips)
    assert reading.report == "b"
    reading = read(REPORTS[2], knowledge)
    assert [s.reason for s in reading.skips] == ["language fr: this reader reads English"]
    assert reading.claims


def test_another_reader_is_told_what_is_worth_reading(knowledge: Knowledge) -> None:
    seen: list[tuple[str, bool]] = []

    def propose(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> tuple[tuple[Proposal, ...], tuple[Skip, ...]]:
        seen.extend((report.text[p.start : p.end], w) for p, w in zip(parts, wanted, strict=True))
        return (), (Skip("llm", 0, 5, "no answer"),)

    reading = read(REPORTS[1], knowledge, propose)
    assert reading.skips == (Skip("llm", 0, 5, "no answer"),)
    told = dict(seen)
    assert told[PLAIN]
    assert not told["Next Steps"]


def test_a_sentence_too_long_for_the_window_is_cut_and_said_so(knowledge: Knowledge) -> None:
    report = Report("r", "and " * 240 + "left.")
    _, skips = compact(knowledge)(report, sentences(report), [True])
    (cut,) = skips
    assert cut.reason == "the sentence is longer than the model's window"
    assert cut.end == len(report.text)
    assert report.text[: cut.start].count("and") == WINDOW_PIECES - CONTEXT_PIECES - 3


def test_the_bound_of_a_report_is_not_told_of_where_it_is_not_reached(knowledge: Knowledge) -> None:
    def quiet(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> tuple[tuple[Proposal, ...], tuple[Skip, ...]]:
        return (), ()

    just = "Yes it is so.  " * (LONGEST_READ // 15)
    assert len(just) == LONGEST_READ
    assert not read(Report("r", just), knowledge, quiet).skips
    (rest,) = read(Report("r", just + "No it was not."), knowledge, quiet).skips
    assert (rest.stage, just.rstrip()[: rest.start]) == ("segment", just.rstrip())


@pytest.mark.parametrize("every", [1, 2, 5])
def test_each_wanted_sentence_is_the_target_of_one_window(knowledge: Knowledge, every: int) -> None:
    report = Report("r", " ".join(f"The army left town number {k} and went on to the next one." for k in range(60)))
    parts = sentences(report)
    wanted = [k % every == 0 for k in range(len(parts))]
    made = list(windows(parts, Pieced(knowledge.model.tokenizer, report.text, parts), wanted))
    targets = [sorted({s for s, t in zip(w.sentence, w.target, strict=True) if t}) for w in made]
    assert [s for group in targets for s in group] == [k for k, w in enumerate(wanted) if w]
    assert max(len(w.ids) for w in made) <= WINDOW_PIECES
    whole = [pieces(knowledge.model.tokenizer, report.text, p) for p in parts]
    assert list(windows(parts, whole, wanted)) == made


def test_what_no_window_reaches_is_never_cut_into_pieces(knowledge: Knowledge) -> None:
    report = Report("r", "The army left the town. " * 500 + "Ten died there.")
    parts = sentences(report)
    coded = Pieced(knowledge.model.tokenizer, report.text, parts)
    list(windows(parts, coded, [False] * 500 + [True]))
    assert len(coded._known) < 50
