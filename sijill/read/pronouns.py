"""Pronouns: words that name nobody by themselves and are followed back to a name."""

from __future__ import annotations

import re

PRONOUN = re.compile(r"^(?:(?P<person>he|she|him|her)|(?P<group>they|them)|(?P<one>it)|we|us|I|who|which|his|their|the latter)$", re.IGNORECASE)
"""A whole mention that is a pronoun: a person's, a group's, or one thing's; the others are nobody's that could be found."""


def is_pronoun(words: str) -> bool:
    """Whether an actor or a speaker is given only as "he", "they": never one by itself."""
    return PRONOUN.match(words.strip()) is not None
