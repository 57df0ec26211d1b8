"""Annex 1, Annex 2 and the English text (A1, A2, PLAN-LANG-01)."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    EndorsementFacts,
    ForewordFacts,
    GoalFacts,
    MilestoneFacts,
    Month,
    PartyFacts,
    PlanFacts,
    ResourceFacts,
    SpaceFacts,
)
from ogp_wagtail.handbook.forms import (
    ANNEX_1,
    ANNEX_2,
    Kind,
    Required,
    check_annex_1,
    check_annex_2,
    check_english,
)

from .build import (
    COMMITMENT_TEXTS,
    PLAN_TEXTS,
    SUBMITTED,
    body,
    changed,
    city,
    complete_commitment,
    complete_plan,
    rules,
)

PLAN = complete_plan()


def annex_1(**values: object) -> list[str]:
    return rules(check_annex_1(changed(PLAN, **values), CURRENT, day=SUBMITTED))


def annex_2(**values: Any) -> list[str]:
    return rules(check_annex_2(PLAN, complete_commitment(**values), CURRENT))


def test_a_complete_plan_passes_both_annexes() -> None:
    assert annex_1() == []
    assert annex_2() == []


def test_the_annexes_are_in_form_order_and_whole() -> None:
    items = " ".join(dict.fromkeys(field.item for field in ANNEX_1))
    assert items == (
        "1.1 1.2 2 3 4.1 4.2 4.3 4.4 4.5 4.6 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 6.1 6.2 6.3 6.4 6.5 7 8 9"
    )
    assert list(dict.fromkeys(int(field.item) for field in ANNEX_2)) == list(range(1, 18))
    assert all(field.label for field in (*ANNEX_1, *ANNEX_2))


def test_only_some_items_may_stay_empty() -> None:
    free = [field.item for field in (*ANNEX_1, *ANNEX_2) if field.required is not Required.ALWAYS]
    assert free == ["1.1", "3", "8", "9", "4", "5", "16"]


@pytest.mark.parametrize("field", sorted(PLAN_TEXTS))
@pytest.mark.parametrize("blank", ["", "  \n"])
def test_a1_each_text_is_required(field: str, blank: str) -> None:
    (finding,) = check_annex_1(changed(PLAN, texts={**PLAN_TEXTS, field: blank}), CURRENT, day=SUBMITTED)
    assert finding.field == field
    assert finding.severity == "error"
    assert finding.message.startswith(f"Item {finding.values['item']} is empty: ")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"period_end": None}, ["A1-1.2"]),
        ({"forewords": ()}, ["A1-2"]),
        ({"goals": ()}, ["A1-4.1"]),
        ({"institutions": ()}, ["A1-5.1"]),
        ({"spaces": ()}, ["A1-5.3"]),
        ({"meetings": ()}, ["A1-5.5", "A1-5.6", "A1-5.7"]),
        ({"monitoring_body": body(email="")}, ["A1-6.2"]),
        ({"endorsements": ()}, ["A1-7"]),
    ],
)
def test_a1_each_list_is_required(values: dict[str, object], expected: list[str]) -> None:
    assert annex_1(**values) == expected


def test_a1_1_1_each_elected_member_states_its_term_end() -> None:
    cities = (city("a", None), dataclasses.replace(city("b", None), elected=False), city("c"))
    assert annex_1(members=cities) == ["A1-1.1"]


@pytest.mark.parametrize(("term_end", "expected"), [("2024-03-16", []), ("2024-03-15", ["A1-1.1"])])
def test_a1_1_1_the_term_ends_after_the_submission(term_end: str, expected: list[str]) -> None:
    assert annex_1(members=(city(term_end=term_end),), submitted_on=SUBMITTED) == expected


def test_a1_5_6_groups_are_counted_once_each() -> None:
    (meeting,) = PLAN.meetings
    without = dataclasses.replace(meeting, groups=frozenset())
    assert annex_1(meetings=(without,)) == ["A1-5.6"]


def test_a1_5_7_a_meeting_after_the_day_does_not_count() -> None:
    (meeting,) = PLAN.meetings
    late = dataclasses.replace(meeting, held_on=date(2024, 3, 16))
    assert annex_1(meetings=(late,)) == ["A1-5.5", "A1-5.6", "A1-5.7"]


@pytest.mark.parametrize("mode", ["online", "both"])
def test_a1_9_an_online_space_needs_its_address(mode: str) -> None:
    spaces = (SpaceFacts("Forum", "online-forum", mode),)
    assert annex_1(spaces=spaces) == ["A1-9"]
    assert annex_1(spaces=spaces, consultation_url="https://example.org") == []


@pytest.mark.parametrize("field", sorted(COMMITMENT_TEXTS))
def test_a2_each_text_is_required(field: str) -> None:
    bare = complete_commitment(texts={**COMMITMENT_TEXTS, field: " "})
    (finding,) = check_annex_2(PLAN, bare, CURRENT)
    assert finding.field == field


NOBODY = PartyFacts("lead-government", "City hall", "mty", "Ana", "")
LEAD = PartyFacts("lead-government", "City hall", "mty", "Ana", "ana@example.org")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": " "}, ["A2-01"]),
        ({"parties": ()}, ["A2-03"]),
        ({"parties": (NOBODY,)}, ["A2-03"]),
        ({"parties": (LEAD, PartyFacts("lead-ngs", "Water users"))}, ["A2-04"]),
        ({"parties": (LEAD, PartyFacts("other", ""))}, ["A2-05"]),
        ({"parties": (LEAD, PartyFacts("other", "Water users"))}, []),
        ({"goals": frozenset()}, ["A2-10"]),
        ({"goals": frozenset({"g9"})}, ["A2-10"]),
        ({"policy_areas": frozenset()}, ["A2-11"]),
        ({"policy_areas": frozenset({"open-data", "right-to-information"})}, []),
        ({"policy_areas": frozenset({"open-data", "right-to-information", "inclusion"})}, ["A2-11"]),
        ({"policy_areas": frozenset({"elections"})}, ["A2-11"]),
        ({"policy_areas": frozenset({"open-data", "other"})}, ["A2-11"]),
        ({"sectors": frozenset()}, ["A2-12"]),
        ({"sectors": frozenset({"education", "health-nutrition", "justice"})}, ["A2-12"]),
        ({"ogp_values": frozenset()}, ["A2-13"]),
        ({"resources": ()}, ["A2-14"]),
        ({"resources_secured": ""}, ["A2-15"]),
        ({"resources_secured": "unknown"}, ["A2-15"]),
        ({"milestones": ()}, ["A2-17"]),
        ({"milestones": (MilestoneFacts("m", "Raise awareness", responsible="City"),)}, ["A2-17"]),
        ({"milestones": (MilestoneFacts("m", "A set", Month(2024, 5), Month(2024, 9)),)}, ["A2-17"]),
    ],
)
def test_a2_each_item_is_required_and_fits_its_list(values: dict[str, object], expected: list[str]) -> None:
    assert annex_2(**values) == expected


def test_a2_13_all_four_values_may_be_chosen() -> None:
    four = {"access-to-information", "civic-participation", "public-accountability", "technology-innovation"}
    assert annex_2(ogp_values=frozenset(four)) == []


REST = (ResourceFacts("staff", 2), ResourceFacts("time", 12), ResourceFacts("other", text="none"))


def test_a2_14_budget_needs_a_currency() -> None:
    for currency in ("", "Euro", "eur"):
        assert annex_2(resources=(ResourceFacts("budget", 20000, currency), *REST)) == ["A2-14"]
    assert annex_2(resources=(ResourceFacts("budget", text="none"), *REST)) == []


def test_a2_14_each_of_the_four_kinds_is_answered() -> None:
    (finding,) = check_annex_2(PLAN, complete_commitment(resources=REST), CURRENT)
    assert finding.message == "Not answered among the resources: Budget."
    empty = ResourceFacts("budget")
    assert annex_2(resources=(empty, *REST)) == ["A2-14"]


def test_a2_11_other_stands_alone_as_a_warning() -> None:
    both = complete_commitment(policy_areas=frozenset({"open-data", "other"}))
    assert [finding.severity for finding in check_annex_2(PLAN, both, CURRENT)] == ["warning"]
    assert annex_2(policy_areas=frozenset({"other"})) == []


def in_spanish(**values: object) -> PlanFacts:
    english = {"title": "Title", **COMMITMENT_TEXTS}
    milestone = MilestoneFacts("m", "Datos", Month(2024, 5), Month(2024, 9), "City", english="Data")
    defaults = {
        "language": "es",
        "english": PLAN_TEXTS,
        "commitments": (complete_commitment(english=english, milestones=(milestone,)),),
        "goals": (GoalFacts("g1", "Una ciudad", "A city"),),
        "forewords": (ForewordFacts("joint", "Juntos.", "Together."),),
        "spaces": (SpaceFacts("Consejo", "citizens-council", "offline", "Cada mes.", english="Monthly."),),
    }
    return changed(PLAN, **{**defaults, **values})


def test_plan_lang_01_a_plan_with_full_english_text_passes() -> None:
    assert check_english(in_spanish(), CURRENT) == []


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_plan_lang_01_a_plan_in_english_needs_no_other_text(language: str) -> None:
    assert check_english(changed(PLAN, language=language), CURRENT) == []


@pytest.mark.parametrize("field", sorted(PLAN_TEXTS))
def test_plan_lang_01_each_text_of_the_vision_is_required(field: str) -> None:
    english = {name: text for name, text in PLAN_TEXTS.items() if name != field}
    (finding,) = check_english(in_spanish(english=english), CURRENT)
    assert (finding.rule, finding.subject, finding.field) == ("PLAN-LANG-01", "plan", field)


@pytest.mark.parametrize("field", ["title", *sorted(COMMITMENT_TEXTS)])
def test_plan_lang_01_one_text_of_one_commitment_is_enough_to_fail(field: str) -> None:
    english = {"title": "Title", **COMMITMENT_TEXTS, field: ""}
    (one,) = in_spanish().commitments
    plan = in_spanish(commitments=(dataclasses.replace(one, english=english),))
    (finding,) = check_english(plan, CURRENT)
    assert (finding.rule, finding.subject, finding.field) == ("PLAN-LANG-01", "commitment C1", field)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"goals": (GoalFacts("g1", "Una ciudad"),)}, "goals"),
        ({"forewords": (ForewordFacts("joint", "Juntos."),)}, "forewords"),
        ({"spaces": (SpaceFacts("Consejo", description="Cada mes."),)}, "spaces"),
    ],
)
def test_plan_lang_01_rows_are_texts_too(values: dict[str, object], field: str) -> None:
    (finding,) = check_english(in_spanish(**values), CURRENT)
    assert (finding.rule, finding.field) == ("PLAN-LANG-01", field)


def test_plan_lang_01_milestones_are_texts_too() -> None:
    (one,) = in_spanish().commitments
    untranslated = dataclasses.replace(one, milestones=(MilestoneFacts("m", "Datos"),))
    (finding,) = check_english(in_spanish(commitments=(untranslated,)), CURRENT)
    assert (finding.subject, finding.field) == ("commitment C1", "milestones")


def test_plan_lang_01_what_is_optional_may_stay_untranslated() -> None:
    (one,) = in_spanish().commitments
    more = dataclasses.replace(one, texts={**one.texts, "additional_information": "Más."})
    assert check_english(in_spanish(commitments=(more,)), CURRENT) == []


def test_only_texts_are_translated() -> None:
    assert {field.field for field in ANNEX_1 if field.kind is Kind.TEXT} == set(PLAN_TEXTS)
    assert EndorsementFacts("Water users").subject == "endorsement Water users"
