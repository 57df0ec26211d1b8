"""Years of a coalition's life as facts, at random: what is true of every history, day by day.

Something happens, days pass, something else happens; everything is dated on the day it happens. On each day

- review, timetable, forecasts and states are told without an exception;
- each state follows on the one before by transitions of its table, and a status by a step of its own;
- no place is given beyond the limit, and the rows of a state agree with the places that are held;
- as long as nothing happens no date moves, and a condition that lies ahead is met on the very day foretold;
- asked later how a member stood on a day that has passed, the forecast says what it said on that day.

``tests/life`` plays on the database. The suite plays few histories, always the same; for many, at random::

    OGP_YEARS=500 pytest -n0 tests/handbook/test_years.py
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ogp_wagtail.handbook import (
    CURRENT,
    CommitmentFacts,
    MeetingFacts,
    PlanFacts,
    StatusEventFacts,
    add_months,
    errors,
    forecast,
    review,
    timetable,
)
from ogp_wagtail.handbook.facts import RequirementFacts
from ogp_wagtail.handbook.forecast import Forecast
from ogp_wagtail.handbook.life import (
    COALITION,
    COMMITMENT,
    PLAN,
    Machine,
    coalition_state,
    commitment_state,
    plan_state,
    slots_in_words,
)
from ogp_wagtail.handbook.life.commitments import KEEPS_PLACE
from ogp_wagtail.handbook.life.membership import may_become, no_clock_runs, step_is_allowed
from ogp_wagtail.handbook.review import as_filed, review_inclusion
from ogp_wagtail.handbook.status import event_on, revocation_waits, status_on
from ogp_wagtail.handbook.timetable import dates_due

from . import reports, tracked
from .build import BOTH, SUBMITTED, changed, city, complete_commitment, complete_plan, parts

AT_LENGTH = "OGP_YEARS" in os.environ
LIVES = int(os.environ.get("OGP_YEARS", "6"))
DAY = timedelta(days=1)

TRIGGERS = {
    ("active", "inactive"): "STAT-05",
    ("active", "probation"): "STAT-12",
    ("inactive", "probation"): "STAT-11",
    ("inactive", "active"): "STAT-10",
    ("probation", "active"): "STAT-15",
    ("probation", "revoked"): "STAT-16",
}


def begun() -> PlanFacts:
    """The joint plan of two cities with two commitments, filed on ``SUBMITTED``."""
    members = (city("a"), city("b", "2027-06-30"))
    plan = changed(
        complete_plan(),
        members=members,
        is_joint=True,
        memberships=tuple(tracked.member(key=one.key) for one in members),
        commitments=(
            complete_commitment("C1", participations=parts("a")),
            complete_commitment("C2", participations=parts("b"), end="2025-09-30"),
        ),
    )
    return as_filed(plan, SUBMITTED)


# What happens: each takes the plan, the day and a number to choose by, and returns the plan as it is then.

Event = Callable[[PlanFacts, date, int], PlanFacts]


def chosen(plan: PlanFacts, number: int) -> CommitmentFacts:
    return plan.commitments[number % len(plan.commitments)]


def with_commitment(plan: PlanFacts, one: CommitmentFacts) -> PlanFacts:
    others = tuple(one if other.key == one.key else other for other in plan.commitments)
    return changed(plan, commitments=others)


def nothing(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    return plan


def an_update(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    said = tracked.entry if number % 3 else tracked.words_only
    one = tracked.update(str(day), said(chosen(plan, number).key))
    return changed(plan, updates=(*plan.updates, replace(one, key=f"u{len(plan.updates)}")))


def a_meeting(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    purpose = ("implementation", "co-creation")[number % 2]
    one = MeetingFacts(
        f"x{len(plan.meetings)}", "Forum", day, frozenset({purpose}), BOTH, True, minutes_published_on=day
    )
    return changed(plan, meetings=(*plan.meetings, one))


def a_status(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    """The Support Unit confers a status, where the table and the clocks allow the one that is wished for."""
    index = number % len(plan.memberships)
    own = plan.memberships[index]
    present = status_on(own, day)
    wished = ("active", "inactive", "probation", "revoked")[number // 2 % 4]
    event = tracked.conferred(wished, str(day), TRIGGERS.get((present, wished), "STAT-05"))
    said = [
        *step_is_allowed(event, present),
        *no_clock_runs(event, event_on(own, day)),
        *revocation_waits(own, event, CURRENT),
    ]
    assert (wished in may_become(present)) or errors(said)
    if errors(said):
        return plan
    joined = replace(own, events=(*own.events, event))
    return changed(plan, memberships=(*plan.memberships[:index], joined, *plan.memberships[index + 1 :]))


def a_declaration(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    """Fully implemented, as far as the table allows it: while the plan runs (COM-LIFE-01)."""
    one = chosen(plan, number)
    done = tuple(replace(part, implemented_on=day) for part in one.participations)
    is_active = commitment_state(one, plan, CURRENT, day).state == "active"
    return with_commitment(plan, replace(one, participations=done)) if is_active else plan


def an_assessment(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    """Complete, or after the plan's end also not: what takes a declaration back rewrites the days before it."""
    one = chosen(plan, number)
    over = bool(plan.period_end and day > plan.period_end)
    if one.assessed_on or one.withdrawn_on or not (over or one.fully_implemented_on):
        return plan
    complete = number % 2 == 0 or not over
    report = reports.assessment(
        str(day), one.key, f"r{len(plan.reports)}", completion="complete" if complete else "limited"
    )
    plan = changed(plan, reports=(*plan.reports, report))
    return with_commitment(plan, replace(one, assessed_on=day)) if complete else plan


