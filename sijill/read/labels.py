"""The labels that the model gives to word pieces, in the order of its outputs. Training and reading share this one list."""

from __future__ import annotations

from typing import Final

from sijill.records import MEASURES


def _bio(names: tuple[str, ...]) -> tuple[str, ...]:
    return ("O", *(f"{b}-{name}" for name in names for b in "BI"))


ACTOR_TAGS: Final = _bio(("by", "to"))
PLACE_TAGS: Final = _bio(("at", "near", "from", "to", "when"))
COUNT_TAGS: Final = _bio(MEASURES)
CLAIMANT_TAGS: Final = _bio(("claimant",))
