"""One answer to "may this person do this?" for evidence (D7)."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.evidence.models import EvidenceItem

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


def has(user: Any, action: str) -> bool:
    """The person may enter the admin and was given this right over evidence."""
    return bool(user.has_perms(["wagtailadmin.access_admin", f"ogp_wagtail.{action}_evidenceitem"]))
