"""The recipe that learns the weights: same marks, same weights; what it writes is what the package reads."""

from __future__ import annotations

from eval.join_eval import b_cubed, fold_of, reliability
from sijill.events import learned, weights
from training.happenings import marked_claims, training_files
from training.join import inside_examples, learn
from training.learned_file import Counted, Learned, stems_source, weights_source
from training.regression import Table, fit
from training.retold import retold_claims


def test_the_same_marks_give_the_same_weights() -> None:
    few = [m for m in marked_claims(training_files()) if m.episode in {"e01", "e02"}]
    assert learn(few) == learn(few)


def test_rules_are_not_learned() -> None:
    few = [m for m in marked_claims(training_files()) if m.episode in {"e01", "e02"}]
    found = learn(few).across
    for table in (found.sure, found.doubt):
        assert {k: v for k, v in table.items() if k in weights.RULES} == weights.RULES


def test_what_is_written_reads_back() -> None:
    found = fit(inside_examples([m for m in marked_claims(training_files()) if m.episode == "e01"]), 1.0)
    scope: dict[str, object] = {}
    counted = Counted({0.5: ["kill", "town"]}, {"strike": ["shell"], "accord": ["truce"]})
    exec(weights_source(Learned(found, Table({"bias": -1.0}, {"bias": -2.0})), "From a test."), scope)
    exec(stems_source(counted, "In a test."), scope)
    assert scope["ACROSS"] == {"bias": -1.0}
    assert scope["ACROSS_DOUBT"] == {"bias": -2.0}
    assert scope["WORD_WEIGHT"] == {"kill": 0.5, "town": 0.5}
    assert scope["KIND_OF"] == {"shell": "strike", "truce": "accord"}
    written = scope["INSIDE"]
    assert isinstance(written, dict)
    assert abs(written["bias"] - found.sure["bias"]) < 0.001


def test_the_packaged_weights_are_of_this_recipe() -> None:
    assert learned.__doc__ is not None
    assert "training/join.py" in learned.__doc__
    for inside, across in ((learned.INSIDE, learned.ACROSS), (learned.INSIDE_DOUBT, learned.ACROSS_DOUBT)):
        assert weights.RULES.items() <= across.items()
        assert weights.BIAS in inside


def test_the_retold_happenings_are_whole() -> None:
    marked = retold_claims()
    assert len({m.happening for m in marked if m.happening}) >= 50
    assert len({m.told.claim.id for m in marked}) == len(marked)


def test_b_cubed() -> None:
    perfect = b_cubed([("h1", "a"), ("h1", "a"), ("h2", "b")])
    assert (perfect.f1, perfect.swallowed, perfect.scattered) == (1.0, 0.0, 1.0)
    lumped = b_cubed([("h1", "a"), ("h1", "a"), ("h2", "a")])
    assert lumped.swallowed == 0.5
    assert lumped.recall == 1.0
    assert lumped.precision < 0.6
    assert b_cubed([]).f1 == 0.0


def test_folds_and_reliability() -> None:
    assert fold_of("e07") == fold_of("d12") == 2
    assert reliability([(0.95, True), (0.91, False), (0.05, False)]) == [("0.0–0.1", 1, 0.05, 0.0), ("0.9–1.0", 2, 0.93, 0.5)]
