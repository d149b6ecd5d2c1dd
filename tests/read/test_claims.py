"""Proposals put together to claims: stable ids, days that lean on days told before, whom a figure counts, who speaks, what is skipped."""

from __future__ import annotations

from datetime import date

import pytest

from sijill.knowledge import Knowledge
from sijill.read.claims import claims
from sijill.read.context import context
from sijill.read.places_told import MENTIONS_TOGETHER, NAMES_TOGETHER, together
from sijill.read.segment import sentences
from sijill.read.tag import Proposal, Tagged
from sijill.read.where import PlaceMention
from sijill.records import Claim, ClaimType, Modality, Report, Skip, Span

TEXT = (
    "Syria: Clashes in Idlib\n"
    "HTS fighters shelled Idlib in Syria on Wednesday, killing at least 12 soldiers, a monitor said. "
    "Two days later the group killed three civilians in Idlib. “They burned forty houses in Anjara that day,” said the elder."
)


def report(text: str = TEXT, published: str | None = "2024-12-09") -> Report:
    return Report("r", text, published=published)


def spot(words: str, nth: int = 1, text: str = TEXT) -> Span:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def proposed(type_: ClaimType, word: str, evidence: str, spans: tuple[tuple[str, str | Span], ...], modality: Modality = "asserted", text: str = TEXT) -> Proposal:
    """A proposal whose spans are given as (role, words); roles decide which question they answer."""
    groups: dict[str, list[Tagged]] = {"actors": [], "places": [], "counts": [], "claimant": []}
    for role, words in spans:
        group = "actors" if role in {"by", "victim"} else "places" if role in {"at", "near", "when"} else "claimant" if role == "claimant" else "counts"
        groups[group].append(Tagged("to" if role == "victim" else role, words if isinstance(words, Span) else spot(words, text=text), 0.9))
    return Proposal(
        type_, spot(word, text=text), spot(evidence, text=text), 1, modality, tuple(groups["actors"]), tuple(groups["places"]), tuple(groups["counts"]),
        tuple(groups["claimant"]), 0.8, ("attack", 0.2),
    )  # fmt: skip


SHELLED = proposed(
    "shelling", "shelled", "HTS fighters shelled Idlib in Syria on Wednesday, killing at least 12 soldiers",
    (("by", "HTS fighters"), ("at", Span(TEXT.index("Idlib in Syria"), TEXT.index("Idlib in Syria") + 5)), ("when", "on Wednesday"), ("victim", "soldiers"), ("killed", "12"), ("claimant", "a monitor")),
)  # fmt: skip
KILLED = proposed("attack", "killed", "the group killed three civilians in Idlib", (("by", "the group"), ("victim", "civilians"), ("when", "Two days later"), ("killed", "three")))
BURNED = proposed("looting_destruction", "burned", "burned forty houses in Anjara", (("at", "Anjara"), ("when", "that day"), ("other", "forty"), ("killed", "the elder")))


def made(knowledge: Knowledge, proposals: list[Proposal], of: Report | None = None) -> tuple[tuple[Claim, ...], tuple[Skip, ...]]:
    of = of or report()
    return claims(of, sentences(of), proposals, context(of, knowledge.actors), knowledge)


def test_a_proposal_becomes_a_claim_with_every_answer(knowledge: Knowledge) -> None:
    ((claim,), skips) = made(knowledge, [SHELLED])
    assert (claim.type, claim.modality, skips) == ("shelling", "asserted", ())
    assert claim.evidence.quote.startswith("HTS fighters shelled")
    assert [a.id for a in claim.by] == ["hts"]
    assert [(p.name, p.role, p.mention.text) for p in claim.places] == [("Idlib", "at", "Idlib")]
    assert claim.when and (claim.when.start, claim.when.end) == (date(2024, 12, 4), date(2024, 12, 5))
    assert claim.claimant and claim.claimant.kind == "monitor"
    assert "rather than attack (0.20)" in claim.why
    assert 0 <= claim.score <= 1


def test_a_figure_counts_the_actor_beside_it(knowledge: Knowledge) -> None:
    ((shelled, killed), _) = made(knowledge, [SHELLED, KILLED])
    (dead,) = shelled.counts
    assert dead.who and dead.who.mention.text == "soldiers"
    assert (dead.mention.text, dead.low, dead.best, dead.quantifier, dead.status) == ("at least 12", 12, None, "at_least", "combatant")
    (dead,) = killed.counts
    assert dead.who and (dead.who.mention.text, dead.status, dead.best) == ("civilians", "civilian", 3)


