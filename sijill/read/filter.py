"""Which sentences may tell of a happening at all; the others are not shown to the model. Cheap, and tuned for recall alone."""

from __future__ import annotations

import re

from sijill.knowledge.reader_model import SentenceFilter

_WORD = re.compile(r"[^\W\d_]+|\d+")
_STEM = 6


def words_of(sentence: str) -> list[str]:
    """What the filter looks at: words cut to six letters, numbers as one sign."""
    return ["#" if w[0].isdigit() else w[:_STEM] for w in _WORD.findall(sentence.lower())]


def may_tell(sentence: str, weights: SentenceFilter) -> bool:
    """Whether the words of a sentence weigh enough to be read. Trained by training/filter.py; recall is measured in `make eval`."""
    known = weights.weights
    return weights.bias + sum(known.get(w, 0.0) for w in dict.fromkeys(words_of(sentence))) >= weights.threshold
