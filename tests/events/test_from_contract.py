"""Readings and reports to told claims, and the marked corpus joined as the development measure joins it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from telling import make

from eval.join_eval import b_cubed
from sijill.events import from_contract, join
from sijill.records import Reading, Report
from sijill.records.contract import to_json, to_plain
from training.happenings import marked_claims, training_files, within_claims

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"


def test_claims_get_what_their_report_tells() -> None:
    claim = make("r", "x y").claim
    (told,) = from_contract([Reading("r", (claim,), ())], [Report("r", "x y", None, "2024-05-14", "Radio")])
    assert (told.report, str(told.published), told.outlet, told.origin) == ("r", "2024-05-14", "Radio", "r")


def test_a_reading_without_its_report_keeps_its_claims() -> None:
    (told,) = from_contract([Reading("lost", (make("lost", "x y").claim,), ())], [])
    assert (told.published, told.outlet, told.origin) == (None, None, "lost")


def test_readings_come_by_report() -> None:
    readings = [Reading(name, (make(name, "x y").claim,), ()) for name in ("b", "a")]
    assert [t.report for t in from_contract(readings, [])] == ["a", "b"]


def test_the_marked_reports_are_whole() -> None:
    marked = marked_claims(training_files())
    assert len({m.happening for m in marked if m.happening}) >= 70
    assert len(within_claims()) > 1000


def test_what_it_learned_from_it_joins_well() -> None:
    """Not a measure (it was trained on these), only that training and joining fit together."""
    marked = marked_claims(training_files())
    home = {(ref.report, ref.claim): e.id for e in join([m.told for m in marked]) for ref in e.claims}
    score = b_cubed([(m.happening, home[m.told.report, m.told.claim.id]) for m in marked if m.happening])
    assert score.f1 > 0.85
    assert score.swallowed < 0.05


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "eval" / "join.py").exists(), reason="needs ../shared/eval/join.py, which users do not have")
def test_our_score_is_that_of_the_development_measure(tmp_path: Path) -> None:
    gold = SHARED / "train" / "happenings" / "dev.jsonl"
    echoed = subprocess.run([sys.executable, str(SHARED / "gold" / "echo.py"), str(gold)], capture_output=True, text=True, check=True).stdout
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    from sijill.records.contract import from_json

    readings = [from_json(line, Reading) for line in echoed.splitlines()]
    reports = [Report(r["id"], r["text"], r.get("title"), r.get("published"), r.get("outlet")) for r in rows]
    events = join(from_contract(readings, reports))
    claims_file, events_file = tmp_path / "claims.jsonl", tmp_path / "events.jsonl"
    claims_file.write_text(echoed, encoding="utf-8")
    events_file.write_text("".join(to_json(e) + "\n" for e in events), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(SHARED / "eval" / "join.py"), str(gold), str(claims_file), str(events_file), "--json"], capture_output=True, text=True, check=True
    )  # fmt: skip
    theirs = json.loads(run.stdout)
    happening = {f"{r['id']}#{k}": c["happening"] for r in rows for k, c in enumerate(r["claims"]) if c.get("happening")}
    home = {ref["claim"]: e["id"] for e in map(to_plain, events) for ref in e["claims"]}
    ours = b_cubed([(h, home[claim]) for claim, h in happening.items()])
    assert theirs["claims_paired"] == ours.claims
    assert (theirs["b3_f1"], theirs["swallowed"]) == (pytest.approx(ours.f1, abs=2e-3), ours.swallowed)
