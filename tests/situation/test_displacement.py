"""Displacement in IDMC's terms, a happening and in total."""

from __future__ import annotations

from datetime import date

from spoken import count, event, exact, place, told

from sijill.situation import displacement, displacement_totals, household_size

FAMILIES = ("displaced", "around 650 families", (None, 650, None), "about", "household", "civilian")
SUDAN = ("Sudan", "North Darfur")


def left(words: str, said: str, n: int | None, unit: str = "person", **more):
    counts = more.pop("counts", [exact("displaced", n, unit, "civilian")] if n is not None else [])
    return told("displacement", words, said, [], [("residents", None, "civilians")], more.pop("places", [place("Kutum", 14.2, 24.7, "from", admin=SUDAN)]), counts=counts, **more)


def only(claims, *more, **kw):
    (row,) = displacement([event("e1", "displacement", claims, "2030-06-01", **kw)], [*claims, *more])
    return row


def test_households_become_persons_with_the_factor_and_its_range() -> None:
    claim = left("around 650 families fled towards the border", "2030-11-28", None, says=("local sources", "witness"), counts=[count(*FAMILIES)],
                 places=[place("the border", role="to")])  # fmt: skip
    row = only([claim])
    assert (row.low, row.best, row.high, row.state) == (1950, 3250, 5200, "number")
    figure = row.figures[0]
    assert (figure.reported, figure.unit, figure.quantifier, figure.category, figure.term, figure.kind, figure.role) == (
        650, "household", "approximately", "Internal displacements", "Forced to flee", "flow", "recommended"
    )  # fmt: skip
    assert figure.household is not None
    assert "650 households × 5 persons (from 3 to 8" in row.why
    known = only([left("around 650 families fled", "2030-11-28", None, counts=[count(*FAMILIES)])])
    assert (known.low, known.best, known.high) == (2925, 3640, 4355)
    assert "UN DESA" in known.why


def test_a_household_factor_names_its_source_or_is_the_wide_default() -> None:
    assert household_size("Yemen").best == 6.7
    assert "UN DESA" in household_size("Yemen").source
    assert household_size("Qara") == household_size(None)


def test_a_later_running_total_replaces_and_another_adds() -> None:
    medic = ("emergency room", "ngo")
    first, second = left("200 people fled", "2030-06-01", 200, says=medic), left("the number of displaced has risen to 500", "2030-06-03", 500, says=medic)
    row = only([first, second])
    assert (row.best, row.running) == (500, True)
    assert [(f.reported, f.role) for f in row.figures] == [(200, "replaced"), (500, "recommended")]
    third = left("another 100 people fled", "2030-06-04", 100, says=medic)
    assert only([first, second, third]).best == 600
    assert only([first, second, third, left("another 100 people fled", "2030-06-05", 100, says=medic)]).best == 600
    vague = left("many more have fled", "2030-06-06", None, says=medic, counts=[count("displaced", "many", quantifier="vague")])
    assert only([first, vague]).best == 200


def test_persons_win_over_households_of_the_same_claim() -> None:
    both = left("400 families (2,100 people) fled", "2030-06-01", None, counts=[exact("displaced", 400, "household"), exact("displaced", 2100)])
    assert only([both]).best == 2100


def test_two_places_of_one_report_stand_side_by_side() -> None:
    one = left("300 fled Kutum", "2030-06-01", 300, report="r1", id="a")
    two = left("200 fled Tina", "2030-06-01", 200, report="r1", id="b", places=[place("Tina", 15.0, 23.0, "from", admin=SUDAN)])
    assert only([one, two]).best == 500


def test_claimants_give_a_range_and_parties_are_set_behind() -> None:
    row = only([left("900 fled", "2030-06-02", 900, says=("the militia", "party")), left("500 fled", "2030-06-01", 500, says=("UN agency", "un"))])
    assert (row.low, row.best, row.high) == (500, 500, 900)


def test_no_bound_is_made_of_a_best_figure() -> None:
    over = left("more than 900 fled", "2030-06-01", None, counts=[count("displaced", "more than 900", (901, None, None), "more_than")])
    about = left("about 600 fled", "2030-06-01", None, says=("the mayor", "official"), counts=[count("displaced", "about 600", (None, 600, None), "about")])
    exactly = left("500 fled", "2030-06-01", 500, says=("UN agency", "un"))
    assert [(r.low, r.high) for r in (only([over]), only([about]), only([exactly]))] == [(901, None), (None, None), (500, 500)]
    assert (only([over, exactly]).low, only([over, exactly]).high) == (500, None)
    assert (only([about, exactly]).low, only([about, exactly]).high) == (500, None)
    open_side = left("more than 100 fled Tina", "2030-06-01", None, report="r1", id="b", counts=[count("displaced", "more than 100", (101, None, None), "more_than")],
                     places=[place("Tina", 15.0, 23.0, "from", admin=SUDAN)])  # fmt: skip
    both = only([left("300 fled Kutum", "2030-06-01", 300, report="r1", id="a"), open_side])
    assert (both.low, both.best, both.high) == (401, 401, None)
    rows = displacement([event(f"e{k}", "displacement", [c], "2030-06-01") for k, c in enumerate((over, exactly))], [over, exactly])
    (total,) = displacement_totals(rows)
    assert (total.low, total.best, total.high) == (1401, 1401, None)


