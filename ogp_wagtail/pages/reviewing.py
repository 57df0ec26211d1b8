"""Reviews of plans: one by one, whatever their number, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.models import Plan

AT_A_TIME = 100


def findings_of(plan: Plan, day: date) -> list[Finding]:
    """What the handbook says on this day of the plan as its editors have it."""
    return review(whole.drafted(plan), edition_of(plan), day=day)


def reviews(plans: Any, day: date) -> Iterator[tuple[Plan, list[Finding]]]:
    """Each plan of a queryset with its findings, in the queryset's order."""
    for plan in plans.with_owner().iterator(chunk_size=AT_A_TIME):
        yield plan, findings_of(plan, day)
