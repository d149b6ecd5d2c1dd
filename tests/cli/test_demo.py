"""The whole line with the packaged model: the example reports to claims, events and files, the same on every run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sijill.cli import main
from sijill.cli.demo import example_reports
from sijill.cli.desk import EXPORTS
from sijill.records import Reading, check_reading
from sijill.records.contract import from_json


def test_the_demo_goes_from_reports_to_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    first = CliRunner().invoke(main, ["demo", "--no-serve", "--out", "out"])
    assert first.exit_code == 0, first.output
    assert "3 reports added" in first.stdout
    examples = {r.id: r for r in example_reports()}
    assert all(r.title and r.title in first.stdout for r in examples.values())
    assert max(map(len, first.stdout.split("3 reports added")[0].splitlines())) <= 100
    assert {p.name for p in (tmp_path / "out").iterdir()} >= {*EXPORTS, "sijill.sqlite"}
    sources = (tmp_path / "out" / "sources.txt").read_text(encoding="utf-8")
    assert "GeoNames" in sources
    assert "CC BY 4.0" in sources
    lines = (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(examples)
    for line in lines:
        reading = from_json(line, Reading)
        check_reading(examples[reading.report], reading)
        assert reading.claims
    assert all(json.loads(line)["status"] == "draft" for line in (tmp_path / "out" / "events.jsonl").read_text(encoding="utf-8").splitlines())

    again = CliRunner().invoke(main, ["demo", "--no-serve", "--out", "out"])
    assert again.exit_code == 0, again.output
    assert "0 reports added with 0 claims, 3 in already" in again.stdout
    assert (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines() == lines


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = CliRunner().invoke(main, ["demo", "--no-serve", "--out", str(tmp_path / "file")])
    assert result.exit_code == 2
    assert "no folder can be made there" in result.stderr
