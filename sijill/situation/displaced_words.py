"""What IDMC asks of a displacement figure and the words answer: flow or stock, category, term, and whether it is new or a running total."""

from __future__ import annotations

import re
from typing import Literal

from sijill.records import Claim, Quantifier

Kind = Literal["flow", "stock"]
Counting = Literal["single", "new", "running total"]
IdmcQuantifier = Literal["exact", "approximately", "more than", "less than"]
Category = Literal[
    "Internal displacements", "Multiple displacement", "Cross-border flight", "Return", "Cross-border return", "IDPs", "Returnees", "People displaced across borders",
]  # fmt: skip
Term = Literal["Evacuated", "Displaced", "Forced to flee", "Relocated", "Sheltered", "In relief camp", "Homeless", "Affected", "Returns"]

_STOCK = re.compile(
    r"\b(?:there are|now has|hosts?|hosting|(?:is|are) home to|live|living|remain(?:s|ed)? (?:displaced|in)|still displaced|currently displaced|are (?:sheltering|displaced)|"
    r"in addition to the|internally displaced (?:persons|people) (?:in|live|are)|refugees (?:it|in))\b|يعيش|проживають|проживают", re.IGNORECASE)  # fmt: skip
_NEW = re.compile(r"\b(?:another|an additional|additional|a further|further|newly|new wave|fresh wave|more (?:people|families|households|persons|civilians))\b", re.IGNORECASE)
_RUNNING = re.compile(
    r"\b(?:in total|a total of|total(?:s|led)?|so far|to date|since|cumulative\w*|overall|altogether|the number of|(?:has|have|had)? ?(?:risen|reached|climbed|grown|rose|grew) (?:to)?|"
    r"bringing|stands at)\b|منذ|إجمالي|загалом|всего|всього", re.IGNORECASE)  # fmt: skip
_AGAIN = re.compile(r"\b(?:displaced again|(?:second|third|fourth|fifth) time|multiple times|already[- ]displaced|once more|re-?displaced)\b", re.IGNORECASE)
_ABROAD = re.compile(r"\b(?:refugees?|asylum seekers?|crossed (?:the border )?into|across the border into|neighbou?ring (?!districts?|villages?|towns?|areas?|regions?|provinces?))", re.IGNORECASE)
_TERMS: tuple[tuple[Term, re.Pattern[str]], ...] = (
    ("Returns", re.compile(r"\breturn", re.IGNORECASE)),
    ("Evacuated", re.compile(r"\bevacuat|إجلاء|евакуй|эвакуир", re.IGNORECASE)),
    ("Forced to flee", re.compile(r"\b(?:fle[ed]\w*|escap\w*|driven (?:out|from)|forced (?:to|from|out))|فر|втекли|бежали", re.IGNORECASE)),
    ("In relief camp", re.compile(r"\bcamps?\b|مخيم", re.IGNORECASE)),
    ("Relocated", re.compile(r"\b(?:relocat|resettl|transferred)", re.IGNORECASE)),
    ("Sheltered", re.compile(r"\bshelter", re.IGNORECASE)),
    ("Homeless", re.compile(r"\bhomeless\b", re.IGNORECASE)),
    ("Affected", re.compile(r"\baffected\b", re.IGNORECASE)),
)


def kind_of(claim: Claim) -> Kind:
    """Stock: people in that state on a day ("there are", or a standing state); flow: people moving in a time."""
    return "stock" if claim.modality == "background" or _STOCK.search(claim.evidence.quote) else "flow"


def counting_of(claim: Claim) -> Counting:
    """Whether a figure adds to its claimant's earlier one ("another 6,000"), replaces it as a running total, or says neither."""
    quote = claim.evidence.quote
    return "new" if _NEW.search(quote) else "running total" if _RUNNING.search(quote) else "single"


def _abroad(claim: Claim) -> bool:
    start = {p.admin[0] for p in claim.places if p.role in {"from", "at"} and p.admin}
    end = {p.admin[0] for p in claim.places if p.role == "to" and p.admin}
    return not start & end if start and end else bool(_ABROAD.search(claim.evidence.quote))


def category_of(claim: Claim, returned: bool, kind: Kind) -> Category:
    """IDMC's category; across a border where origin and destination lie in two countries, or the words say so."""
    abroad = _abroad(claim)
    if returned:
        return "Returnees" if kind == "stock" else "Cross-border return" if abroad else "Return"
    if kind == "stock":
        return "People displaced across borders" if abroad else "IDPs"
    return "Cross-border flight" if abroad else "Multiple displacement" if _AGAIN.search(claim.evidence.quote) else "Internal displacements"


def term_of(claim: Claim, returned: bool) -> Term:
    """IDMC's term: the words that the source uses."""
    if returned:
        return "Returns"
    return next((term for term, words in _TERMS[1:] if words.search(claim.evidence.quote)), "Displaced")


def quantifier_of(quantifier: Quantifier) -> IdmcQuantifier | None:
    """IDMC's four; None for a count without a number."""
    if quantifier in {"at_least", "more_than"}:
        return "more than"
    if quantifier in {"at_most", "less_than"}:
        return "less than"
    return "exact" if quantifier == "exact" else "approximately" if quantifier == "about" else None
