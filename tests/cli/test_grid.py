"""A grid takes no more than it is given, keeps every sign of its cells, and leaves columns their least widths where it can."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
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
