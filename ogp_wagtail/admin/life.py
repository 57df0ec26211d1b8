"""What the desk shows of a plan's life: its places, its commitments, its members, and dates that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from ogp_wagtail.handbook.editions import Edition
from ogp_wagtail.handbook.facts import CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.life import COMMITMENT, PLAN, commitment_state, plan_state, slots_in_words
from ogp_wagtail.handbook.limits import slots_allowed
from ogp_wagtail.plans.models import DateChange, Plan
from ogp_wagtail.plans.permissions import can_declare_implemented, can_record_leaving


@dataclass(frozen=True)
class Standing:
    """A commitment as it stands: its state in words, whether it holds a place, and whether it can be declared."""

    commitment: CommitmentFacts
    words: str
    holds_slot: bool
    may_be_declared: bool


def life_of(plan: Plan, facts: PlanFacts, edition: Edition, day: date, user: Any) -> dict[str, Any]:
    """The part of the desk's context that tells the life of the plan on this day."""
    places = slots_in_words(facts, edition, day)
    can_act = plan.submitted_on is not None and can_record_leaving(user, plan)
    return {
        "state": gettext(PLAN.word(plan_state(facts, day, edition))),
        "slots_used": places.used,
        "slots": places.allowed if facts.members else 0,
        "ceiling_fell": places.allowed < slots_allowed(len(facts.members), edition),
        "next_free_on": places.next_free_on,
        "standings": [_standing(one, plan, facts, edition, day, user) for one in facts.commitments],
        "seats": plan.members.select_related("jurisdiction") if plan.coalition_id and can_act else (),
        "date_changes": DateChange.objects.filter(member__plan=plan).select_related(
            "member__plan", "member__jurisdiction"
        ),
    }


def _standing(
    one: CommitmentFacts, plan: Plan, facts: PlanFacts, edition: Edition, day: date, user: Any
) -> Standing:
    where = commitment_state(one, facts, edition, day)
    words = gettext(COMMITMENT.word(where.label or where.state))
    may = where.state == "active" and can_declare_implemented(user, plan)
    return Standing(one, words, where.holds_slot, may)
