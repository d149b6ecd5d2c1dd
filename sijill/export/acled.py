"""Events in ACLED's columns (31, in file order), by its codebook: a row an event, place and day span; the lowest deaths reported; no injuries.

ACLED has no room for rival figures, disputes, displacement numbers or a review status; the status goes into `tags`, the rest into `losses`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sijill.export.cells import Cell, csv_lines
from sijill.export.countries import Country, countries
from sijill.export.deaths import Lowest, by_claim, lowest
from sijill.export.losses import Exported, Loss, lost
from sijill.export.release import released
from sijill.records import Actor, ClaimType, Event, Place, Told

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1",
    "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location",
    "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
BLANK = ("region", "source_scale")
_REMOTE, _CIVILIANS, _STRATEGIC, _BATTLES = "Explosions/Remote violence", "Violence against civilians", "Strategic developments", "Battles"
_CODES: Mapping[ClaimType, tuple[str, str]] = {
    "air_strike": (_REMOTE, "Air/drone strike"), "drone_strike": (_REMOTE, "Air/drone strike"), "shelling": (_REMOTE, "Shelling/artillery/missile attack"),
    "explosive_device": (_REMOTE, "Remote explosive/landmine/IED"), "suicide_attack": (_REMOTE, "Suicide bomb"), "chemical_attack": (_REMOTE, "Chemical weapon"),
    "grenade": (_REMOTE, "Grenade"), "armed_clash": (_BATTLES, "Armed clash"), "attack": (_CIVILIANS, "Attack"),
    "sexual_violence": (_CIVILIANS, "Sexual violence"), "abduction": (_CIVILIANS, "Abduction/forced disappearance"), "arrest": (_STRATEGIC, "Arrests"),
    "looting_destruction": (_STRATEGIC, "Looting/property destruction"), "interception": (_STRATEGIC, "Disrupted weapons use"),
    "capture": (_BATTLES, "Non-state actor overtakes territory"), "transfer": (_STRATEGIC, "Non-violent transfer of territory"),
    "movement": (_STRATEGIC, "Change to group/activity"), "base_established": (_STRATEGIC, "Headquarters or base established"),
    "group_change": (_STRATEGIC, "Change to group/activity"), "protest": ("Protests", "Peaceful protest"),
    "protest_intervention": ("Protests", "Protest with intervention"), "excessive_force": ("Protests", "Excessive force against protesters"),
    "riot": ("Riots", "Violent demonstration"), "mob_violence": ("Riots", "Mob violence"), "agreement": (_STRATEGIC, "Agreement"),
    "ceasefire_violation": (_STRATEGIC, "Other"), "displacement": (_STRATEGIC, "Other"), "return": (_STRATEGIC, "Other"), "other": (_STRATEGIC, "Other"),
}  # fmt: skip
_DISORDER = {"Excessive force against protesters": "Political violence; Demonstrations", "Mob violence": "Political violence"}
_INTER = {
    "state": "State forces", "state_forces": "State forces", "rebels": "Rebel group", "militia": "Political militia", "communal": "Identity militia",
    "rioters": "Rioters", "protesters": "Protesters", "civilians": "Civilians", "external_forces": "External/Other forces",
    "unidentified": "Political militia", "other": "External/Other forces",
}  # fmt: skip
_ARMED = {"state_forces", "rebels", "militia", "communal", "external_forces"}
_GEO = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3}


@dataclass(frozen=True, slots=True)
class _Code:
    """Where an event lands in ACLED's scheme."""

    event_type: str
    sub_event_type: str

    @property
    def disorder(self) -> str:
        if self.sub_event_type in _DISORDER:
            return _DISORDER[self.sub_event_type]
        return {"Protests": "Demonstrations", "Riots": "Demonstrations", _STRATEGIC: _STRATEGIC}.get(self.event_type, "Political violence")


@dataclass(frozen=True, slots=True)
class _Day:
    """ACLED's single date: the day itself, or the middle of a longer span, with its time_precision."""

    day: date
    precision: int


def events_as_acled(events: Iterable[Event], told: Iterable[Told], uploaded: datetime, released_only: bool = True) -> Exported:
    """`told` gives sources, modality and vague words; `uploaded` becomes `timestamp` (Unix seconds). Drafts have `review=draft` among their tags."""
    claims, known = by_claim(told), countries()
    rows: list[tuple[Cell, ...]] = []
    losses: list[Loss] = []
    for event in released(events, released_only):
        why_not = _unfit(event, claims)
        if why_not:
            losses.append(Loss(event.id, why_not, whole=True))
            continue
        rows += _rows(event, claims, known, int(uploaded.timestamp()))
        losses += _losses(event, lowest(event, claims))
    return Exported(tuple(csv_lines(COLUMNS, rows)), tuple(losses), BLANK)


def _unfit(event: Event, claims: Mapping[str, Told]) -> str:
    """Why an event is no row of ACLED's; empty if it is one."""
    if event.type not in _CODES:
        return f"{event.type} is no ACLED event"
    if not any(claims[ref.claim].claim.modality == "asserted" for ref in event.claims if ref.claim in claims):
        return "nobody asserts that it happened"
    if _day(event) is None:
        return "no day, or more than a month: not coded"
    return "" if _sites(event) else "no located place below country level: not coded"


