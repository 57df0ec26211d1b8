"""Inactive by a plan that did not come: the first one of a new member, or the next one."""

from collections.abc import Iterator
from datetime import date

from ..calendar import add_months, day_after
from ..facts import MembershipFacts
from ..findings import Finding, warning
from ..words import _
from .situation import Situation
from .types import Condition, State


def first_plan_due(membership: MembershipFacts) -> date | None:
    """PLAN-SUB-03, §4.1: the day set by the Support Unit, or the later one it granted on request."""
    if membership.extension_granted and membership.extended_deadline:
        return membership.extended_deadline
    return membership.su_deadline


def is_extension_pending(membership: MembershipFacts) -> bool:
    """STAT-02, §4.1: an extension was requested and is neither granted nor refused (AMB-20)."""
    return membership.extension_requested_on is not None and membership.extension_granted is None


def first_plan_is_in_time(case: Situation) -> Iterator[Finding]:
    """PLAN-SUB-03, §4.1: a new member submits its first plan by that day, the day itself included."""
    due, first = first_plan_due(case.membership), next(iter(case.submissions), None)
    if case.membership.is_new and due and first and first.submitted_on > due:
        yield warning(
            "PLAN-SUB-03",
            case.membership,
            _("Its first plan was submitted on %(day)s; it was due by %(due)s."),
            field="su_deadline",
            day=first.submitted_on,
            due=due,
        )


def first_plan_is_missing(case: Situation) -> Condition | None:
    """STAT-02, §4.1: a new member has not submitted its first plan in time, nor got an extension.

    While a request for one is undecided the condition is pending, not met (AMB-20).
    """
    due = first_plan_due(case.membership)
    if not case.membership.is_new or case.submissions or due is None or _is_moot(case, day_after(due)):
        return None
    is_pending = is_extension_pending(case.membership)
    ahead = _("First plan due by %(until)s; condition met on %(date)s if it is not submitted by then.")
    met = _("No first plan was submitted by %(until)s; the condition has been met since %(date)s.")
    pending = _(
        "Extension pending, requested on %(requested)s; without it the first plan is due by %(until)s."
    )
    return _inactive(
        case,
        "STAT-02",
        due,
        pending if is_pending else met if case.day > due else ahead,
        _("Submit the plan, or ask the Support Unit for an extension."),
        state="pending" if is_pending else None,
        requested=case.membership.extension_requested_on,
    )


def next_plan_due(case: Situation) -> date | None:
    """GAP-01, COAL-18, §3.2, §4.1: the next plan comes within four months of the end of the last one."""
    last = case.last_submission
    return add_months(last.period_end, case.edition.plan.gap_months) if last and last.period_end else None


def next_plan_is_missing(case: Situation) -> Condition | None:
    """STAT-03, §4.1: four months after the end of its last plan a member has not submitted the next one."""
    due, last = next_plan_due(case), case.last_submission
    if due is None or last is None or _is_moot(case, day_after(due)):
        return None
    ahead = _(
        "Next plan due by %(until)s (the last one ends on %(end)s); "
        "condition met on %(date)s if it is not submitted by then."
    )
    met = _(
        "No plan was submitted by %(until)s (the last one ended on %(end)s); "
        "the condition has been met since %(date)s."
    )
    return _inactive(
        case,
        "STAT-03",
        due,
        met if case.day > due else ahead,
        _("Submit the next plan."),
        end=last.period_end,
    )


def _is_moot(case: Situation, met_on: date) -> bool:
    """Whether the member is not active, so that it cannot become inactive, or has returned since (STAT-10)."""
    return case.status != "active" or case.is_settled(met_on)


def _inactive(
    case: Situation,
    rule: str,
    due: date,
    template: str,
    hint: str,
    *,
    state: State | None = None,
    **values: object,
) -> Condition:
    met_on = day_after(due)
    return Condition(
        rule,
        case.membership.key,
        case.membership.subject,
        "inactive",
        met_on,
        state or ("met" if case.day >= met_on else "ahead"),
        template,
        {"until": due, "date": met_on, **values},
        hint,
        plan=case.last_submission.key if case.last_submission else "",
    )