def test_zero_unstated_unknown_and_planned_stay_apart() -> None:
    assert only([left("nobody has fled", "2030-06-01", 0)]).state == "zero"
    assert only([left("many fled", "2030-06-01", None, counts=[count("displaced", "many", quantifier="vague")])]).state == "unstated"
    silent = only([left("residents fled", "2030-06-01", None)])
    assert (silent.state, silent.figures, silent.best) == ("unknown", (), None)
    ordered = only([left("900 are to be evacuated", "2030-06-01", 900, modality="planned")])
    assert (ordered.state, ordered.best, ordered.figures[0].role) == ("unknown", None, "set aside")
    assert only([left("fled", "2030-06-01", 10**12)]).best is None


def test_stock_return_and_borders_have_their_categories() -> None:
    stock = only([left("there are 9,000 displaced people in Kutum", "2030-06-01", 9000)])
    assert (stock.kind, stock.category) == ("stock", "IDPs")
    abroad = only([left("300 crossed", "2030-06-01", 300, places=[place("Kutum", 14.2, 24.7, "from", admin=SUDAN), place("Tine", 15.0, 22.8, "to", admin=("Chad",))])])
    assert abroad.category == "Cross-border flight"
    back = told("return", "50 families returned", "2030-06-01", places=[place("Kutum", 14.2, 24.7, "to", admin=SUDAN)], counts=[exact("returned", 50, "household")])
    (row,) = displacement([event("e1", "return", [back], "2030-06-01")], [back])
    assert (row.category, row.returned, row.best) == ("Return", True, 280)


def happenings():
    a, b = left("200 fled", "2030-06-02", 200, id="a"), left("300 fled", "2030-06-05", 300, id="b", places=[place("Tina", 15.0, 23.0, "from", admin=SUDAN)])
    total = left("700 people have fled in total since May", "2030-06-20", 700, id="t", places=[place("North Darfur", 15.7, 25.5, "from", 4, ("Sudan",))])
    other = left("40 fled", "2030-06-05", 40, id="o", places=[place("Aden", 12.8, 45.0, "from", admin=("Yemen", "Aden"))])
    quiet = left("residents fled", "2030-06-05", None, id="q")
    claims = [a, b, total, other, quiet]
    days = ["2030-06-02", "2030-06-05", "2030-06-20", "2030-06-05", "2030-06-05"]
    return [event(f"e{k}", "displacement", [c], d) for k, (c, d) in enumerate(zip(claims, days, strict=True))], claims


def test_totals_count_nobody_twice() -> None:
    events, claims = happenings()
    sudan, yemen = displacement_totals(displacement(events, claims))
    assert (sudan.country, sudan.best, sudan.covered, sudan.counted, sudan.unknown) == ("Sudan", 700, 2, 1, 1)
    assert (yemen.country, yemen.best) == ("Yemen", 40)
    assert "inside a running total" in sudan.why
    apart = displacement_totals(displacement([events[0], events[1]], claims))
    assert apart[0].best == 500
    parts_more = left("800 fled", "2030-06-07", 800, id="p")
    more = displacement_totals(displacement([*events[:3], event("e9", "displacement", [parts_more], "2030-06-07")], [*claims, parts_more]))
    assert more[0].best == 1300


def test_stock_is_the_latest_not_a_sum() -> None:
    claims = [left("there are 9,000 displaced here", "2030-06-01", 9000, id="a"), left("there are 7,000 displaced here", "2030-07-01", 7000, id="b")]
    events = [event("e1", "displacement", [claims[0]], "2030-06-01"), event("e2", "displacement", [claims[1]], "2030-07-01")]
    (total,) = displacement_totals(displacement(events, claims))
    assert (total.kind, total.best) == ("stock", 7000)


def test_rejected_happenings_do_not_count() -> None:
    claim = left("200 fled", "2030-06-02", 200)
    assert displacement([event("e1", "displacement", [claim], "2030-06-02", status="rejected")], [claim]) == ()
    assert displacement_totals(()) == ()
    assert only([claim]).start == date(2030, 6, 1)
