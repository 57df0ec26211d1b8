"""Who may look at the work in the background, and who may do something about it (D7)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet

VIEW = "ogp_wagtail.view_job"
CHANGE = "ogp_wagtail.change_job"


def may_look(user: Any) -> bool:
    """Whether this person may see the jobs, their errors included."""
    return bool(user.has_perm(VIEW) or user.has_perm(CHANGE))


def may_act(user: Any) -> bool:
    """Whether this person may have jobs tried again, or put them aside."""
    return bool(user.has_perm(CHANGE))


def offered() -> QuerySet[Permission]:
    """What can be ticked for a group in Wagtail's settings."""
    codenames = [name.partition(".")[2] for name in (VIEW, CHANGE)]
    return Permission.objects.filter(content_type__app_label="ogp_wagtail", codename__in=codenames)
