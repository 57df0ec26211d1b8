"""Co-creation: the four minimum requirements, and the meetings that count (COCR, MEET, COAL-13, V-SPACE)."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import CURRENT, Edition, EndorsementFacts, MeetingFacts, PlanFacts
from ogp_wagtail.handbook.cocreation import check_cocreation
from ogp_wagtail.handbook.facts import EvidenceFacts, NoticeFacts
from ogp_wagtail.handbook.implementation import check_implementation_meetings
from ogp_wagtail.handbook.meeting_records import check_meetings
from ogp_wagtail.handbook.meetings import (
    FormCounts,
    cocreation_period,
    counts_as_cocreation,
    counts_as_implementation,
    form_counts,
    implementation_meetings,
)
from ogp_wagtail.handbook.review import review, review_filing
from ogp_wagtail.handbook.vocabularies import SPACE_KINDS

from . import build
from .build import (
    BOTH,
    SUBMITTED,
    changed,
    city,
    complete_commitment,
    complete_plan,
    council,
    day,
    parts,
    rules,
)

PLAN = complete_plan()
(FORUM,) = PLAN.meetings
END = date(2027, 10, 31)


def cocreation(plan: PlanFacts = PLAN, **values: object) -> list[str]:
    return rules(check_cocreation(changed(plan, **values), CURRENT, day=SUBMITTED))


def meeting(**values: object) -> MeetingFacts:
    return dataclasses.replace(FORUM, **values)  # type: ignore[arg-type]


def test_cocr_the_four_requirements_are_met() -> None:
    assert cocreation() == []


def test_cocr_01_an_existing_council_is_a_space() -> None:
    assert cocreation(spaces=(council(),)) == []


def test_cocr_01_without_a_space_the_plan_is_not_filed() -> None:
    assert cocreation(spaces=()) == ["COCR-01"]


def test_cocr_01_what_founded_the_space_is_on_record_or_among_the_evidence() -> None:
    plan = changed(PLAN, spaces=(council(is_founded=False),))
    (finding,) = check_cocreation(plan, CURRENT, day=SUBMITTED)
    assert (finding.rule, finding.severity) == ("COCR-01", "advice")
    assert cocreation(plan, evidence=(EvidenceFacts("e", kind="EV-2.1"),)) == []


def test_cocr_04_one_official_and_one_organisation_are_enough() -> None:
    assert cocreation(spaces=(council(sectors=BOTH),)) == []


def test_cocr_04_officials_alone_are_not() -> None:
    assert cocreation(spaces=(council(sectors=frozenset({"government"})),)) == ["COCR-04", "COCR-07"]


def test_cocr_07_an_internal_committee_is_no_space_for_participation() -> None:
    internal = council(sectors=frozenset({"government"}))
    findings = check_cocreation(changed(PLAN, spaces=(council(), internal)), CURRENT, day=SUBMITTED)
    assert [(one.rule, one.severity) for one in findings] == [("COCR-07", "advice")]


def test_cocr_07_the_kind_of_a_space_is_stated() -> None:
    assert cocreation(spaces=(council(kind=""),)) == ["COCR-07"]


@pytest.mark.parametrize("kind", SPACE_KINDS.slugs)
def test_v_space_each_kind_of_the_list_is_taken(kind: str) -> None:
    assert cocreation(spaces=(council(kind=kind),)) == []


def test_v_space_another_word_is_refused_and_the_list_named() -> None:
    plan = changed(PLAN, spaces=(council(kind="ministry"),))
    (finding,) = check_cocreation(plan, CURRENT, day=SUBMITTED)
    assert (finding.rule, finding.severity) == ("V-SPACE", "error")
    assert "Public assembly" in finding.hint


def test_meet_02_all_five_make_a_meeting_count() -> None:
    assert counts_as_cocreation(PLAN, FORUM, SUBMITTED)


@pytest.mark.parametrize(
    "values",
    [
        {"held_on": date(2024, 3, 16)},
        {"held_on": None},
        {"purposes": frozenset({"outreach"})},
        {"sectors": frozenset({"government"})},
        {"evidenced": False},
    ],
)
def test_meet_02_a_meeting_that_does_not_count_is_no_meeting(values: dict[str, object]) -> None:
    assert not counts_as_cocreation(PLAN, meeting(**values), SUBMITTED)
    assert cocreation(meetings=(meeting(**values),)) == ["COCR-02"]


def test_meet_02_evidence_elsewhere_counts_unless_it_is_secondary() -> None:
    bare = meeting(evidenced=False)
    proved = EvidenceFacts("e", proves=frozenset({"m1"}))
    assert cocreation(meetings=(bare,), evidence=(proved,)) == []
    hearsay = dataclasses.replace(proved, source_class="secondary")
    assert cocreation(meetings=(bare,), evidence=(hearsay,)) == ["COCR-02"]


def test_cocr_02_a_meeting_on_the_day_of_submission_counts() -> None:
    assert cocreation(meetings=(meeting(held_on=SUBMITTED),)) == []


def test_cocr_02_the_day_after_is_too_late() -> None:
    assert cocreation(meetings=()) == ["COCR-02"]
    late = changed(PLAN, submitted_on=SUBMITTED, meetings=(meeting(held_on=date(2024, 3, 16)),))
    assert rules(check_cocreation(late, CURRENT, day=date(2024, 6, 1))) == ["COCR-02"]


def endorsed(**values: object) -> tuple[EndorsementFacts, ...]:
    return (dataclasses.replace(PLAN.endorsements[0], **values),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"sector": "government"},
        {"took_part": False},
        {"endorsed_on": None},
        {"endorsed_on": date(2024, 3, 16)},
    ],
)
def test_cocr_05_an_endorsement_that_does_not_count_is_named(values: dict[str, object]) -> None:
    plan = changed(PLAN, endorsements=endorsed(**values))
    findings = check_cocreation(plan, CURRENT, day=SUBMITTED)
    assert [(one.rule, one.subject) for one in findings] == [
        ("COCR-05", "plan"),
        ("COCR-05", "endorsement Water users"),
    ]
    assert "Water users" in findings[1].message


def test_cocr_05_endorsed_the_day_before_the_submission() -> None:
    assert cocreation(endorsements=endorsed(endorsed_on=date(2024, 3, 14))) == []


def test_cocr_05_an_empty_list_is_refused() -> None:
    assert cocreation(endorsements=()) == ["COCR-05"]


def test_cocr_05_a_change_after_the_endorsement_makes_it_stale() -> None:
    stale = endorsed(endorsed_on=date(2024, 3, 1))
    assert cocreation(endorsements=stale, text_changed_on=date(2024, 3, 10)) == ["COCR-05", "COCR-05"]
    assert cocreation(endorsements=stale, text_changed_on=date(2024, 3, 1)) == []


PAIR = changed(
    PLAN,
    members=(city("a"), city("b")),
    commitments=(complete_commitment("C1", participations=parts("a")),),
)


def test_coal_13_separate_processes_are_checked_for_each_member() -> None:
    three = tuple(meeting(key=str(number), members=frozenset({"a"})) for number in range(3))
    plan = changed(PAIR, cocreation_mode="separate", meetings=three)
    findings = check_cocreation(plan, CURRENT, day=SUBMITTED)
    assert [(one.rule, one.subject) for one in findings] == [("COCR-02", "member B")]
    both = (three[0], meeting(key="b", members=frozenset({"b"})))
    assert cocreation(plan, meetings=both) == []


def test_coal_13_separate_spaces_and_endorsements_too() -> None:
    only_a = frozenset({"a"})
    plan = changed(
        PAIR,
        cocreation_mode="separate",
        spaces=(council(members=only_a),),
        endorsements=endorsed(members=only_a),
    )
    assert cocreation(plan) == ["COCR-01", "COCR-05"]


def test_coal_13_in_a_shared_process_a_government_that_never_appears_is_warned() -> None:
    findings = check_cocreation(
        changed(PAIR, meetings=(meeting(members=frozenset({"a"})),)), CURRENT, day=SUBMITTED
    )
    assert [(one.rule, one.severity, one.subject) for one in findings] == [("COAL-13", "warning", "member B")]


def filed(*days: str, **values: object) -> PlanFacts:
    meetings = (*PLAN.meetings, *build.implementation_meetings(*days))
    return changed(PLAN, **{"submitted_on": SUBMITTED, "meetings": meetings, **values})


def years(plan: PlanFacts, on: str, edition: Edition = CURRENT) -> list[tuple[str, str]]:
    findings = check_implementation_meetings(plan, edition, day=day(on))
    return [(str(one.severity), one.message) for one in findings]


def test_cocr_03_two_meetings_in_the_plan_year_the_second_on_its_last_day() -> None:
    assert years(filed("2024-09-10", "2025-03-14"), "2025-03-14") == []


def test_cocr_03_a_meeting_on_the_first_day_of_the_next_year_counts_for_that() -> None:
    ((severity, message), *running) = years(filed("2024-09-10", "2025-03-15"), "2025-03-15")
    assert severity == "error"
    assert message == (
        "Meetings on implementation that count, from 2024-03-15 to 2025-03-14: 1; needed were 2."
    )
    assert running == [
        ("advice", "Meetings on implementation that count since 2025-03-15: 1 of 2 by 2026-03-14.")
    ]


def test_cocr_03_while_a_year_runs_advice_counts_down_and_on_its_last_day_it_is_not_late() -> None:
    assert [severity for severity, _message in years(filed("2024-09-10"), "2025-03-14")] == ["advice"]
    assert [severity for severity, _message in years(filed("2024-09-10"), "2025-03-15")] == [
        "error",
        "advice",
    ]


def test_cocr_03_nothing_is_asked_of_a_draft_or_on_the_day_of_submission() -> None:
    assert years(PLAN, "2025-06-01") == []
    assert years(filed(), "2024-03-15") == []


THREE_YEARS = ("2024-09-10", "2025-03-14", "2025-09-10", "2026-03-14", "2026-09-10", "2027-03-14")


def test_cocr_03_a_partial_year_of_six_months_needs_one() -> None:
    assert [one for one, _message in years(filed(*THREE_YEARS), "2027-11-01")] == ["error"]
    assert years(filed(*THREE_YEARS, "2027-10-31"), "2027-11-01") == []


def test_cocr_03_a_shorter_partial_year_needs_none() -> None:
    plan = filed(*THREE_YEARS, period_end=date(2027, 9, 13))
    assert years(plan, "2027-11-01") == []


def test_cocr_03_by_calendar_years_under_the_other_reading() -> None:
    numbers = dataclasses.replace(CURRENT.implementation, year_basis="calendar_year")
    edition = dataclasses.replace(CURRENT, implementation=numbers)
    plan = filed("2024-12-31", "2025-01-01", "2025-12-31")
    assert years(plan, "2026-01-01", edition) == [
        ("advice", "Meetings on implementation that count since 2026-01-01: 0 of 2 by 2026-12-31.")
    ]
    assert [one for one, _message in years(filed("2025-01-01", "2025-12-31"), "2026-01-01", edition)] == [
        "error",
        "advice",
    ]


def test_cocr_03_separate_processes_hold_their_own_meetings() -> None:
    of_a = tuple(
        dataclasses.replace(one, members=frozenset({"a"}))
        for one in build.implementation_meetings("2024-09-10", "2025-03-14")
    )
    pair = changed(PAIR, submitted_on=SUBMITTED, meetings=(FORUM, *of_a), cocreation_mode="separate")
    findings = list(check_implementation_meetings(pair, CURRENT, day=day("2025-03-15")))
    assert [one.subject for one in findings if one.severity == "error"] == ["member B"]


@pytest.mark.parametrize("on", [date.min, date.max, date(2024, 2, 29)])
def test_cocr_03_no_day_makes_it_raise(on: date) -> None:
    plan = filed(submitted_on=on, period_end=date.max)
    assert list(check_implementation_meetings(plan, CURRENT, day=min(on, date(3000, 1, 1)))) == []


def test_cocr_03_is_part_of_the_review_of_a_filed_plan_and_not_of_filing() -> None:
    assert "COCR-03" in rules(review(filed(), day=day("2025-03-15")))
    assert "COCR-03" not in rules(review_filing(PLAN, day=SUBMITTED))


def implementing(**values: object) -> MeetingFacts:
    return dataclasses.replace(build.implementation_meetings("2024-09-10")[0], **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        ({}, True),
        ({"held_on": END}, True),
        ({"held_on": date(2027, 11, 1)}, False),
        ({"held_on": SUBMITTED}, False),
        ({"held_on": None}, False),
        ({"sectors": frozenset({"ngs"})}, False),
        ({"evidenced": False}, False),
        ({"purposes": frozenset({"co-creation"})}, False),
    ],
)
def test_meet_03_what_counts_for_implementation(values: dict[str, object], counts: bool) -> None:
    plan = filed()
    assert counts_as_implementation(plan, implementing(**values), END) is counts


def test_meet_03_a_meeting_with_both_purposes_counts_once_for_each() -> None:
    both = implementing(purposes=frozenset({"co-creation", "implementation"}), held_on=date(2024, 3, 16))
    plan = filed(meetings=(both,))
    assert implementation_meetings(plan, END, END) == (both,)
    assert counts_as_cocreation(plan, both, date(2024, 3, 16))


def records(*meetings: MeetingFacts, on: str = "2024-02-01", **values: object) -> list[tuple[str, str, str]]:
    findings = check_meetings(changed(PLAN, meetings=meetings, **values), day=day(on))
    return [(one.rule, str(one.severity), one.subject) for one in findings]


def test_meet_01_a_record_with_day_purpose_sides_and_minutes_is_whole() -> None:
    assert records(FORUM) == []


def test_meet_01_a_record_without_a_day_is_none() -> None:
    assert records(meeting(held_on=None)) == [("MEET-01", "error", "meeting Forum")]


def test_meet_01_without_a_purpose_it_counts_for_nothing() -> None:
    assert records(meeting(purposes=frozenset())) == [("MEET-01", "warning", "meeting Forum")]


def test_meet_04_minutes_prove_a_meeting() -> None:
    assert "MEET-04" not in [rule for rule, *_rest in records(FORUM)]


def test_meet_04_a_meeting_that_is_only_told_of_is_claimed_not_evidenced() -> None:
    assert records(meeting(evidenced=False)) == [("MEET-04", "warning", "meeting Forum")]
    assert records(meeting(evidenced=False), on="2024-01-19") == [], "it is still to come"


def test_meet_05_an_affiliation_without_names_is_complete() -> None:
    assert records(meeting(unnamed=0)) == []


def test_meet_05_people_of_whom_nothing_is_known_are_counted() -> None:
    (finding,) = check_meetings(changed(PLAN, meetings=(meeting(unnamed=3),)), day=SUBMITTED)
    assert finding.rule == "MEET-05"
    assert "3" in finding.message


def test_meet_06_notice_before_and_minutes_after() -> None:
    assert records(meeting(noticed_on=date(2024, 1, 10), minutes_published_on=date(2024, 1, 21))) == []
    assert records(meeting(), notices=PLAN.notices) == [], "the notice of the meeting is enough"


@pytest.mark.parametrize(
    "values",
    [
        {"noticed_on": date(2024, 1, 21)},
        {"noticed_on": date(2024, 1, 20)},
        {"noticed_on": date(2024, 1, 1), "minutes_published_on": date(2024, 1, 19)},
    ],
)
def test_meet_06_a_notice_dated_after_the_meeting_is_none(values: dict[str, object]) -> None:
    assert records(meeting(**values), notices=()) == [("MEET-06", "warning", "meeting Forum")]


def test_meet_06_what_was_never_announced_or_published_is_said_once_for_all_meetings() -> None:
    bare = [meeting(key=key, title=key, minutes_published_on=None) for key in ("one", "two")]
    findings = check_meetings(changed(PLAN, meetings=tuple(bare), notices=()), day=SUBMITTED)
    assert [(one.rule, one.severity, one.subject) for one in findings] == [
        ("MEET-06", "warning", "plan"),
        ("MEET-06", "advice", "plan"),
    ]
    assert "one, two" in findings[0].message


def test_meet_07_three_meetings_seven_groups_four_types() -> None:
    groups = [
        {"City hall", "Water users", "University"},
        {"Youth council", "city  hall", "Chamber"},
        {"Press", "Neighbours"},
    ]
    types = [
        {"government", "community-organisation"},
        {"youth-council", "university"},
        {"community-organisation"},
    ]
    held = tuple(
        meeting(key=str(number), groups=frozenset(names), group_types=frozenset(kinds))
        for number, (names, kinds) in enumerate(zip(groups, types, strict=True))
    )
    counts = form_counts(changed(PLAN, meetings=held), SUBMITTED)
    assert counts == FormCounts(
        frozenset({"government", "community-organisation", "youth-council", "university"}), 7, 3
    )


def test_meet_07_one_organisation_is_counted_once_whoever_it_sent() -> None:
    second = meeting(key="m2", groups=frozenset({"Water users", "WATER USERS", "Youth council"}))
    plan = changed(PLAN, meetings=(FORUM, second, meeting(key="m3", evidenced=False)))
    assert form_counts(plan, SUBMITTED) == FormCounts(
        frozenset({"government", "community-organisation"}), 3, 2
    )


def test_cocr_08_cocreation_starts_with_the_notice() -> None:
    notice = NoticeFacts("n", "opportunity", published_on=date(2024, 1, 5))
    plan = changed(PLAN, notices=(notice,))
    assert cocreation_period(plan, SUBMITTED) == (date(2024, 1, 5), SUBMITTED)
    plan = changed(PLAN, notices=(), cocreation_notice_on=date(2024, 1, 6))
    assert cocreation_period(plan, SUBMITTED) == (date(2024, 1, 6), SUBMITTED)


def test_cocr_08_it_never_starts_after_the_first_meeting() -> None:
    late = NoticeFacts("n", "opportunity", published_on=date(2024, 2, 1))
    assert cocreation_period(changed(PLAN, notices=(late,)), SUBMITTED) == (date(2024, 1, 20), SUBMITTED)


def test_cocr_08_it_has_not_begun_without_either_and_what_comes_after_the_submission_is_none() -> None:
    assert cocreation_period(changed(PLAN, meetings=(), notices=()), SUBMITTED) is None
    after = NoticeFacts("n", "opportunity", published_on=date(2024, 4, 1))
    plan = changed(PLAN, meetings=(), notices=(after,), submitted_on=SUBMITTED)
    assert cocreation_period(plan, date(2024, 5, 1)) is None
