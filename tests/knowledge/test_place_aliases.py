"""Decisions on names: appended, dated, and in force from their day on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sijill.errors import KnowledgeError
from sijill.knowledge.place_aliases import FILE, Alias, add_alias, in_force, read_aliases
from sijill.knowledge.place_record import PlaceRecord

BASE = PlaceRecord("Regiment 46", 36.112, 36.858, "base", "SY", ("Syria", "Aleppo"), (), 0, "", (), ("desk",))
OTHER = PlaceRecord("Regiment 46", 36.2, 36.9, "base", "SY", ("Syria", "Aleppo"), (), 0, "", (), ("desk",))


def test_the_latest_decision_counts_and_earlier_days_are_kept(tmp_path: Path) -> None:
    for place, author, day in ((BASE, "rk", date(2024, 12, 1)), (OTHER, "lm", date(2024, 12, 9))):
        add_alias(tmp_path, Alias("Regiment 46", place, author, day))
    aliases = read_aliases(tmp_path)
    assert [a.author for a in aliases] == ["rk", "lm"]
    assert in_force(aliases)["regiment 46"].place == OTHER
    assert in_force(aliases, date(2024, 12, 5))["regiment 46"].author == "rk"
    assert in_force(aliases, date(2024, 11, 30)) == {}


def test_a_crash_while_writing_loses_only_the_last_line(tmp_path: Path) -> None:
    add_alias(tmp_path, Alias("A", BASE, "rk", date(2024, 12, 1)))
    add_alias(tmp_path, Alias("B", BASE, "rk", date(2024, 12, 1)))
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-20])
    assert [a.name for a in read_aliases(tmp_path)] == ["A"]
    add_alias(tmp_path, Alias("C", BASE, "rk", date(2024, 12, 2)))
    assert [a.name for a in read_aliases(tmp_path)] == ["A", "C"]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"name": "A"}\n{}\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"aliases\.jsonl:1"):
        read_aliases(tmp_path)


@pytest.mark.parametrize(("name", "author"), [("—", "rk"), ("A", " ")])
def test_an_alias_needs_a_name_and_an_author(name: str, author: str) -> None:
    with pytest.raises(ValueError, match="needs"):
        Alias(name, BASE, author, date(2024, 12, 1))
