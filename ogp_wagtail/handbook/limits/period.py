"""From when to when a plan runs."""

from collections.abc import Iterator

from ..calendar import add_months
from ..durations import earliest_end, is_long_enough
from ..editions import Edition
from ..facts import MemberFacts, PlanFacts
from ..findings import Finding, error, warning
from ..words import _
from .ending import joint_plan_end, period_start, single_plan_end


def check_period(plan: PlanFacts, edition: Edition) -> list[Finding]:
    """Return what is missing, forbidden or unusual about the plan's period (PLAN-PERIOD, COAL-05, GAP)."""
    return [
        *dates_are_stated(plan),
        *is_submitted_while_it_runs(plan),
        *starts_after_the_previous_plan(plan),
        *starts_on_joining(plan),
        *follows_in_time(plan, edition),
        *(joint_plan_end(plan, edition) if plan.is_joint else single_plan_end(plan, edition)),
        *holds_one_commitment(plan, edition),
    ]


def dates_are_stated(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-PERIOD-04 and COAL-20, §3.2, §3.4: plan end and, for each elected member, term end are stated."""
    if plan.period_end is None:
        yield error("PLAN-PERIOD-04", plan, _("The last day of the plan is not stated."), field="period_end")
    for member in plan.members:
        yield from _end_is_stated(member, plan)


def _end_is_stated(member: MemberFacts, plan: PlanFacts) -> Iterator[Finding]:
    if member.elected and member.term_end is None:
        yield error(
            "PLAN-PERIOD-04",
            member,
            _("The end of %(member)s's term is not stated."),
            hint=_("State the last full day in office of its administration."),
            field="term_end",
            member=member.name,
        )
    if plan.is_joint and not member.elected and member.period_end is None:
        yield error(
            "PLAN-PERIOD-05",
            member,
            _("%(member)s holds no elections; the end of its own period is not stated."),
            field="period_end",
            member=member.name,
        )


def is_submitted_while_it_runs(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-PERIOD-08, §3.2: a plan is active from its submission through its last day."""
    if plan.submitted_on and plan.period_end and plan.submitted_on > plan.period_end:
        yield error(
            "PLAN-PERIOD-08",
            plan,
            _("The plan is submitted on %(day)s; its last day is %(end)s."),
            hint=_("Submit it by %(end)s."),
            field="period_end",
            day=plan.submitted_on,
            end=plan.period_end,
        )


def starts_after_the_previous_plan(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-PERIOD-01 and GAP-03, §3: a later plan starts and is submitted after the previous one ended."""
    previous = plan.previous_period_end
    dates = (
        ("PLAN-PERIOD-01", plan.period_start, _("The plan starts on %(day)s; the last one ends on %(end)s.")),
        ("GAP-03", plan.submitted_on, _("The plan is submitted on %(day)s; the last one ends on %(end)s.")),
    )
    for rule, day, template in dates:
        if previous and day and day <= previous:
            yield error(
                rule,
                plan,
                template,
                hint=_("Choose a day after %(end)s."),
                field="period_start",
                day=day,
                end=previous,
            )


def starts_on_joining(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-PERIOD-01, §3.2: a jurisdiction's first plan starts on the day it joined OGP Local."""
    if plan.is_joint or plan.previous_period_end or not plan.members:
        return
    joined = plan.members[0].joined_on
    if joined and plan.period_start and plan.period_start != joined:
        yield warning(
            "PLAN-PERIOD-01",
            plan,
            _("The plan starts on %(day)s; a first plan starts on the day of joining, %(joined)s."),
            field="period_start",
            day=plan.period_start,
            joined=joined,
        )


def follows_in_time(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """GAP-01, §3.2, §4.1: the next plan is submitted within four months of the previous plan's end."""
    if plan.previous_period_end is None or plan.submitted_on is None:
        return
    due = add_months(plan.previous_period_end, edition.plan.gap_months)
    if plan.submitted_on > due:
        yield warning(
            "GAP-01",
            plan,
            _("The plan is submitted on %(day)s; it was due by %(due)s (%(months)s months after %(end)s)."),
            field="submitted_on",
            day=plan.submitted_on,
            due=due,
            months=edition.plan.gap_months,
            end=plan.previous_period_end,
        )


def holds_one_commitment(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-PERIOD-07, §3.2 (derived): the plan can hold one commitment of the shortest duration."""
    start, end = period_start(plan, edition), plan.period_end
    if start and end and not is_long_enough(start, end, edition):
        yield error(
            "PLAN-PERIOD-07",
            plan,
            _(
                "The plan runs from %(start)s to %(end)s; to hold one commitment of %(months)s months "
                "it ends on %(earliest)s or later."
            ),
            field="period_end",
            start=start,
            end=end,
            months=edition.commitment.min_months,
            earliest=earliest_end(start, edition),
        )
