"""Old news of another continent: `python -m eval.muc` on the 200 development documents of MUC-4 (Latin America, 1980s), nothing trained on them.

Sijill's claims are turned into MUC's role fillers: `by` of violent claims are perpetrators, `to` and the places hit are victims and targets
(MUC keeps persons and things apart, Sijill's contract does not). A filler is right if it shares its last content word, or half of all of them,
with a mention of a filler that no other took. Fillers are counted over a document, not per template, so the figures stand beside the published
ones (best system 50.2 micro-F1, exact head match, per template, on the test set) for orientation only. The texts have no capitals; sentence
starts are given theirs, names are not.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.knowledge import load_knowledge
from sijill.read import read
from sijill.records import Claim, ClaimType, Report

FILE = Path(__file__).parent.parent.parent / "shared" / "measure" / "muc4" / "dev.json.gz"
INCIDENTS: dict[ClaimType, str] = {
    "attack": "attack", "armed_clash": "attack", "casualties": "attack", "capture": "attack", "air_strike": "attack", "shelling": "attack", "drone_strike": "attack",
    "explosive_device": "bombing", "suicide_attack": "bombing", "grenade": "bombing", "abduction": "kidnapping", "looting_destruction": "arson",
}  # fmt: skip
"""Claim types that MUC-4 would have called an incident, and which; its stage "accomplished" is our `asserted`."""

_SMALL = frozenset("the a an of in and at to from its their his her some several members member group".split())


@dataclass(frozen=True, slots=True)
class Fillers:
    """What a document tells: incident types, and for each role the fillers, each with all its mentions."""

    incidents: frozenset[str]
    perpetrators: tuple[tuple[str, ...], ...]
    harmed: tuple[tuple[str, ...], ...]


def in_sentence_case(text: str) -> str:
    """The text with a capital at each sentence start."""
    return re.sub(r"(^|[.!?]\"?\s+|\s{3,})([a-z])", lambda m: m[1] + m[2].upper(), text)


def gold_fillers(templates: Sequence[dict[str, Any]]) -> Fillers:
    """The union over a document's templates."""

    def of(*slots: str) -> tuple[tuple[str, ...], ...]:
        return tuple(dict.fromkeys(tuple(words for words, _ in entity) for t in templates for slot in slots for entity in t[slot]))

    kinds = frozenset(kind for t in templates for kind in t["incident_type"].split(" / "))
    return Fillers(kinds, of("PerpInd", "PerpOrg"), of("Target", "Victim"))


def read_fillers(claims: Sequence[Claim]) -> Fillers:
    """The same of what was read."""
    violent = [c for c in claims if c.type in INCIDENTS and c.modality in {"asserted", "possible"}]
    by = dict.fromkeys(a.mention.text.lower() for c in violent for a in c.by)
    to = dict.fromkeys(a.mention.text.lower() for c in violent for a in c.to)
    return Fillers(frozenset(INCIDENTS[c.type] for c in violent), tuple((b,) for b in by), tuple((t,) for t in to))


def alike(one: str, other: str) -> bool:
    """The last content word, or half of all content words."""
    a, b = ([w for w in re.findall(r"\w+", text.lower()) if w not in _SMALL] for text in (one, other))
    return bool(a and b) and (a[-1] == b[-1] or 2 * len({*a} & {*b}) >= len({*a} | {*b}))


def matched(gold: Sequence[tuple[str, ...]], found: Sequence[tuple[str, ...]]) -> tuple[int, int]:
    """(gold fillers that were found, found ones that are right); several names of one filler are all right and count once."""
    hit = sum(any(alike(g, f) for g in entity for (f,) in found) for entity in gold)
    right = sum(any(alike(g, f) for entity in gold for g in entity) for (f,) in found)
    return hit, right


def documents() -> Iterator[tuple[str, Fillers]]:
    """Texts with their gold fillers."""
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield in_sentence_case(row["doctext"]), gold_fillers(row["templates"])


def main() -> None:
    """Print a line a role."""
    if not FILE.exists():
        sys.exit("eval.muc: ../shared/measure/muc4 is not here; nothing to measure on")
    knowledge = load_knowledge()
    tally: Counter[tuple[str, str]] = Counter()
    for n, (text, gold) in enumerate(documents()):
        found = read_fillers(read(Report(f"m{n}", text), knowledge).claims)
        for name, have, want in (("perpetrators", found.perpetrators, gold.perpetrators), ("victims and targets", found.harmed, gold.harmed)):
            hit, right = matched(want, have)
            for what, value in (("hit", hit), ("gold", len(want)), ("right", right), ("found", len(have))):
                tally[name, what] += value
        both = gold.incidents & found.incidents
        for what, value in (("hit", len(both)), ("gold", len(gold.incidents)), ("right", len(both)), ("found", len(found.incidents))):
            tally["incidents", what] += value
    for name in ("incidents", "perpetrators", "victims and targets"):
        precision, recall = tally[name, "right"] / max(1, tally[name, "found"]), tally[name, "hit"] / max(1, tally[name, "gold"])
        print(f"MUC-4 dev, {name}: P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}  ({tally[name, 'gold']} gold)")


if __name__ == "__main__":
    main()
