"""Who is meant: names of the list, short names that a report introduces, generic words that stand for somebody, the army of the one country."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sijill.knowledge import DATA
from sijill.knowledge.actors import ActorList, load_actors
from sijill.knowledge.terms import Terms, load_terms
from sijill.read.context import Context, context, introduced
from sijill.read.who import Cast, Side, Who, kind_of
from sijill.records import Mention, Report


class Known:
    """The two lists that the question needs."""

    actors: ActorList = load_actors(DATA)
    terms: Terms = load_terms(DATA)


KNOWN = Known()


def mentions(text: str, *words: str) -> list[Mention]:
    """The mentions of words that follow each other in a text."""
    out, at = [], 0
    for w in words:
        at = text.index(w, at)
        out.append(Mention(w, at, at + len(w)))
        at += len(w)
    return out


def asked(text: str, *words: str, published: str | None = "2024-12-04") -> Who:
    """Who the last of the words is, in a report whose actor mentions are those words."""
    report = Report("r", text, published=published)
    found = mentions(text, *words)
    cast = Cast(found, context(report, KNOWN.actors), report.day.year if report.day else None, KNOWN)
    return cast.who(found[-1], text[found[-1].end : found[-1].end + 30])


def id_of(text: str, *words: str, published: str | None = "2024-12-04") -> str | None:
    return asked(text, *words, published=published).actor.id


def test_words_before_a_weapon_are_the_states_forces() -> None:
    assert id_of("Russian air strikes hit Idlib.", "Russian") == "ru-forces"
    assert id_of("Russian officials spoke in Idlib.", "Russian") == "ru"
    assert id_of("Syrian rebels shelled Aleppo; Syrian refugees fled.", "Syrian refugees") is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Indian and Pakistani troops exchanged fire near Uri.", "Indian", "in-forces"),
        ("The Sudanese and Chadian armies fought near Tine.", "Sudanese", "sd-forces"),
        ("Indian and Pakistani officials met.", "Indian", "in"),
        ("India and Pakistan met.", "India", "in"),
    ],
)
def test_two_that_share_a_word_for_forces_are_both_forces(text: str, words: str, expected: str) -> None:
    assert id_of(text, words) == expected


def test_the_group_is_the_last_armed_group_named_before_it() -> None:
    text = "HTS fighters entered Anjara in Syria. Syrian army troops fled. The group said that it had taken four villages."
    found = asked(text, "HTS fighters", "Syrian army troops", "The group")
    assert (found.actor.id, found.actor.kind) == ("hts", "rebels")
    assert found.why == "“The group” stands for Hay'at Tahrir al-Sham, named before it"
    assert found.actor.mention.text == "The group"


def test_a_generic_word_is_followed_back_only_so_far() -> None:
    far = "HTS entered Anjara. " + "Nothing happened. " * 100 + "The group left."
    assert id_of(far, "HTS", "The group") is None


def test_a_generic_word_before_any_name_stands_for_nobody() -> None:
    assert id_of("The group attacked. HTS denied it.", "The group") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The troops", "sy-forces"),
        ("The rebels", "hts"),
        ("the rebel fighters", "hts"),
        ("its fighters", "hts"),
        ("the government forces", "sy-forces"),
        ("the men", None),
        ("the other group", None),
        ("the Kurdish fighters", None),
        ("the commander", None),
        ("fighters", None),
    ],
)
def test_what_a_generic_phrase_can_stand_for(words: str, expected: str | None) -> None:
    text = f"Syrian government forces shelled HTS near Idlib in Syria. Later {words} left the place."
    assert id_of(text, "Syrian government forces", "HTS", words) == expected


def test_two_armies_leave_the_troops_undecided() -> None:
    text = "Israeli forces and the Lebanese army met at Naqoura in Lebanon, Israel said. {} left."
    assert id_of(text.format("The troops"), "Israeli forces", "the Lebanese army", "The troops") is None
    assert id_of(text.format("Lebanese soldiers"), "Israeli forces", "the Lebanese army", "Lebanese soldiers") == "lb-forces"


def test_a_states_own_troops_are_its_forces() -> None:
    assert id_of("Hamas fired rockets. Israel said its troops had entered Rafah.", "Hamas", "Israel", "its troops") == "il-forces"
    assert id_of("Israel bombed Rafah. Hamas said its fighters had left.", "Israel", "Hamas", "its fighters") == "hamas"
    assert id_of("Israel bombed Rafah. Hamas said its rockets had hit Sderot.", "Israel", "Hamas", "its rockets") == "hamas"


def test_a_word_of_a_long_name_stands_for_it() -> None:
    text = "The Levant Front took a village in Syria. Turkey shelled it. The Front withdrew."
    assert id_of(text, "The Levant Front", "Turkey", "The Front") == "levant-front"
    assert id_of(text, "Turkey", "The Front") is None


def test_the_rebels_are_those_just_named_before_they_are_those_of_the_country() -> None:
    assert id_of("The rebels fled Aleppo in Syria.", "The rebels") == "syrian-rebels"
    assert id_of("HTS took Aleppo in Syria. The rebels cheered.", "HTS", "The rebels") == "hts"
    assert id_of("HTS took Aleppo in Syria. The rebels cheered. The rebels left.", "HTS", "The rebels", "The rebels") == "hts"


HOME = "Fighting went on in Mali. In Mali’s north, Malians fled to Mauritania. "


@pytest.mark.parametrize("words", ["The army", "Police", "government forces", "Security forces", "the military"])
def test_the_army_is_that_of_the_one_country_the_report_is_about(words: str) -> None:
    assert id_of(f"{HOME}{words} arrived late.", words) == "ml-forces"


def test_between_two_states_the_army_is_left_open() -> None:
    war = "Russia and Ukraine fought near Kharkiv; Russians shelled it and Ukrainians shelled Belgorod. The army said nothing."
    assert context(Report("r", war), KNOWN.actors).home is None
    assert id_of(war, "The army") is None


def test_foreign_soldiers_do_not_become_the_army_of_the_country() -> None:
    text = f"{HOME}Wagner fighters patrolled. The army arrived late."
    assert id_of(text, "Wagner fighters", "The army") == "ml-forces"


def test_a_short_name_introduced_in_brackets_is_its_long_name() -> None:
    text = "The Popular Front of Yemba (PFY) took Dolo. PFY fighters then left, the PFY said."
    assert introduced(text) == {"PFY": "Popular Front of Yemba"}
    found = asked(text, "the PFY")
    assert (found.actor.id, found.actor.name) == (None, "Popular Front of Yemba")
    known = "Arms reached the Hamza Division of the north (HDN) in Syria. HDN men rebelled."
    assert id_of(known, "HDN men") == "hamza-division"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the United Nations Office for the Coordination of Humanitarian Affairs (OCHA) said", {"OCHA": "Office for the Coordination of Humanitarian Affairs"}),
        ("Rapid Support Forces (“RSF”)", {"RSF": "Rapid Support Forces"}),
        ("Syrian Democratic Forces (also known as SDF, or QSD)", {"SDF": "Syrian Democratic Forces"}),
        ("a village\nArab Liberation Front (ALF)", {"ALF": "Arab Liberation Front"}),
        ("he left (UN) early", {}),
        ("the Popular Front of Yemba (PFY attacked a post", {"PFY": "Popular Front of Yemba"}),
        ("the Popular Front of Yemba (UN officials said so", {}),
        ("Kadu (pop. 3,000)", {}),
    ],
)
def test_how_short_names_are_introduced(text: str, expected: dict[str, str]) -> None:
    assert introduced(text) == expected


def test_hyphens_without_end_do_not_hold_up_the_search_for_short_names() -> None:
    start = time.process_time()
    introduced(("A-" + "a-" * 5_000) + "Aa of the of the " * 1_000)
    assert time.process_time() - start < 2


def test_the_year_tells_who_went_by_a_name() -> None:
    text = "Jabhat al-Nusra seized a village in Syria."
    assert id_of(text, "Jabhat al-Nusra", published="2014-05-01") == "jabhat-al-nusra"
    assert id_of(text, "Jabhat al-Nusra", published="2020-05-01") == "hts"


def test_without_a_date_the_year_is_left_open() -> None:
    assert id_of("HTS left Idlib.", "HTS", published=None) == "hts"


def test_unknown_actors_keep_their_words_and_a_kind() -> None:
    found = asked("At dawn some 20 gunmen of the Karvan Brigade came.", "some 20 gunmen of the Karvan Brigade")
    assert (found.actor.id, found.why) == (None, "in no actor list; kept as it is called")
    assert found.actor.name == "20 gunmen of the Karvan Brigade"
    assert kind_of("eleven villagers", KNOWN.terms) == "civilians"
    assert kind_of("xyzzy", KNOWN.terms) == "other"
    assert [kind_of(words, KNOWN.terms) for words in ("Fulani villagers", "a Fulani teacher", "Fulani militiamen")] == ["civilians", "civilians", "communal"]


def test_asking_changes_nothing() -> None:
    text = "HTS fighters entered Anjara in Syria. The group left. Its fighters cheered."
    found = mentions(text, "HTS fighters", "The group", "Its fighters")
    report = Report("r", text)
    cast = Cast(found, context(report, KNOWN.actors), None, KNOWN)
    first = [cast.who(m, "") for m in found]
    assert [cast.who(m, "") for m in reversed(found)] == first[::-1]
    assert [Cast(found[::-1], context(report, KNOWN.actors), None, KNOWN).who(m, "") for m in found] == first


def test_many_mentions_cost_no_more_each(least_seconds: Callable[[Callable[[], object]], float]) -> None:
    def seconds(n: int) -> float:
        text = "HTS shelled the army. The group left. " * n
        found = [m for k in range(n) for at in (38 * k,) for m in (Mention("HTS", at, at + 3), Mention("The group", at + 22, at + 31))]
        assert text[found[-1].start : found[-1].end] == "The group"

        def ask() -> None:
            cast = Cast(found, Context(("SY",), {}), 2024, KNOWN)
            assert {cast.who(m, "").actor.id for m in found} == {"hts"}

        return least_seconds(ask)

    few, many = seconds(500), seconds(2_000)
    assert many < 2 * 4 * few + 0.02


def meant(text: str, acting: tuple[str, ...], suffering: tuple[str, ...], pronoun: str) -> str | None:
    """Whom the last occurrence of a pronoun stands for, beside actors that acted or suffered in sentences told by full stops."""
    spots = [(text.index(w), w, True) for w in acting] + [(text.index(w), w, False) for w in suffering]
    sides = [Side(Mention(w, at, at + len(w)), text[:at].count("."), acts) for at, w, acts in spots]
    at = text.rindex(pronoun)
    found = Cast([s.mention for s in sides], Context((), {}), None, KNOWN, sides).meant(Mention(pronoun, at, at + len(pronoun)))
    return found.text if found else None


def test_they_and_it_go_back_to_the_last_that_acted() -> None:
    text = "Kachin fighters overran a post held by the junta. They burned it."
    assert meant(text, ("Kachin fighters",), ("the junta",), "They") == "Kachin fighters"
    text = "The junta shelled Bhamo, killing villagers. It denied this."
    assert meant(text, ("The junta",), ("villagers",), "It") == "The junta"


def test_he_goes_back_to_a_person() -> None:
    text = "Ruhul Amin led the Karvan Brigade and its militants. He was shot."
    assert meant(text, ("Ruhul Amin", "Karvan Brigade"), ("militants",), "He") == "Ruhul Amin"
    assert meant("The Taliban shot villagers. He fled.", ("The Taliban",), ("villagers",), "He") is None


def test_an_object_goes_back_to_the_nearest_and_we_to_nobody() -> None:
    text = "The army stopped pilgrims. A mob attacked them. We will go on."
    assert meant(text, ("The army",), ("pilgrims",), "them") == "pilgrims"
    assert meant(text, ("The army",), ("pilgrims",), "We") is None


def test_far_names_are_not_followed() -> None:
    assert meant("The army left. " + "It rained. " * 80 + "They fired.", ("The army",), (), "They") is None


@pytest.mark.parametrize("words", ["The group's fighters", "The movement’s men", "the militants' positions", "the armed group's drones"])
def test_men_of_the_group_are_the_group_named_before(words: str) -> None:
    assert id_of(f"HTS entered Anjara in Syria. {words} left.", "HTS", words) == "hts"
    assert id_of(f"{words} left.", words) is None


def test_men_under_a_short_name_of_an_unlisted_group_are_that_group() -> None:
    found = asked("The Popular Front of Yemba (PFY) left. PFY men came.", "PFY men").actor
    assert (found.name, found.id, found.kind) == ("Popular Front of Yemba", None, "other")


@pytest.mark.parametrize(
    ("speaker", "words", "party", "expected"),
    [
        ("M23", "our fighters", True, "m23"),
        ("M23", "We", True, "m23"),
        ("the Russian defence ministry", "Our forces", True, "ru-forces"),
        ("the Russian defence ministry", "we", True, "ru-forces"),
        ("The Ukrainian air force", "our air defence", True, "ua-forces"),
        ("Kyiv", "We", False, "ua"),
        ("Kyiv", "our troops", False, "ua-forces"),
        ("Kyiv", "our people", False, None),
        ("a resident", "we", False, None),
        ("a resident", "our forces", False, None),
    ],
)
def test_we_and_our_forces_are_the_speakers_side(speaker: str, words: str, party: bool, expected: str | None) -> None:
    text = f"{speaker} said that {words} had left."
    said, own = mentions(text, speaker, words)
    cast = Cast([said, own], context(Report("r", text), KNOWN.actors), None, KNOWN)
    found = cast.ours(own, said, party)
    assert (found.actor.id if found else None) == expected
    assert found is None or found.actor.mention == own
