"""The desk needs nothing from the network: no file of it names another host, and the base map is small and whole."""

import json
import re

import pytest

from sijill.desk.shell import WEB

FILES = sorted(p for p in WEB.rglob("*") if p.suffix in {".js", ".css", ".html", ".svg"})


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_file_names_another_host(path):
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", text)


def test_there_are_files_to_check():
    assert {"desk.css", "map.js", "base.html"} <= {p.name for p in FILES}


def test_the_base_map_is_small_and_its_rings_close():
    folder = WEB / "static" / "map"
    assert sum((folder / name).stat().st_size for name in ("world.json", "towns.json")) <= 700_000
    world = json.loads((folder / "world.json").read_text(encoding="utf-8"))
    assert len(world["countries"]) > 230

    def ends(number):
        flat = world["arcs"][number if number >= 0 else ~number]
        start, end = (flat[0], flat[1]), (sum(flat[::2]), sum(flat[1::2]))
        return (start, end) if number >= 0 else (end, start)

    for name, rings in world["countries"]:
        for ring in rings:
            chain = [ends(number) for number in ring]
            assert all(a[1] == b[0] for a, b in zip(chain, [*chain[1:], chain[0]], strict=True)), name


def test_towns_lie_on_the_globe_largest_first():
    towns = json.loads((WEB / "static" / "map" / "towns.json").read_text(encoding="utf-8"))
    rows = list(zip(*[iter(towns["towns"])] * 4, strict=True))
    assert len(rows) > 8000
    assert all(-18000 <= x <= 18000 and -9000 <= y <= 9000 for _, x, y, _ in rows)
    assert [rank for *_, rank in rows] == sorted(rank for *_, rank in rows)
    assert {"Kharkiv", "Aleppo"} <= {name for name, *_ in rows}
