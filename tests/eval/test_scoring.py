"""The project's scorer: right on small cases, and the same figures as the development measure where that is at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eval.gold import gold_report, load
from eval.scoring import SLOTS, score, total
from sijill.records import Claim, Reading
from sijill.records.contract import from_plain, to_json

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

ROW = {
    "id": "r", "text": "RSF gunmen killed nine people in Kutum on Monday, residents said.", "published": "2024-09-05",
    "claims": [{
        "type": "attack", "evidence": "RSF gunmen killed nine people in Kutum on Monday", "by": [["RSF gunmen", "RSF"]], "to": [["people"]],
        "places": [{"text": "Kutum", "role": "at"}], "when": {"text": "on Monday", "start": "2024-09-02", "end": "2024-09-03"},
        "counts": [{"measure": "killed", "text": "nine", "low": 9, "best": 9, "high": 9, "quantifier": "exact"}],
        "claimant": {"text": "residents", "kind": "witness"}, "modality": "asserted",
    }],
}  # fmt: skip


def echoed(row: dict, **changes: object) -> Claim:
    """The gold claim of ROW as if it had been read, with changes."""
    text, c = row["text"], row["claims"][0]

    def mention(words: str) -> dict:
        at = text.index(words)
        return {"text": words, "start": at, "end": at + len(words)}

    def actor(words: str) -> dict:
        return {"name": words, "id": None, "kind": "other", "mention": mention(words)}

    plain = {
        "id": "c1", "type": c["type"], "evidence": {"quote": c["evidence"], "start": 0, "end": len(c["evidence"])}, "by": [actor("RSF gunmen")], "to": [actor("people")],
        "places": [{"name": "Kutum", "id": None, "lat": None, "lon": None, "precision": None, "admin": [], "role": "at", "mention": mention("Kutum")}],
        "when": {"start": "2024-09-02", "end": "2024-09-03", "precision": "day", "mention": mention("Monday")},
        "counts": [{"measure": "killed", "who": None, "status": "unknown", "unit": "person", "low": 9, "best": 9, "high": 9, "quantifier": "exact", "mention": mention("nine")}],
        "claimant": {"name": "residents", "kind": "witness", "mention": mention("residents")}, "modality": "asserted", "score": 1.0, "why": "gold",
    }  # fmt: skip
    return from_plain({**plain, **changes}, Claim)


def test_a_perfect_reading_scores_one() -> None:
    assert total([score(gold_report(ROW), [echoed(ROW)])])["facts"].f1 == 1.0


@pytest.mark.parametrize(
    ("changes", "slot"),
    [({"by": []}, "by"), ({"to": []}, "to"), ({"places": []}, "place"), ({"when": None}, "when"), ({"counts": []}, "count"), ({"claimant": None}, "claimant")],
)
def test_a_missing_value_costs_its_slot_and_no_other(changes: dict, slot: str) -> None:
    tally = total([score(gold_report(ROW), [echoed(ROW, **changes)])])
    assert tally[slot].recall == 0.0
    assert all(tally[s].recall == 1.0 for s in SLOTS if s not in (slot, "modality"))


def test_facts_of_a_wrong_type_count_for_nothing() -> None:
    assert total([score(gold_report(ROW), [echoed(ROW, type="armed_clash")])])["facts"].hit == 0


def test_a_false_claim_costs_precision() -> None:
    tally = total([score(gold_report({**ROW, "claims": []}), [echoed(ROW)])])
    assert (tally["facts"].precision, tally["facts"].read) == (0.0, 7)


def test_the_examples_gold_is_whole() -> None:
    assert [len(g.claims) for g in load(ROOT / "eval/gold/examples.jsonl")] == [21, 19, 19]


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "eval/score.py").exists(), reason="the development measure is not beside this project")
def test_same_figures_as_the_development_measure(tmp_path: Path) -> None:
    gold_path = SHARED / "gold/dev.jsonl"
    echo = subprocess.run([sys.executable, str(SHARED / "gold/echo.py"), str(gold_path)], capture_output=True, text=True, check=True).stdout
    readings = [from_plain(json.loads(line.replace('"measure": "killed"', '"measure": "injured"')), Reading) for line in echo.splitlines()]
    kept = [Reading(r.report, r.claims[::2], ()) for r in readings]
    path = tmp_path / "read.jsonl"
    path.write_text("\n".join(to_json(r) for r in kept), encoding="utf-8")
    theirs = json.loads(subprocess.run([sys.executable, str(SHARED / "eval/score.py"), str(gold_path), str(path), "--json"], capture_output=True, text=True, check=True).stdout)
    by_report = {r.report: r.claims for r in kept}
    ours = total(score(g, by_report[g.report.id]) for g in load(gold_path))
    for slot in ("facts", *SLOTS):
        assert [round(ours[slot].precision, 4), round(ours[slot].recall, 4), round(ours[slot].f1, 4)] == theirs[slot], slot
