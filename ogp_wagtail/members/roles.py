"""Roles are held one after the other: at most one current holder of each, the old closed when the new begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if

if TYPE_CHECKING:
    from ogp_wagtail.members.models import PlanOwner, RoleAssignment

RULES = {
    ("point-of-contact", "coalition"): "COAL-14",
    ("monitoring-body", "coalition"): "COAL-12",
    ("point-of-contact", "jurisdiction"): "ROLE-02",
    ("monitoring-body", "jurisdiction"): "MB-12",
}


@dataclass(frozen=True)
class _Owner:
    """Whose role it is, as a finding names it."""

    subject: str
    key: str = ""


def refuse_second(assignment: RoleAssignment) -> None:
    """Refuse a second current holder of a role (ROLE-02, COAL-12, COAL-14, MB-12)."""
    if assignment.end is not None:
        return
    owner = "coalition" if assignment.coalition_id else "jurisdiction"
    others = type(assignment)._default_manager.filter(
        kind=assignment.kind, end__isnull=True, **{owner: getattr(assignment, owner)}
    )
    current = others.exclude(pk=assignment.pk).first()
    if current:
        refuse_if([_second(assignment, current, RULES[assignment.kind, owner])])


def _second(assignment: RoleAssignment, current: RoleAssignment, rule: str) -> Finding:
    return error(
        rule,
        _Owner(str(assignment.coalition or assignment.jurisdiction)),
        _("%(holder)s already holds this role; there is exactly one holder at any time."),
        field="point_of_contact" if assignment.kind == "point-of-contact" else "monitoring_body",
        hint=_("Replace %(holder)s by %(new)s instead of adding a second."),
        holder=current.holder,
        new=assignment.holder,
    )


def record(owner: PlanOwner, assignments: type[RoleAssignment], day: date) -> None:
    """Write the owner's present point of contact and monitoring body into the history of roles."""
    _hold(owner, assignments, assignments.POINT_OF_CONTACT, "person", owner.point_of_contact, day)
    _hold(owner, assignments, assignments.MONITORING_BODY, "monitoring_body", owner.monitoring_body, day)


def _hold(
    owner: PlanOwner, assignments: type[RoleAssignment], kind: str, column: str, holder: object, day: date
) -> None:
    mine = {"kind": kind, owner._meta.model_name: owner}
    current = assignments._default_manager.filter(end__isnull=True, **mine).first()
    if current and getattr(current, column) == holder:
        return
    if current:
        current.end = max(current.start, day - timedelta(days=1))
        current.save(update_fields=["end"])
    if holder:
        assignments(**mine, **{column: holder}, holder=str(holder), start=day).save()
