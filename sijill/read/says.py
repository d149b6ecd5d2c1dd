"""Who says so: the words for a speaker to a claimant with its kind, and how far a speaker's word carries.

The model finds speakers near a happening. Wider reaches are read from layout and wording: a line that ends in "… said:" holds for the
statement below it, a quotation holds for its speaker to the closing mark, and "he added" is whoever was last named as speaking.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sijill.knowledge.actors import ActorList
from sijill.knowledge.terms import Terms
from sijill.read.context import Context
from sijill.records import Claimant, ClaimantKind, Mention, Report, Sentence

_PARTIES = frozenset({"state_forces", "rebels", "militia", "external_forces", "communal"})
_CIVIL = re.compile(r"\b(?:minist(?:er|ry)|governor|mayor|president|authorit(?:y|ies)|police|civil|parliament|official|health|interior)", re.IGNORECASE)
_CIVIL_AMONG_REBELS = re.compile(r"\b(?:minist(?:er|ry)|governor|mayor|authorit(?:y|ies)|police|civil|health|interior)", re.IGNORECASE)
_CIVIL_GENERAL = re.compile(r"\b(?P<before>secretary|attorney|director|inspector|consul|surgeon|solicitor|prosecutor)[- ]general\b|\bgeneral (?=directorate|prosecutor|assembly|secretar|hospital)", re.IGNORECASE)
"""Generals who are no soldiers."""
_DEFENCE = re.compile(r"\b(?:defen[cs]e|military|army|armed)\b", re.IGNORECASE)

_SAID = re.compile(
    r"(?:^|(?<=:))(?P<who>[^:]+?)\s+(?:has |have |also |had )?(?:said|says|added|stated|announced|declared|reported|wrote|told \w+(?: \w+){0,3}|commented|warned|claimed|reads?|read out)"
    r"(?: [\w’'-]+){0,7}:$",
    re.IGNORECASE,
)
_ENDS_STATEMENT = re.compile(r"^(?:notes? (?:to|for) editors?|further information|background|media enquiries|contact|ends?|follow|related)\b", re.IGNORECASE)
_OPENS, _CLOSES = "“\"«„", "”\"»"
_QUOTED = re.compile(f"[{_OPENS}](?P<words>[^{_CLOSES}]*)[{_CLOSES}]?")
_SAYS = (
    "said|says|added|adds|told|tells|stated|states|announced|reported|reports|confirmed|claimed|claims|stressed|noted|explained|declared|warned|wrote|alleged|"
    "acknowledged|admitted|insisted|recalled|continued|denied|denies|disputed|rejected"
)
_NO_SPEAKER = re.compile(r"^(?:who|which|that|this|there|I|we|you|what|as|was|were|is|are|be|been|being|have|has|had|not|no)\b|\b(?:is|are|was|were|been|be|being|have|has|had|not|to|who|which|whom|and)$", re.IGNORECASE)
_WHEN_SAID = r"(?:\s+(?:(?:on |late on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|reporters|journalists|(?:in|at|by|on|to) [\w’' ]{2,40}|(?:the )?[A-Z][\w’' ]{2,30})){0,2}"
_ATTRIBUTIONS = (
    re.compile(rf",[”\"’]?\s+(?P<who>[^,;:“”\"]{{2,90}}?)\s+(?:also |has |have |had |later )?(?:{_SAYS}){_WHEN_SAID}[.”\"]*$"),
    re.compile(rf",\s+(?P<who>(?:[A-Z][\w’'.-]*|the|a|an|he|she|it|they)(?: [\w’'.-]+){{0,6}}?)\s+(?:also |has )?(?:{_SAYS}),"),
    re.compile(r"\b[Aa]ccording to (?P<who>[^,;:“”\"]{2,80}?)(?=[,.;:]|$)"),
    re.compile(r"\b(?:was|were|been) (?:denied|rejected|dismissed|refuted|disputed) by (?P<who>[^,;:.“”\"]{2,60}?)(?=[,.;:]|$| (?:on|in|at|as)\b)"),
    re.compile(
        rf"^(?:(?:On|In|At|Earlier|Late|Early|Meanwhile|However|But|And)\b[^,]{{0,40}},?\s+)?(?P<who>(?:[A-Z]|the |a |an )[^,;:“”\"]{{1,90}}?)(?:, [^,“”\"]{{3,70}},)?"
        rf"\s+(?:also |has |have |had |later |then )?(?:{_SAYS}){_WHEN_SAID}\s*(?:that\b|,?\s*[“\"]|(?=\w))"
    ),
)
"""Ways to name a speaker inside a sentence: ", X said." at its end, ", X said," inside, "according to X", "was denied by X", "X said (that) …" at its start."""

LONGEST_ATTRIBUTED = 600
"""Characters of a sentence that are searched for its speaker; longer ones are lists or tables."""

LONGEST_SPEAKER = 200
FOLLOWED_BACK = 1_500
"""Characters over which "he added" is followed back to a name."""

NESTED = 3
"""Statements that can begin before one and still hold where it ends: "A said:", "B said:" in lines that follow each other."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of the report that one speaker answers for."""

    start: int
    end: int
    speaker: Mention


