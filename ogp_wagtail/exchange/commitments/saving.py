"""Save what was changed: new pages as drafts, changes as new draft revisions. What is live stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import slugify

from ogp_wagtail.exchange.commitments.drafts import Draft
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage

SLUG_LENGTH = 80


def save(plan_page: ActionPlanPage, drafts: Iterable[Draft]) -> None:
    """Write drafts below the plan's page. Call inside a transaction that holds the plan's locks."""
    taken = set(plan_page.get_children().values_list("slug", flat=True))
    for draft in drafts:
        if draft.is_new:
            draft.page.slug = _free_slug(draft.page, taken)
            plan_page.add_child(instance=draft.page)
            draft.page.save_revision(log_action=True)
        elif draft.is_changed:
            draft.page.save_revision(log_action=True)


def _free_slug(page: CommitmentPage, taken: set[str]) -> str:
    """A short slug of the title that no page beside has; of the code where the title has no letters."""
    wanted = slugify(page.title)[:SLUG_LENGTH].strip("-") or slugify(page.code) or "commitment"
    candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    slug = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(slug)
    return slug
