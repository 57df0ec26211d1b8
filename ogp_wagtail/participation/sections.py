"""What the public was told and what it said, on the page of the plan."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from ogp_wagtail.participation.facts import public_notices
from ogp_wagtail.participation.models import Contribution
from ogp_wagtail.participation.models.contribution import TARGETS

SHOWN: Final = 30


def notices_of(request: HttpRequest, page: Any, row: Any) -> str:
    """The latest notices of a plan: one query, or none where its next dates have been reckoned."""
    notices = public_notices(row, timezone.localdate())[:SHOWN]
    context = {"notices": notices}
    return render_to_string("ogp_wagtail/participation/notices.html", context, request) if notices else ""


def contributions_of(request: HttpRequest, page: Any, row: Any) -> str:
    """The latest contributions to a plan with their reasoned responses: one query."""
    rows = Contribution.objects.public().filter(plan=row)
    rows = rows.select_related("response__answered_by", "assessment__commitment", *TARGETS)
    contributions = list(rows[: SHOWN + 1])
    context = {"contributions": contributions[:SHOWN], "has_more": len(contributions) > SHOWN}
    return (
        render_to_string("ogp_wagtail/participation/contributions.html", context, request)
        if contributions
        else ""
    )
