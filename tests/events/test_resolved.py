"""Resolved places and actors are used where claims have them; names stand in where they have not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from telling import make

from sijill.events import explain, join
from sijill.events.toll import tolls
from sijill.records import Actor, Count, Mention, Place, Told

DAY = date(2024, 5, 14)


def place(name: str, id: str, lat: float, lon: float, precision: int = 1) -> Place:
    return Place(name, id, lat, lon, precision, ("Syria",), "at", Mention(name, 0, len(name)))


def strike(report: str, where: Place, dead: int = 9) -> Told:
    return make(report, f"Jets bombed the market of {where.name}, killing {dead}", places=(where,), when=DAY, counts=(dead,))


def test_one_id_under_two_names_is_one_place() -> None:
    told = [strike("a", place("Orum al-Kubra", "geonames:1", 36.1, 36.95)), strike("b", place("Big Orm", "geonames:1", 36.1, 36.95))]
    assert len(join(told)) == 1
    assert "same place" in {s.words for s in explain(told, "a@0", "b@0").signs}


def test_one_name_at_two_points_is_two_places() -> None:
    told = [strike("a", place("Salqin", "geonames:1", 36.1, 36.4)), strike("b", place("Salqin", "geonames:2", 34.0, 40.1), dead=7)]
    assert len(join(told)) == 2
    assert "points far apart" in {s.words for s in explain(told, "a@0", "b@0").signs}


def test_neighbouring_points_of_unlike_names_meet() -> None:
    told = [strike("a", place("Anjara", "geonames:1", 36.3000, 36.9400)), strike("b", place("Qubtan", "geonames:2", 36.3050, 36.9450))]
    assert "other place" not in {s.words for s in explain(told, "a@0", "b@0").signs}


def test_resolved_and_unresolved_tellings_meet_by_name() -> None:
    resolved = strike("a", place("Shagra", "geonames:1", 13.6, 25.2))
    named = make("b", "Jets bombed the market of Shaqra, killing 9", places=("the market of Shaqra",), when=DAY, counts=(9,))
    (event,) = join([resolved, named])
    assert event.places[0].id == "geonames:1"


def test_a_whole_province_is_an_area_however_it_is_called() -> None:
    told = [strike("a", place("Idlib", "geonames:1", 35.9, 36.6, precision=4)), strike("b", place("Ariha", "geonames:2", 35.8, 36.6))]
    assert "other place" not in {s.words for s in explain(told, "a@0", "b@0").signs}


def test_figures_of_two_named_sides_are_groups_of_their_own() -> None:
    def lost(side: str, n: int, at: int) -> Count:
        words = f"{n} {side}"
        return Count("killed", Actor(side, f"id:{side}", "rebels", Mention(side, at + 3, at + 3 + len(side))), "combatant", "person", n, n, n, "exact", Mention(words, at, at + len(words)))

    quote = "the fighting left 13 Rebels and 21 Guards dead"
    told = make("a", quote, type="armed_clash", counts=(lost("Rebels", 13, 18), lost("Guards", 21, 32)))
    rows = {t.who: t.best for t in tolls([told]) if t.measure == "killed"}
    assert rows == {None: 34, "Rebels": 13, "Guards": 21}


def test_an_actor_s_id_makes_one_of_many_names() -> None:
    first = strike("a", place("Shagra", "geonames:1", 13.6, 25.2))
    army, regime = (Actor(n, "sy-forces", "state_forces", Mention(n, 0, len(n))) for n in ("Military forces of Syria", "the regime"))
    second = replace(first, report="b", origin="b", claim=replace(first.claim, id="b", by=(regime,)))
    first = replace(first, claim=replace(first.claim, by=(army,)))
    (event,) = join([first, second])
    assert len(event.by) == 1