@pytest.mark.parametrize(("text", "doer"), [("Nine were killed by RSF shelling in Bara.", "RSF"), ("In Bara nine died when M23 fighters attacked.", "M23 fighters")])
def test_the_dead_are_not_counted_among_those_who_killed(knowledge: Knowledge, text: str, doer: str) -> None:
    number = "Nine" if "Nine" in text else "nine"
    (claim,), _ = made(knowledge, [proposed("attack", doer, text, (("by", doer), ("killed", number), ("at", "Bara")), text=text)], report(text))
    assert [(c.best, c.who, c.status) for c in claim.counts] == [(9, None, "unknown")]


def test_a_group_without_its_article_is_still_the_one_named_before(knowledge: Knowledge) -> None:
    text = "HTS fighters shelled Anjara in Syria. The group killed three civilians there."
    first = proposed("shelling", "shelled", "HTS fighters shelled Anjara in Syria", (("by", "HTS fighters"), ("at", "Anjara")), text=text)
    second = proposed("attack", "killed", "The group killed three civilians there", (("by", "group"), ("killed", "three civilians")), text=text)
    found, _ = made(knowledge, [first, second], report(text))
    assert [claim.by[0].id for claim in found] == ["hts", "hts"]


def test_the_group_and_two_days_later_lean_on_what_was_told_before(knowledge: Knowledge) -> None:
    ((_, killed, burned), _) = made(knowledge, [SHELLED, KILLED, BURNED])
    assert [a.id for a in killed.by] == ["hts"]
    assert killed.when and killed.when.start == date(2024, 12, 6)
    assert burned.when and burned.when.start == date(2024, 12, 6)


def test_without_a_date_of_publication_relative_days_stay_words(knowledge: Knowledge) -> None:
    ((shelled, killed), _) = made(knowledge, [SHELLED, KILLED], report(published=None))
    assert shelled.when and (shelled.when.start, shelled.when.precision, shelled.when.mention.text) == (None, "unknown", "on Wednesday")
    assert killed.when and killed.when.start is None


def test_words_without_a_figure_are_skipped_and_said_so(knowledge: Knowledge) -> None:
    text = "HTS fighters shelled Idlib."
    one = proposed("shelling", "shelled", text, (("killed", "."),), text=text)
    ((claim,), skips) = made(knowledge, [one], report(text))
    assert not claim.counts or all(c.quantifier in {"vague", "unstated"} for c in claim.counts)
    assert all(s.stage == "count" for s in skips)


def test_a_quotation_belongs_to_its_speaker(knowledge: Knowledge) -> None:
    elder = proposed("casualties", "said", "said the elder", (("claimant", "the elder"),))
    ((burned, _), _) = made(knowledge, [BURNED, elder])
    assert burned.claimant and burned.claimant.name == "elder"
    ((alone,), _) = made(knowledge, [BURNED])
    assert alone.claimant is None


def test_ids_do_not_depend_on_the_order_or_on_what_else_is_claimed(knowledge: Knowledge) -> None:
    def ids(*proposals: Proposal) -> dict[str, str]:
        return {c.type: c.id for c in made(knowledge, list(proposals))[0]}

    every = ids(SHELLED, KILLED, BURNED)
    assert ids(BURNED, SHELLED, KILLED) == every
    assert ids(KILLED)["attack"] == every["attack"]
    assert len(set(every.values())) == 3


def test_claims_that_agree_in_all_else_have_ids_of_their_own(knowledge: Knowledge) -> None:
    (twins, _) = made(knowledge, [KILLED, KILLED])
    assert len({c.id for c in twins}) == 2


def test_another_report_gives_another_id(knowledge: Knowledge) -> None:
    other = Report("s", TEXT, published="2024-12-09")
    assert made(knowledge, [KILLED])[0][0].id != made(knowledge, [KILLED], other)[0][0].id


def test_an_actor_named_twice_is_one(knowledge: Knowledge) -> None:
    both = proposed("attack", "killed", "the group killed three civilians in Idlib", (("by", "HTS fighters"), ("by", "the group")))
    assert [a.id for a in made(knowledge, [both])[0][0].by] == ["hts"]


def test_place_names_are_weighed_together_in_stretches_of_bounded_size() -> None:
    few = [PlaceMention(k, k + 1, f"P{k % 7}", "at") for k in range(50)]
    assert list(together(few)) == [few]
    many = [PlaceMention(k, k + 1, f"P{k}", "at") for k in range(2 * NAMES_TOGETHER + 5)]
    assert [len(b) for b in together(many)] == [NAMES_TOGETHER, NAMES_TOGETHER, 5]
    often = [PlaceMention(k, k + 1, "P", "at") for k in range(2 * MENTIONS_TOGETHER + 1)]
    assert [len(b) for b in together(often)] == [MENTIONS_TOGETHER, MENTIONS_TOGETHER, 1]
    assert list(together([])) == []


