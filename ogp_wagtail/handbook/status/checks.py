"""What a review says of the membership of those who take part in a plan."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import MembershipFacts, PlanFacts
from ..findings import Finding, Severity, advice, error
from ..words import _
from .automatic import situation_on
from .conditions import conditions
from .conferred import status_on
from .plans import first_plan_is_in_time
from .records import check_event, revocation_waits
from .restart import cure_found, restart_found
from .situation import Situation
from .succession import is_made_anew, members_choose_anew, next_plan_is_in_time
from .types import Condition


def check_status(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what there is to say on ``day`` of the members' status, and of the plans they follow on."""
    return [
        *is_made_anew(plan),
        *members_choose_anew(plan, edition, day=day),
        *(finding for one in plan.memberships for finding in _of_member(one, plan, edition, day)),
    ]


def _of_member(
    membership: MembershipFacts, plan: PlanFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    case = situation_on(membership, plan, edition, day)
    yield from first_plan_is_in_time(case)
    yield from next_plan_is_in_time(case, plan)
    yield from conditions_stand_out(case, plan)
    yield from work_is_seen(case)
    for event in membership.events:
        yield from check_event(event)
        yield from revocation_waits(membership, event, edition)


def conditions_stand_out(case: Situation, plan: PlanFacts) -> Iterator[Finding]:
    """STAT-19, §4 (derived): a condition that is met is a warning, one half met or undecided is advice.

    They are said of the member's last plan, or of the draft of its next one.
    """
    last = case.last_submission
    if plan.submitted_on and last and last.key != plan.key:
        return
    for condition in conditions(case):
        if condition.is_met or _is_close(condition, case):
            yield _said(condition)


def _said(condition: Condition) -> Finding:
    severity = Severity.WARNING if condition.is_met else Severity.ADVICE
    return Finding(
        condition.rule,
        severity,
        condition.template,
        condition.values,
        condition.subject,
        condition.key,
        hint_template=condition.hint_template,
    )


def _is_close(condition: Condition, case: Situation) -> bool:
    """Whether a condition ahead is worth a word: a clock runs, a request is undecided, a quarter is lost."""
    return condition.state == "pending" or case.status != "active" or bool(condition.values.get("missed"))


def work_is_seen(case: Situation) -> Iterator[Finding]:
    """STAT-10, STAT-15, §4.1, §4.2: what the Support Unit can rest a return to active on."""
    if sign := restart_found(case):
        yield advice(
            "STAT-10",
            case.membership,
            _("Inactive, but at work again since %(day)s; the Support Unit records the return to active."),
            day=sign.on,
        )
    if cured := cure_found(case):
        yield advice(
            "STAT-15",
            case.membership,
            _(
                "On probation, but put right on %(day)s; it is active again at once, on record of the Support Unit."
            ),
            day=cured,
        )


def member_is_not_revoked(plan: PlanFacts, *, day: date) -> Iterator[Finding]:
    """STAT-16, §4.2: a jurisdiction whose membership is revoked files no plan; it would apply anew."""
    for membership in plan.memberships:
        if status_on(membership, day) == "revoked":
            yield error(
                "STAT-16",
                membership,
                _("%(member)s is no member any more: its membership is revoked."),
                hint=_("It may apply again in an open call."),
                field="members",
                member=membership.name,
            )
