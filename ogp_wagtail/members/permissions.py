"""In which role of the handbook somebody acts (D7): one answer for views, commands and acts alike."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook import permissions
from ogp_wagtail.members.models import Person, PlanOwner

SUPPORT_UNIT = "ogp_wagtail.act_for_support_unit"


def is_point_of_contact(user: Any, owner: PlanOwner | None) -> bool:
    """Whether this is the log-in of the owner's point of contact."""
    contact = owner.point_of_contact if owner else None
    return bool(user and user.is_active and contact and contact.user_id and contact.user_id == user.pk)


def role_of(user: Any, owner: PlanOwner | None) -> str:
    """The role in which a user acts for the owner of a plan, as the permission matrix names it.

    A point of contact never acts for the Support Unit towards its own jurisdiction, whatever else the log-in may.
    """
    if not (user and user.is_active):
        return permissions.PUBLIC
    if is_point_of_contact(user, owner):
        return permissions.POINT_OF_CONTACT
    if user.has_perm(SUPPORT_UNIT):
        return permissions.SUPPORT_UNIT
    person = Person.objects.select_related("organisation").filter(user=user).first()
    sector = person.organisation.sector if person and person.organisation else ""
    return sector if sector in (permissions.GOVERNMENT, permissions.NGS) else permissions.PUBLIC


def may(user: Any, action: str, owner: PlanOwner | None) -> bool:
    """Whether a user may do an action of the permission matrix itself for this owner."""
    return permissions.is_allowed(action, role_of(user, owner))
