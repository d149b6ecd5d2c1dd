"""Which words of a voice on one place stand beside each other, and which a later word of its own replaces."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.knowledge.folding import fold
from sijill.situation.holding import Word

_Slot = tuple[str, ...]
_WHOLE: _Slot = ("whole",)


def standing(words: Sequence[Word]) -> list[Word]:
    """The words that stand after all of these, which are of one place and in order; they keep that order.

    A sure word on the whole place replaces all that the voice said in earlier reports, and its earlier one in the same report. A denial
    replaces only what the voice said of the same side. Words on parts of the place stand side by side, and so does what is only possible.
    """
    by_voice: dict[str, dict[_Slot, tuple[int, Word]]] = {}
    for number, word in enumerate(words):
        said = by_voice.setdefault(word.voice.key, {})
        slot = _slot(word)
        if slot == _WHOLE:
            for other in [k for k, (_, earlier) in said.items() if earlier.told.report != word.told.report]:
                del said[other]
        elif word.sure and word.denied and not word.parts and _WHOLE in said and word.holder is not None and word.holder.same(said[_WHOLE][1].holder):
            del said[_WHOLE]
        said[slot] = number, word
    return [word for _, word in sorted((found for said in by_voice.values() for found in said.values()), key=lambda found: found[0])]


def _slot(word: Word) -> _Slot:
    """What a later word has to be about, to replace this one."""
    if not word.sure:
        return "possible", word.says
    if word.parts:
        return "parts", word.says, fold(word.place.mention.text)
    return ("denied", word.holder.key if word.holder else "") if word.denied else _WHOLE