def test_a_toll_that_is_not_known_denies_nothing(knowledge: Knowledge) -> None:
    text = "The toll of those strikes is not yet known. The army denied that it had struck."
    unknown = proposed("air_strike", "strikes", "The toll of those strikes is not yet known", (), "denied", text)
    denied = proposed("air_strike", "struck", "it had struck", (), "denied", text)
    found, _ = made(knowledge, [unknown, denied], report(text))
    assert [c.modality for c in found] == ["asserted", "denied"]


@pytest.mark.parametrize("tagged", ["key locations", "key"])
def test_words_that_name_no_place_are_skipped_with_the_reason(knowledge: Knowledge, tagged: str) -> None:
    text = "They seized key locations: Idlib in Syria."
    seized = proposed("capture", "seized", text[:-1], (("at", tagged), ("at", "Idlib")), "asserted", text)
    ((claim,), skips) = made(knowledge, [seized], report(text))
    assert [p.mention.text for p in claim.places] == ["Idlib"]
    assert [(s.stage, s.reason) for s in skips] == [("place", "the words name no place")]


def test_a_place_takes_in_the_words_that_say_how_far_off_it_is(knowledge: Knowledge) -> None:
    text = "Rebels ambushed lorries on the road between Goma and Sake in Congo. A mine hit a car 10 km west of Goma."
    ambush = proposed("attack", "ambushed", "Rebels ambushed lorries on the road between Goma and Sake", (("at", "the road between Goma"), ("at", "Sake")), "asserted", text)
    mine = proposed("explosive_device", "mine", "A mine hit a car 10 km west of Goma", (("near", Span(text.rindex("Goma"), len(text) - 1)),), "asserted", text)
    first, second = made(knowledge, [ambush, mine], report(text))[0]
    assert [(p.mention.text, p.name) for p in first.places] == [("the road between Goma and Sake", "between Goma and Sake")]
    assert [(p.mention.text, p.name, p.precision) for p in second.places] == [("10 km west of Goma", "10 km west of Goma", 2)]


def test_an_actor_is_no_place(knowledge: Knowledge) -> None:
    text = "Rebels attacked army positions near Idlib in Syria."
    attack = proposed("armed_clash", "attacked", text[:-1], (("by", "Rebels"), ("victim", "army"), ("at", "army"), ("near", "Idlib")), "asserted", text)
    ((claim,), skips) = made(knowledge, [attack], report(text))
    assert [p.mention.text for p in claim.places] == ["Idlib"]
    assert [(s.stage, s.reason) for s in skips] == [("place", "the words name an actor")]


def test_a_text_without_a_day_of_publication_takes_its_years_from_the_dates_that_it_tells(knowledge: Knowledge) -> None:
    text = "The trial of June 2007 was long. HTS fighters shelled Idlib on 10 May."
    told = proposed("shelling", "shelled", "HTS fighters shelled Idlib on 10 May", (("by", "HTS fighters"), ("at", "Idlib"), ("when", "on 10 May")), text=text)
    ((dated,), _) = made(knowledge, [told], Report("r", text))
    assert dated.when is not None
    assert (dated.when.start, dated.when.end) == (date(2007, 5, 10), date(2007, 5, 11))


def test_we_is_the_side_of_who_speaks_even_where_no_doer_was_seen(knowledge: Knowledge) -> None:
    text = "“We struck the base at Bara with drones,” the M23 said."
    struck = proposed("drone_strike", "drones", "We struck the base at Bara with drones", (("claimant", "the M23"), ("at", "Bara")), text=text)
    ((claim,), skips) = made(knowledge, [struck], report(text))
    assert [(a.id, a.mention.text) for a in claim.by] == [("m23", "We")]
    assert skips == ()


@pytest.mark.parametrize(
    ("text", "word", "named", "by", "to"),
    [
        ("The army lost Bara to the M23 on Monday.", "lost", (("by", "The army"), ("by", "the M23")), ["the M23"], ["The army"]),
        ("The army lost control of Bara after a week of fighting with the M23.", "control", (("by", "The army"), ("victim", "the M23")), ["the M23"], ["The army"]),
        ("HTS ceded Bara.", "ceded", (("by", "HTS"),), [], ["HTS"]),
        ("The M23 took control of Bara from the army.", "control", (("by", "The M23"), ("victim", "the army")), ["The M23"], ["the army"]),
    ],
)
def test_who_loses_a_place_did_not_take_it(text: str, word: str, named: tuple[tuple[str, str], ...], by: list[str], to: list[str], knowledge: Knowledge) -> None:
    ((claim,), _) = made(knowledge, [proposed("capture", word, text[:-1], (*named, ("at", "Bara")), text=text)], report(text))
    assert ([a.mention.text for a in claim.by], [a.mention.text for a in claim.to]) == (by, to)


