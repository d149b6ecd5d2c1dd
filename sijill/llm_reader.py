"""A larger reader at the same seam: any endpoint that speaks the OpenAI-compatible chat API with a JSON schema (vLLM, Ollama, hosted).

1. The report goes out in parts of whole paragraphs.   2. The answer is checked against the schema.   3. Every value must quote words that
stand in its part, verbatim; what does not is refused and kept as a skip.   4. What is left becomes the same Proposals that the compact
reader makes, so that all that follows is the same.

Faults of the network, rate limits, server errors and answers that are no valid JSON are tried again with growing pauses; after the last
try a ReaderError tells what happened, and the report is left unread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import msgspec

from sijill.errors import SijillError
from sijill.read.tag import Proposal, Tagged
from sijill.records import ClaimType, Measure, Modality, PlaceRole, Report, Sentence, Skip, Span

PART = 6_000
"""Code points sent at once, at most (a longer paragraph goes alone)."""

_RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_PROMPT = (
    "You code reports of armed conflict. List every happening that the text states, one item for each: its type, the clause that states it, the word in it that "
    "tells the happening, who did it (by), to whom (to), the places with their role, the words of time, every figure with what it measures, the speaker the text "
    "attributes it to, and whether it is asserted, possible, planned, denied or background. Every value must be copied from the text letter by letter. "
    "Opinions, demands and condolences are no happenings. Answer with JSON only. Text:\n\n"
)


class ReaderError(SijillError):
    """The endpoint gave no usable answer."""


class PlaceAnswer(msgspec.Struct, frozen=True):
    """A place as the model quotes it."""

    text: str
    role: PlaceRole


class CountAnswer(msgspec.Struct, frozen=True):
    """A figure as the model quotes it."""

    text: str
    measure: Measure


class ClaimAnswer(msgspec.Struct, frozen=True):
    """One happening as the model tells it; all strings are quotes."""

    type: ClaimType
    evidence: str
    word: str
    modality: Modality
    by: list[str] = []
    to: list[str] = []
    places: list[PlaceAnswer] = []
    counts: list[CountAnswer] = []
    when: str | None = None
    claimant: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """The whole answer for one part of a report."""

    claims: list[ClaimAnswer]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask. `url` is the API's base ("http://127.0.0.1:8000/v1"); timeout in seconds."""

    url: str
    model: str
    key: str = ""
    timeout: float = 60.0
    tries: int = 4
    pause: float = 0.5


@dataclass(slots=True)
class Refusals:
    """How many quoted values were refused because their words do not stand in the report."""

    count: int = 0


@dataclass(frozen=True, slots=True)
class LlmReader:
    """Callable as the compact reader's `Propose`. `sleep` is there for tests."""

    endpoint: Endpoint
    sleep: Callable[[float], None] = time.sleep
    refusals: Refusals = field(default_factory=Refusals)

    def __call__(self, report: Report, parts: Sequence[Sentence], wanted: Sequence[bool]) -> tuple[tuple[Proposal, ...], tuple[Skip, ...]]:
        proposals: list[Proposal] = []
        skips: list[Skip] = []
        with httpx.Client(timeout=self.endpoint.timeout) as client:
            for start, end in _stretches(parts, wanted):
                for claim in self._asked(client, report.text[start:end]).claims:
                    found = _proposal(report, parts, (start, end), claim, skips)
                    proposals += [found] if found else []
        self.refusals.count += len(skips)
        return tuple(sorted(proposals, key=lambda p: (p.word.start, p.type))), tuple(skips)

    def _asked(self, client: httpx.Client, text: str) -> Answer:
        trouble = ""
        for attempt in range(self.endpoint.tries):
            if attempt:
                self.sleep(self.endpoint.pause * 2 ** (attempt - 1))
            try:
                reply = client.post(f"{self.endpoint.url.rstrip('/')}/chat/completions", json=_body(self.endpoint, text), headers=_headers(self.endpoint))
            except httpx.HTTPError as wrong:
                trouble = f"{type(wrong).__name__}: {wrong}"
                continue
            if reply.status_code in _RETRIED:
                trouble = f"HTTP {reply.status_code}"
                continue
            if reply.status_code != 200:
                raise ReaderError(f"{self.endpoint.url} answered HTTP {reply.status_code}", "check the endpoint, the model's name and the key in the settings")
            try:
                return _answer(reply.content)
            except (msgspec.ValidationError, msgspec.DecodeError, KeyError, IndexError, TypeError) as wrong:
                trouble = f"an answer that does not fit the schema ({wrong})"
        raise ReaderError(f"{self.endpoint.url} gave no usable answer in {self.endpoint.tries} tries: {trouble}", "try again later, or read with the compact reader")


