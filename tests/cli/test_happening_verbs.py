"""Events are listed, shown, joined and decided on; every decision is on record and can be taken back; only what is confirmed leaves."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sijill.cli.desk import EXPORTS
from sijill.records import Event
from sijill.records.contract import from_json, schema

BY = ("--author", "N. Haddad", "--reason", "seen on film")


def events(run: Any, *options: str) -> list[Event]:
    return [from_json(line, Event) for line in run("events", *options, "--format", "jsonl").stdout.splitlines()]


def shared(run: Any) -> Event:
    """The event that both reports tell of."""
    (found,) = [e for e in events(run) if len({ref.report for ref in e.claims}) == 2]
    return found


def test_events_are_given_in_every_format(filled: Any) -> None:
    found = events(filled)
    shape = Draft202012Validator({**schema(), "$ref": "#/$defs/Event"})
    for line in filled("events", "--format", "jsonl").stdout.splitlines():
        shape.validate(json.loads(line))
    assert [e["id"] for e in json.loads(filled("events", "--format", "json").stdout)] == [e.id for e in found]
    assert [r["event"] for r in csv.DictReader(io.StringIO(filled("events", "--format", "csv").stdout))] == [e.id for e in found]
    assert {f["id"] for f in json.loads(filled("events", "--format", "geojson").stdout)["features"]} == {e.id for e in found}
    told = filled("events").stdout
    assert all(e.id[:10] in told for e in found)
    assert "draft" in told
    assert max(map(len, told.splitlines())) <= 100


def test_nothing_is_cut_off_in_a_narrow_terminal(filled: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    words: dict[str, dict[str, set[str]]] = {}
    for columns in ("80", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        told = {verb: filled(verb).stdout for verb in ("events", "claims")} | {"read": filled("read", "first.txt").stdout}
        assert max(len(line) for text in told.values() for line in text.splitlines()) <= int(columns)
        words[columns] = {verb: {w for w in text.split() if set(w) != {"─"}} for verb, text in told.items()}
    assert words["80"]["events"] == words["120"]["events"]
    assert words["80"]["read"] == words["120"]["read"]
    assert {w for w in words["120"]["claims"] if "-20" not in w} <= words["80"]["claims"]


def test_events_are_filtered(filled: Any) -> None:
    assert events(filled, "--place", "Aleppo") == []
    assert events(filled, "--type", "attack") == []
    assert events(filled, "--actor", "russian", "--place", "kupiansk", "--since", "2024-11-25", "--until", "2024-11-25") == [shared(filled)]
    assert events(filled, "--status", "confirmed") == []


def test_one_event_shows_its_voices_tolls_and_reasons(filled: Any) -> None:
    event = shared(filled)
    told = filled("event", event.id[:8]).stdout
    for words in ("medics", "the mayor", "killed", "why", "draft", "2024-11-25", "Kupiansk"):
        assert words in told
    assert "\n– " in told
    assert from_json(filled("event", event.id, "--format", "json").stdout, Event) == event
    pairs = filled("event", event.id, "--pairs").stdout
    assert "for (+) and against (–)" in pairs
    assert re.search(r"\d+%\s+[+–]\d", pairs)
    assert "there is no such event" in filled("event", "nothing", code=2).stderr


def test_what_was_known_on_a_day(filled: Any) -> None:
    assert events(filled, "--known", "2020-01-01") == []
    assert events(filled, "--known", "2199-01-01") == events(filled)


def test_known_is_by_publication_under_today_s_decisions_and_recorded_is_by_the_store(filled: Any) -> None:
    event = shared(filled)
    filled("judge", "confirm", event.id, *BY)
    then = events(filled, "--known", "2024-11-27")
    assert {ref.report for e in then for ref in e.claims} == {ref.report for e in events(filled) for ref in e.claims}
    assert [e.status for e in then if e.id == event.id] == ["confirmed"]
    assert events(filled, "--recorded", "2024-11-27") == []
    assert events(filled, "--recorded", "2199-01-01") == events(filled)
    assert "is no date" in filled("events", "--recorded", "then", code=2).stderr


def test_join_joins_what_it_is_given(filled: Any, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text(filled("claims", "--format", "jsonl").stdout, encoding="utf-8")
    (tmp_path / "reports.jsonl").write_text(filled("reports", "--format", "jsonl").stdout, encoding="utf-8")
    joined = filled("join", "claims.jsonl", "--reports", "reports.jsonl").stdout
    found = [from_json(line, Event) for line in joined.splitlines()]
    assert {frozenset(e.claims) for e in found} == {frozenset(e.claims) for e in events(filled)}
    assert {(a.name, a.id) for e in found for a in e.by} == {("Military forces of Russia", "ru-forces")}
    assert {(p.name, p.id) for e in found for p in e.places} == {("Kupiansk", "x:Kupiansk"), ("Vovchansk", "x:Vovchansk")}
    (tmp_path / "claims.jsonl").write_text('{"report": 1}\n' + (tmp_path / "claims.jsonl").read_text(encoding="utf-8"), encoding="utf-8")
    broken = filled("join", "claims.jsonl", "--reports", "reports.jsonl", code=2)
    assert broken.stdout == joined
    assert "claims.jsonl:1: is no reading" in broken.stderr
    moved = (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()[1].replace("forces shelled", "forces sheIled")
    (tmp_path / "moved.jsonl").write_text(moved, encoding="utf-8")
    assert "does not stand at" in filled("join", "moved.jsonl", "--reports", "reports.jsonl", code=2).stderr
    assert "none.jsonl: cannot be read" in filled("join", "none.jsonl", "--reports", "reports.jsonl", code=2).stderr


def test_join_tells_of_reports_that_are_missing_and_of_ids_given_twice(filled: Any, tmp_path: Path) -> None:
    claims, reports = (filled(verb, "--format", "jsonl").stdout.splitlines(keepends=True) for verb in ("claims", "reports"))
    (tmp_path / "claims.jsonl").write_text("".join(claims), encoding="utf-8")
    (tmp_path / "reports.jsonl").write_text("".join(reports), encoding="utf-8")
    joined = filled("join", "claims.jsonl", "--reports", "reports.jsonl").stdout
    (tmp_path / "claims.jsonl").write_text("".join([*claims, claims[0]]), encoding="utf-8")
    (tmp_path / "reports.jsonl").write_text("".join([*reports, reports[0]]), encoding="utf-8")
    twice = filled("join", "claims.jsonl", "--reports", "reports.jsonl", code=2)
    assert twice.stdout == joined
    first = json.loads(claims[0])
    assert f"claims.jsonl:{len(claims) + 1}: {len(first['claims'])} claim" in twice.stderr
    assert f"reports.jsonl:{len(reports) + 1}: there is a report '{json.loads(reports[0])['id']}' already" in twice.stderr
    (tmp_path / "claims.jsonl").write_text("".join(claims), encoding="utf-8")
    (tmp_path / "reports.jsonl").write_text("".join(r for r in reports if json.loads(r)["id"] != first["report"]), encoding="utf-8")
    lone = filled("join", "claims.jsonl", "--reports", "reports.jsonl", code=2)
    assert f"claims.jsonl:1: there is no report '{first['report']}' in reports.jsonl" in lone.stderr
    assert len(lone.stderr.splitlines()) == 1
    assert {ref.claim for line in lone.stdout.splitlines() for ref in from_json(line, Event).claims} == {c["id"] for line in claims for c in json.loads(line)["claims"]}


def test_confirm_releases_and_reject_withholds(filled: Any, tmp_path: Path) -> None:
    event = shared(filled)
    assert filled("export", "events.jsonl").stdout == ""
    assert "0 of" in filled("export", "events.jsonl").stderr
    filled("judge", "confirm", event.id[:10], *BY)
    assert [json.loads(line)["id"] for line in filled("export", "events.jsonl").stdout.splitlines()] == [event.id]
    filled("judge", "reject", event.id, *BY)
    for drafts in ((), ("--drafts",)):
        assert event.id not in filled("export", "events.jsonl", *drafts).stdout
    assert shared(filled).status == "rejected"


def test_split_merge_and_undo(filled: Any) -> None:
    event = shared(filled)
    one = event.claims[-1].claim
    assert "taken down: split" in filled("judge", "split", one[:9], *BY).stdout
    parts = events(filled)
    assert all(len({ref.report for ref in e.claims}) == 1 for e in parts if any(ref.claim == one for ref in e.claims))
    made = filled("judge", "merge", *(e.id for e in parts), *BY).stdout
    assert len(events(filled)) == 1
    filled("judge", "undo", made.split()[0][:10], *BY)
    assert {frozenset(e.claims) for e in events(filled)} == {frozenset(e.claims) for e in parts}
    told = filled("judge", "list").stdout
    assert "merge (undone)" in told
    assert "3 decisions" in told
    rows = list(csv.DictReader(io.StringIO(filled("judge", "list", "--format", "csv").stdout)))
    assert [(r["kind"], r["author"], r["reason"], r["state"]) for r in rows] == [
        ("split", "N. Haddad", "seen on film", ""), ("merge", "N. Haddad", "seen on film", "undone"), ("undo", "N. Haddad", "seen on film", "")
    ]  # fmt: skip
    assert len(filled("judge", "list", "--format", "jsonl").stdout.splitlines()) == 3


def test_what_is_taken_back_cannot_be_taken_back_again(filled: Any) -> None:
    merged = filled("judge", "merge", *(e.id for e in events(filled)), *BY).stdout.split()[0]
    undone = filled("judge", "undo", merged, *BY).stdout.split()[0]
    refused = filled("judge", "undo", merged, *BY, code=2).stderr
    assert refused.startswith(f"sijill: {merged}: is taken back already, by N. Haddad on ")
    assert refused.rstrip().endswith(f"(to let it stand again, undo {undone})")
    again = filled("judge", "undo", undone, *BY).stdout.split()[0]
    assert len(events(filled)) == 1, "an undo can be undone, and the merge stands again"
    for named in (undone, undone[:10]):
        assert f"undo {again}" in filled("judge", "undo", named, *BY, code=2).stderr
    states = {r["decision"]: r["state"] for r in csv.DictReader(io.StringIO(filled("judge", "list", "--format", "csv").stdout))}
    assert states == {merged: "", undone: "undone", again: ""}
    filled("judge", "undo", merged, *BY)
    assert len(events(filled)) > 1


def test_decisions_that_cannot_be_are_told(filled: Any) -> None:
    event = shared(filled)
    cases = [
        (("confirm", "none", *BY), "there is no such event or claim"),
        (("undo", "jnone", *BY), "there is no such decision"),
        (("merge", event.claims[0].claim, *BY), "needs two claims"),
        (("split", event.id, *BY), "nothing would be left"),
        (("confirm", event.id, "--author", " ", "--reason", "x"), "names its author and its reason"),
    ]
    for args, said in cases:
        result = filled("judge", *args, code=2)
        assert said in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert filled("judge", "list", "--format", "jsonl").stdout == ""


def test_a_correction_stands_in_the_place_of_the_machines_claim(filled: Any, tmp_path: Path) -> None:
    line = json.loads(filled("claims", "--place", "Vovchansk", "--format", "jsonl").stdout)
    claim = line["claims"][0]
    claim["counts"] = []
    (tmp_path / "claim.json").write_text(json.dumps(claim), encoding="utf-8")
    told = filled("judge", "correct", line["report"], claim["id"][:10], "claim.json", *BY).stdout
    assert "stands in the place of" in told
    after = json.loads(filled("claims", "--place", "Vovchansk", "--format", "jsonl").stdout)["claims"]
    assert [(c["id"][0], c["counts"]) for c in after] == [("d", [])]
    assert any(ref.claim == after[0]["id"] for e in events(filled) for ref in e.claims)
    assert "correct" in filled("judge", "list").stdout
    assert "there is no such claim" in filled("judge", "correct", line["report"], claim["id"], "claim.json", *BY, code=2).stderr
    claim["places"][0]["mention"]["text"] = "Vovchanss"
    moved = json.dumps(claim)
    assert "does not stand at" in filled("judge", "correct", line["report"], after[0]["id"], "-", *BY, stdin=moved, code=2).stderr
    assert "holds no claim" in filled("judge", "correct", line["report"], after[0]["id"], "none.json", *BY, code=2).stderr
    assert "holds no claim" in filled("judge", "correct", line["report"], after[0]["id"], "-", *BY, stdin="{}", code=2).stderr


def test_a_correction_can_be_taken_back_once(filled: Any, tmp_path: Path) -> None:
    line = json.loads(filled("claims", "--place", "Vovchansk", "--format", "jsonl").stdout)
    claim = line["claims"][0]
    (tmp_path / "claim.json").write_text(json.dumps(claim | {"counts": []}), encoding="utf-8")
    made = filled("judge", "correct", line["report"], claim["id"], "claim.json", *BY).stdout.split()[0]
    assert "stands in the place of" in filled("judge", "undo", made[:10], *BY).stdout
    after = json.loads(filled("claims", "--place", "Vovchansk", "--format", "jsonl").stdout)["claims"][0]
    assert after["counts"] == claim["counts"]
    assert "taken back already" in filled("judge", "undo", made, *BY, code=2).stderr
    rows = list(csv.DictReader(io.StringIO(filled("judge", "list", "--format", "csv").stdout)))
    assert [(r["decision"], r["kind"], r["subjects"], r["state"]) for r in rows] == [(made, "correct", claim["id"], "undone"), (after["id"], "undo", made, "")]
    assert [made in one for one in filled("judge", "list", "--format", "jsonl").stdout.splitlines()] == [True, True]


def test_export_writes_every_file_whole(filled: Any, tmp_path: Path) -> None:
    assert "losses.txt" in filled("export", "--out", "release", "--drafts").stdout
    assert sorted(p.name for p in (tmp_path / "release").iterdir()) == sorted((*EXPORTS, "losses.txt", "sources.txt"))
    for name in EXPORTS:
        content = (tmp_path / "release" / name).read_text(encoding="utf-8")
        assert content.endswith("\n")
        assert ("medics: 3" if name == "tolls.csv" else "Kupiansk") in content
        if name != "acled.csv":
            assert filled("export", name, "--drafts").stdout.replace("\r\n", "\n") == content.replace("\r\n", "\n")
    assert "ged.csv: not held" in (tmp_path / "release" / "losses.txt").read_text(encoding="utf-8")
    assert "not held" in filled("export", "ged.csv", "--drafts").stderr
    assert "name one, or give a folder" in filled("export", code=2).stderr
    (tmp_path / "file").touch()
    assert "no folder can be made" in filled("export", "--out", "file", code=2).stderr


def test_settings_name_the_store(filled: Any, tmp_path: Path) -> None:
    (tmp_path / "sijill.sqlite").rename(tmp_path / "mine.sqlite")
    (tmp_path / "sijill.toml").write_text('store = "mine.sqlite"', encoding="utf-8")
    assert "2 reports in mine.sqlite" in filled("reports").stdout
    (tmp_path / "sijill.toml").write_text('stoer = "mine.sqlite"', encoding="utf-8")
    assert "stoer is no setting (did you mean store?)" in filled("reports", code=2).stderr
    assert "no settings file" in filled("--config", "none.toml", "reports", code=2).stderr


def test_the_schema_is_printed(run: Any) -> None:
    assert json.loads(run("schema").stdout) == schema()


def test_serve_says_where_it_is_and_ends_when_told(filled: Any, tmp_path: Path) -> None:
    pytest.importorskip("fastapi", reason="the desk's extra is not installed")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    desk = subprocess.Popen([sys.executable, "-m", "sijill", "serve", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert desk.stdout is not None
    try:
        said = desk.stdout.readline() + desk.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address, said
        with urllib.request.urlopen(f"{address[0]}/reports", timeout=120) as answer:
            assert b"Border Wire" in answer.read()
        taken = address[0].rsplit(":", 1)[1]
        assert "cannot listen on" in filled("serve", "--port", taken, code=2).stderr
    finally:
        desk.send_signal(signal.SIGINT)
        _, complaint = desk.communicate(timeout=120)
    assert "Traceback" not in complaint
