"""What items prove, as links that a visitor may follow: only to what is public, in the visitor's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink
from ogp_wagtail.evidence.querysets import target_is_public
from ogp_wagtail.pages.queries import in_visitors_language
from ogp_wagtail.plans.models import Amendment, Commitment, Meeting, Milestone, Plan

WITH_PAGE = (Plan, Commitment, Meeting)


@dataclass(frozen=True, slots=True)
class Proof:
    """A thing that an item proves something about, and the address of its page."""

    title: str
    address: str


def proofs_of(items: Iterable[EvidenceItem], visitor: Any, request: Any) -> Mapping[int, list[Proof]]:
    """What each item proves, by its key, for a visitor with that locale: a few queries for any number."""
    links = list(
        EvidenceLink.objects.filter(target_is_public(), item__in=[item.pk for item in items]).select_related(
            *("plan", "commitment__plan", "milestone__commitment__plan", "meeting__plan"),
            *("amendment__commitment__plan", "inception__plan", "assessment__plan", "learning__plan"),
            *("assessment__commitment", "progress_update__plan"),
        )
    )
    pages = pages_of([link.target for link in links], visitor)
    found: dict[int, list[Proof]] = defaultdict(list)
    for link in links:
        page = pages.get(row_with_page(link.target).key)
        if page:
            found[link.item_id].append(Proof(title(link.target, page), page.get_url(request)))
    return found


def pages_of(targets: Iterable[Any], visitor: Any) -> dict[Any, Page]:
    """The live page of each target, by key: in the visitor's language, else in the plan's."""
    keys: dict[str, set[Any]] = defaultdict(set)
    for row in map(row_with_page, targets):
        plan = row if isinstance(row, Plan) else row.plan
        keys[plan.language].add(row.key)
    pages: dict[Any, Page] = {}
    for language, some in keys.items():
        pages |= in_visitors_language(Page.objects.all(), some, visitor, language)
    return pages


def row_with_page(target: Any) -> Any:
    """The row whose page shows the target: its own, its commitment's, or its plan's."""
    if isinstance(target, WITH_PAGE):
        return target
    return target.commitment if isinstance(target, Milestone | Amendment) else target.plan


def title(target: Any, page: Page) -> str:
    """What the target is called: as its page is; after that page where it has none of its own."""
    if isinstance(target, WITH_PAGE):
        return str(page.title)
    own = target if isinstance(target, Milestone) else target._meta.verbose_name
    return f"{page.title}: {own}"
