"""Legible late at night: each pair of text and ground in the style sheet meets WCAG 2 AA (4.5 to 1), in light and in dark."""

import re

import pytest

from sijill.desk.shell import WEB

SHEET = (WEB / "static" / "desk.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2])
TINTS = ("by", "to", "place", "time", "count", "claimant", "evidence")
PAIRS = [
    *(("ink", ground) for ground in ("paper", "card", "shade", *TINTS)), *(("soft", ground) for ground in ("paper", "card", "shade")),
    *(("accent", ground) for ground in ("paper", "card", "shade")), ("accent-ink", "accent"), ("good-ink", "good"), ("bad-ink", "bad"), ("warn-ink", "warn"),
    ("label", "land"), ("label", "sea"),
]  # fmt: skip


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(scheme, text, ground):
    assert contrast(scheme[text], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("family", [name for name in LIGHT if name.startswith("f-")])
def test_signs_stand_out_from_the_land(scheme, family):
    assert contrast(scheme[family], scheme["land"]) >= 3


def test_both_schemes_have_every_colour():
    assert set(LIGHT) == set(DARK)
    assert len(LIGHT) > 30


def test_the_measure_is_right():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
