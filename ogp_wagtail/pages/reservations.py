"""Scheduled publication: a slot is reserved when the page is scheduled, so that its hour cannot fail.

Wagtail loses the schedule of a page that is refused at its hour, and delays every page after it. So the law is
asked when the schedule is made. A reservation whose schedule was cancelled is dropped when the next one asks.
An update of a live page that is scheduled holds its slot already: it is rehearsed and everything undone.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from ogp_wagtail.plans import slots
from ogp_wagtail.plans.acting import nobody_acts
from ogp_wagtail.plans.models import Plan


def is_being_scheduled(page: Any) -> bool:
    """Whether this save is the one with which an approved publication in the future is noted."""
    return bool(
        page.pk
        and not page.live
        and page.go_live_at
        and page.go_live_at > timezone.now()
        and page.revisions.filter(approved_go_live_at__isnull=False).exists()
    )


def rehearse(page: Any) -> None:
    """Publish the facts of a scheduled update and undo it, to learn today what its hour would refuse.

    Raises:
        LawError: the facts would be refused now.
    """
    with transaction.atomic(), nobody_acts():
        before = transaction.savepoint()
        try:
            page.lock(True)
            page.project()
        finally:
            transaction.savepoint_rollback(before)


def drop_stale(plan: Plan) -> None:
    """Free the slots of unfiled commitments whose page is neither live nor scheduled any more."""
    held = {row.key: row for row in plan.commitments.in_force().filter(submitted_on__isnull=True)}
    pages = Page.objects.filter(
        translation_key__in=held, alias_of__isnull=True, locale__language_code=plan.language
    )
    live = set(pages.filter(live=True).values_list("translation_key", flat=True))
    if len(live) == len(held):
        return
    waiting = dict(pages.filter(live=False).values_list("pk", "translation_key"))
    scheduled = Revision.page_revisions.filter(
        object_id__in=map(str, waiting), approved_go_live_at__isnull=False
    ).values_list("object_id", flat=True)
    kept = live | {waiting[int(pk)] for pk in scheduled}
    for key, row in held.items():
        if key not in kept:
            slots.forget(row)
