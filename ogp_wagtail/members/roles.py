"""Roles are held one after the other: at most one holder of each on any day, the old closed when the new begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from ogp_wagtail.handbook.facts import RoleFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.limits.designations import one_holder_at_a_time

if TYPE_CHECKING:
    from django.db.models import Model

    from ogp_wagtail.members.models import RoleAssignment

RULES = {
    ("point-of-contact", "coalition"): "COAL-14",
    ("monitoring-body", "coalition"): "COAL-12",
    ("monitoring-body", "jurisdiction"): "MB-12",
}
COLUMNS = {
    "point-of-contact": "person",
    "senior-official": "person",
    "local-coordinator": "person",
    "lead-agency": "organisation",
    "monitoring-body": "monitoring_body",
}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Owner:
    """Whose role it is, as a finding names it."""

    subject: str
    key: str = ""


def role_facts(assignment: RoleAssignment) -> RoleFacts:
    """A role held, for the handbook."""
    return RoleFacts(assignment.kind, assignment.holder, assignment.start, assignment.end)


def overlaps(assignment: RoleAssignment) -> Iterator[Finding]:
    """What forbids a second holder of a role on any day (ROLE-02, COAL-12, COAL-14, MB-12)."""
    owner = "coalition" if assignment.coalition_id else "jurisdiction"
    others = type(assignment)._base_manager.filter(
        Q(end__isnull=True) | Q(end__gte=assignment.start),
        kind=assignment.kind,
        **{f"{owner}_id": getattr(assignment, f"{owner}_id")},
    )
    held = [role_facts(one) for one in (*others.exclude(pk=assignment.pk), assignment)]
    whose = Owner(str(assignment.coalition or assignment.jurisdiction))
    rule = RULES.get((assignment.kind, owner), "ROLE-02")
    yield from one_holder_at_a_time(held, whose, rule, assignment.kind.replace("-", "_"))


def record(owner: Model, assignments: type[RoleAssignment], held: Mapping[str, Any], day: date) -> None:
    """Write who holds the owner's roles from ``day`` on, by kind of role, into their history."""
    mine = {str(owner._meta.model_name): owner}
    history = assignments._base_manager.filter(kind__in=held, **mine).order_by("start", "pk")
    latest = {assignment.kind: assignment for assignment in history}
    for kind, holder in held.items():
        _hold(latest.get(kind) or assignments(kind=kind, **mine, start=day), holder, day)


def _hold(latest: RoleAssignment, holder: Any, day: date) -> None:
    column = COLUMNS[latest.kind]
    is_open = latest.pk is not None and latest.end is None
    if (getattr(latest, column) if is_open else None) == holder:
        return
    if latest.pk is not None and latest.start < day:
        latest = _closed(latest, day - ONE_DAY)
    if holder:
        setattr(latest, column, holder)
        latest.holder, latest.end = str(holder), None
        latest.save()
    elif latest.pk is not None and latest.end is None:
        latest.end = latest.start
        latest.save()


def _closed(latest: RoleAssignment, last_day: date) -> RoleAssignment:
    """Let what is still held end on ``last_day``; return the row for whoever holds the role after it."""
    if latest.end is None or latest.end > last_day:
        latest.end = last_day
        latest.save()
    owner = {"jurisdiction_id": latest.jurisdiction_id, "coalition_id": latest.coalition_id}
    return type(latest)(kind=latest.kind, **owner, start=last_day + ONE_DAY)
