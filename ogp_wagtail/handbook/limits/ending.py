"""On which day a plan ends at the latest."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..calendar import add_months, day_after, lasts_at_least, months_before
from ..editions import CURRENT, Edition
from ..facts import MemberFacts, PlanFacts
from ..findings import Finding, error, warning
from ..words import _
from .changes import ended_in_time
from .members import plan_end_limit, term_limit


def period_start(plan: PlanFacts, edition: Edition = CURRENT) -> date | None:
    """PLAN-PERIOD-01, §3.2: return the first day of the plan: stated, else on joining, else on submission.

    A joint plan that is the first for all its members starts on the latest joining date. A later plan may be read to
    follow the last one from day to day (AMB-07).
    """
    joined = [member.joined_on for member in plan.members if member.joined_on]
    is_first = plan.previous_period_end is None and bool(joined) and len(joined) == len(plan.members)
    return plan.period_start or (max(joined) if is_first else _later_start(plan, edition))


def _later_start(plan: PlanFacts, edition: Edition) -> date | None:
    if plan.previous_period_end and edition.plan.later_start_default == "day_after_previous":
        return day_after(plan.previous_period_end)
    return plan.submitted_on


def plan_end(plan: PlanFacts, edition: Edition) -> date | None:
    """Return the last day of the plan: as stated, else the last day allowed (PLAN-PERIOD-03, §3.2)."""
    return plan.period_end or plan_end_limit(plan, edition)


def single_plan_end(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-PERIOD-02, 03, 05, 06, §3.2: the end of a plan of one jurisdiction."""
    for member in plan.members:
        if member.elected:
            yield from ends_before_the_term(plan, member, edition)
        else:
            yield from rests_on_a_basis(plan)
            yield from lasts_one_to_four_years(plan, edition)


def ends_before_the_term(plan: PlanFacts, member: MemberFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-PERIOD-02 and 03, §3.2: at least two months before the term end, and not much earlier."""
    limit = term_limit(member, edition)
    if limit is None or plan.period_end is None:
        return
    values: dict[str, Any] = {
        "end": plan.period_end,
        "limit": limit,
        "months": edition.plan.end_buffer_months,
        "term_end": member.term_end,
    }
    if plan.period_end > limit and not ended_in_time(plan, edition):
        yield error(
            "PLAN-PERIOD-02",
            plan,
            _(
                "The plan ends on %(end)s; it may end on %(limit)s at the latest "
                "(%(months)s months before the term ends on %(term_end)s)."
            ),
            hint=_("End the plan on %(limit)s or earlier."),
            field="period_end",
            **values,
        )
    if plan.period_end < months_before(limit, edition.plan.early_end_warn_months):
        yield warning(
            "PLAN-PERIOD-03",
            plan,
            _(
                "The plan ends on %(end)s, long before the last day allowed, %(limit)s; "
                "plans follow the term of the administration."
            ),
            field="period_end",
            **values,
        )


def rests_on_a_basis(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-PERIOD-05, §3.2: without elections the period rests on the strategy or on own choice."""
    if plan.period_basis not in ("medium-term-strategy", "self-selected"):
        yield error(
            "PLAN-PERIOD-05",
            plan,
            _("A jurisdiction without elections chooses a basis for its period."),
            hint=_("Choose the period of the medium-term strategy, or a self-selected period."),
            field="period_basis",
        )


def lasts_one_to_four_years(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-PERIOD-06, §3.2: one to four years if self-selected; a longer strategy is a notice (AMB-25)."""
    start, end = period_start(plan, edition), plan.period_end
    if start is None or end is None:
        return
    numbers = edition.plan
    last = add_months(start, numbers.non_elected_max_months)
    too_short = not lasts_at_least(start, end, numbers.non_elected_min_months)
    values: dict[str, Any] = {
        "start": start,
        "end": end,
        "last": last,
        "least": numbers.non_elected_min_months,
        "most": numbers.non_elected_max_months,
    }
    template = _(
        "The period runs from %(start)s to %(end)s; it lasts %(least)s to %(most)s months "
        "and ends by %(last)s."
    )
    if plan.period_basis == "self-selected" and (too_short or end > last):
        yield error("PLAN-PERIOD-06", plan, template, field="period_end", **values)
    elif plan.period_basis == "medium-term-strategy" and end > last:
        yield warning(
            "PLAN-PERIOD-05",
            plan,
            _("The strategy's period, %(start)s to %(end)s, is longer than %(most)s months."),
            field="period_end",
            **values,
        )


def joint_plan_end(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """COAL-05, §3.4: a joint plan ends by the limit of its latest-ending member, not much earlier."""
    limit = plan_end_limit(plan, edition)
    if limit is None or plan.period_end is None:
        return
    latest = _latest_member(plan, limit, edition)
    values: dict[str, Any] = {"end": plan.period_end, "limit": limit, "member": latest}
    if plan.period_end > limit and not ended_in_time(plan, edition):
        yield error(
            "COAL-05",
            plan,
            _(
                "The plan ends on %(end)s; it may end on %(limit)s at the latest, "
                "by the term of %(member)s, which ends last."
            ),
            hint=_("End the plan on %(limit)s or earlier."),
            field="period_end",
            **values,
        )
    if _ends_early(plan.period_end, limit, plan, edition):
        yield warning(
            "COAL-05",
            plan,
            _("The plan ends on %(end)s; a joint plan follows the term that ends last, so until %(limit)s."),
            field="period_end",
            **values,
        )


def _latest_member(plan: PlanFacts, limit: date, edition: Edition) -> str:
    return next(member.name for member in plan.members if term_limit(member, edition) == limit)


def _ends_early(end: date, limit: date, plan: PlanFacts, edition: Edition) -> bool:
    """Much earlier than allowed, or aligned with a term that ends sooner."""
    shortest = min(own for member in plan.members if (own := term_limit(member, edition)))
    return end < months_before(limit, edition.plan.early_end_warn_months) or end <= shortest < limit
