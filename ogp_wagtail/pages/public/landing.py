"""What the landing page shows: the plans below it, each with its next date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page

from ogp_wagtail.pages.public.dates import NextDate, done_by, facts_for_dates, next_dates
from ogp_wagtail.pages.public.lists import Listed, link, with_members
from ogp_wagtail.pages.public.view import rendered
from ogp_wagtail.pages.queries import (
    in_visitors_language,
    public_commitments,
    public_meetings,
    public_plans,
)
from ogp_wagtail.plans.models import Plan, PlanMember
from ogp_wagtail.rows import gather


@dataclass(frozen=True, slots=True)
class ListedPlan(Listed):
    """A plan in the list: whom it binds, how many commitments are public, and its next date."""

    members: list[PlanMember]
    commitments: int
    next_date: NextDate | None


class LandingView:
    """The plans of the site, in a fixed number of queries; nothing is asked before the template does."""

    def __init__(self, page: Any, request: Any, day: date | None = None) -> None:
        self.page, self.request = page, request
        self.day = day or timezone.localdate()

    @cached_property
    def plans(self) -> list[ListedPlan]:
        """The public plans below this page, the latest first."""
        order = (F("period_start").desc(nulls_last=True), "code")
        rows = list(public_plans().with_owner().order_by(*order))
        pages = self._pages(rows)
        rows = [row for row in rows if row.key in pages]
        parts, done = _parts(rows), done_by(rows, self.day)
        return [self._listed(row, pages[row.key], done.get(row.pk), *parts[row.pk]) for row in rows]

    def _pages(self, rows: list[Plan]) -> dict[Any, Page]:
        """The pages of the plans, where they lie below this page or a translation of it."""
        landings = self.page.get_translations(inclusive=True).values_list("path", flat=True)
        below = Q(pk=None)
        for path in landings:
            below |= Q(path__startswith=path)
        found: dict[Any, Page] = {}
        for language in {row.language for row in rows}:
            keys = [row.key for row in rows if row.language == language]
            pages = Page.objects.filter(below)
            found |= in_visitors_language(pages, keys, self.page.locale, language)
        return found

    def _listed(
        self,
        row: Plan,
        page: Page,
        done: dict[str, Any] | None,
        members: list,
        commitments: list,
        meetings: list,
    ) -> ListedPlan:
        facts = facts_for_dates(row, members, commitments, meetings, done)
        coming = next_dates(facts, self.day, 1)
        return ListedPlan(
            row,
            *link(page, row.language, self.request),
            members,
            len(commitments),
            coming[0] if coming else None,
        )

    @cached_property
    def sections(self) -> list[str]:
        """The parts that other rooms have registered."""
        return rendered("landing", self.request, self.page, None)


def _parts(plans: Iterable[Plan]) -> dict[int, tuple[list, list, list]]:
    """Members, public commitments and public meetings of each plan."""
    found: dict[int, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))
    of_these = {"plan__in": [plan.pk for plan in plans]}
    members = PlanMember.objects.filter(**of_these).select_related("jurisdiction__country", "term")
    commitments = with_members(public_commitments().filter(**of_these))
    meetings = gather(public_meetings().filter(**of_these), "attendances")
    for place, rows in enumerate((members, commitments, meetings)):
        for row in rows:
            found[row.plan_id][place].append(row)
    return found
