"""The point of contact declares a commitment, or a member's part in it, fully implemented (COM-LIFE-01)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db import transaction

from ogp_wagtail.handbook.facts import CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.life import may_be_declared
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans import slots
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Commitment, Declaration, Participation, Plan, PlanMember
from ogp_wagtail.plans.permissions import can_declare_implemented
from ogp_wagtail.plans.sources import with_sources


def declare_implemented(
    commitment: Commitment,
    user: Any,
    day: date,
    *,
    implemented_on: date | None = None,
    members: Collection[int] = (),
) -> Commitment:
    """Declare on ``day`` that a commitment was fully implemented, on that day or on an earlier one.

    ``members`` are primary keys of the jurisdictions whose parts are declared; all that are open by default. With the
    last part the whole commitment is implemented, on the day of the latest (COAL-10).

    Raises:
        LawError: the user is not the point of contact, or a rule forbids it.
    """
    done = implemented_on or day
    with transaction.atomic():
        lock_plan(commitment.plan.key)
        plan = Plan.objects.with_owner().get(pk=commitment.plan_id)
        row = Commitment.objects.get(pk=commitment.pk)
        facts = with_sources(plan, register_facts.plan_facts(plan))
        mine = next(one for one in facts.commitments if one.key == str(row.key))
        refuse_if(_not_the_contact(plan, facts, mine, user))
        refuse_if(may_be_declared(facts, mine, done, day=day, members=[str(pk) for pk in members]))
        parts = _open_parts(row, members)
        _declare(plan, row, parts, done, day, user)
        _complete(plan, row)
        row.refresh_from_db()
        return row


def _not_the_contact(
    plan: Plan, facts: PlanFacts, commitment: CommitmentFacts, user: Any
) -> Iterator[Finding]:
    """Others may draft or comment; the declaration is the point of contact's alone (COM-LIFE-01, ROLE-03)."""
    if not can_declare_implemented(user, plan):
        yield error(
            "COM-LIFE-01",
            commitment,
            _("Only the point of contact declares a commitment implemented: %(contact)s."),
            hint=_("Ask that person to log in and declare it."),
            contact=facts.point_of_contact or "–",
        )


def _open_parts(row: Commitment, members: Collection[int]) -> list[Participation]:
    parts = row.participations.filter(implemented_on__isnull=True).select_related("member")
    wanted = parts.filter(member__jurisdiction__in=members) if members else parts
    return [one for one in wanted if members or one.member.left_on is None]


def _declare(
    plan: Plan, row: Commitment, parts: list[Participation], done: date, day: date, user: Any
) -> None:
    row.participations.filter(pk__in=[one.pk for one in parts])._update_lawfully(implemented_on=done)
    for part in parts:
        Declaration(
            commitment=row,
            member=part.member,
            implemented_on=done,
            declared_on=day,
            declared_by=user,
            declared_by_name=plan.point_of_contact.name,
        )._save_lawfully()


def _complete(plan: Plan, row: Commitment) -> None:
    """With the last part, the commitment is implemented; under one reading its slot is free then."""
    last = implemented_by_parts(row)
    if last is None:
        return
    Commitment.objects.filter(pk=row.pk)._update_lawfully(implemented_on=last)
    if edition_of(plan).slot.release == "implemented":
        slots.release(row, last)


def complete_without(plan: Plan, member: PlanMember) -> None:
    """Nobody waits for the part of a member that left: the others may have implemented theirs already (COAL-21)."""
    for part in member.participations.filter(implemented_on__isnull=True).select_related("commitment"):
        row = part.commitment
        if row.submitted_on and row.implemented_on is None and row.withdrawn_on is None:
            _complete(plan, row)


def implemented_by_parts(row: Commitment) -> date | None:
    """The day on which every part was implemented that nobody dropped (COAL-10, COAL-21), or None while one is not."""
    parts = list(row.participations.select_related("member"))
    waited_for = [one.implemented_on for one in parts if one.implemented_on or one.member.left_on is None]
    done = [one for one in waited_for if one]
    return max(done) if done and len(done) == len(waited_for) else None
