"""Characters that nobody sees: read as if absent, while every offset is into the text as it was given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijill.knowledge import Knowledge
from sijill.read import read
from sijill.read.invisible import stripped
from sijill.records import Claim, Report, check_reading

PLAIN = "Russian warplanes bombed Idlib on Monday, killing nine people, a monitor said."
SOFT = "Rus\u00adsian war\u00adplanes bom\u00adbed Id\u00adlib on Mon\u00adday, kil\u00adling ni\u00adne peo\u00adple, a mon\u00aditor said."
MARKED = "\ufeff\u200fRussian\u200f war\u200bplanes bombed \u2067Idlib\u2069 on Monday, kill\u200ding ni\u2060ne people, \u202aa monitor\u202c said.\ufe0f"


def values(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without where its words stand."""
    return (
        claim.type, claim.modality, [(a.name, a.id, a.kind) for a in (*claim.by, *claim.to)], [(p.name, p.id) for p in claim.places],
        claim.when and claim.when.start, [(c.measure, c.best, c.status) for c in claim.counts], claim.claimant and (claim.claimant.name, claim.claimant.kind), claim.score,
    )  # fmt: skip


@pytest.mark.parametrize("text", [SOFT, MARKED, "".join(f"{ch}\u00ad" for ch in PLAIN)])
def test_the_reading_is_that_of_the_visible_text_at_true_offsets(text: str, knowledge: Knowledge) -> None:
    plain, given = Report("r", PLAIN, published="2024-12-04"), Report("r", text, published="2024-12-04")
    reading = read(given, knowledge)
    check_reading(given, reading)
    assert [values(c) for c in reading.claims] == [values(c) for c in read(plain, knowledge).claims]
    assert reading.claims


def test_an_unseen_character_is_no_sentence(knowledge: Knowledge) -> None:
    report = Report("r", f"{PLAIN}\n\n\ufe0f\n\nThe army left.", published="2024-12-04")
    assert read(report, knowledge).skips == ()


def test_skips_and_title_are_of_the_report_as_given(knowledge: Knowledge) -> None:
    report = Report("r", f"\u200b{PLAIN}\nLes forces ar\u00admées ont repris le village hier soir après de violents combats.\u200b", title="Str\u00adikes")
    (skip,) = read(report, knowledge).skips
    assert report.text[skip.start : skip.end].startswith("Les forces ar\u00admées")
    assert report.text[skip.start : skip.end].endswith("combats.")
    seen = stripped(report)
    assert seen and seen.report.title == "Strikes"


def test_a_text_without_them_is_not_touched() -> None:
    assert stripped(Report("r", PLAIN)) is None
    assert stripped(replace(Report("r", "x"), text="\ufe0f")) is None