_MOUTHPIECE = re.compile(
    r"\b(?:media|press|information|communications?|public relations) (?:office|wing|service|cent(?:re|er)|department|bureau|unit|section|desk|cell|arm)s?\b", re.IGNORECASE
)
_PUBLIC_BODY = re.compile(
    r"\b(?:emergency|security|intelligence|civil defen[cs]e|civil protection|disaster|rescue|management|police|border|immigration|customs|drug|counter-?\w+|anti-?\w+|health|"
    r"investigations?|protection|prison|government) (?:management )?agenc(?:y|ies)\b",
    re.IGNORECASE,
)


def _no_outlet(words: str) -> str:
    """The words without what would make a medium of who is none: an army's press service is the army's, an emergency agency is an office."""
    return _PUBLIC_BODY.sub("department", _MOUTHPIECE.sub("office", words))


def _kind(words: str, context: Context, actors: ActorList, terms: Terms) -> ClaimantKind:
    by_name = next((kind for kind, pattern in terms.claimant_names if pattern.fullmatch(words)), None)
    if by_name:
        return by_name
    plain = _no_outlet(_CIVIL_GENERAL.sub(r"\g<before>", words))
    told = next((kind for kind, pattern in terms.claimant_kinds if pattern.search(plain)), None)
    found = actors.find(words, context.countries)
    armed = found is not None and found.entry.kind in _PARTIES
    civil = _CIVIL_AMONG_REBELS if found and found.entry.kind != "state_forces" else _CIVIL
    if armed and (told in {None, "official", "party"}) and (not civil.search(words) or _DEFENCE.search(words)):
        return "party"
    if told:
        return told
    return "official" if found else "unknown"


def claimant(mention: Mention, described: Iterable[str], context: Context, actors: ActorList, terms: Terms) -> Claimant:
    """The claimant of a mention. Officers and spokesmen of a belligerent are its party, ministers and police officials.

    `described`: its own words, and what the report calls it elsewhere; the first that tell a kind decide.
    """
    name = re.sub(r"^(?:the|a|an)\s+", "", mention.text, flags=re.IGNORECASE) or mention.text
    kinds = (_kind(words, context, actors, terms) for words in described)
    return Claimant(name, next((kind for kind in kinds if kind != "unknown"), "unknown"), mention)


_NAME_GOES_ON = re.compile(r"(?: (?:of |the )?[A-Z][\w.-]*\w){1,3}")


def whole_name(text: str, mention: Mention, terms: Terms) -> Mention:
    """The mention widened to the listed name that it is the beginning of: "Myanmar" of "Myanmar Now"."""
    more = _NAME_GOES_ON.match(text, mention.end)
    end = more.end() if more else mention.end
    while end > mention.end:
        whole = text[mention.start : end]
        if any(pattern.fullmatch(whole) for _, pattern in terms.claimant_names):
            return Mention(whole, mention.start, end)
        end = text.rfind(" ", mention.end, end)
    return mention