def a_withdrawal(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    one = chosen(plan, number)
    if one.withdrawn_on or one.assessed_on or one.fully_implemented_on or len(plan.live_commitments) < 2:
        return plan
    if plan.period_end and day > plan.period_end:
        return plan
    return with_commitment(plan, replace(one, withdrawn_on=day, withdrawn_reason="The law changed."))


def a_commitment(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    """One more is filed, where nothing of its dates and of the places forbids it."""
    first = day + DAY
    last = add_months(first, 12 + number % 6) - DAY
    code = f"C{len(plan.commitments) + 1}"
    own = parts("a") if number % 2 else parts("b")
    one = complete_commitment(code, start=str(first), end=str(last), participations=own)
    said = errors(review_inclusion(plan, one, day=day))
    if {finding.rule for finding in said} - {"COCR-09", "COCR-03", "COCR-08", "A2-17", "COM-DUR-03"}:
        return plan
    filed = replace(one, included_on=day, submitted_on=day)
    return changed(plan, commitments=(*plan.commitments, filed))


def a_leaving(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    """A member leaves its coalition, and nobody waits for its parts any more (COAL-21)."""
    index = number % len(plan.members)
    gone = plan.members[index]
    if gone.left_on or number % 3:
        return plan
    members = (*plan.members[:index], replace(gone, left_on=day), *plan.members[index + 1 :])
    dropped = tuple(
        replace(
            one,
            participations=tuple(
                replace(part, dropped_on=day) if part.member == gone.key else part
                for part in one.participations
            ),
        )
        for one in plan.commitments
    )
    return changed(plan, members=members, commitments=dropped)


def a_requirement(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    result = ("not-met", "met")[number % 2]
    one = RequirementFacts(f"COCR-0{(1, 2, 4, 5)[number % 4]}", result, day, "support-unit")
    return changed(plan, requirements=(*plan.requirements, one))


def a_report(plan: PlanFacts, day: date, number: int) -> PlanFacts:
    kinds = {one.kind for one in plan.reports}
    over = bool(plan.period_end and day > plan.period_end)
    if over and "learning" not in kinds:
        return changed(plan, reports=(*plan.reports, reports.learning(str(day), exercise_on=day)))
    if "inception" not in kinds:
        return changed(plan, reports=(*plan.reports, reports.inception(str(day))))
    return plan


EVENTS: tuple[Event, ...] = (
    nothing,
    an_update,
    an_update,
    a_meeting,
    a_status,
    a_declaration,
    an_assessment,
    a_withdrawal,
    a_commitment,
    a_leaving,
    a_requirement,
    a_report,
)

steps = st.tuples(st.sampled_from((0, 1, 5, 30, 61, 92, 200)), st.sampled_from(EVENTS), st.integers(0, 23))
histories = st.lists(steps, min_size=10, max_size=40)


# What is so


def standings(plan: PlanFacts, day: date) -> list[Forecast]:
    return [forecast(one, plan, day=day) for one in plan.memberships]


def states_on(plan: PlanFacts, day: date) -> dict[tuple[str, str], str]:
    found = {("plan", ""): plan_state(plan, day), ("coalition", ""): coalition_state(plan, day, CURRENT)}
    for one in plan.commitments:
        found["commitment", one.key] = commitment_state(one, plan, CURRENT, day).state
    return found


MACHINES = {"plan": PLAN, "coalition": COALITION, "commitment": COMMITMENT}


def leads_to(machine: Machine, old: str, new: str) -> bool:
    """Whether transitions of the table lead from one state to the other, in one step or several."""
    seen, ahead = {old}, [old]
    while ahead:
        following = {one.target for one in machine.allowed(ahead.pop())} - seen
        seen |= following
        ahead += following
    return new in seen


def check_day(plan: PlanFacts, day: date) -> None:
    """Everything is told, and what is told of one day agrees with itself."""
    for one in (*review(plan, day=day), *timetable(plan), *standings(plan, day)):
        assert one.as_dict()
    places = slots_in_words(plan, CURRENT, day)
    assert places.used <= max(places.allowed, 2)
    over = bool(plan.period_end and day > plan.period_end)
    for one in plan.commitments:
        standing = commitment_state(one, plan, CURRENT, day)
        assert standing.holds_slot == KEEPS_PLACE[standing.state] or over


def check_time(plan: PlanFacts, before: date, day: date) -> None:
    """Between two days on which nothing happened no date moved, and what was foretold came true on its day."""
    assert set(dates_due(plan, CURRENT, day)) == {
        one for one in dates_due(plan, CURRENT, before) if one.date >= day
    }
    for old, new in zip(standings(plan, before), standings(plan, day), strict=True):
        assert {one for one in old.clocks if one.date >= day} <= set(new.clocks)
        for one in old.ahead:
            if one.state == "ahead" and one.met_on <= day:
                membership = next(own for own in plan.memberships if own.key == old.key)
                then = {now.rule: now for now in forecast(membership, plan, day=one.met_on).met}
                assert then[one.rule].met_on == one.met_on
                eve = {now.rule: now for now in forecast(membership, plan, day=one.met_on - DAY).ahead}
                assert one.met_on - DAY < before or eve[one.rule].met_on == one.met_on


@settings(
    max_examples=LIVES,
    deadline=None,
    derandomize=not AT_LENGTH,
    phases=(Phase.generate, Phase.shrink) if AT_LENGTH else (Phase.generate,),
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(histories)
def test_what_is_so_on_every_day_of_every_history(history: list[tuple[int, Event, int]]) -> None:
    plan, day = begun(), SUBMITTED
    states = states_on(plan, day)
    told: dict[date, list[Forecast]] = {}
    for days, event, number in history:
        before, day = day, day + timedelta(days=days)
        check_time(plan, before, day)
        plan = event(plan, day, number)
        check_day(plan, day)
        now = states_on(plan, day)
        for (kind, key), state in states.items():
            assert leads_to(MACHINES[kind], state, now[kind, key]), (kind, state, now[kind, key])
        states = now
        told[day] = standings(plan, day)
    for then, said in told.items():
        assert standings(plan, then) == said, then


def test_a_status_that_the_table_does_not_have_is_always_refused() -> None:
    for present in ("applicant", "active", "inactive", "probation", "revoked"):
        for wished in ("applicant", "active", "inactive", "probation", "revoked"):
            event = StatusEventFacts("e", wished, SUBMITTED, TRIGGERS.get((present, wished), "STAT-05"))
            assert (wished in may_become(present)) == (not errors(step_is_allowed(event, present)))
