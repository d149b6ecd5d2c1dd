"""The words of a place mention taken apart: the name in them, what kind of place they say it is, and how the happening lies to it.

"10 km west of X", "between X and Y", "the town of X in Y", "eastern X", "X's industrial zone", "X province": each leaves a name to look
up and tells how exactly that name says where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from sijill.knowledge.folding import fold, plain_letters, script
from sijill.knowledge.gazetteer import PlaceKind
from sijill.knowledge.numbers import NUMBER, number

Lies = Literal["at", "part", "around", "site", "offset", "between", "border"]

_BEARINGS = {
    name: 45.0 * k for k, name in enumerate(("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"))
}  # fmt: skip
_SHORT_BEARINGS = {"n": "north", "ne": "northeast", "e": "east", "se": "southeast", "s": "south", "sw": "southwest", "w": "west", "nw": "northwest"}
CAPITAL = r"[A-ZÀ-ÞĀ-Ž]"
_DIRECTION = r"(?:(?:north|south)[\s-]?(?:east|west)|north|south|east|west)"
SIDE = rf"(?:{_DIRECTION}(?:ern)?|central|(?:far|deep)\s+{_DIRECTION}(?:ern)?)"
_MILE_KM = 1.609

_KIND_WORDS: dict[str, tuple[PlaceKind, ...]] = {
    **dict.fromkeys(("province", "provinces", "governorates", "oblasts", "governorate", "oblast", "state", "department", "wilaya", "prefecture", "krai", "republic", "muhafazah", "voivodeship"), ("region",)),
    "region": ("region", "area"), "county": ("district", "region"), "canton": ("region", "district"),
    **dict.fromkeys(("district", "districts", "raion", "rayon", "subdistrict", "sub-district", "territory", "local government area", "local government", "lga", "woreda", "zone", "tehsil", "municipality", "commune", "community", "hromada", "circle", "cercle", "locality"), ("district",)),
    "township": ("district", "town"),
    "city": ("city", "town"), "town": ("town", "city", "village"),
    **dict.fromkeys(("village", "villages", "hamlet", "settlement", "kibbutz"), ("village", "town")),
    **dict.fromkeys(("refugee camp", "idp camp", "displacement camp", "displaced camp", "camp", "camps"), ("camp",)),
    **dict.fromkeys(("border crossing", "crossing", "border post", "border gate"), ("crossing",)),
    **dict.fromkeys(("air base", "airbase", "air force base", "military base", "naval base", "base", "airfield", "military airport"), ("base", "site")),
    **dict.fromkeys(("neighbourhood", "neighborhood", "quarter", "suburb"), ("neighbourhood",)),
    **dict.fromkeys(("river", "lake", "sea", "strait", "gulf", "canal", "ocean", "bay"), ("water",)),
    **dict.fromkeys(("valley", "mountains", "mountain", "desert", "plateau", "peninsula", "forest", "island", "islands", "plain", "highlands", "basin", "corridor", "hills", "park"), ("area",)),
}  # fmt: skip
KIND_NOUNS = "|".join(sorted(map(re.escape, _KIND_WORDS), key=lambda w: (-len(w), w)))
AROUND_WORDS = (
    "countryside|surroundings|outskirts?|vicinity|environs|hinterland|periphery|edges?|suburbs|approaches|area|areas|perimeter|surrounding areas?|fields|farmlands?|coast|shores?|skies|sky|airspace|front ?lines?|fronts?|axis|axes|sectors?|directions?"
)  # fmt: skip
_SITE_WORDS = (
    "(?:international )?airport|hospital|prison|university|school|mosque|church|market|station|power (?:plant|station)|nuclear (?:power )?plant|plant|dam|bridge|road|"
    "highway|garrison|barracks|headquarters|checkpoint|port|harbou?r|(?:oil )?refinery|depot|oil depot|industrial (?:zone|area|city|estate)|factory|square|roundabout|"
    "stadium|(?:police|train|railway|bus|gas|power) station|court|palace|museum|embassy|consulate|hotel|farms?|gate|oil ?field|gas ?field|field|pipeline|checkpoints?|cent(?:re|er)|downtown|"
    "border camps?|crossroads|junction|compound|seaport|waterfront|old city|university campus|cemetery|monastery|hills?|bypass"
)  # fmt: skip
_LEAD = re.compile(r"^(?:the|a|an|in|at|on|from|to|into|towards?|across|of|inside|within|through|throughout|over|its|their|his|nearby|neighbou?ring|besieged|occupied|rebel-held|government-held|historic|strategic|key|entire|whole)\s+", re.IGNORECASE)
_PARTS = re.compile(r"^(?:(?:several|some|many|various|most|all)\s+)?(?:of\s+)?(?:areas?|villages|towns|parts?|places|positions|locations|sites|farms|neighbou?rhoods|districts)\s+(?:across|in|throughout|inside|within|of)\s+(?=\S)", re.IGNORECASE)
_NEAR = re.compile(r"^(?:near|around|outside|close to|next to|off|beyond|past|just|(?:the )?(?:areas?|villages|towns|places|positions|farms|fields|lands?) (?:around|near|outside|surrounding))\s+(?=\S)", re.IGNORECASE)
MEASURE = (
    rf"(?:\b(?:about|some|around|approximately|roughly|nearly|almost|just|over|more than|less than|within|at least|up to|the)\s+)*(?P<n>{NUMBER.pattern})\s*-?\s*"
    rf"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b\.?(?:\s*\([^()]{{0,30}}\))?\s*(?:to the\s+)?(?P<way>{_DIRECTION}|[NS]?[EW]|[NS])?(?:ern)?\s*(?:of|from|outside|away from|off)\s+"
)  # fmt: skip
"""Words before a name that say how far off, and in which direction."""
_DISTANCE = re.compile(rf"^(?-i:(?:[a-zà-ÿ][a-zà-ÿ-]*,?\s+){{0,6}}?){MEASURE}(?P<rest>\S.*)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|linking|connecting|from)\s+(?P<one>\S.*?)\s+(?:and|to|with)\s+(?P<other>\S.*)$")
_ROAD = re.compile(
    rf"^(?:(?P<one>{CAPITAL}[^–—]{{2,40}}?)\s?[–—]\s?(?P<other>{CAPITAL}[^–—]{{2,40}}?)|(?P<first>{CAPITAL}[^\s-]{{2,}}(?:\s{CAPITAL}[^\s-]+)?)(?:\s-\s|-)(?P<second>{CAPITAL}[^-]{{2,40}}?))"
    r"(?:\s+[A-Z]{1,2}-?\d{1,3})?\s+(?:road|highway|motorway|expressway|route|axis|railway|line|corridor)$"
)  # fmt: skip
"""A road by its two ends: "the X–Y road"."""
_WAY_OF = re.compile(rf"^(?P<the>the\s+)?(?:(?:just|mainly|areas?|villages|towns)\s+)*(?P<way>{SIDE}|[NS]?[EW]|[NS])(?:\s+(?P<noun>[a-z-]+))*\s+of\s+(?P<rest>\S.*)$")
_OF = re.compile(r"^(?:[a-zà-ÿ]+[\s-]+)*?(?P<noun>[a-z]+)\s+(?:of|in|at|near|outside|around|to|towards|from)\s+(?P<rest>.*)$")
_KIND_OF = re.compile(rf"^(?P<head>(?:(?!\sof\s).)*?\b)?(?P<noun>{KIND_NOUNS})\s+(?:of|called|named)\s+(?P<rest>.*)$", re.IGNORECASE)
_WITHIN = re.compile(r"^(?P<one>\S.*?)(?:\s+(?:in|of)\s+(?:the\s+)?|,\s*(?:in\s+)?(?:the\s+)?)(?P<rest>[^,]*[A-ZÀ-Þ\u0370-\uffff].*)$")
_OWNED = re.compile(r"^(?P<owner>\S.*?)(?:['’]s|s['’])\s+(?P<rest>\S.*)$")
_SIDED = re.compile(rf"^(?P<way>{SIDE}(?:(?:,\s*|\s+and\s+|,\s+and\s+){SIDE})*)\s+(?P<rest>\S.*)$", re.IGNORECASE)
_KIND = re.compile(rf"^(?P<rest>\S.*?)[\s-]+(?P<kind>{KIND_NOUNS})$", re.IGNORECASE)
_KIND_FIRST = re.compile(r"^(?P<kind>city|town|village|province|governorate|state|district|camp|lake|river|kibbutz|township)\s+(?:of\s+)?(?P<rest>[A-ZÀ-Þ].*)$", re.IGNORECASE)
_AROUND = re.compile(rf"^(?P<rest>\S.*?)\s+(?:{AROUND_WORDS})$", re.IGNORECASE)
_SITE = re.compile(rf"^(?P<rest>\S.*?)\s+(?P<site>{_SITE_WORDS})$", re.IGNORECASE)
_SIDE_LAST = re.compile(rf"^(?P<rest>\S.*?)(?:['’]s)?\s+(?P<way>{SIDE})$", re.IGNORECASE)
_NAMED = re.compile(r"[A-ZÀ-ÞĀ-Ž]|[\u0370-\u1fff]|[\u2c00-\uffff]")
_BORDER = re.compile(r"\b(?:borders?|frontiers?|borderlands?|border (?:area|region|zone|strip)s?)$|\b(?:border|frontier)s? (?:with|between|of|to)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d")
_EDGES = " ,.;:()[]“”\""
_OTHER_WORDS = re.compile(r"^(?:[a-zà-ÿ][\w’'-]*\s+)+(?=[A-ZÀ-Þ])")
_KEPT_PARTICLES = re.compile(r"^(?:al|el|as|ash|at|ar|an|az|ad|de|la|le|al-|el-)[\s-]", re.IGNORECASE)
_AT_BORDERS: tuple[PlaceKind, ...] = ("crossing", "camp", "village", "town", "city", "site")
_DEEP = 5
LONGEST = 160
"""Code points of a mention that may still name a place."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a mention: how the happening lies to it, and what the words say it is."""

    text: str
    lies: Lies = "at"
    kinds: tuple[PlaceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A mention taken apart.

    `names`: from the whole words inward ("North Darfur", "Darfur"); an outer one is meant only if a place is called exactly so, the last
    is the bare name; empty where the words name no place. `within`: a larger place named with it; `other`: the second place of
    "between"; `km`, `bearing` (degrees from north, None where only the distance is told): of an offset; `rigid`: a numbered name
    ("Regiment 46"), that no like-sounding name can stand for.
    """

    names: tuple[Name, ...] = ()
    within: str = ""
    other: str = ""
    km: float = 0.0
    bearing: float | None = None
    rigid: bool = False


def _bearing(words: str | None) -> float | None:
    plain = re.sub(r"[\s-]|ern\b|\b(?:far|deep)\b", "", (words or "").lower())
    return _BEARINGS.get(_SHORT_BEARINGS.get(plain, plain))


def compass(bearing: float) -> str:
    """The name of the direction nearest to a bearing (degrees from north): "northeast"."""
    return min(_BEARINGS, key=lambda way: abs((bearing - _BEARINGS[way] + 180) % 360 - 180))


_LOOSENESS: tuple[Lies, ...] = ("at", "site", "around", "part", "border", "offset", "between")


def _loosened(inner: PlaceWords, lies: Lies, kinds: tuple[PlaceKind, ...] = ()) -> PlaceWords:
    """The same with every name at most as exact as `lies` says, and of `kinds` where it has none."""
    names = tuple(replace(n, lies=max(lies, n.lies, key=_LOOSENESS.index), kinds=n.kinds or kinds) for n in inner.names)
    return replace(inner, names=names)


def _distance(words: str, deep: int) -> PlaceWords | None:
    found = _DISTANCE.match(words)
    amount = number(found["n"]) if found else None
    if not found or amount is None:
        return None
    km = amount * (_MILE_KM if found["unit"].lower().startswith("mi") else 1.0)
    inner = _loosened(_parse(found["rest"], deep + 1), "offset")
    return replace(inner, km=round(km, 1), bearing=_bearing(found["way"]))


def _between(words: str, deep: int) -> PlaceWords | None:
    found, road = _BETWEEN.search(words), _ROAD.match(words)
    if found:
        ends = found["one"], found["other"]
    elif road:
        ends = road["one"] or road["first"], road["other"] or road["second"]
    else:
        return None
    one, other = (_parse(end, deep + 1) for end in ends)
    return replace(_loosened(one, "between"), other=other.names[-1].text) if one.names and other.names else None


def _way_of(words: str, deep: int) -> PlaceWords | None:
    found = _WAY_OF.match(words)
    return _loosened(_parse(found["rest"], deep + 1), "part" if found["the"] else "around") if found else None


def _head_of(words: str, deep: int) -> PlaceWords | None:
    """"the village of X", "the eastern outskirts of X", "a camp near X"."""
    if found := _KIND_OF.match(words):
        loose = re.search(rf"\b{SIDE}\s+(?:part|half|side)", found["head"] or "", re.IGNORECASE)
        return _loosened(_parse(found["rest"], deep + 1), "part" if loose else "at", _KIND_WORDS[plain_letters(found["noun"]).lower()])
    found = _OF.match(words)
    if not found or not _NAMED.search(found["rest"]):
        return None
    return _loosened(_parse(found["rest"], deep + 1), "around" if re.fullmatch(AROUND_WORDS, found["noun"]) else "site")


def _owned(words: str, deep: int) -> PlaceWords | None:
    """"Idlib city's industrial zone", "Chad's Wadi Fira province"."""
    found = _OWNED.match(words)
    if not found or not _NAMED.search(found["owner"]):
        return None
    owner, rest = _parse(found["owner"], deep + 1), found["rest"]
    inner = _parse(rest, deep + 1)
    if inner.names:
        return replace(inner, within=owner.names[-1].text if owner.names else "")
    if re.search(rf"\b(?:{AROUND_WORDS})$", rest, re.IGNORECASE):
        return _loosened(owner, "around")
    return _loosened(owner, "part" if re.match(rf"(?:{SIDE})\b", rest, re.IGNORECASE) else "site")


def _larger(words: str, deep: int) -> PlaceWords | None:
    """"X in Y", "X, Y": X is the place, Y holds it."""
    found = _WITHIN.match(words)
    if not found or not _NAMED.search(found["one"]):
        return None
    inner, holder = _parse(found["one"], deep + 1), _parse(found["rest"], deep + 1)
    return replace(inner, within=inner.within or (holder.names[-1].text if holder.names else ""))


def _sided(words: str, deep: int) -> PlaceWords | None:
    found = _SIDED.match(words) or _SIDE_LAST.match(words)
    return _loosened(_parse(found["rest"], deep + 1), "part") if found else None


def _kinded(words: str, deep: int) -> PlaceWords | None:
    """"Aleppo countryside", "Aleppo province", "Nyala airport"."""
    if around := _AROUND.match(words):
        return _loosened(_parse(around["rest"], deep + 1), "around")
    if found := _KIND.match(words) or _KIND_FIRST.match(words):
        return _loosened(_parse(found["rest"], deep + 1), "at", _KIND_WORDS[plain_letters(found["kind"]).lower()])
    site = _SITE.match(words)
    return _loosened(_parse(site["rest"], deep + 1), "site") if site else None


_STEPS = (_distance, _between, _way_of, _head_of, _owned, _larger, _kinded, _sided)


def _plain(words: str) -> PlaceWords:
    """No relation left: the name itself, without lower-case words before it."""
    if not _NAMED.search(words):
        return PlaceWords()
    if script(words) == "latin" and not _KEPT_PARTICLES.match(words):
        words = _OTHER_WORDS.sub("", words)
    return PlaceWords((Name(words),), rigid=_NUMBERED.search(words) is not None) if fold(words) else PlaceWords()


def _led(words: str) -> tuple[str, Lies]:
    """Words without what leads to the name, and what that says."""
    lies: Lies = "at"
    for _ in range(6):
        if found := _PARTS.match(words):
            lies = "part"
        elif found := _NEAR.match(words):
            lies = "around"
        else:
            found = None if _WAY_OF.match(words) else _LEAD.match(words)
        if not found:
            break
        words = words[found.end() :]
    return words, lies


def _parse(text: str, deep: int) -> PlaceWords:
    words, lies = _led(" ".join(text.split()).strip(_EDGES))
    whole = Name(words)
    inner = PlaceWords()
    if border := _BORDER.search(words):
        return PlaceWords((whole, Name(words[: border.start()].strip(_EDGES), "border", _AT_BORDERS))) if _NAMED.search(words) else inner
    for step in _STEPS if deep < _DEEP else ():
        found = step(words, deep)
        if found is not None and found.names:
            if step is _kinded:
                whole = replace(whole, kinds=found.names[0].kinds)
            inner = found if found.names[0].text == words else replace(found, names=(whole, *found.names))
            return _loosened(inner, lies)
    return _loosened(_plain(words), lies)


def place_words(text: str) -> PlaceWords:
    """The parts of one mention. Words beyond any name's length name no place."""
    return _parse(text, 0) if len(text) <= LONGEST else PlaceWords()
