"""Reports in three scripts and their claims, marked by hand, with which the desk and the exports are tested and looked at. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sijill.records import (
    Actor,
    Claim,
    Claimant,
    ClaimantFigure,
    ClaimRef,
    Count,
    Dispute,
    Event,
    EventWhen,
    Evidence,
    Mention,
    Place,
    Position,
    Reading,
    Report,
    Skip,
    Told,
    Toll,
    When,
    claim_id,
)

PLACES: dict[str, tuple[str, str | None, float | None, float | None, int | None, tuple[str, ...]]] = {
    "kutum": ("Kutum", "geonames:371745", 14.2, 24.6667, 1, ("Sudan", "North Darfur")),
    "nd": ("North Darfur", None, 15.75, 25.5, 4, ("Sudan",)),
    "vovchansk": ("Vovchansk", "geonames:688873", 50.2905, 36.941, 1, ("Ukraine", "Kharkiv Oblast")),
    "kharkiv": ("Kharkiv Oblast", None, 49.58, 36.4, 4, ("Ukraine",)),
    "kupiansk": ("Kupiansk", "geonames:703656", 49.7064, 37.6167, 2, ("Ukraine", "Kharkiv Oblast")),
    "atarib": ("Al-Atarib", "geonames:173577", 36.1389, 36.83, 1, ("Syria", "Aleppo", "Jebel Saman")),
    "anadan": ("Anadan", "geonames:174095", 36.2936, 37.0447, 1, ("Syria", "Aleppo")),
    "hayan": ("Hayyan", None, 36.3022, 37.0167, 1, ("Syria", "Aleppo")),
    "tel-sidra": ("Tell Sidra", None, None, None, None, ()),
    "azaz": ("Azaz", "geonames:170794", 36.5865, 37.0463, 3, ("Syria", "Aleppo")),
    "bamako": ("Bamako", "geonames:2460596", 12.65, -8.0, 1, ("Mali",)),
}
ACTORS = {
    "rsf": ("Rapid Support Forces", "sd-rsf", "militia"),
    "saf": ("Military forces of Sudan", "sd-forces", "state_forces"),
    "ru": ("Military forces of Russia", "ru-forces", "state_forces"),
    "ua": ("Military forces of Ukraine", "ua-forces", "state_forces"),
    "sy": ("Military forces of Syria", "sy-forces", "state_forces"),
    "hts": ("Hay’at Tahrir al-Sham", "hts", "rebels"),
}


@dataclass
class Marking:
    """A report being marked: values are given with the words that stand in its text."""

    report: Report
    claims: list[Claim] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)

    def words(self, text: str, inside: tuple[int, int] | None = None) -> Mention:
        start = self.report.text.index(text, *(inside or (0,)))
        return Mention(text, start, start + len(text))

    def claim(self, type_: str, evidence: str, **values: Any) -> Claim:
        here = self.words(evidence)
        span = (here.start, len(self.report.text)) if values.pop("after", False) else None
        counts = [self._count(*row, inside=span) for row in values.get("counts", ())]
        made = Claim(
            id=claim_id(self.report.id, type_, values.get("modality", "asserted"), here.start, here.end, 0),
            type=type_,  # type: ignore[arg-type]
            evidence=Evidence(here.start, here.end, evidence),
            by=tuple(self._actor(*a) for a in values.get("by", ())), to=tuple(self._actor(*a) for a in values.get("to", ())),
            places=tuple(self._place(*p) for p in values.get("places", ())), when=self._when(*values["when"]) if "when" in values else None,
            counts=tuple(counts), claimant=self._claimant(*values["says"]) if "says" in values else None,
            modality=values.get("modality", "asserted"), score=values.get("score", 0.83), why=values.get("why", "the verb names the happening; its words stand in one clause"),
        )  # fmt: skip
        self.claims.append(made)
        return made

    def _actor(self, key: str, text: str) -> Actor:
        name, id_, kind = ACTORS.get(key, (text, None, key))
        return Actor(name, id_, kind, self.words(text))  # type: ignore[arg-type]

    def _place(self, key: str, text: str, role: str = "at") -> Place:
        return Place(*PLACES[key][:6], role, self.words(text))  # type: ignore[arg-type]

    def _when(self, text: str, start: str | None, end: str | None) -> When:
        if start is None or end is None:
            return When(None, None, "unknown", self.words(text))
        return When(date.fromisoformat(start), date.fromisoformat(end), "day", self.words(text))

    def _claimant(self, text: str, kind: str) -> Claimant:
        return Claimant(text, kind, self.words(text))  # type: ignore[arg-type]

    def _count(self, measure: str, text: str, quantifier: str, numbers: tuple[int | None, ...] = (), *more: Any, inside: tuple[int, int] | None = None) -> Count:
        low, best, high = numbers or (None, None, None)
        status, unit = more or ("unknown", "person")
        return Count(measure, None, status, unit, low, best, high, quantifier, self.words(text, inside))  # type: ignore[arg-type]

    def reading(self) -> Reading:
        return Reading(self.report.id, tuple(self.claims), tuple(self.skips))


def _darfur_english() -> Marking:
    m = Marking(Report(
        "wire/2024-06-03/kutum", "Shells hit livestock market in Kutum\n"
        "KUTUM, North Darfur – At least 12 civilians were killed and dozens wounded on Monday when shells struck the livestock market in Kutum, a local medic said.\n"
        "The army accused the Rapid Support Forces of firing on the town from the north. The RSF denied that it had shelled Kutum.\n"
        "Residents fear a ground assault in the coming days. Some 400 families have fled towards Tina since the weekend, according to a local emergency room.",
        "Shells hit livestock market in Kutum", "2024-06-03T18:20:00+02:00", "Darfur Wire", "https://darfurwire.example/kutum", "en",
    ))  # fmt: skip
    m.claim("shelling", "At least 12 civilians were killed and dozens wounded on Monday when shells struck the livestock market in Kutum", to=[("civilians", "civilians")],
            places=[("kutum", "Kutum")], when=("Monday", "2024-06-03", "2024-06-04"), says=("a local medic", "medic"), score=0.94,
            counts=[("killed", "At least 12", "at_least", (12, None, None), "civilian", "person"), ("injured", "dozens", "vague", (), "civilian", "person")])  # fmt: skip
    m.claim("shelling", "The army accused the Rapid Support Forces of firing on the town", by=[("rsf", "Rapid Support Forces")], places=[("kutum", "Kutum")],
            says=("The army", "party"), modality="possible", score=0.71, why="“accused … of firing” is an allegation by a party; the town is Kutum")  # fmt: skip
    m.claim("shelling", "The RSF denied that it had shelled Kutum", by=[("rsf", "RSF")], places=[("kutum", "Kutum")], says=("The RSF", "party"), modality="denied", score=0.9)
    m.claim("warning", "Residents fear a ground assault in the coming days", places=[("kutum", "Kutum")], when=("in the coming days", None, None), says=("Residents", "witness"), modality="possible", score=0.62)
    m.claim("displacement", "Some 400 families have fled towards Tina since the weekend", places=[("kutum", "Kutum", "from")], when=("since the weekend", "2024-06-01", "2024-06-04"),
            says=("a local emergency room", "ngo"), counts=[("displaced", "Some 400 families", "about", (None, 400, None), "civilian", "household")], score=0.88)  # fmt: skip
    start = m.report.text.index("Tina")
    m.skips.append(Skip("where", start, start + 4, "two places are called Tina near here and nothing decides between them"))
    return m


def _darfur_arabic() -> Marking:
    m = Marking(Report(
        "قناة-كتم-412", "قُتل 15 مدنياً على الأقل في قصف على سوق كتم شمال دارفور يوم الاثنين، بحسب غرفة طوارئ كتم.\n"
        "ونفت قوات الدعم السريع مسؤوليتها عن القصف.", None, "2024-06-04", "شبكة أخبار دارفور", None, "ar",
    ))  # fmt: skip
    m.claim("shelling", "قُتل 15 مدنياً على الأقل في قصف على سوق كتم شمال دارفور يوم الاثنين", to=[("civilians", "مدنياً")], places=[("kutum", "كتم")],
            when=("يوم الاثنين", "2024-06-03", "2024-06-04"), says=("غرفة طوارئ كتم", "ngo"), counts=[("killed", "15", "at_least", (15, None, None), "civilian", "person")], score=0.86)  # fmt: skip
    m.claim("shelling", "ونفت قوات الدعم السريع مسؤوليتها عن القصف", by=[("rsf", "قوات الدعم السريع")], says=("قوات الدعم السريع", "party"), modality="denied", score=0.77)
    return m


def _kharkiv_ukrainian() -> Marking:
    m = Marking(Report(
        "obl-2024-06-05-1", "Увечері 4 червня російські війська вдарили авіабомбами по Вовчанську Харківської області. Двоє людей загинули, ще семеро поранені, повідомив голова обласної адміністрації.",
        "Удар по Вовчанську", "2024-06-05", "Обласна адміністрація", None, "uk",
    ))  # fmt: skip
    m.claim("air_strike", "російські війська вдарили авіабомбами по Вовчанську Харківської області", by=[("ru", "російські війська")],
            places=[("vovchansk", "Вовчанську"), ("kharkiv", "Харківської області")], when=("Увечері 4 червня", "2024-06-04", "2024-06-05"),
            says=("голова обласної адміністрації", "official"), counts=[("killed", "Двоє людей", "exact", (2, 2, 2)), ("injured", "семеро", "exact", (7, 7, 7))], score=0.91)  # fmt: skip
    return m


def _kharkiv_english() -> Marking:
    m = Marking(Report(
        "ew-8841", "Two people were killed in a Russian air strike on Vovchansk late on Tuesday, the regional governor said. Rescuers later put the toll at three.\n"
        "Ukrainian forces shot down nine drones near Kupiansk overnight. No casualties were reported there.", "Strike on Vovchansk kills two",
        "2024-06-05T09:00:00Z", "Eastern Wire", None, "en",
    ))  # fmt: skip
    m.claim("air_strike", "Two people were killed in a Russian air strike on Vovchansk late on Tuesday", by=[("ru", "Russian")], places=[("vovchansk", "Vovchansk")],
            when=("late on Tuesday", "2024-06-04", "2024-06-05"), says=("the regional governor", "official"), counts=[("killed", "Two people", "exact", (2, 2, 2))], score=0.95)  # fmt: skip
    m.claim("casualties", "Rescuers later put the toll at three", says=("Rescuers", "official"), counts=[("killed", "three", "exact", (3, 3, 3))], score=0.66)
    m.claim("interception", "Ukrainian forces shot down nine drones near Kupiansk overnight", by=[("ua", "Ukrainian forces")], places=[("kupiansk", "Kupiansk", "near")],
            when=("overnight", "2024-06-04", "2024-06-06"), counts=[("other", "nine", "exact", (9, 9, 9), "unknown", "vehicle"), ("killed", "No", "exact", (0, 0, 0))], score=0.89)  # fmt: skip
    return m


def _aleppo() -> Marking:
    m = Marking(Report(
        "nw-17", "HTS fighters entered Anadan, Hayyan and Tell Sidra on Thursday, a monitor said. Syrian troops withdrew towards Al-Atarib. Casualties were reported on both sides.\n"
        "A prisoner exchange near Azaz was put off.", "Villages north-west of Aleppo change hands", "2024-11-29", "Northwest Desk", None, "en",
    ))  # fmt: skip
    m.claim("capture", "HTS fighters entered Anadan, Hayyan and Tell Sidra on Thursday", by=[("hts", "HTS fighters")], to=[("sy", "Syrian troops")],
            places=[("anadan", "Anadan"), ("hayan", "Hayyan"), ("tel-sidra", "Tell Sidra")], when=("Thursday", "2024-11-28", "2024-11-29"), says=("a monitor", "monitor"), score=0.87)  # fmt: skip
    m.claim("movement", "Syrian troops withdrew towards Al-Atarib", by=[("sy", "Syrian troops")], places=[("atarib", "Al-Atarib", "to")], score=0.8)
    m.claim("casualties", "Casualties were reported on both sides", counts=[("killed", "Casualties", "unstated", (), "combatant", "person")], score=0.58)
    m.claim("agreement", "A prisoner exchange near Azaz was put off", places=[("azaz", "Azaz", "near")], modality="planned", score=0.49)
    return m


def _hostile() -> Marking:
    m = Marking(Report(
        "<script>alert('id')</script>", "<script>alert('text')</script> Protest in Bamako\n=HYPERLINK(\"http://evil.example\") marched on Tuesday & nobody was hurt <img src=x onerror=alert(1)>.",
        "<script>alert('title')</script>", "2024-06-04", "=cmd|' /C calc'!A1", "javascript:alert(1)", "en",
    ))  # fmt: skip
    m.claim("protest", '=HYPERLINK("http://evil.example") marched on Tuesday & nobody was hurt', by=[("protesters", '=HYPERLINK("http://evil.example")')], places=[("bamako", "Bamako")],
            when=("Tuesday", "2024-06-04", "2024-06-05"), counts=[("injured", "nobody", "exact", (0, 0, 0))], why="<b>why</b>", score=0.4)  # fmt: skip
    return m


def markings() -> tuple[Marking, ...]:
    """All of them, freshly made."""
    return _darfur_english(), _darfur_arabic(), _kharkiv_ukrainian(), _kharkiv_english(), _aleppo(), _hostile()


def told_by(marked: Sequence[Marking]) -> tuple[Told, ...]:
    """Their claims as the store tells them, each report an origin of its own."""
    return tuple(Told(c, m.report.id, m.report.day, m.report.outlet, m.report.id) for m in marked for c in m.claims)


def _voice(t: Told) -> str:
    return t.claim.claimant.name if t.claim.claimant else t.outlet or t.report


@dataclass
class Joining:
    """Events made of claims by their number in `told`, as an analyst would join them."""

    told: tuple[Told, ...]

    def ref(self, n: int) -> ClaimRef:
        return ClaimRef(self.told[n].report, self.told[n].claim.id)

    def event(self, *numbers: int, **values: Any) -> Event:
        claims = [self.told[n].claim for n in numbers]
        when = next((c.when for c in claims if c.when and c.when.start), None)
        plain = {
            "id": f"e{numbers[0]:03}", "type": claims[0].type, "by": {a.name: a for c in claims for a in c.by}, "to": {a.name: a for c in claims for a in c.to},
            "places": {p.name: p for c in claims for p in c.places}, "when": EventWhen(when.start, when.end, "all voices name this day") if when else None,  # type: ignore[arg-type]
            "claims": tuple(self.ref(n) for n in numbers), "toll": (), "grade": "weak", "disputes": (), "status": "draft",
            "why": "one claim stands alone" if len(numbers) == 1 else "same place, same day, same kind of act",
        }  # fmt: skip
        plain |= {k: tuple(plain[k].values()) for k in ("by", "to", "places")}  # type: ignore[attr-defined]
        return Event(**{**plain, **values})  # type: ignore[arg-type]

    def toll(self, measure: str, status: str, state: str, numbers: tuple[int | None, ...], *said: int, unit: str = "person", why: str = "one figure") -> Toll:
        low, best, high = numbers or (None, None, None)
        figures = tuple(ClaimantFigure(_voice(self.told[n]), k.low, k.best, k.high, k.quantifier, self.told[n].published, self.ref(n))
                        for n in said for k in self.told[n].claim.counts if k.measure == measure)  # fmt: skip
        return Toll(measure, None, status, unit, low, best, high, state, figures, why)  # type: ignore[arg-type]

    def dispute(self, about: str, why: str, *says: tuple[int, str]) -> Dispute:
        return Dispute(about, tuple(Position(_voice(self.told[n]), words, self.ref(n)) for n, words in says), why)  # type: ignore[arg-type]


def events_of(told: tuple[Told, ...]) -> tuple[Event, ...]:
    """The happenings that the markings tell of; the one in Vovchansk is confirmed, the exchange near Azaz rejected."""
    j = Joining(told)
    kutum = (
        j.toll("killed", "civilian", "number", (12, None, None), 0, 5, why="the lowest and the highest of each claimant’s latest figure; neither bounds it above"),
        j.toll("injured", "civilian", "unstated", (), 0, why="wounded are spoken of, without a number"),
    )
    disputes = (
        j.dispute("culprit", "the accused denies it", (1, "Rapid Support Forces did it"), (2, "Rapid Support Forces did not"), (6, "Rapid Support Forces did not")),
        j.dispute("toll", "two figures for the same people", (0, "at least 12 killed"), (5, "at least 15 killed")),
    )
    return (
        j.event(0, 1, 2, 5, 6, grade="contested", toll=kutum, disputes=disputes),
        j.event(3),
        j.event(4, toll=(j.toll("displaced", "civilian", "number", (None, 400, None), 4, unit="household"),)),
        j.event(7, 8, 9, grade="fair", status="confirmed", toll=(j.toll("killed", "unknown", "number", (2, 3, 3), 7, 9, why="the later figure is the best"), j.toll("injured", "unknown", "number", (7, 7, 7), 7))),
        j.event(10, toll=(j.toll("killed", "unknown", "zero", (0, 0, 0), 10),)),
        j.event(11),
        j.event(12),
        j.event(13, toll=(j.toll("killed", "combatant", "unstated", (), 13), j.toll("injured", "unknown", "unknown", ()))),
        j.event(14, status="rejected"),
        j.event(15, toll=(j.toll("injured", "unknown", "zero", (0, 0, 0), 15),)),
    )
