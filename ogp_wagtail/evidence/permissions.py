"""One answer to "may this person do this?" for evidence (D7)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion
from ogp_wagtail.plans.models import Plan

ANY = ("add", "change", "delete", "view")


def can_add_evidence(user: Any) -> bool:
    """May put files into the repository."""
    return has(user, "add")


def can_change_evidence(user: Any, item: EvidenceItem) -> bool:
    """May describe, link and replace this item."""
    return has(user, "change")


def can_withdraw_evidence(user: Any, item: EvidenceItem) -> bool:
    """May take this item out of public view. Nobody may delete it."""
    return has(user, "delete")


def can_see_drafts(user: Any) -> bool:
    """Sees evidence that is not public: withdrawn, restricted, or of a plan in draft."""
    return any(has(user, action) for action in ANY)


def plans_kept_by(user: Any) -> QuerySet[Plan]:
    """The plans whose repository a person works on: those whose page the person may edit.

    Who was given rights over evidence and over no page at all keeps the repository of the whole site.
    """
    policy = PagePermissionPolicy()
    if not can_see_drafts(user):
        return Plan.objects.none()
    if user.is_superuser or not policy.user_has_any_permission(user, ["add", "change", "publish"]):
        return Plan.objects.all()
    pages = policy.instances_user_has_permission_for(user, "change")
    return Plan.objects.filter(key__in=pages.values("translation_key"))


def can_see_drafts_of(user: Any, plan: int) -> bool:
    """Sees what is not public of the plan with this key: who works on it."""
    return can_see_drafts(user) and plans_kept_by(user).filter(pk=plan).exists()


def can_keep_repository(user: Any, plan: Plan) -> bool:
    """May put files into the repository of this plan, and describe those in it."""
    return can_add_evidence(user) and plans_kept_by(user).filter(pk=plan.pk).exists()


class Visitor:
    """What somebody may have of one item, asked once for all its versions."""

    def __init__(self, user: Any, item: EvidenceItem) -> None:
        self.sees_drafts = can_see_drafts_of(user, item.plan_id)
        disclosed = EvidenceItem.objects.disclosed().filter(pk=item.pk)
        self.sees_file = self.sees_drafts or disclosed.exists()

    def may_have(self, version: EvidenceVersion) -> bool:
        """May have this version's file. The document's collection is asked when the file is served."""
        return self.sees_drafts or (self.sees_file and not version.is_closed)


def has(user: Any, action: str) -> bool:
    """The person may enter the admin and was given this right over evidence."""
    return bool(user.has_perms(["wagtailadmin.access_admin", f"ogp_wagtail.{action}_evidenceitem"]))
