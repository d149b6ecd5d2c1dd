"""Labels that the reader learns from."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from sijill.knowledge import DATA
from sijill.read.labels import ACTOR_TAGS
from training.examples import examples


def tagged(text: str, evidence: str, by: list[list[str]], to: list[list[str]]) -> dict[str, str]:
    """Role → words that are labelled for the only claim of a text."""
    tokenizer = Tokenizer.from_file(str(DATA / "reader" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    claim = {"type": "abduction", "modality": "asserted", "evidence": evidence, "by": by, "to": to, "places": [], "counts": [], "when": None, "claimant": None}
    (example,) = examples(tokenizer, [{"id": "r", "text": text, "claims": [claim]}])
    (labels,) = example.claims
    out = {}
    for role in ("by", "to"):
        at = np.flatnonzero((labels.actors == ACTOR_TAGS.index("B-" + role)) | (labels.actors == ACTOR_TAGS.index("I-" + role)))
        out[role] = text[example.window.spans[at[0]][0] : example.window.spans[at[-1]][1]] if len(at) else ""
    return out


def test_a_name_in_the_sentence_is_labelled() -> None:
    assert tagged("The Karvan Brigade seized ten pilgrims.", "seized ten pilgrims", [["The Karvan Brigade"]], [["pilgrims"]]) == {"by": "The Karvan Brigade", "to": "pilgrims"}


def test_a_name_before_the_sentence_leaves_the_label_to_the_pronoun() -> None:
    text = "The Karvan Brigade came at dawn. They seized ten pilgrims and beat them."
    assert tagged(text, "They seized ten pilgrims", [["The Karvan Brigade"]], [["pilgrims"]]) == {"by": "They", "to": "pilgrims"}


def test_without_a_pronoun_the_name_keeps_its_label() -> None:
    text = "The Karvan Brigade came at dawn. Ten pilgrims were seized."
    assert tagged(text, "Ten pilgrims were seized", [["The Karvan Brigade"]], [["pilgrims"]]) == {"by": "The Karvan Brigade", "to": "pilgrims"}
