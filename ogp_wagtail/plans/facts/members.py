"""Who a plan is of: its members, how they stand in OGP Local, and which plan they had before."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from ogp_wagtail.handbook.facts import MemberFacts, MembershipFacts, SubmittedPlanFacts
from ogp_wagtail.handbook.status import status_on
from ogp_wagtail.members.facts import memberships
from ogp_wagtail.plans.models import Plan, PlanMember
from ogp_wagtail.rows import gather


def membership_fields(plan: Plan, jurisdictions: Collection[int]) -> dict[str, Any]:
    """How those who take part stand in OGP Local and which plan they had before, in three queries."""
    submitted: dict[int, tuple[SubmittedPlanFacts, ...]] = {}
    for seat in PlanMember.objects.filter(
        jurisdiction__in=jurisdictions, plan__submitted_on__isnull=False
    ).select_related("plan"):
        one = SubmittedPlanFacts(str(seat.plan.key), seat.plan.submitted_on, seat.plan.period_end)
        submitted[seat.jurisdiction_id] = (*submitted.get(seat.jurisdiction_id, ()), one)
    previous = _previous(plan, [one for plans in submitted.values() for one in plans])
    return {
        "memberships": memberships(jurisdictions, submitted, str(plan.key)),
        "previous_period_end": previous.period_end if previous else None,
        "previous_submitted_on": previous.submitted_on if previous else None,
    }


def _previous(plan: Plan, submitted: list[SubmittedPlanFacts]) -> SubmittedPlanFacts | None:
    """Of the plans submitted before this one, the one that ends last (GAP-03)."""
    earlier = [
        one
        for one in submitted
        if one.key != str(plan.key)
        and one.period_end
        and (plan.submitted_on is None or one.submitted_on < plan.submitted_on)
    ]
    return max(earlier, key=lambda one: (one.period_end, one.submitted_on), default=None)


def with_status(member: MemberFacts, known: Iterable[MembershipFacts]) -> MemberFacts:
    """The member with the status that was conferred on it last (STAT-01)."""
    membership = next((one for one in known if one.key == member.key), None)
    return replace(member, status=status_on(membership, date.max)) if membership else member


def members_of(plan: Plan) -> list[PlanMember]:
    """The plan's members with what their facts need, and what they say in the coalition, where there is one."""
    seats = plan.members.select_related("jurisdiction__country", "term")
    return gather(_with_what_they_say(seats) if plan.coalition_id else seats, "date_changes")


def _with_what_they_say(seats: QuerySet[PlanMember]) -> QuerySet[PlanMember]:
    """With who signed the agreement for each member, and what it does after the joint plan (COAL-15, COAL-17)."""
    coalition = Plan._meta.get_field("coalition").related_model
    rows = coalition._meta.get_field("members").related_model._default_manager.filter(
        coalition__plan=OuterRef("plan"), jurisdiction=OuterRef("jurisdiction")
    )
    said = {name: Subquery(rows.values(name)[:1]) for name in ("signatory", "next_step")}
    return seats.annotate(**said)


def member_facts(row: PlanMember) -> MemberFacts:
    """A member, known by the primary key of its jurisdiction."""
    return MemberFacts(
        key=str(row.jurisdiction_id),
        name=row.jurisdiction.name,
        country=row.jurisdiction.country.code,
        elected=row.jurisdiction.elected,
        term_end=row.term_end,
        period_end=row.period_end,
        joined_on=row.jurisdiction.joined_on,
        left_on=row.left_on,
    )