def _day(event: Event) -> _Day | None:
    if event.when is None:
        return None
    days = (event.when.end - event.when.start).days
    precision = next((p for p, most in ((1, 1), (2, 7), (3, 31)) if days <= most), None)
    return _Day(event.when.start + timedelta(days=(days - 1) // 2), precision) if precision else None


def _sites(event: Event) -> Sequence[Place]:
    """The places that get a row: all exactly known ones, else the single most exact one."""
    fit = [p for p in event.places if p.lat is not None and _GEO.get(p.precision or 1) is not None]
    exact = [p for p in fit if (p.precision or 1) <= 2 and p.role in ("at", "near")]
    return exact or sorted(fit, key=lambda p: p.precision or 1)[:1]


def _code(event: Event, country: Country | None) -> _Code:
    event_type, sub = _CODES[event.type]
    if event.type == "attack" and event.to and all(a.kind in _ARMED for a in event.to):
        event_type, sub = _BATTLES, "Armed clash"
    if event.type == "capture" and event.by and _inter(event.by[0], country) == "State forces":
        sub = "Government regains territory"
    return _Code(event_type, sub)


def _inter(actor: Actor, country: Country | None) -> str:
    """The actor's type; a state's forces outside their own country are external."""
    own = (actor.id or "").split("-")[0].upper()
    if actor.kind in ("state", "state_forces") and country and len(own) == 2 and own != country.iso2:
        return "External/Other forces"
    return _INTER[actor.kind]


@dataclass(frozen=True, slots=True)
class _Side:
    name: str
    others: str
    inter: str


def _side(actors: Sequence[Actor], country: Country | None, otherwise: _Side) -> _Side:
    if not actors:
        return otherwise
    return _Side(actors[0].name, "; ".join(a.name for a in actors[1:]), _inter(actors[0], country))


def _sides(event: Event, code: _Code, land: str, country: Country | None) -> tuple[_Side, _Side]:
    """Who stands first carries no meaning, but that the target of violence against civilians stands second."""
    unknown = _Side(f"Unidentified Armed Group ({land})", "", "Political militia")
    if code.event_type in ("Protests", "Riots"):
        crowd = code.event_type if code.event_type == "Protests" else "Rioters"
        name = "Protesters" if crowd == "Protests" else crowd
        first = _side([a for a in (*event.by, *event.to) if a.kind in ("protesters", "rioters")], country, _Side(f"{name} ({land})", "", name))
        return first, _side([a for a in (*event.by, *event.to) if a.kind not in ("protesters", "rioters")], country, _Side("", "", ""))
    target = _Side(f"Civilians ({land})", "", "Civilians") if code.event_type == _CIVILIANS else _Side("", "", "")
    return _side(event.by, country, unknown if code.event_type != _STRATEGIC else _Side("", "", "")), _side(event.to, country, target)


def _targeting(event: Event, code: _Code) -> str:
    hit = code.event_type == _CIVILIANS or (code.event_type == _REMOTE and bool(event.to) and event.to[0].kind == "civilians")
    return "Civilians targeted" if hit or code.sub_event_type == "Excessive force against protesters" else ""


def _shares(total: int, parts: int) -> list[int]:
    """A total over several places, divided evenly, the remainder to the first."""
    return [total // parts + (total % parts if n == 0 else 0) for n in range(parts)]


def _rows(event: Event, claims: Mapping[str, Told], known: Mapping[str, Country], stamp: int) -> Iterator[tuple[Cell, ...]]:
    day, sites, dead = _day(event), _sites(event), lowest(event, claims)
    sources = "; ".join(sorted({claims[ref.claim].outlet or "" for ref in event.claims if ref.claim in claims} - {""}))
    for n, (place, share) in enumerate(zip(sites, _shares(dead.number, len(sites)), strict=True)):
        land, adm1, adm2, adm3 = (place.admin + ("",) * 4)[:4]
        country = known.get(land)
        code = _code(event, country)
        one, two = _sides(event, code, land, country)
        if day is not None:
            yield (
                event.id if n == 0 else f"{event.id}-{n + 1}", day.day, day.day.year, day.precision, code.disorder, code.event_type, code.sub_event_type,
                one.name, one.others, one.inter, two.name, two.others, two.inter, "-".join(filter(None, (one.inter, two.inter))), _targeting(event, code),
                country.numeric if country else None, None, land, adm1, adm2, adm3, place.name,
                round(place.lat or 0, 4), round(place.lon or 0, 4), _GEO[place.precision or 1], sources, None, _notes(event, day, place, dead),
                share, f"review={event.status}", stamp,
            )  # fmt: skip


def _notes(event: Event, day: _Day, place: Place, dead: Lowest) -> str:
    who = ", ".join(a.name for a in event.by) or "an unidentified actor"
    whom = f" against {', '.join(a.name for a in event.to)}" if event.to else ""
    around = "On" if day.precision == 1 else "Around"
    return f"{around} {day.day.isoformat()}, {who}: {event.type.replace('_', ' ')}{whom} in {place.name}. {dead.note.capitalize()}{'.' if dead.note else ''}".strip()


def _losses(event: Event, dead: Lowest) -> list[Loss]:
    measures = sorted({t.measure for t in event.toll if t.state != "unknown"} - {"killed"})
    return lost(event.id, [
        (bool(measures), f"figures of {', '.join(measures)}"),
        (any(len(t.by_claimant) > 1 for t in event.toll if t.measure == "killed"), "rival figures: only the lowest is kept"),
        ("written as a number" in dead.note, "vague deaths: written as a number by rule"),
        (dead.note.endswith("without a number"), "deaths reported without a number: written as 0"),
        (bool(event.disputes), "disputes"),
        (any(p.lat is None for p in event.places), "unlocated places"),
    ])  # fmt: skip
