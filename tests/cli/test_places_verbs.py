"""`sijill places`: add, find, alias, list, each as a user would call it."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run


@pytest.fixture
def places(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The verbs with a data folder of their own, in which Sudan has three places of the user's."""
    monkeypatch.setenv("SIJILL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")
    rows = ["name,lat,lon,kind,aliases,admin1Name_en", "Qolo,13.69,25.24,village,Golo|قولو,North Darfur", "Kabka,13.71,25.26,village,,North Darfur", "Golo,10.2,31.0,village,,White Nile", "broken,1,2"]
    (tmp_path / "own_sd.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def verb(*args: object, **more: object) -> object:
        return run("places", *args, **more)

    verb("add", tmp_path / "own_sd.csv", "--licence", "CC0")
    return verb  # type: ignore[return-value]


def test_adding_tells_places_and_rejected_rows(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIJILL_DATA", str(tmp_path / "data"))
    (tmp_path / "own_sd.csv").write_text("name,lat,lon\nQolo,13.69,25.24\nfar off,99,25\n", encoding="utf-8")
    out = run("places", "add", tmp_path / "own_sd.csv").output
    assert "SD: 1 places" in out
    assert "1 × coordinates out of range" in out
    assert (tmp_path / "data" / "SD.places").exists()


def test_a_file_that_cannot_be_used_is_told_in_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIJILL_DATA", str(tmp_path / "data"))
    result = run("places", "add", tmp_path / "none.csv", code=2)
    assert "no such file" in result.stderr
    assert result.stderr.count("\n") == 1


def test_finding_ranks_by_nearness_and_division(places: Run) -> None:
    near = places("find", "Golo", "--near", "13.7,25.3").output.splitlines()
    first = next(line for line in near if "village" in line)
    assert "Qolo" in first
    assert "km away" in first
    within = places("find", "Golo", "--in", "White Nile").output
    assert "10.2000" in within
    assert "13.6900" not in within
    assert "is spelled like it" in places("find", "Xqzvw", "--in", "White Nile", code=2).stderr


def test_a_decided_name_is_used_from_its_day_on(places: Run) -> None:
    places("alias", "Base 6", "13.7,25.25", "--author", "rk", "--day", "2024-12-01")
    assert "rk, 2024-12-01" in places("find", "Base 6").output
    assert "rk, 2024-12-01" not in places("find", "Base 6", "--date", "2024-11-01").output
    assert "“Base 6”" in places("list").output
    assert "no place with that id" in places("alias", "Base 7", "geonames:0", "--author", "rk", code=2).stderr


def test_the_list_shows_licences(places: Run) -> None:
    out = places("list").output
    assert "CC0" in out
    assert "GeoNames" in out
