"""Characters that nobody sees, taken out before a report is read and put back into what was read from it.

Soft hyphens, zero-width characters, marks of direction and variation selectors cut words for a reader that goes by characters. Reading
goes by the text without them; every offset of a reading is into the text as it was given, and every quotation holds what stands there.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, replace

from sijill.records import Actor, Claim, Evidence, Mention, Reading, Report, Skip, claim_id

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


@dataclass(frozen=True, slots=True)
class Stripped:
    """A report without its invisible characters. `at[k]` is the offset in the given text of the k-th character that was kept; one more is its end."""

    given: Report
    report: Report
    at: array[int]

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return self.at[start], self.at[end - 1] + 1 if end > start else self.at[start]

    def _mention(self, mention: Mention) -> Mention:
        start, end = self._range(mention.start, mention.end)
        return Mention(self.given.text[start:end], start, end)

    def _actor(self, actor: Actor) -> Actor:
        return replace(actor, mention=self._mention(actor.mention))

    def _claim(self, claim: Claim, rank: int) -> Claim:
        start, end = self._range(claim.evidence.start, claim.evidence.end)
        return replace(
            claim,
            id=claim_id(self.given.id, claim.type, claim.modality, start, end, rank),
            evidence=Evidence(start, end, self.given.text[start:end]),
            by=tuple(map(self._actor, claim.by)),
            to=tuple(map(self._actor, claim.to)),
            places=tuple(replace(p, mention=self._mention(p.mention)) for p in claim.places),
            when=claim.when and replace(claim.when, mention=self._mention(claim.when.mention)),
            counts=tuple(replace(c, who=c.who and self._actor(c.who), mention=self._mention(c.mention)) for c in claim.counts),
            claimant=claim.claimant and replace(claim.claimant, mention=self._mention(claim.claimant.mention)),
        )

    def restored(self, reading: Reading) -> Reading:
        """A reading of the stripped report with every offset, quotation and id as of the given one."""
        ranks: dict[tuple[str, str, int, int], int] = {}
        claims: list[Claim] = []
        for c in reading.claims:
            key = (c.type, c.modality, c.evidence.start, c.evidence.end)
            ranks[key] = ranks.get(key, -1) + 1
            claims.append(self._claim(c, ranks[key]))
        return replace(reading, claims=tuple(claims), skips=tuple(Skip(s.stage, *self._range(s.start, s.end), s.reason) for s in reading.skips))


def stripped(report: Report) -> Stripped | None:
    """The report without invisible characters in its text and title; None if it has none, or nothing else."""
    text, title = report.text, report.title
    if not _INVISIBLE.search(text) and not (title and _INVISIBLE.search(title)):
        return None
    at = array("Q")
    begin = 0
    for found in _INVISIBLE.finditer(text):
        at.extend(range(begin, found.start()))
        begin = found.end()
    at.extend(range(begin, len(text)))
    at.append(len(text))
    seen = _INVISIBLE.sub("", text)
    return Stripped(report, replace(report, text=seen, title=title and _INVISIBLE.sub("", title)), at) if seen.strip() else None
