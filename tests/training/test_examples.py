"""Labels that the reader learns from."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from eval.gold import gold_report
from sijill.knowledge import DATA
from sijill.read.labels import ACTOR_TAGS
from training.corpora import fold_of
from training.examples import examples
from training.marked import marked_reports

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


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


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "train").exists(), reason="no ../shared/train beside this project")
def test_every_marked_passage_is_of_the_contract() -> None:
    """Offsets without words are easily wrong: each joins with its text and holds values of the contract's kinds."""
    passages = [gold_report(row) for row in marked_reports(ROOT / "training/marked", SHARED)]
    assert len(passages) > 10_000
    assert sum(len(p.claims) for p in passages) > 10_000


def test_what_tells_of_the_same_stays_in_one_fold() -> None:
    tellings = [{"id": f"t{k}", "episode": "e03"} for k in range(9)]
    month = [{"id": f"wce-2014-07-{k:02}-x", "published": f"2014-07-{k:02}"} for k in range(1, 31)] + [{"id": "m-wce-2014-07-03-y", "published": "2014-07-03"}]
    assert len({fold_of(r, 3) for r in tellings}) == len({fold_of(r, 3) for r in month}) == 1
    alone = [{"id": f"w-{k}", "published": "2014-07-03"} for k in range(60)]
    assert {fold_of(r, 3) for r in alone} == {0, 1, 2}


def test_no_text_is_in_the_corpus_twice() -> None:
    ids = [json.loads(line)["id"] for path in sorted((ROOT / "training/corpus").glob("*.jsonl")) for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert len(ids) == len(set(ids))
