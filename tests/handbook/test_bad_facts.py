"""Facts that are wrong, strange or missing are answered with findings, never with an exception."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogp_wagtail.handbook import (
    MilestoneFacts,
    Month,
    PlanFacts,
    edition_named,
    errors,
    forecast,
    review,
    timetable,
)
from ogp_wagtail.handbook.facts_json import UnreadableFactsError, plan_from, written_plan
from ogp_wagtail.handbook.review import review_filing, review_inclusion

from .arbitrary import days, facts, fields_of
from .build import changed, city, commitment, complete_plan, day, parts, plan_of

FIRST, LAST = date.min, date.max
SPANS = [(FIRST, FIRST), (FIRST, date(4, 2, 29)), (date(9996, 2, 29), LAST), (LAST, LAST), (LAST, FIRST)]
NOW = day("2024-03-15")

some = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(autouse=True)
def whole_sentences() -> None:
    """Of facts without sense, sentences need not make any: they only have to be said."""


def ask_everything(plan: PlanFacts, on: date) -> None:
    """Ask all there is to ask, and read every answer as people and machines do."""
    answers = [*review(plan, day=on), *review_filing(plan, day=on), *timetable(plan)]
    for one in plan.commitments:
        answers += review_inclusion(plan, one, day=on)
    for member in plan.memberships:
        standing = forecast(member, plan, day=on)
        assert standing.as_dict()
        answers += [*standing.met, *standing.ahead, *standing.clocks]
    for answer in answers:
        assert answer.as_dict()


def said(plan: PlanFacts) -> set[tuple[str, str, str]]:
    """The errors on a plan: rule, subject and field."""
    return {(one.rule, one.subject, one.field) for one in errors(review(plan, day=NOW))}


@some
@given(facts(PlanFacts), days)
def test_no_facts_make_the_handbook_raise(plan: PlanFacts, on: date) -> None:
    ask_everything(plan, on)


@some
@given(facts(PlanFacts, worded=False), days)
def test_words_that_stand_in_no_list_make_nothing_raise(plan: PlanFacts, on: date) -> None:
    ask_everything(plan, on)


@some
@given(st.fixed_dictionaries({}, optional=fields_of(PlanFacts)), days)
def test_nothing_that_is_changed_in_a_complete_plan_makes_the_handbook_raise(
    values: dict[str, Any], on: date
) -> None:
    ask_everything(changed(complete_plan(), **values), on)


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_the_ends_of_the_calendar_are_days_like_any_other(start: date, end: date) -> None:
    ask_everything(plan_between(start, end), end)


def test_ten_thousand_years_are_looked_through_in_one_pass() -> None:
    findings = review(plan_between(FIRST, LAST), day=LAST)
    assert len(findings) > 10_000


def plan_between(start: date, end: date) -> PlanFacts:
    member = city(term_end=end.isoformat())
    one = commitment(start=start.isoformat(), end=end.isoformat())
    return plan_of(member, period_start=start, end=end.isoformat(), commitments=(one,), submitted_on=start)


def test_a_plan_of_which_nothing_is_known_is_told_what_is_missing() -> None:
    plan = PlanFacts("", "")
    ask_everything(plan, NOW)
    assert {one.rule for one in review_filing(plan, day=NOW)} >= {"PLAN-SUB-02", "PLAN-PERIOD-04"}


def test_a_plan_without_the_end_of_the_term_is_told_so() -> None:
    assert ("PLAN-PERIOD-04", "member Mty", "term_end") in said(plan_of(city(term_end=None)))


def test_a_plan_that_ends_before_it_starts_is_told_so() -> None:
    plan = plan_of(period_start=day("2026-01-01"), end="2025-12-31")
    assert ("PLAN-PERIOD-07", "plan", "period_end") in said(plan)


def test_a_commitment_that_ends_before_it_starts_is_told_so() -> None:
    plan = plan_of(commitments=(commitment(start="2025-01-01", end="2024-12-31"),))
    assert ("COM-DUR-01", "commitment C1", "end") in said(plan)


def test_a_milestone_that_ends_before_it_starts_is_told_so() -> None:
    steps = (MilestoneFacts("m", "A data set", Month(2024, 9), Month(2024, 8), "City"),)
    plan = complete_plan(commitments=(commitment(milestones=steps),))
    assert ("COM-DUR-03", "commitment C1", "milestones") in said(plan)


def test_a_coalition_of_one_is_told_so() -> None:
    assert ("COAL-01", "coalition", "members") in said(plan_of(city(), is_joint=True))


def test_a_part_of_somebody_who_is_no_member_is_told_so() -> None:
    plan = plan_of(city("a"), city("b"), commitments=(commitment(participations=parts("a", "nobody")),))
    assert ("COAL-09", "commitment C1", "participations") in said(plan)


def test_an_edition_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"Editions: 2024-fr-web"):
        edition_named("1848")
    with pytest.raises(UnreadableFactsError, match=r'edition: "1848" is not one of: 2024-fr-web'):
        plan_from({**written_plan(complete_plan()), "edition": "1848"})