def _headers(endpoint: Endpoint) -> dict[str, str]:
    return {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}


def _body(endpoint: Endpoint, text: str) -> dict[str, Any]:
    schema = msgspec.json.schema(Answer)
    return {
        "model": endpoint.model, "temperature": 0, "seed": 1, "messages": [{"role": "user", "content": _PROMPT + text}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "claims", "schema": schema}},
    }  # fmt: skip


def _answer(content: bytes) -> Answer:
    message = msgspec.json.decode(content)["choices"][0]["message"]["content"]
    bare = message.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    return msgspec.json.decode(bare, type=Answer)


def _stretches(parts: Sequence[Sentence], wanted: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of whole paragraphs that hold a wanted sentence, each run at most PART long where paragraphs allow."""
    paragraphs: dict[int, tuple[int, int, bool]] = {}
    for s, w in zip(parts, wanted, strict=True):
        start, _, any_wanted = paragraphs.get(s.paragraph, (s.start, s.end, False))
        paragraphs[s.paragraph] = (start, s.end, any_wanted or w)
    begin, stop = None, 0
    for start, end, w in paragraphs.values():
        if begin is not None and (not w or end - begin > PART):
            yield begin, stop
            begin = None
        if w:
            begin, stop = start if begin is None else begin, end
    if begin is not None:
        yield begin, stop


def _find(text: str, quote: str, limits: tuple[int, int], near: int) -> Span | None:
    """Where a quote stands inside the limits, nearest to an offset."""
    spots, at = [], text.find(quote, *limits) if quote else -1
    while at >= 0:
        spots.append(at)
        at = text.find(quote, at + 1, limits[1])
    start = min(spots, key=lambda s: (abs(s - near), s), default=None)
    return None if start is None else Span(start, start + len(quote))


def _proposal(report: Report, parts: Sequence[Sentence], limits: tuple[int, int], claim: ClaimAnswer, skips: list[Skip]) -> Proposal | None:
    """A proposal of the values whose words stand in the report; the others are refused. None if the clause itself does not."""
    evidence = _find(report.text, claim.evidence, limits, limits[0])
    if evidence is None:
        skips.append(Skip("llm", *limits, f"refused {claim.type}: its clause is not in the report: {claim.evidence[:80]!r}"))
        return None
    word = _find(report.text, claim.word, (evidence.start, evidence.end), evidence.start) or evidence

    def tagged(role: str, quote: str) -> Iterator[Tagged]:
        span = _find(report.text, quote, limits, evidence.start)
        if span:
            yield Tagged(role, span, 1.0)
        else:
            skips.append(Skip("llm", evidence.start, evidence.end, f"refused {role}: these words are not in the report: {quote[:80]!r}"))

    actors = [t for role, quotes in (("by", claim.by), ("to", claim.to)) for q in quotes for t in tagged(role, q)]
    places = [t for p in claim.places for t in tagged(p.role, p.text)] + ([*tagged("when", claim.when)] if claim.when else [])
    counts = [t for c in claim.counts for t in tagged(c.measure, c.text)]
    speaker = [*tagged("claimant", claim.claimant)] if claim.claimant else []
    sentence = max((s.index for s in parts if s.start <= word.start), default=0)
    return Proposal(claim.type, word, evidence, sentence, claim.modality, tuple(actors), tuple(places), tuple(counts), tuple(speaker), SCORE, (claim.type, 0.0))


SCORE = 0.8
"""Raw score of a proposal by a large model; its own confidence is not asked for, since such figures are not calibrated."""