@pytest.mark.parametrize("text", ["“We were struck by drones,” the M23 said.", "“We saw the drones,” the M23 said."])
def test_we_who_suffer_or_see_did_nothing(text: str, knowledge: Knowledge) -> None:
    struck = proposed("drone_strike", "drones", text[1:-14], (("claimant", "the M23"),), text=text)
    ((claim,), _) = made(knowledge, [struck], report(text))
    assert claim.by == ()


def test_a_part_of_the_dead_is_a_count_of_its_own_and_no_actor(knowledge: Knowledge) -> None:
    text = "Twelve villagers, including nine women, and two soldiers died in Bara."
    spans = (("victim", "villagers"), ("victim", "women"), ("killed", "Twelve"), ("killed", "nine"), ("killed", "two"))
    ((claim,), _) = made(knowledge, [proposed("attack", "died", text[:-1], spans, text=text)], report(text))
    assert [a.mention.text for a in claim.to] == ["villagers"]
    assert [(c.best, c.status) for c in claim.counts][:2] == [(12, "civilian"), (9, "civilian")]
    alone = "The army shot nine women in Bara."
    ((claim,), _) = made(knowledge, [proposed("attack", "shot", alone[:-1], (("by", "The army"), ("victim", "women")), text=alone)], report(alone))
    assert [a.mention.text for a in claim.to] == ["women"]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("The M23 seized Bara. Its spokesman said that nine soldiers died.", "Its spokesman", "party"),
        ("The M23 seized Bara. Its spokesman, Jean Wabo, said that nine soldiers died.", "Jean Wabo", "party"),
        ("The group Amnesty International was there. Amnesty International said so. Its director said that nine died.", "Its director", "ngo"),
        ("Governor Ali Hassan fled. Hassan said that nine died.", "Hassan", "official"),
        ("Salim Idris, a commander of the M23, fled. Idris said that nine died.", "Idris", "party"),
        ("In the town, Ali Hassan, who fled the army, said that nine died.", "Ali Hassan", "unknown"),
        ("The army and Hassan met. Hassan said that nine died.", "Hassan", "unknown"),
        ("HTS seized Anjara in Syria. The group said that nine died.", "The group", "party"),
        ("Myanmar Now said that nine died.", "Myanmar", "media"),
        ("The army's press service said that nine died.", "The army's press service", "party"),
        ("The M23 media office said that nine died.", "The M23 media office", "party"),
        ("The police media wing said that nine died.", "The police media wing", "official"),
        ("The Lanao emergency management agency said that nine died.", "The Lanao emergency management agency", "official"),
        ("The civil defence agency said that nine died.", "The civil defence agency", "official"),
        ("The government's Saba agency said that nine died.", "The government's Saba agency", "media"),
        ("The 9th Infantry Division said that nine died.", "The 9th Infantry Division", "party"),
        ("The gendarmerie said that nine died.", "The gendarmerie", "official"),
        ("The Prisoners' Society said that nine died.", "The Prisoners' Society", "ngo"),
    ],
)
def test_a_claimants_kind_follows_its_owner_its_title_and_its_whole_name(text: str, speaker: str, kind: str, knowledge: Knowledge) -> None:
    at = text.rindex(speaker)
    word = "died" if "died" in text else "fled"
    seized = proposed("capture", "seized", "seized", (("by", "The M23" if "M23" in text else "HTS"),), text=text) if "seized" in text else None
    died = proposed("casualties", word, word, (("claimant", Span(at, at + len(speaker))),), text=text)
    found, _ = made(knowledge, [p for p in (seized, died) if p], report(text))
    assert found[-1].claimant and found[-1].claimant.kind == kind


def test_who_denies_is_told_even_where_the_model_saw_no_speaker(knowledge: Knowledge) -> None:
    text = "Bara lies in the west. Reports that soldiers had burned Bara were denied by the governor."
    ((claim,), _) = made(knowledge, [proposed("looting_destruction", "burned", "soldiers had burned Bara", (), text=text)], report(text))
    assert claim.modality == "denied"
    assert claim.claimant and claim.claimant.name == "governor"
    assert "by the words around it: it is called untrue" in claim.why


def test_who_gives_support_is_no_target(knowledge: Knowledge) -> None:
    text = "The RSF retook Bara with the support of Russian warplanes."
    retook = proposed("capture", "retook", text[:-1], (("by", "The RSF"), ("at", "Bara"), ("victim", "Russian warplanes")), text=text)
    ((claim,), _) = made(knowledge, [retook], report(text))
    assert ([a.mention.text for a in claim.by], claim.to) == (["The RSF", "Russian warplanes"], ())
