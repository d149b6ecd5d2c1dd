"""The packaged model: its shapes, that an answer depends on one window alone, and that a missing or broken file is told in one line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sijill.errors import KnowledgeError
from sijill.knowledge import DATA
from sijill.knowledge.reader_model import Calibration, ReaderModel
from sijill.records import CLAIM_TYPES, MODALITIES

FILES = ("events.onnx", "roles.onnx", "tokenizer.json", "about.json", "filter.json")


@pytest.fixture(scope="module")
def model() -> ReaderModel:
    return ReaderModel(DATA / "reader")


def fed(model: ReaderModel, text: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    ids = tuple(model.tokenizer.encode(text, add_special_tokens=False).ids)
    return (101, *ids, 102), (0, *(1 for _ in ids), 0), (0, *(1 for _ in ids), 0)


def test_the_answers_have_the_shapes_of_the_contract(model: ReaderModel) -> None:
    given = fed(model, "Russian warplanes bombed Idlib on Monday.")
    hidden, chances = model.events(*given)
    assert chances.shape == (len(given[0]), len(CLAIM_TYPES))
    assert hidden.shape[1] == len(given[0])
    assert (chances >= 0).all() and (chances <= 1).all()
    tags, whole = model.roles(hidden, 3, CLAIM_TYPES.index("air_strike"))
    assert len(tags) == len(given[0])
    assert whole.shape == (len(MODALITIES) + 1,)


def test_the_same_window_is_answered_the_same_whatever_was_asked_before(model: ReaderModel) -> None:
    first = model.events(*fed(model, "HTS fighters captured Anjara."))
    model.events(*fed(model, "The committee met in the old town hall and spoke of the roads. " * 5))
    again = model.events(*fed(model, "HTS fighters captured Anjara."))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    other = ReaderModel(DATA / "reader").events(*fed(model, "HTS fighters captured Anjara."))
    assert all(np.array_equal(a, b) for a, b in zip(first, other, strict=True))


def test_scores_rise_with_the_raw_output_and_stay_between_nought_and_one(model: ReaderModel) -> None:
    scores = [model.calibration.score(k / 50) for k in range(51)]
    assert all(0 <= s <= 1 for s in scores)
    assert scores == sorted(scores)


def test_between_measured_points_the_score_is_linear() -> None:
    curve = Calibration(0.5, (0.0, 0.5, 1.0), (0.1, 0.5, 0.9))
    assert [curve.score(x) for x in (-1.0, 0.0, 0.25, 0.5, 1.0, 2.0)] == [0.1, 0.1, 0.3, 0.5, 0.9, 0.9]


def test_the_model_fits_the_budget_and_loads_quickly(least_seconds: Callable[[Callable[[], object]], float]) -> None:
    assert sum((DATA / "reader" / name).stat().st_size for name in FILES) <= 40_000_000
    assert least_seconds(lambda: ReaderModel(DATA / "reader")) < 1.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "reader", tmp_path / "reader"))


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told_with_a_cure(name: str, folder: Path) -> None:
    (folder / name).unlink()
    with pytest.raises(KnowledgeError, match="the reader's model in reader/ cannot be loaded") as told:
        ReaderModel(folder)
    assert told.value.hint == "reinstall sijill"
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"nonsense", b"{}", b"[]", b"null", b'{"model": {}}', b"\xff\xfe\x00"])
def test_a_broken_file_is_told_with_a_cure(name: str, content: bytes, folder: Path) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(KnowledgeError, match="cannot be loaded") as told:
        ReaderModel(folder)
    assert told.value.hint == "reinstall sijill"
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", ["events.onnx", "roles.onnx", "tokenizer.json", "filter.json"])
def test_half_a_file_is_told_with_a_cure(name: str, folder: Path) -> None:
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(KnowledgeError, match="cannot be loaded"):
        ReaderModel(folder)


def test_a_filter_without_its_bias_is_refused(folder: Path) -> None:
    front = json.loads((folder / "filter.json").read_text(encoding="utf-8"))
    del front["weights"][""]
    (folder / "filter.json").write_text(json.dumps(front), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'' is not in it"):
        ReaderModel(folder)
