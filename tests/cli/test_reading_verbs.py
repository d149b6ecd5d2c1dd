"""Reports in, claims out: tables for people, contract lines for programs, one line for each fault, and exit code 2 after any."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pattern_reader import PatternReader

from sijill.records import Reading, Report, check_reading
from sijill.records.contract import from_json, schema
from sijill.store import open_store

DAY = ("--published", "2024-11-26", "--outlet", "Border Wire")


def test_read_prints_a_table_and_stores_nothing(run: Any, files: tuple[Path, Path], tmp_path: Path) -> None:
    told = run("read", *files, *DAY).stdout
    for words in ("Two strikes in the Kharkiv region", "2024-11-26 · Border Wire", "shelling", "Russian forces", "→ civilians", "Kupiansk", "2024-11-25", "killed: 3", "medics"):
        assert words in told
    assert "“dozens”" in told
    assert "not read (count): “dozens”: no figure" in told
    assert max(map(len, told.splitlines())) <= 100
    assert not list(tmp_path.glob("*.sqlite*"))


@pytest.mark.parametrize("columns", ["80", "120", "300"])
def test_tables_fit(run: Any, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, run("read", *files, *DAY).stdout.splitlines())) <= min(int(columns), 120)


def test_read_gives_the_contracts_lines(run: Any, files: tuple[Path, Path]) -> None:
    lines = run("read", *files, *DAY, "--format", "jsonl", "--reports", "reports.jsonl").stdout.splitlines()
    reports = Path("reports.jsonl").read_text(encoding="utf-8").splitlines()
    shape = Draft202012Validator({**schema(), "$ref": "#/$defs/Reading"})
    for line, report in zip(lines, reports, strict=True):
        shape.validate(json.loads(line))
        reading = from_json(line, Reading)
        check_reading(from_json(report, Report), reading)
        assert reading.claims
    assert list(json.loads(lines[0])) == ["report", "claims", "skips"]


def test_read_takes_standard_input(run: Any, files: tuple[Path, Path]) -> None:
    lines = [json.dumps({"id": n, "text": files[0].read_text(encoding="utf-8"), "published": "2024-11-26"}) for n in "ab"]
    told = run("read", "-", "--format", "jsonl", stdin="\n".join(lines)).stdout
    assert [json.loads(line)["report"] for line in told.splitlines()] == ["a", "b"]
    assert "killed: 3" in run("read", "-", *DAY, stdin=files[0].read_bytes()).stdout


def test_every_fault_is_one_line_and_the_rest_is_read(run: Any, files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "broken.jsonl").write_text('{"id": "ok", "text": "Nothing."}\n{"id": ', encoding="utf-8")
    bad = ("empty.txt", "binary.txt", "broken.jsonl", "none.txt", ".")
    result = run("read", *bad, files[0], *DAY, "--format", "jsonl", code=2)
    assert [json.loads(line)["report"].split("-")[0] for line in result.stdout.splitlines()] == ["ok", "border"]
    faults = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in faults] == ["empty.txt", "binary.txt", "broken.jsonl:2", "none.txt", "."]
    assert all(line.startswith("sijill: ") and line.endswith(")") for line in faults)


def test_add_stores_what_is_good_and_nothing_of_the_rest(run: Any, files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"id": "ok", "text": "Nothing."}\n{"id": "no"}\n', encoding="utf-8")
    told = run("add", "broken.jsonl", files[0], *DAY, code=2)
    assert "2 reports added with 2 claims" in told.stdout
    with open_store("sijill.sqlite") as store:
        assert [r.id.split("-")[0] for r in store.reports()] == ["border", "ok"]


@pytest.mark.parametrize("args", [("read", "first.txt"), ("add", "first.txt"), ("explain", "first.txt")])
def test_a_date_that_is_none(run: Any, files: tuple[Path, Path], tmp_path: Path, args: tuple[str, ...]) -> None:
    result = run(*args, "--published", "2024-02-30", code=2)
    assert result.stderr.splitlines() == ["sijill: --published: '2024-02-30' is no date (write it as 2024-11-27)"]
    assert not list(tmp_path.glob("*.sqlite*"))


def test_a_report_that_the_reader_fails_on_is_told_and_not_stored(run: Any, files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "hard.txt").write_text("This report cannot be asked about.", encoding="utf-8")
    for verb in ("read", "add"):
        result = run(verb, "hard.txt", files[0], *DAY, code=2)
        assert "the endpoint did not answer (try again)" in result.stderr
    assert "1 report added" in result.stdout
    assert "1 report added" in run("add", files[1]).stdout


def test_add_twice_changes_nothing(filled: Any, files: tuple[Path, Path]) -> None:
    before = filled("claims", "--format", "jsonl").stdout
    assert "0 reports added with 0 claims, 1 in already" in filled("add", files[0], *DAY).stdout
    assert filled("claims", "--format", "jsonl").stdout == before


def test_another_text_under_a_known_id_is_refused(filled: Any, tmp_path: Path) -> None:
    report_id = filled("reports", "--format", "jsonl").stdout.splitlines()[0]
    (tmp_path / "other.jsonl").write_text(json.dumps({"id": json.loads(report_id)["id"], "text": "Other words."}), encoding="utf-8")
    assert "in the store with another text" in filled("add", "other.jsonl", code=2).stderr


def test_reports_are_listed(filled: Any) -> None:
    told = filled("reports").stdout
    assert "Border Wire" in told
    assert "2 reports in sijill.sqlite" in told
    rows = list(csv.DictReader(io.StringIO(filled("reports", "--format", "csv").stdout)))
    assert [(r["outlet"], r["claims"], r["skips"]) for r in rows] == [("Border Wire", "2", "1"), ("Town Paper", "1", "0")]
    lines = filled("reports", "--format", "jsonl").stdout.splitlines()
    assert [from_json(line, Report).outlet for line in lines] == ["Border Wire", "Town Paper"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), 3), (("--place", "kupiansk"), 2), (("--place", "Kharkiv"), 3), (("--place", "Aleppo"), 0), (("--actor", "russian"), 3), (("--type", "shelling"), 3),
        (("--type", "attack"), 0), (("--since", "2024-11-26"), 1), (("--until", "2024-11-25"), 2), (("--from", "2024-11-26"), 1), (("--to", "2024-11-25"), 2), (("--since", "2024-11-25", "--until", "2024-11-26", "--place", "Vovchansk"), 1),
    ],
)  # fmt: skip
def test_claims_are_filtered(filled: Any, options: tuple[str, ...], found: int) -> None:
    assert (f"{found} claims" if found != 1 else "1 claim") in filled("claims", *options).stdout
    assert len(list(csv.DictReader(io.StringIO(filled("claims", *options, "--format", "csv").stdout)))) == found
    lines = filled("claims", *options, "--format", "jsonl").stdout.splitlines()
    assert sum(len(from_json(line, Reading).claims) for line in lines) == found


def test_claims_of_one_report(filled: Any) -> None:
    report = json.loads(filled("reports", "--format", "jsonl").stdout.splitlines()[0])["id"]
    assert "2 claims" in filled("claims", report).stdout
    assert "no such report" in filled("claims", "none", code=2).stderr


def test_false_filters_are_told(filled: Any) -> None:
    assert "--since: 'soon' is no date" in filled("claims", "--since", "soon", code=2).stderr
    assert "is after --until" in filled("claims", "--since", "2024-11-26", "--until", "2024-11-25", code=2).stderr
    assert "--type" in filled("claims", "--type", "war", code=2).stderr


def test_a_store_that_is_not_there_is_not_made(run: Any, tmp_path: Path) -> None:
    for verb in ("reports", "claims", "events", "reread", "serve", "export claims.csv", "judge list"):
        assert "there is no store at other.sqlite" in run(*verb.split(), "--store", "other.sqlite", code=2).stderr
    assert not list(tmp_path.glob("*.sqlite*"))


def test_explain_shows_words_values_and_reasons(filled: Any, files: tuple[Path, Path]) -> None:
    report = json.loads(filled("reports", "--format", "jsonl").stdout.splitlines()[0])["id"]
    of_store = filled("explain", report, 1).stdout
    for words in (
        "Russian forces shelled Kupiansk on Monday", "who did it", "49.7064, 37.6167", "Kharkiv Oblast, Ukraine", "in no list", "how many (killed)", "3, civilian",
        "medics (medic)", "– “shelled” tells of shelling rather than attack (0.20)", "– the place is the only one of its name",
    ):  # fmt: skip
        assert words in of_store, words
    assert "Vovchansk on Tuesday" not in of_store.split("who did it")[1]
    of_file = filled("explain", files[0], 1, *DAY).stdout
    assert of_file == of_store
    claim = json.loads(filled("claims", report, "--format", "jsonl").stdout)["claims"][1]["id"]
    assert "Vovchansk" in filled("explain", report, claim[:8]).stdout
    assert filled("explain", report).stdout.count("\nwhy\n") == 2


def test_explain_of_nothing_is_told(filled: Any, files: tuple[Path, Path]) -> None:
    assert "has no claim 9 (it has 2" in filled("explain", files[0], 9, *DAY, code=2).stderr
    assert "is no file, and no report in sijill.sqlite" in filled("explain", "none", 1, code=2).stderr


def test_what_a_report_says_cannot_steer_the_terminal(run: Any, tmp_path: Path) -> None:
    evil = "\x1b[31mEvil\x1b]0;title\x07 [bold]markup[/bold] \u202etxt\nRussian forces shelled Kupiansk on Monday, killing three civilians, the \x1b[2J[red]mayor said."
    (tmp_path / "evil.txt").write_text(evil, encoding="utf-8")
    told = run("read", "evil.txt", *DAY).stdout + run("explain", "evil.txt", 1, *DAY).stdout
    assert not set(told) & {"\x1b", "\x07", "\u202e"}
    assert "[bold]markup[/bold]" in told


def test_reread_keeps_what_people_decided(filled: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    event = json.loads(filled("events", "--place", "Kupiansk", "--format", "jsonl").stdout.splitlines()[0])
    filled("judge", "confirm", event["id"], "--author", "N. Haddad", "--reason", "seen")
    assert "0 reports read otherwise" in filled("reread").stdout
    monkeypatch.setattr("sijill.cli.readers.load_reader", lambda _: PatternReader("pattern-2", {"three": 30, "five": 50}))
    assert "2 reports read otherwise" in filled("reread").stdout
    after = json.loads(filled("events", "--place", "Kupiansk", "--format", "jsonl").stdout.splitlines()[0])
    assert after["status"] == "confirmed"
    assert {30, 50} & {t["best"] for t in after["toll"]} | {30, 50} & {t["high"] for t in after["toll"]}
