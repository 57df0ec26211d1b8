"""What the owner of a plan decides: its point of contact, its monitoring body, how a coalition works."""

from __future__ import annotations

from collections.abc import Iterable

from ogp_wagtail.handbook.facts import CoalitionFacts, MonitoringBodyFacts, NextStepFacts
from ogp_wagtail.members.models import MonitoringBody
from ogp_wagtail.plans.models import Plan, PlanMember


def owner_facts(plan: Plan) -> dict[str, object]:
    """What the owner of the plan decides: point of contact, monitoring body, and how a coalition works."""
    body, contact, coalition = plan.monitoring_body, plan.point_of_contact, plan.coalition
    return {
        "is_joint": plan.is_joint,
        "country": plan.owner.country.code if plan.owner else None,
        "point_of_contact": contact.name if contact else None,
        "point_of_contact_email": contact.email if contact else "",
        "monitoring_body": monitoring_body_facts(body) if body else None,
        "cocreation_mode": coalition.cocreation_mode if coalition else "joint",
        "agreement": bool(coalition and (coalition.agreement or coalition.agreement_document_id)),
    }


def coalition_facts(plan: Plan, members: Iterable[PlanMember]) -> CoalitionFacts | None:
    """The coalition that files this plan, with what its members say there; ``members`` come from ``members_of``."""
    row = plan.coalition
    if row is None:
        return None
    said = {str(one.jurisdiction_id): one for one in members}
    return CoalitionFacts(
        key=str(row.pk),
        name=row.name,
        formed_on=row.formed_on,
        ended_on=row.ended_on,
        purposes=frozenset(row.purposes),
        agreement_on=row.agreed_on,
        signatories=frozenset(key for key, one in said.items() if (one.signatory or "").strip()),
        next_steps=tuple(NextStepFacts(key, one.next_step or "undecided") for key, one in said.items()),
    )


def monitoring_body_facts(row: MonitoringBody) -> MonitoringBodyFacts:
    """A monitoring body by itself; the room of monitoring adds who approved it, and who came before it."""
    same = ("name", "kind", "email", "approved_on", "independence", "resources", "uses_guidance")
    days = ("support_requested_on", "su_notified_on")
    return MonitoringBodyFacts(
        contact=row.contact_name,
        person=row.person.name if row.person else "",
        **{name: getattr(row, name) for name in (*same, *days)},
    )
