"""Whether it happened: words around an event word that correct what the model took it for.

The model sees an attack in "foiled an attack" and a taking in "tried to take". What governs the event word in its own sentence decides:
a foiled attack is an interception, an attempt to take a place is fighting for it, and what is denied, planned, doubted or demanded to end
did not happen because it is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijill.read.tag import Proposal, same_clause
from sijill.records import ClaimType, Modality, Sentence

_ATTACKS: frozenset[ClaimType] = frozenset(
    {"air_strike", "drone_strike", "shelling", "explosive_device", "suicide_attack", "chemical_attack", "grenade", "attack"}
)
_DEEDS: frozenset[ClaimType] = frozenset({"capture", "transfer", "abduction", "arrest", "looting_destruction", "sexual_violence", "mob_violence", "riot"})
_FROM_THE_AIR: frozenset[ClaimType] = frozenset({"air_strike", "drone_strike", "shelling"})
_VIOLENT: frozenset[ClaimType] = frozenset({*_ATTACKS, *_DEEDS, "armed_clash"})
_TAKINGS: frozenset[ClaimType] = frozenset({"capture", "transfer"})
_DONE_TO_SOMEBODY: frozenset[ClaimType] = frozenset({"abduction", "arrest"})
_GOALS: frozenset[ClaimType] = frozenset({*_TAKINGS, *_DONE_TO_SOMEBODY, "movement"})
_NOT_YET: frozenset[Modality] = frozenset({"asserted", "planned"})

_ADVERB = r"(?:\w+ly )?"
_AIM = r"(?:attempts?|plots?|plans?|bids?|efforts?|conspirac(?:y|ies))(?: by [^,;.]{1,60}?)? to"
_NO_BREAK = r"(?!(?:of|in|at|on|to|with|for|from|by|and|or|but|that|which|who|when|while|where|after|before|as|into|over|near|during|killing|killed)\b)"
_NOUN_PHRASE = rf"(?:{_NO_BREAK}[\w’'-]+ ){{0,6}}?"
_PREVENT = r"(?:foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?|avert(?:s|ed|ing)?|prevent(?:s|ed|ing)?|pre-?empt(?:s|ed|ing)?|frustrat(?:es|ed|ing)|disrupt(?:s|ed|ing)?)"
_DID = r"(?:(?<!to )|(?<=managed to )|(?<=manage to )|(?<= able to )|(?<=helped to )|(?<=help to ))(?<!not able to )(?<!not )(?<!n’t )(?<!n't )(?<!cannot )(?<!never )(?<!could have )(?<!would have )(?<!might have )"
_CLAIMS = r"(?:claims?|reports?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|assertions?)"
_FALSE = r"(?:false|untrue|not true|baseless|unfounded|groundless|fabricated|fake|incorrect|wrong|invented|denied)"
_GOVERNED = (
    r"(?:(?!, (?:\w+ing|and|but|while|which|who|instead|after|as|in which|where|although|though)\b"
    r"| but | though | although | (?:and|instead) (?:said|says|added|accused|blamed|insisted)\b)[^;:]){0,300}$"
)
"""The rest of what a word of denying or doubt governs: up to a clause that the speaker puts against it."""
_PASSIVE = r"(?<!nor )(?<!or )(?<!was )(?<!were )(?<!been )(?<!being )(?<!is )(?<!are )"
_NO_GIVEN_SUBJECT = r"(?!(?:the|its|their|his|this|those|that) (?:\w+ )?$)"
"""No noun that is taken as given: in "denied that the strike had killed civilians" the strike stands."""
_DENY = rf"{_PASSIVE}(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing))"
_CARRY_OUT = r"(?:carry(?:ing)? out|launch(?:ing)?|stag(?:e|ing)|mount(?:ing)?|conduct(?:ing)?|resum(?:e|ing)|begin(?:ning)?|start(?:ing)?)"
_SOON = (
    r"(?:threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?|pledg(?:es|ed|ing)|promis(?:es|ed|ing)|sw(?:ears|ore)|plan(?:s|ned|ning)?|prepar(?:es|ed|ing)|"
    r"intend(?:s|ed|ing)?|poised|about|scheduled|ready|going|gearing up|threats?)"
)



@dataclass(frozen=True, slots=True)
class _Rule:
    """Words that correct a proposal of one of `types` (none: of any) whose modality is one of `of`: those before its event word and those after it, where given."""

    modality: Modality
    why: str
    types: frozenset[ClaimType] = frozenset()
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    type: ClaimType | None = None
    of: frozenset[Modality] = frozenset({"asserted"})

    def fits(self, proposal: Proposal, before: str, after: str) -> bool:
        if (self.types and proposal.type not in self.types) or proposal.modality not in self.of:
            return False
        return (self.before is None or self.before.search(before) is not None) and (self.after is None or self.after.search(after) is not None)


def _re(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_PREVENTED_BEFORE = _re(
    rf"\b{_DID}{_PREVENT} (?:{_NOUN_PHRASE}|(?:{_NO_BREAK}[\w’'-]+ ){{0,4}}?(?:{_AIM}|series of|wave of|from) {_ADVERB}(?:{_CARRY_OUT} |being )?{_NOUN_PHRASE})$",
    r"\bstopp(?:ed|ing) (?:an? |another |two |planned |attempted )(?:[\w’'-]+ ){0,3}?$",
)
_PREVENTED_AFTER = _re(
    rf"^(?:(?!\b(?:and|but|while|when|that|which|who|after|killed|killing)\b)[^.;:]){{0,90}}? (?:was|were|been|being|is|are)(?: \w+ly)? {_PREVENT}(?! from\b)\b"
)
_TRIED = _re(
    rf"\b(?:(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?)(?: [\w’'-]+){{0,3}}?|sought|seek(?:s|ing)?|in an effort|battl(?:ed|ing)|fought|fighting|struggl(?:ed|ing)) to {_ADVERB}$",
    rf"\b{_AIM} {_ADVERB}$", r"\battempted $", rf"\battempts? at {_ADVERB}$",
)  # fmt: skip
_LEFT_OPEN = _re(
    r"\b(?:unclear|uncertain|not (?:yet |immediately )?(?:clear|known)|unknown|verif(?:y|ied)|confirm(?:ed)?|establish(?:ed)?|investigating|determine|considering|weighing|debating|discussing) (?:\w+ ){0,2}?(?:whether|if) " + _GOVERNED,
    rf"\b(?:not|n[’']t|cannot) (?:\w+ly )?(?:be )?(?:\w+ly )?(?:verif(?:y|ied)|confirm(?:ed)?) (?:\w+ ){{0,2}}{_CLAIMS} (?:that|of) {_GOVERNED}",
    rf"\bconfirm(?:s|ed)? (?:n?or) den(?:y|ies|ied)\b{_GOVERNED}",
)
_DENIED = _re(
    rf"\b{_DENY}(?: as \w+)?(?:(?: [\w’'-]+){{0,3}}? {_CLAIMS}(?: (?:by|from|in) [^,;:]{{1,50}}?)?(?: that)?| that| having) {_NO_GIVEN_SUBJECT}{_GOVERNED}",
    rf"\b{_DENY}(?: as \w+)?(?: [\w’'-]+){{0,3}}? {_CLAIMS} of {_NOUN_PHRASE}$",
    rf"\b{_PASSIVE}(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)) {_ADVERB}(?:(?:any|all|such|the) )?(?:[\w’'-]+ )?$",
    rf"\bno (?:truth|substance) (?:in|to) (?:\w+ ){{0,2}}{_CLAIMS} {_GOVERNED}",
    rf"\b(?:no evidence|not true|untrue|false) that {_GOVERNED}",
)
_TO_COME = _re(
    rf"\b{_SOON} to {_ADVERB}(?:be |{_CARRY_OUT} {_NOUN_PHRASE})?$",
    r"\b(?:will|shall) (?:(?:soon|also|now|then|again|be|begin|start) ){0,2}$",
    r"\b(?:plann|plott|prepar)ing (?:an? |more |new |further |another |fresh )?(?:[\w’'-]+ ){0,2}?$",
)
_SUPPOSED = _re(
    r"(?:^|[,;:“\"] ?|\bthat )(?<!even )(?:if|unless|in case|should) (?!(?:[^,;:]* )?(?:(?:these|those|this|such) (?:\w+ )?|(?:the|its|their) )$)[^,;:]{0,120}$",
    rf"\b(?:may|might|could|would) (?:\w+ly |also |well )?(?:have |have been |be )?{_ADVERB}$",
    r"\b(?:may|might|could|would) (?:well )?have (?:killed|caused|led) [^,;:]{0,40}$",
)
_TO_END = _re(
    r"\b(?:call(?:s|ed|ing)?|appeal(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|plead(?:s|ed|ing)?|pleas?|insist(?:s|ed)?)\b[^,;:]{0,60}? "
    r"(?:end|halt|stop|cessation) (?:to|of|in) (?:[\w’'-]+ ){0,4}?$"
)
_CONTRARY = _re(r"^(?! (?:not )?(?:succeeded|worked|lasted|gone|continued|come|ended|stopped)\b)[^.;:]{0,200}\b(?:would|could|might)\b")

_RULES = (
    _Rule("asserted", "it was prevented", _ATTACKS, before=_PREVENTED_BEFORE, type="interception", of=_NOT_YET),
    _Rule("asserted", "it was prevented", _ATTACKS, after=_PREVENTED_AFTER, type="interception", of=_NOT_YET),
    _Rule("asserted", "air defences repelled it", _FROM_THE_AIR, before=_re(rf"\bair[- ]defen[cs]\w*(?: \w+){{0,4}} (?:repel|repuls|beat|defeat)\w* (?:back |off )?{_NOUN_PHRASE}$"), type="interception"),
    _Rule("denied", "it was prevented", _DEEDS, before=_PREVENTED_BEFORE),
    _Rule("denied", "it was prevented", _DEEDS, after=_PREVENTED_AFTER),
    _Rule("possible", "it is to be prevented", _VIOLENT, before=_re(rf"(?<!fail)(?<!fails)(?<!failed)(?<!able)(?<!managed) to {_PREVENT} {_NOUN_PHRASE}$")),
    _Rule("possible", "it is left open", before=_LEFT_OPEN, of=frozenset({"asserted", "denied"})),
    _Rule("denied", "it is denied", before=_DENIED),
    _Rule("denied", "it is called untrue", before=_re(rf"\b{_CLAIMS} (?:that|of) [^;:]{{0,120}}$"), after=_re(rf"^[^.;:]{{0,120}} (?:is|are|was|were) (?:\w+ )?{_FALSE}\b")),
    _Rule("denied", "it did not come to it", _TAKINGS, before=_re(rf"\b(?:close to|short of|(?:brink|verge|point) of|without) {_ADVERB}$", r"\b(?:nearly|almost) $")),
    _Rule("denied", "it failed", _GOALS, before=_re(rf"\b(?:fail(?:s|ed|ing)?(?: [\w’'-]+){{0,5}}?|unable|powerless|not manage|n[’']t manage|not able) to {_ADVERB}$")),
    _Rule("asserted", "it was tried, no more is said", _TAKINGS, before=_TRIED, type="armed_clash"),
    _Rule("denied", "it was tried, no more is said", _DONE_TO_SOMEBODY, before=_TRIED),
    _Rule("planned", "it is to come", before=_TO_COME),
    _Rule("possible", "it is demanded", before=_re(rf"\bdemand(?:s|ed|ing)? that {_GOVERNED}")),
    _Rule("denied", "it is contrary to fact", before=re.compile(r"(?:^|[“\"] ?)Had [^,;:]{0,100}$"), after=_CONTRARY),
    _Rule("possible", "it is a condition or a possibility", _VIOLENT, before=_SUPPOSED),
    _Rule("background", "its end is demanded", _VIOLENT, before=_TO_END, of=_NOT_YET),
)
"""The first that fits decides."""

def _corrected(proposal: Proposal, before: str, after: str) -> Proposal:
    rule = next((r for r in _RULES if r.fits(proposal, before, after)), None)
    if rule is None:
        return proposal
    return replace(proposal, type=rule.type or proposal.type, modality=rule.modality, corrected=f"by the words around it: {rule.why}")


def corrected(text: str, parts: Sequence[Sentence], proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals with type and modality as the words around their event words tell; `corrected` of each says which.

    Of two that thereby tell the same, the better stays: "foiled" tells of the interception as "attack" does.
    """
    starts = [part.start for part in parts]
    changed: list[Proposal] = []
    for p in proposals:
        part = parts[bisect_right(starts, p.word.start) - 1]
        before, after = text[part.start : p.word.start], text[p.word.end : part.end]
        changed.append(_corrected(p, " ".join([*before.split(), ""]), " ".join(["", *after.split()])))
    kept: list[Proposal] = []
    for p in sorted(changed, key=lambda p: (-p.raw, p.word.start, p.type)):
        if not (any(q.corrected and same_clause(p, q) for q in kept) or (p.corrected and any(same_clause(p, q) for q in kept))):
            kept.append(p)
    return tuple(kept)
