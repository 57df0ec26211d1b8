"""Annex 1, item by item: what is required, and what does not fit together (A1)."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    ForewordFacts,
    GoalFacts,
    MeetingFacts,
    SpaceFacts,
    review,
    review_filing,
)
from ogp_wagtail.handbook.forms import (
    ANNEX_1,
    ANNEX_2,
    Kind,
    Required,
    check_annex_1,
    count_said,
    types_said,
)
from ogp_wagtail.handbook.forms.fields import PLACEHOLDERS, filled

from .build import (
    BOTH,
    LEAD,
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
(FORUM,) = PLAN.meetings


def annex_1(**values: object) -> list[str]:
    return rules(check_annex_1(changed(PLAN, **values), CURRENT, day=SUBMITTED))


def without(field: str, text: str = " \n") -> list[str]:
    """The rules broken when this text of the vision says nothing."""
    return annex_1(texts={**PLAN_TEXTS, field: text})


def weights(**values: object) -> list[tuple[str, str]]:
    found = check_annex_1(changed(PLAN, **values), CURRENT, day=SUBMITTED)
    return [(one.rule, str(one.severity)) for one in found]


def test_a_complete_vision_passes_in_form_order_and_whole() -> None:
    assert annex_1() == []
    items = " ".join(dict.fromkeys(field.item for field in ANNEX_1))
    assert items == (
        "1.1 1.2 2 3 4.1 4.2 4.3 4.4 4.5 4.6 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 6.1 6.2 6.3 6.4 6.5 7 8 9"
    )
    assert list(dict.fromkeys(int(field.item) for field in ANNEX_2)) == list(range(1, 18))
    assert all(field.label for field in (*ANNEX_1, *ANNEX_2))


def test_only_some_items_may_stay_empty() -> None:
    free = {field.rule for field in (*ANNEX_1, *ANNEX_2) if field.required is not Required.ALWAYS}
    part_of_a_required_item = {"A2-07", "A2-10"}
    assert free - part_of_a_required_item == {"A1-1.1", "A1-3", "A1-8", "A1-9", "A2-04", "A2-05", "A2-16"}


@pytest.mark.parametrize("field", sorted(PLAN_TEXTS))
def test_each_text_is_named_in_its_message(field: str) -> None:
    (finding,) = check_annex_1(changed(PLAN, texts={**PLAN_TEXTS, field: ""}), CURRENT, day=SUBMITTED)
    assert (finding.field, finding.severity) == (field, "error")
    assert finding.message.startswith(f"Item {finding.values['item']} is empty: ")


def test_a1_1_1_each_elected_member_states_its_term_end() -> None:
    cities = (city("a", None), dataclasses.replace(city("b", None), elected=False), city("c"))
    assert annex_1(members=cities) == ["A1-1.1"]


@pytest.mark.parametrize(("term_end", "expected"), [("2024-03-16", []), ("2024-03-15", ["A1-1.1"])])
def test_a1_1_1_the_term_ends_after_the_submission(term_end: str, expected: list[str]) -> None:
    assert annex_1(members=(city(term_end=term_end),), submitted_on=SUBMITTED) == expected


def test_a1_1_2_the_end_of_the_plan_is_stated_and_two_months_before_the_term() -> None:
    assert annex_1(period_end=None) == ["A1-1.2"]
    on_time, late = changed(PLAN, period_end=date(2027, 10, 31)), changed(PLAN, period_end=date(2027, 11, 1))
    assert rules(review_filing(on_time, day=SUBMITTED)) == []
    assert rules(review_filing(late, day=SUBMITTED)) == ["PLAN-PERIOD-02"]


def test_a1_2_at_least_one_foreword() -> None:
    assert annex_1(forewords=(ForewordFacts("joint", "Together."),)) == []
    assert annex_1(forewords=()) == ["A1-2"]
    assert annex_1(forewords=(ForewordFacts("joint", " "),)) == ["A1-2"]


@pytest.mark.parametrize("letter", ["", "letter.pdf"])
def test_a1_3_the_introduction_letter_is_asked_if_available(letter: str) -> None:
    assert annex_1(introduction_letter=letter) == []


def test_a1_4_1_the_vision_is_a_text_and_goals() -> None:
    assert annex_1(goals=(GoalFacts("g1", "Open"), GoalFacts("g2", "Fair"))) == []
    assert annex_1(goals=()) == ["A1-4.1"]
    assert without("long_term_vision") == ["A1-4.1"]


def test_a1_4_2_achievements_to_date() -> None:
    assert without("achievements") == ["A1-4.2"]


def test_a1_4_3_challenges() -> None:
    assert without("challenges") == ["A1-4.3"]


def test_a1_4_4_medium_term_goals() -> None:
    assert without("medium_term_goals", "Three goals.") == []
    assert without("medium_term_goals") == ["A1-4.4"]


def test_a1_4_5_how_the_plan_contributes_to_the_vision() -> None:
    assert without("contribution_to_vision") == ["A1-4.5"]


def test_a1_4_6_how_the_vision_contributes_to_policy() -> None:
    assert without("contribution_to_policy") == ["A1-4.6"]


def test_a1_5_1_the_institutions_are_named() -> None:
    assert annex_1(institutions=("City hall", "Archive")) == []
    assert annex_1(institutions=()) == ["A1-5.1"]
    assert annex_1(institutions=(" ",)) == ["A1-5.1"]


def test_a1_5_1_a_lead_agency_that_is_no_institution_is_warned_by_name() -> None:
    (finding,) = check_annex_1(changed(PLAN, institutions=("Archive",)), CURRENT, day=SUBMITTED)
    assert (finding.rule, finding.severity, finding.values["agencies"]) == ("A1-5.1", "warning", "City hall")
    finance = dataclasses.replace(LEAD, organisation="Finance Department")
    led = (complete_commitment("C1", parties=(finance,)),)
    assert annex_1(commitments=led, institutions=("FINANCE  department of Mty",)) == []
    assert annex_1(commitments=led, institutions=("Treasury",)) == ["A1-5.1"]


def test_a1_5_2_institutional_arrangements() -> None:
    assert without("institutional_arrangements") == ["A1-5.2"]


def test_a1_5_3_spaces_are_flagged_and_described() -> None:
    council = SpaceFacts("Council", "citizens-council", "offline", "Meets monthly.", BOTH)
    forum = SpaceFacts("Forum", "online-forum", "online", "Open to all.", BOTH)
    assert annex_1(spaces=(council, forum), consultation_url="https://example.org") == []
    assert annex_1(spaces=()) == ["A1-5.3"]
    unflagged = check_annex_1(
        changed(PLAN, spaces=(dataclasses.replace(council, mode=""),)), CURRENT, day=SUBMITTED
    )
    assert [one.hint for one in unflagged] == ["Choose among: Offline, Online, Offline and online."]
    assert weights(spaces=(dataclasses.replace(council, description=""),)) == [("A1-5.3", "warning")]


def test_a1_5_4_measures_for_diversity() -> None:
    assert without("diversity_measures") == ["A1-5.4"]


STATED = {"stated_group_types": frozenset({"community-organisation", "media-council"})}


def test_a1_5_5_types_of_groups_are_those_of_the_meetings() -> None:
    assert types_said(PLAN, SUBMITTED) == {"government", "community-organisation"}
    assert annex_1(stated_group_types=frozenset({"government", "community-organisation"})) == []
    assert "A1-5.5" in annex_1(meetings=())


def test_a1_5_5_a_type_that_appears_in_no_meeting_is_warned_and_with_a_reason_only_shown() -> None:
    (finding,) = check_annex_1(changed(PLAN, **STATED), CURRENT, day=SUBMITTED)
    assert finding.message.endswith("appear in no meeting: Media council.")
    assert weights(**STATED) == [("A1-5.5", "warning")]
    assert weights(**STATED, stated_reason="Interviews by phone.") == [("A1-5.5", "advice")]
    assert types_said(changed(PLAN, **STATED), SUBMITTED) == STATED["stated_group_types"]
    assert weights(stated_group_types=frozenset({"unheard-of"})) == [("A1-5.5", "warning")]


def test_a1_5_6_groups_are_counted_once_each() -> None:
    twice = dataclasses.replace(FORUM, key="m2")
    assert count_said(changed(PLAN, meetings=(FORUM, twice)), SUBMITTED) == 2
    assert annex_1(meetings=(dataclasses.replace(FORUM, groups=frozenset()),)) == ["A1-5.6"]


def test_a1_5_6_twelve_stated_and_two_recorded_is_warned() -> None:
    assert annex_1(stated_group_count=2) == []
    (finding,) = check_annex_1(changed(PLAN, stated_group_count=12), CURRENT, day=SUBMITTED)
    assert (finding.rule, finding.severity) == ("A1-5.6", "warning")
    assert finding.message == "Groups that took part: 12 stated, 2 recorded in meetings."
    assert weights(stated_group_count=12, stated_reason="By post.") == [("A1-5.6", "advice")]
    assert count_said(changed(PLAN, stated_group_count=12), SUBMITTED) == 12
    assert "A1-5.6" in annex_1(stated_group_count=0)


def test_a1_5_7_a_meeting_after_the_day_does_not_count() -> None:
    assert annex_1(meetings=(dataclasses.replace(FORUM, held_on=SUBMITTED),)) == []
    late = dataclasses.replace(FORUM, held_on=date(2024, 3, 16))
    assert annex_1(meetings=(late,)) == ["A1-5.5", "A1-5.6", "A1-5.7"]
    assert annex_1(meetings=(MeetingFacts("m"),)) == ["A1-5.5", "A1-5.6", "A1-5.7"]


def test_a1_5_8_how_collaboration_continues() -> None:
    assert without("collaboration") == ["A1-5.8"]


@pytest.mark.parametrize("text", ["", "To be defined", "TBD.", "(por definir)"])
def test_a1_6_1_the_body_is_described_and_not_still_to_be_defined(text: str) -> None:
    assert without("monitoring_body_description", "The institute of the university.") == []
    assert without("monitoring_body_description", text) == ["A1-6.1"]


def test_what_keeps_a_place_says_nothing_and_none_says_something() -> None:
    assert not any(map(filled, PLACEHOLDERS))
    assert filled("none")
    assert filled("To be defined by law 4 of 2024.")


def test_a1_6_2_an_e_mail_address_of_the_body_is_given() -> None:
    assert annex_1(monitoring_body=body(email="monitor@example.org")) == []
    assert annex_1(monitoring_body=body(email="", contact="Eva")) == ["A1-6.2"]
    assert annex_1(monitoring_body=None) == ["A1-6.2"]


def test_a1_6_3_activities_to_discuss_progress() -> None:
    assert without("progress_discussion", "Two forum sessions a year.") == []
    assert without("progress_discussion") == ["A1-6.3"]


def test_a1_6_4_how_progress_is_checked() -> None:
    assert without("progress_checks") == ["A1-6.4"]


def test_a1_6_5_how_results_are_shared() -> None:
    assert without("results_sharing") == ["A1-6.5"]


def test_a1_7_stakeholders_that_endorse_and_no_ministry_among_them() -> None:
    assert annex_1(endorsements=()) == ["A1-7"]
    ministry = dataclasses.replace(PLAN.endorsements[0], sector="government")
    assert "COCR-05" in rules(review(changed(PLAN, endorsements=(ministry,)), day=SUBMITTED))


@pytest.mark.parametrize("documents", [(), ("strategy.pdf", "roadmap.pdf")])
def test_a1_8_documents_are_asked_if_available(documents: tuple[str, ...]) -> None:
    assert annex_1(strategy_documents=documents) == []


@pytest.mark.parametrize("mode", ["online", "both"])
def test_a1_9_an_online_space_needs_its_address(mode: str) -> None:
    spaces = (SpaceFacts("Forum", "online-forum", mode, "Open to all."),)
    assert annex_1(spaces=spaces) == ["A1-9"]
    assert annex_1(spaces=spaces, consultation_url="https://example.org") == []
    assert annex_1(consultation_url="on our site") == ["A1-9"]


def test_a1_9_without_an_online_space_no_address_is_asked() -> None:
    assert annex_1(consultation_url="") == []
    assert {field.kind for field in ANNEX_1 if field.rule == "A1-9"} == {Kind.URL}
