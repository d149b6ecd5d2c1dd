"""Whatever is put in as a report: no crash, no hang, and every word that a reading points at stands where it says.

Time is taken of the processor, not of the clock, so that a busy machine fails nothing.
"""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijill.knowledge import Knowledge
from sijill.read import read
from sijill.read.reading import LONGEST_READ
from sijill.read.segment import sentences
from sijill.read.tag import Proposal, Tagged
from sijill.records import CLAIM_TYPES, MEASURES, Reading, Report, Sentence, Skip, Span, check_reading

PLAIN = "Russian warplanes bombed Idlib on Monday, killing nine people."
SECONDS = 20.0
"""Processor seconds that any single report here may take; the slowest takes some four."""

Proposed = tuple[tuple[Proposal, ...], tuple[Skip, ...]]


def checked(text: str, knowledge: Knowledge, propose: Callable[[Report, Sequence[Sentence], Sequence[bool]], Proposed] | None = None) -> Reading:
    report = Report("r", text, published="2024-12-04")
    start = time.process_time()
    reading = read(report, knowledge, propose)
    assert time.process_time() - start < SECONDS
    check_reading(report, reading)
    return reading


def silent(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> Proposed:
    """A reader that proposes nothing: what is left is the frame around the model."""
    return (), ()


NUMBERS = " ".join(str(n * 7919 % 1_000_003) for n in range(40_000))
BASE64 = base64.b64encode(random.Random(1).randbytes(150_000)).decode()
HUGE = {
    "one letter": "x" * 5_000_000,
    "one line of figures": "12 33.5 | " * 500_000,
    "one line of base64": BASE64 * 25,
    "one line of Arabic": "قُتل تسعة من عناصر الفصائل في غارات على ريف إدلب الجنوبي. " * 90_000,
    "full stops": "." * 5_000_000 + "x",
    "stops and letters": "...x" * 1_250_000,
    "line breaks": "a" + "\n" * 5_000_000 + "b",
    "spaces": "a" + " " * 5_000_000 + "b",
    "zero-width lines": "\u200b\n" * 2_500_000,
    "quotation marks": "“" * 2_500_000 + "”" * 2_500_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_five_megabytes_are_bounded_and_what_is_not_read_is_said(text: str, knowledge: Knowledge) -> None:
    reading = checked(text, knowledge)
    assert not reading.claims
    assert reading.skips[-1].reason == "only the first 600,000 characters of a report are read: split it"
    assert max((s.start for s in reading.skips[:-1]), default=0) < LONGEST_READ


def test_five_megabytes_of_lines_that_may_each_name_a_speaker_are_bounded(knowledge: Knowledge) -> None:
    checked(("he told them that she said nothing of it " * 24 + ":\n") * 5_000 + "He left.", knowledge, silent)


def test_a_line_of_prose_without_end_is_read_to_the_bound(knowledge: Knowledge) -> None:
    text = "The committee met in the old town hall and spoke of the roads. " * 80_000
    reading = checked(text, knowledge, silent)
    (rest,) = reading.skips
    assert (rest.stage, rest.end) == ("segment", len(text) - 1)
    assert 0 <= rest.start - LONGEST_READ < 100
    assert text[: rest.start].endswith("of the roads.")


ODD = {
    "html": '<div class="a">&nbsp;<p>Report</p><script>if(a<b){c()}</script>&amp;&#8217;</div>',
    "base64": BASE64[:3_000],
    "figures": NUMBERS[:5_000],
    "table": "| Place | Dead | Hurt |\n|---|---|---|\n| A | 3 | 12 |\n| B | 0 | 4 |",
    "emoji": "🔥🔥 👨‍👩‍👧‍👦 🇸🇾🇷🇺 ✈️💥 ‼️ " * 40,
    "right to left": "\u202eMonday\u202c \u2067إدلب\u2069 \u200f\u200e تسعة nine",
    "zero width": "w\u200ba\u200br\u200bp\ufeffl\u00adane\u2060s " * 60,
    "combining": "Z͑ͫ̓a̴̵̶l̷̸g̡̢o̧̨ " * 60 + "e" + "\u0301" * 3_000,
    "surrogates": "\ud800\udfff half \udc00 a pair \ud83d" * 30,
    "controls": "\x00\x01\x07\x1b[31mred\x1b[0m\x1c\x1d\x85\u2028\u2029\x0b\x0c",
    "scripts": "Idlib إدلب Идлиб אידליב 伊德利卜 इदलिब อิดลิบ ኢድሊብ " * 10,
    "french": "Les forces armées ont repris le village hier soir après de violents combats.",
    "hyphens": "a-" * 2_000 + "b " + "-" * 2_000,
    "brackets": "Aa Bb-Cc of the of the (" * 300 + "A-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a " * 40,
    "colons": "The minister of roads: " * 400 + "\n" + ("said " * 180 + ":\n") * 40,
    "no spaces": PLAIN.replace(" ", "") * 100,
    "capitals": PLAIN.upper(),
    "twice as many dates": "3 June 99999 4 5/6/7 31 February 2024 0/0 yesterday the day before tomorrow 9999-99-99 " * 20,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_what_stands_beside_it_does_not_keep_a_plain_sentence_from_being_read(odd: str, knowledge: Knowledge) -> None:
    reading = checked(f"{odd}\n\n{PLAIN}\n\n{odd}", knowledge)
    start = len(odd) + 2
    here = [c for c in reading.claims if start <= c.evidence.start and c.evidence.end <= start + len(PLAIN)]
    assert "air_strike" in {c.type for c in here}


@pytest.mark.parametrize(("odd", "reason"), [("french", "language fr: this reader reads English"), ("base64", "no prose: figures, codes or a table"), ("figures", "no prose: figures, codes or a table")])
def test_what_is_no_english_prose_is_skipped_with_its_reason(odd: str, reason: str, knowledge: Knowledge) -> None:
    reading = checked(ODD[odd], knowledge)
    assert not reading.claims
    assert {s.reason for s in reading.skips} == {reason}


def test_a_mark_inside_a_word_does_not_shift_the_words_after_it(knowledge: Knowledge) -> None:
    text = f"\ud83d\ud83d 😀 e\u0301\u0301 \u202e {PLAIN}"
    reading = checked(text, knowledge)
    assert "Idlib" in {p.mention.text for c in reading.claims for p in c.places}


ANY_TEXT = st.text(st.characters(), max_size=80) | st.sampled_from(sorted(ODD.values(), key=len)[:6]) | st.text(st.characters(categories=["Cs", "Cf", "Mn", "Zs", "Nd"]), max_size=30)
WORDS = st.sampled_from("The army HTS Idlib killed nine people on Monday said shelling in the village of Al-Bab , . “ ” at least 1,200 – to \n : ( ) Russian".split(" "))
STEADY = settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@STEADY
@given(st.lists(ANY_TEXT | WORDS, min_size=1, max_size=40).map(" ".join).filter(str.strip))
def test_any_text_is_read(knowledge: Knowledge, text: str) -> None:
    checked(text, knowledge)


def proposals(text: str, rng: random.Random) -> tuple[Proposal, ...]:
    """Proposals with spans anywhere, as a very bad model would make them."""

    def span(longest: int = 60) -> Span:
        start = rng.randrange(len(text))
        return Span(start, min(len(text), start + rng.randint(1, longest)))

    def tagged(roles: Sequence[str]) -> tuple[Tagged, ...]:
        return tuple(Tagged(rng.choice(roles), span(), rng.random()) for _ in range(rng.randint(0, 3)))

    return tuple(
        Proposal(
            rng.choice(CLAIM_TYPES), span(12), span(400), 0, rng.choice(["asserted", "planned", "denied"]), tagged(["by", "to"]),
            tagged(["at", "near", "from", "to", "when"]), tagged(MEASURES), tagged(["claimant"]), rng.random(), ("attack", 0.1),
        )
        for _ in range(6)
    )  # fmt: skip


@STEADY
@given(st.lists(ANY_TEXT | WORDS, min_size=1, max_size=40).map(" ".join).filter(str.strip), st.integers(0, 1_000))
def test_any_spans_of_any_text_are_resolved(knowledge: Knowledge, text: str, seed: int) -> None:
    reading = checked(text, knowledge, lambda report, parts, wanted: (proposals(report.text, random.Random(seed)), ()))
    assert len(reading.claims) == 6


def spoiled(text: str, rng: random.Random) -> str:
    """The text with pieces of it lost, doubled, exchanged or broken by odd characters."""
    for _ in range(rng.randint(1, 6)):
        a = rng.randrange(len(text))
        b = min(len(text), a + rng.randint(1, 30))
        odd = "".join(rng.choice(list(ODD.values()))[:20])
        text = rng.choice([text[:a] + text[b:], text[:b] + text[a:], text[:a] + odd + text[b:], text[:a] + text[a:b][::-1] + text[b:], text[:a] + text[a:b].swapcase() + text[b:]]) or odd
    return text if text.strip() else PLAIN


def test_reports_broken_at_random_are_read(knowledge: Knowledge) -> None:
    rng = random.Random(20_261_125)
    report = (
        "Aleppo, 4 December – HTS fighters captured Anjara and Kafr Bissin on Wednesday, killing at least 12 soldiers, the group said.\n\n"
        "“They shelled the market,” a doctor told reporters. Between 10 and 15 people died. The Syrian army (SAA) denied it: “No strikes took place.”\n"
    )
    for _ in range(60):
        checked(spoiled(report, rng), knowledge)


def telling(n: int) -> str:
    return "".join(f"“HTS fighters killed {k} people in Village{k % 150} on Monday,” the group’s spokesman number {k} said. The army denied it. " for k in range(n))


def all_of(report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> Proposed:
    """A reader that finds one happening with all its parts in each sentence that tells of one."""

    def found(s: Sentence) -> Proposal:
        words = report.text[s.start : s.end]

        def at(part: str) -> Span:
            start = s.start + words.index(part)
            return Span(start, start + len(part))

        who, place = Tagged("by", at("HTS fighters"), 0.9), Tagged("at", at(next(w for w in words.split() if w.startswith("Village"))), 0.9)
        figure = Tagged("killed", at(words.split()[3]), 0.9)
        speaker = (Tagged("claimant", at("the group’s spokesman"), 0.9),) if s.index % 4 == 0 and "spokesman" in words else ()
        return Proposal(
            "attack", at("killed"), Span(s.start, s.end), s.index, "asserted", (who, Tagged("by", at("people"), 0.9)), (place, Tagged("when", at("Monday"), 0.9)),
            (figure,), speaker, 0.9, ("air_strike", 0.05),
        )  # fmt: skip

    return tuple(found(s) for s in parts if "HTS" in report.text[s.start : s.end]), ()


def test_the_cost_of_claims_grows_no_faster_than_the_report(knowledge: Knowledge, least_seconds: Callable[[Callable[[], object]], float]) -> None:
    def seconds(n: int) -> float:
        assert len(checked(telling(n), knowledge, all_of).claims) == n
        return least_seconds(lambda: checked(telling(n), knowledge, all_of))

    few, many = seconds(400), seconds(1_600)
    assert many < 2 * 4 * few


@pytest.mark.parametrize("unit", ["The committee met in the old town hall. ", "قُتل تسعة من عناصر الفصائل\n", "12 | 33 | 4.5\n", "“a” said B (CD), and «c»: ", "A-b-c-d-e-f (XY) ", "...!?x ", "said Ann:\n"])
def test_the_cost_without_claims_grows_no_faster_than_the_report(unit: str, knowledge: Knowledge, least_seconds: Callable[[Callable[[], object]], float]) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        return least_seconds(lambda: checked(text, knowledge, silent))

    few, many = seconds(50_000), seconds(200_000)
    assert many < 2 * 4 * few + 0.05


def test_the_parts_of_a_report_are_those_of_its_start(knowledge: Knowledge) -> None:
    report = Report("r", "The army left. " * 30)
    assert sentences(report, 100) == sentences(report)[:7]
