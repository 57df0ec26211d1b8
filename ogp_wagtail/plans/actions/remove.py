"""A page goes offline, is deleted or moved: what that means for its row and its slot."""

from __future__ import annotations

import uuid

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans import slots
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import Commitment, Plan


def take_out(key: uuid.UUID) -> None:
    """A commitment's page went offline. Never filed: its slot is free again. Filed: it keeps slot and row."""
    commitment = Commitment.objects.filter(key=key, submitted_on__isnull=True).first()
    if commitment:
        slots.forget(commitment)


def refuse_removal(key: uuid.UUID) -> None:
    """Refuse to delete the page of what was filed (AMEND-08, D2). Raises ``LawError``."""
    commitment = Commitment.objects.filter(key=key, submitted_on__isnull=False).first()
    plan = Plan.objects.filter(key=key, submitted_on__isnull=False).first()
    if commitment or plan:
        refuse_if([_filed_stays(commitment or plan)])


def _filed_stays(row: Commitment | Plan) -> Finding:
    return error(
        "AMEND-08" if isinstance(row, Commitment) else "PLAN-SUB-01",
        Named(str(row.key), row.code),
        _("%(code)s was filed on %(day)s; what was filed stays visible."),
        hint=_("Withdraw it by an amendment that gives the reason."),
        code=row.code,
        day=row.submitted_on,
    )


def refuse_move(key: uuid.UUID) -> None:
    """Refuse to move a commitment that holds a slot to another plan (PLAN-COUNT-03). Raises ``LawError``."""
    commitment = Commitment.objects.filter(key=key, slot__isnull=False).select_related("plan").first()
    if commitment:
        refuse_if(
            [
                error(
                    "PLAN-COUNT-03",
                    Named(str(key), commitment.code),
                    _("%(code)s holds a slot of the plan %(plan)s and cannot be moved to another."),
                    hint=_("Unpublish it, move it, and publish it there."),
                    code=commitment.code,
                    plan=commitment.plan.code,
                )
            ]
        )
