"""Dates that hang on the terms of the members."""

from collections.abc import Iterator
from datetime import date

from ..durations import latest_commitment_start
from ..editions import Edition
from ..facts import MemberFacts, PlanFacts
from ..limits import commitment_limit, earliest_limit, plan_end_limit, term_limit
from ..words import Label, _
from .deadlines import Deadline, in_months

TERM_END = _("term end")
PERIOD_END = _("own period end")


def term_dates(plan: PlanFacts, edition: Edition, end: date | None) -> Iterator[Deadline]:
    """Yield what follows from each member's term: ELIG-05, the plan's end, COAL-06 and PLAN-COUNT-06."""
    for member in plan.members:
        if member.elected and member.term_end:
            months = edition.eligibility.min_remaining_term_months
            yield in_months("ELIG-05", member.subject, TERM_END, member.term_end, -months)
    yield from last_day_of_the_plan(plan, edition)
    if plan.is_joint:
        yield from ends_of_each_members_commitments(plan, edition)
    if end:
        yield from latest_starts(plan, edition, end)


def last_day_of_the_plan(plan: PlanFacts, edition: Edition) -> Iterator[Deadline]:
    """PLAN-PERIOD-02, §3.2, or COAL-05, §3.4: the last day the plan may end on."""
    limit = plan_end_limit(plan, edition)
    deciding = next((one for one in plan.members if limit and term_limit(one, edition) == limit), None)
    if deciding:
        rule = "COAL-05" if plan.is_joint else "PLAN-PERIOD-02"
        yield from _before_the_end(rule, plan.subject, deciding, edition.plan.end_buffer_months)


def ends_of_each_members_commitments(plan: PlanFacts, edition: Edition) -> Iterator[Deadline]:
    """COAL-06, §3.4: the last day on which each member's commitments may end."""
    by_term_end = edition.coalition.commitment_deadline_mode == "by_term_end"
    for member in plan.members:
        months = 0 if by_term_end else edition.plan.end_buffer_months
        yield from _before_the_end("COAL-06", member.subject, member, months)


def _before_the_end(rule: str, subject: str, member: MemberFacts, months: int) -> Iterator[Deadline]:
    if not member.elected and member.period_end:
        end = member.period_end
        yield Deadline(rule, subject, end, Label(PERIOD_END), end, "%(anchor)s %(day)s", 0)
    elif member.term_end:
        yield in_months(rule, subject, TERM_END, member.term_end, -months)


def latest_starts(plan: PlanFacts, edition: Edition, end: date) -> Iterator[Deadline]:
    """PLAN-COUNT-06 (derived): the last day on which a new commitment may start."""
    if not plan.is_joint:
        yield _latest_start(Label(_("new commitments")), _("plan end"), end, edition)
        return
    for member in plan.members:
        if limit := commitment_limit(member, edition):
            yield _latest_start(member.subject, _("limit for its commitments"), min(limit, end), edition)
    if earliest := earliest_limit(plan, edition):
        subject, anchor = Label(_("joint commitments")), _("earliest limit of a member")
        yield _latest_start(subject, anchor, min(earliest, end), edition)


def _latest_start(subject: str, anchor: str, limit: date, edition: Edition) -> Deadline:
    start = latest_commitment_start(limit, edition)
    months = edition.commitment.min_months
    template = _("last day from which %(n)s months end by %(anchor)s %(day)s")
    return Deadline("PLAN-COUNT-06", subject, start, Label(anchor), limit, template, months)
