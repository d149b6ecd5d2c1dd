"""Values in words, the same on the desk, in tables and in spreadsheets. Zero, unknown and said-without-number read differently everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sijill.records import Actor, Count, EventWhen, Place, Toll, TollState, When

_UNITS = {"person": "", "household": " households", "place": " places", "strike": " strikes", "vehicle": " vehicles", "other": ""}


def code_words(code: str) -> str:
    """A code of the contract as a reader says it: `armed_clash` → "armed clash"."""
    return code.replace("_", " ")


def number(value: int) -> str:
    """Digits in threes, with a thin space from 10,000 on, so that 12500 reads at a glance."""
    return f"{value:,}".replace(",", "\u202f") if value >= 10_000 else str(value)


def range_words(low: int | None, best: int | None, high: int | None) -> str:
    """What the numbers say: "9", "at least 12", "10–15", "about 650" (a best that nothing bounds), "8 (5–12)". Empty if there is none."""
    if best is not None:
        if low is None and high is None:
            return f"about {number(best)}"
        if low is not None and high is not None and not low == best == high:
            return f"{number(best)} ({number(low)}–{number(high)})"
        if low == best and high is None:
            return f"at least {number(best)}"
        if high == best and low is None:
            return f"at most {number(best)}"
        if low is not None and low < best:
            return f"{number(best)} (at least {number(low)})"
        if high is not None and high > best:
            return f"{number(best)} (at most {number(high)})"
        return number(best)
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    return f"at most {number(high)}" if high is not None else ""


def count_words(count: Count) -> str:
    """One count of a claim: how many of what, in words that keep the three kinds of nothing apart."""
    if count.quantifier == "vague":
        return f"“{count.mention.text}”, no number"
    if count.quantifier == "unstated":
        return "said, number not given"
    if count.best == count.high == 0:
        return "none (0)"
    return range_words(count.low, count.best, count.high) + _UNITS[count.unit]


def persons_words(state: TollState, low: int | None, best: int | None, high: int | None, figures: bool = False) -> str:
    """How many persons, with the kinds of nothing apart. `figures`: there are some, so that if none counts, all were set aside."""
    if state == "unknown":
        return "figures set aside" if figures else "not said"
    return {"zero": "none (0)", "unstated": "said, number not given"}.get(state) or range_words(low, best, high)


def toll_words(toll: Toll) -> str:
    """The figure of a toll alone, without its measure."""
    if toll.state == "zero":
        return "none (0)"
    if toll.state == "unstated":
        return "said, number not given"
    if toll.state == "unknown":
        return "not said"
    return range_words(toll.low, toll.best, toll.high) + _UNITS[toll.unit]


def toll_line(toll: Toll) -> str:
    """Measure, whom, and figure: "killed (civilians): at least 12"."""
    whom = toll.who or (toll.status if toll.status != "unknown" else "")
    return f"{toll.measure}{f' ({whom})' if whom else ''}: {toll_words(toll)}"


def days_words(first: date, end: date) -> str:
    """A half-open range of days as people write it: one day, or first and last day."""
    last = end - timedelta(days=1)
    return first.isoformat() if last <= first else f"{first.isoformat()} – {last.isoformat()}"


def when_words(when: When | EventWhen | None) -> str:
    """The days; "undated" for words that could not be dated, empty where no time is said."""
    if when is None:
        return ""
    if when.start is None or when.end is None:
        return "undated"
    return days_words(when.start, when.end)


def names(values: Sequence[Actor | Place]) -> str:
    """The names of actors or places, each once, in order, joined by "; "."""
    return "; ".join(dict.fromkeys(value.name for value in values))
