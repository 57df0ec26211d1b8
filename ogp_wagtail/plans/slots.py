"""Numbered slots: how many commitments a plan may hold at any one time (PLAN-COUNT-01, COAL-07)."""

from __future__ import annotations

from datetime import date

from ogp_wagtail.handbook.limits import slots_allowed
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.plans.models import Commitment, Plan, Slot

HIGHEST = 12  # the highest number a slot may have


class NoFreeSlot(RuntimeError):
    """A plan has no free slot left."""


def lay_out(plan: Plan) -> None:
    """Give the plan as many slots as its number of members allows; a slot in use is never taken away (COAL-21)."""
    allowed = _allowed(plan)
    free = plan.slots.filter(commitment__isnull=True).order_by("-number").values_list("pk", flat=True)
    surplus = list(free[: max(plan.slots.count() - allowed, 0)])
    plan.slots.filter(pk__in=surplus)._delete_lawfully()
    there = set(plan.slots.values_list("number", flat=True))
    missing = [number for number in range(1, HIGHEST + 1) if number not in there]
    Slot.objects._bulk_create_lawfully(
        Slot(plan=plan, number=number) for number in missing[: max(allowed - len(there), 0)]
    )


def _allowed(plan: Plan) -> int:
    """How many places a plan of the members that are still there has for new commitments."""
    members = plan.members.filter(left_on__isnull=True).count()
    return slots_allowed(members, edition_of(plan)) if members else 0


def take(plan: Plan, commitment: Commitment, day: date) -> None:
    """Give the commitment a free slot; it keeps the one it has.

    Raises:
        NoFreeSlot: every slot is in use. Whoever holds the plan's lock has asked the handbook before, which
            says so with the limit and the holders; this is what remains when somebody wrote without the lock.
    """
    if Slot.objects.filter(commitment=commitment).exists():
        return
    for slot in plan.slots.filter(commitment__isnull=True).order_by("number"):
        if Slot.objects.filter(pk=slot.pk, commitment__isnull=True)._update_lawfully(commitment=commitment):
            Commitment.objects.filter(pk=commitment.pk)._update_lawfully(included_on=day, released_on=None)
            return
    raise NoFreeSlot(plan.code)


def release(commitment: Commitment, day: date) -> None:
    """Free the commitment's slot from this day on; one more than its plan may have now is given up (COAL-21)."""
    if Slot.objects.filter(commitment=commitment)._update_lawfully(commitment=None):
        free_from = max(day, commitment.included_on or day)
        Commitment.objects.filter(pk=commitment.pk)._update_lawfully(released_on=free_from)
        lay_out(commitment.plan)


def forget(commitment: Commitment) -> None:
    """Free the slot of a commitment that was never filed: it was never part of the submitted plan."""
    Slot.objects.filter(commitment=commitment)._update_lawfully(commitment=None)
    Commitment.objects.filter(pk=commitment.pk)._update_lawfully(included_on=None, released_on=None)
