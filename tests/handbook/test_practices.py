"""The eight recommended practices (REC-01 to REC-08, §3.3.2)."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, PlanFacts
from ogp_wagtail.handbook.facts import ContributionFacts, EvidenceFacts, NoticeFacts, WebsiteFacts
from ogp_wagtail.handbook.practices import check_practices, response_is_reasoned

from .build import PROPOSALS, SUBMITTED, WEBSITE, changed, complete_plan, rules

PLAN = complete_plan(submitted_on=SUBMITTED)
(FORUM,) = PLAN.meetings
LATER = date(2024, 6, 1)


def practices(plan: PlanFacts = PLAN, on: date = SUBMITTED, **values: Any) -> list[str]:
    findings = check_practices(changed(plan, **values), CURRENT, day=on)
    assert {one.severity for one in findings} <= {"warning"}
    return rules(findings)


def forum(**values: Any) -> dict[str, Any]:
    return {"meetings": (dataclasses.replace(FORUM, **values),)}


def test_rec_all_eight_are_followed() -> None:
    assert practices() == []


def test_rec_nothing_is_expected_before_cocreation_began() -> None:
    bare = changed(PLAN, meetings=(), notices=(), contributions=(), website=None, submitted_on=None)
    assert practices(bare) == []
    assert practices(PLAN, date(2024, 1, 9), website=None) == []


def test_rec_01_the_address_of_the_website_is_known() -> None:
    assert practices(website=WebsiteFacts("https://open.example.org/", open_input=True)) == []


@pytest.mark.parametrize("website", [None, WebsiteFacts()])
def test_rec_01_without_one_there_is_a_warning(website: WebsiteFacts | None) -> None:
    assert practices(website=website) == ["REC-01"]


def test_rec_02_documents_ten_days_before_the_meeting() -> None:
    assert practices(**forum(documents_shared_on=date(2024, 1, 10))) == []


@pytest.mark.parametrize("shared", [date(2024, 1, 20), None])
def test_rec_02_on_the_day_of_the_meeting_is_too_late(shared: date | None) -> None:
    assert practices(**forum(documents_shared_on=shared)) == ["REC-02"]


def test_rec_02_a_meeting_to_come_is_not_asked_yet() -> None:
    draft = changed(PLAN, submitted_on=None, **forum(documents_shared_on=None))
    assert practices(draft, date(2024, 1, 19)) == []


def test_rec_03_one_activity_of_outreach_is_enough() -> None:
    campaign = NoticeFacts("c", published_on=date(2024, 1, 2), topics=frozenset({"outreach"}))
    assert practices(notices=(campaign,)) == []
    assert practices(notices=(), **forum(purposes=frozenset({"co-creation", "outreach"}))) == []


def test_rec_03_without_any_there_is_a_warning() -> None:
    assert practices(notices=()) == ["REC-03"]


def test_rec_04_an_open_channel_and_public_minutes() -> None:
    assert "REC-04" not in practices(notices=(), website=WEBSITE)


def test_rec_04_by_invitation_only_and_without_minutes() -> None:
    closed = dataclasses.replace(WEBSITE, open_input=False)
    (finding,) = (
        one
        for one in check_practices(
            changed(PLAN, website=closed, notices=(), **forum(minutes_published_on=None)),
            CURRENT,
            day=SUBMITTED,
        )
        if one.rule == "REC-04"
    )
    assert "a channel open to everybody, public minutes" in finding.message


QUESTION = ContributionFacts("q", "question", date(2024, 2, 1))


def test_rec_05_an_answered_question() -> None:
    answered = dataclasses.replace(QUESTION, answered_on=date(2024, 2, 3))
    assert practices(contributions=(*PROPOSALS, answered)) == []


def test_rec_05_a_question_open_for_weeks() -> None:
    plan = changed(PLAN, contributions=(*PROPOSALS, QUESTION), submitted_on=None)
    assert practices(plan, date(2024, 2, 15)) == []
    assert practices(plan, date(2024, 2, 16)) == ["REC-05"]


def test_rec_06_a_filled_repository() -> None:
    assert practices(PLAN, LATER, evidence=(EvidenceFacts("e"),)) == []


def test_rec_06_an_empty_one_after_the_submission() -> None:
    assert practices(PLAN, LATER) == ["REC-06"]
    assert practices(PLAN, SUBMITTED) == [], "not on the day itself"


def test_rec_07_every_proposal_has_an_outcome_and_a_reason() -> None:
    assert practices(contributions=PROPOSALS) == []


@pytest.mark.parametrize("values", [{"outcome": ""}, {"reason": ""}])
def test_rec_07_proposals_without_an_outcome_are_counted(values: dict[str, str]) -> None:
    bare = tuple(dataclasses.replace(one, **values) for one in PROPOSALS)
    (finding,) = check_practices(changed(PLAN, contributions=bare), CURRENT, day=SUBMITTED)
    assert finding.rule == "REC-07"
    assert "2" in finding.message


def test_rec_07_is_asked_at_the_submission_and_of_what_came_until_then() -> None:
    fresh = ContributionFacts("p", made_on=date(2024, 4, 1))
    assert practices(contributions=(*PROPOSALS, fresh), evidence=(EvidenceFacts("e"),), on=LATER) == []


def test_rec_08_two_rounds_at_different_stages_or_on_different_days() -> None:
    second = dataclasses.replace(FORUM, key="m2", held_on=date(2024, 2, 20))
    prepared = dataclasses.replace(second, documents_shared_on=date(2024, 2, 1))
    assert practices(contributions=PROPOSALS) == []
    assert practices(contributions=(), meetings=(FORUM, prepared)) == []


def test_rec_08_a_single_presentation_is_no_dialogue() -> None:
    assert practices(contributions=()) == ["REC-08"]


@pytest.mark.parametrize("on", [date.min, date.max, date(2024, 2, 29)])
def test_no_day_makes_a_practice_raise(on: date) -> None:
    odd = changed(
        PLAN,
        contributions=(ContributionFacts("q", "question", on),),
        **forum(held_on=on, documents_shared_on=on, minutes_published_on=on),
    )
    check_practices(odd, CURRENT, day=on)
    check_practices(odd, CURRENT, day=date.max)


def test_rec_07_a_response_is_reasoned() -> None:
    assert list(response_is_reasoned(PROPOSALS[0])) == []
    bare = ContributionFacts("p", made_on=LATER, reason=" ", answered_on=SUBMITTED)
    assert [one.field for one in response_is_reasoned(bare)] == ["outcome", "reason", "answered_on"]