def _speaker(report: Report, line: Sentence) -> Mention | None:
    """The subject of a line "…, NAME said:": what stands after its last comma."""
    found = _SAID.search(report.text[line.start : line.end])
    if not found:
        return None
    who = found["who"].rstrip(" ,")
    at = max(who.rfind(", "), who.rfind("\n")) + 1
    name = who[at:].strip()
    start = line.start + found.start("who") + at + (len(who[at:]) - len(who[at:].lstrip()))
    return Mention(name, start, start + len(name)) if name else None


def _statement_end(report: Report, parts: Sequence[Sentence], first: int) -> int:
    """Where the statement that begins with sentence `first` ends: at its closing quotation mark, a new speaker, or the report's end."""
    quoted = report.text[parts[first].start] in _OPENS
    for k in range(first, len(parts)):
        s = parts[k]
        words = report.text[s.start : s.end]
        last_of_paragraph = k + 1 == len(parts) or parts[k + 1].paragraph != s.paragraph
        if k > first and (_ENDS_STATEMENT.match(words) or (words.endswith(":") and _SAID.search(words))):
            return parts[k - 1].end
        if quoted and last_of_paragraph and words[-1] in _CLOSES and not (k + 1 < len(parts) and report.text[parts[k + 1].start] in _OPENS):
            return s.end
    return parts[-1].end


def speeches(report: Report, parts: Sequence[Sentence]) -> tuple[Speech, ...]:
    """Statements that a line ending in a speaker's "said:" introduces."""

    def found() -> Iterator[Speech]:
        for k, line in enumerate(parts[:-1]):
            if report.text[line.end - 1] == ":" and parts[k + 1].start > line.end and (speaker := _speaker(report, line)):
                yield Speech(parts[k + 1].start, _statement_end(report, parts, k + 1), speaker)

    return tuple(found())


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges inside quotation marks, each within its paragraph; one that is not closed runs to the paragraph's end."""
    for start, end in paragraphs:
        for found in _QUOTED.finditer(text, start, end):
            yield found.start(), found.end("words")


def carried(at: int, speeches: Sequence[Speech], quotes: Sequence[tuple[int, int]], spoken: Sequence[Mention]) -> Mention | None:
    """The speaker that answers for the words at an offset, where no nearer one was read.

    `spoken` are the speakers that were read elsewhere in the report; a quotation belongs to the nearest one within its reach. All three
    are in text order.
    """
    last = bisect_right(speeches, at, key=lambda s: s.start)
    for speech in reversed(speeches[max(0, last - NESTED) : last]):
        if at < speech.end:
            return speech.speaker
    last = bisect_right(quotes, at, key=lambda q: q[0])
    start, end = quotes[last - 1] if last else (0, 0)
    if at >= end or end - start <= 25:
        return None
    after = _starting(spoken, end - 160, end + 60)
    before = [m for m in _starting(spoken, start - 120 - LONGEST_SPEAKER, start) if 0 <= start - m.end <= 120]
    return min((*after, *before), key=lambda m: (min(abs(m.start - end), abs(start - m.end)), m.start), default=None)


def attributions(text: str, parts: Sequence[Sentence]) -> dict[int, Mention]:
    """The speaker that a sentence names by its wording, pronouns too, by the sentence's index."""
    return {s.index: found for s in parts if s.end - s.start <= LONGEST_ATTRIBUTED and (found := _attributed(text, s))}


def _attributed(text: str, part: Sentence) -> Mention | None:
    words = text[part.start : part.end]
    for pattern in _ATTRIBUTIONS:
        found = pattern.search(words)
        who = found["who"].strip() if found else ""
        if found and who and not _NO_SPEAKER.search(who):
            start = part.start + found.start("who") + len(found["who"]) - len(found["who"].lstrip())
            return Mention(who, start, start + len(who))
    return None


def antecedent(at: int, named: Sequence[Mention]) -> Mention | None:
    """The last speaker named before an offset; `named` in text order, without pronouns."""
    last = bisect_left(named, at, key=lambda m: m.end)
    return named[last - 1] if last and at - named[last - 1].end <= FOLLOWED_BACK else None


def _starting(mentions: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """Those of mentions in text order that start at `first` to `last`."""
    return mentions[bisect_left(mentions, first, key=lambda m: m.start) : bisect_right(mentions, last, key=lambda m: m.start)]
