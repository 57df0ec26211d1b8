"""One answer to "may this person do this?" for evidence (D7)."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion

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


class Visitor:
    """What somebody may have of one item, asked once for all its versions."""

    def __init__(self, user: Any, item: EvidenceItem) -> None:
        self.sees_drafts = can_see_drafts(user)
        disclosed = EvidenceItem.objects.disclosed().filter(pk=item.pk)
        self.sees_file = self.sees_drafts or disclosed.exists()

    def may_have(self, version: EvidenceVersion) -> bool:
        """May have this version's file. The document's collection is asked when the file is served."""
        return self.sees_drafts or (self.sees_file and not version.is_closed)


def has(user: Any, action: str) -> bool:
    """The person may enter the admin and was given this right over evidence."""
    return bool(user.has_perms(["wagtailadmin.access_admin", f"ogp_wagtail.{action}_evidenceitem"]))
