"""CSV: read back cell by cell, safe to open in a spreadsheet, the three kinds of nothing apart."""

import csv
import io

import pytest

from sijill.export import claims_as_csv, events_as_csv, tolls_as_csv
from sijill.export.cells import csv_lines, guarded


def table(lines):
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", "  =1", "＝1", "\u00a0@x"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text):
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "plain", "a=b", "1-2", "قصف", "“-quoted"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == text


def test_numbers_stay_numbers_and_nothing_stays_empty():
    (row,) = table(csv_lines(("a", "b", "c", "d"), [(-12.5, 0, None, "-12")]))
    assert row == {"a": "-12.5", "b": "0", "c": "", "d": "'-12"}


def test_lines_and_quotes_in_a_cell_come_back():
    (row,) = table(csv_lines(("a",), [('two\nlines, "quoted"',)]))
    assert row["a"] == 'two\nlines, "quoted"'


def test_no_cell_of_an_export_starts_a_formula(told, events):
    for lines in (claims_as_csv(told, events, False), events_as_csv(events, told, False), tolls_as_csv(events, False)):
        for row in table(lines):
            assert not [v for v in row.values() if v[:1] in "=@+" and v], row
    assert any(r["outlet"].startswith("'=cmd") for r in table(claims_as_csv(told, events, False)))


def test_claims_come_back(told, events):
    rows = {r["claim"]: r for r in table(claims_as_csv(told, events, released_only=False))}
    rejected = {ref.claim for e in events if e.status == "rejected" for ref in e.claims}
    assert set(rows) == {t.claim.id for t in told} - rejected
    for t in told:
        if t.claim.id in rows:
            row = rows[t.claim.id]
            assert (row["report"], row["type"], row["modality"]) == (guarded(t.report), t.claim.type, t.claim.modality)
            assert (int(row["start"]), int(row["end"]), row["quote"]) == (t.claim.evidence.start, t.claim.evidence.end, guarded(t.claim.evidence.quote))


def test_days_are_inclusive_and_the_words_stay_where_there_is_no_day(told, events):
    rows = table(claims_as_csv(told, events, False))
    fled = next(r for r in rows if r["type"] == "displacement")
    assert (fled["first_day"], fled["last_day"]) == ("2024-06-01", "2024-06-03")
    feared = next(r for r in rows if r["type"] == "warning")
    assert (feared["first_day"], feared["last_day"], feared["time_words"]) == ("", "", "in the coming days")


def test_only_released_rows_leave_by_default(told, events):
    assert {r["status"] for r in table(claims_as_csv(told, events))} == {"confirmed"}
    assert [r["status"] for r in table(events_as_csv(events, told))] == ["confirmed"]
    assert {r["event_status"] for r in table(tolls_as_csv(events))} == {"confirmed"}
    assert {r["status"] for r in table(events_as_csv(events, told, released_only=False))} == {"confirmed", "draft"}


def test_zero_unknown_and_unstated_are_three_things(events):
    by_state = {r["state"]: r for r in table(tolls_as_csv(events, False))}
    assert set(by_state) == {"number", "zero", "unstated", "unknown"}
    assert (by_state["zero"]["low"], by_state["zero"]["best"]) == ("0", "0")
    assert by_state["unstated"]["low"] == by_state["unknown"]["low"] == ""


def test_an_open_toll_has_no_upper_number_and_names_its_voices(events):
    row = next(r for r in table(tolls_as_csv(events, False)) if r["measure"] == "killed" and r["person_status"] == "civilian")
    assert (row["low"], row["best"], row["high"]) == ("12", "", "")
    assert row["said_by"] == "a local medic: at least 12; غرفة طوارئ كتم: at least 15"


def test_copies_of_one_report_count_as_one_origin(told, events):
    from dataclasses import replace

    copied = [replace(t, origin="one agency") for t in told]
    kutum = next(r for r in table(events_as_csv(events, copied, False)) if r["type"] == "shelling")
    assert (kutum["reports"], kutum["origins"]) == ("2", "1")
    apart = next(r for r in table(events_as_csv(events, told, False)) if r["type"] == "shelling")
    assert apart["origins"] == "2"
