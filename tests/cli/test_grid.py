"""A grid takes no more than it is given, keeps every sign of its cells, and leaves columns their least widths where it can."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from sijill.cli.grid import Column, Grid

COLUMNS = [Column("claim", 40, False), Column("who → whom", 12, False), Column("how many", 8, False), Column("score", 5, True)]
WORDS = st.text("abcde \nمлω界", max_size=60)


def shown(grid: Grid, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(grid)
    return out.getvalue()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(*[WORDS] * 4), min_size=1, max_size=4), st.integers(40, 130))
def test_it_fits_and_cuts_nothing_off(rows: list[tuple[str, ...]], width: int) -> None:
    grid = Grid(COLUMNS)
    for cells in rows:
        grid.add(*map(Text, cells))
    assert sum(grid.widths(width)) + 2 * (len(COLUMNS) - 1) <= width
    told = shown(grid, width)
    for sign in "abcdeмω":
        assert told.count(sign) - sum(c.name.count(sign) for c in COLUMNS) == sum(cell.count(sign) for cells in rows for cell in cells)


def test_what_fits_is_not_narrowed() -> None:
    grid = Grid(COLUMNS)
    grid.add(Text("c12"), Text("HTS\n→ army"), Text("killed: 3"), Text("0.90"))
    assert grid.widths(100) == [5, 10, 9, 5]


def test_wide_columns_give_way_before_narrow_ones() -> None:
    grid = Grid(COLUMNS)
    grid.add(Text("c" * 10), Text("x " * 40), Text("y " * 40), Text("0.90"))
    widths = grid.widths(60)
    assert widths[0] == 10
    assert widths[3] == 5
    assert abs(widths[1] - widths[2]) <= 1
    assert sum(widths) + 6 == 60


def test_figures_are_not_parted() -> None:
    for figure in ("20\u202f000", "20\u00a0000", "250 000"):
        for width in range(40, 90):
            grid = Grid(COLUMNS)
            grid.add(Text("c" * 10), Text(f"about {figure} of them have fled to the border and beyond", "dim"), Text(f"displaced: {figure}\n{figure} households"), Text("0.90"))
            assert shown(grid, width).count(figure) == 3, width


def test_words_are_broken_last_and_a_number_never() -> None:
    grid = Grid([Column("what", 8, False), Column("how many", 8, False), Column("why", 8, False)])
    grid.add(Text("casualties, shelling"), Text("20\u202f000 (18\u202f500–36\u202f000)"), Text("a long reason " * 6))
    told = shown(grid, 44)
    for whole in ("casualties,", "shelling", "20\u202f000", "(18\u202f500–36\u202f000)"):
        assert any(whole in line for line in told.split("\n")), told
    assert all(cell_len(line.rstrip()) <= 44 for line in told.split("\n"))


def test_a_word_that_must_be_broken_is_broken_behind_a_stroke_or_hyphen() -> None:
    grid = Grid([Column("report", 8, False), Column("title", 8, False)])
    grid.add(Text("wire/2024-06-03/kutum"), Text("Unverbrüchlichkeit"))
    told = [line.rstrip() for line in shown(grid, 26).split("\n")]
    assert any(line.startswith("wire/2024-") or line.startswith("wire/") for line in told), told
    assert "".join(line[:13].strip() for line in told[2:]).replace(" ", "") == "wire/2024-06-03/kutum"


def test_styles_survive_the_break() -> None:
    grid = Grid([Column("a", 8, False)])
    grid.add(Text.assemble(("bold words that are long", "bold"), " plain"))
    out = io.StringIO()
    Console(file=out, width=10, color_system="standard", force_terminal=True).print(grid)
    assert out.getvalue().count("\x1b[1m") >= 3
