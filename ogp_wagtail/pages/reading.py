"""The pages of a plan read together: in its working language and in English, as published or as last drafted.

Three queries, whatever the number of pages: the plan's pages, the commitments' pages, and what is published below.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.rows import gather

PLAN_ROWS = ("goals", "forewords", "spaces", "strategy_documents")
COMMITMENT_ROWS = ("milestones", "participations", "parties", "resources", "agreements")


@dataclass(frozen=True)
class PlanPages:
    """A plan's page with its English twin, and those of its commitments by their keys."""

    plan: ActionPlanPage
    english: ActionPlanPage | None
    commitments: list[CommitmentPage] = field(default_factory=list)
    twins: dict[Any, CommitmentPage] = field(default_factory=dict)
    published: set[str] = field(default_factory=set)


def read(plan: Plan, *, drafts: bool) -> PlanPages | None:
    """Read them; ``drafts`` takes drafts too, each as its last revision has it. None while there is no page."""
    pages = _plan_pages(plan)
    above = next((page for page in pages if _is_canonical(page, plan)), None)
    if above is None:
        return None
    below = _commitment_pages(above)
    own = [page for page in below if page.depth == above.depth + 1 and page.path.startswith(above.path)]
    shown = [page for page in own if drafts or page.live]
    keys = {page.translation_key for page in shown}
    return PlanPages(
        plan=_latest(above, PLAN_ROWS) if drafts and not plan.submitted_on else above,
        english=_english(pages, {plan.key}, drafts).get(plan.key),
        commitments=[_latest(page, COMMITMENT_ROWS) for page in shown] if drafts else shown,
        twins=_english(below, keys, drafts),
        published=above.published_keys(),
    )


def canonical_page(plan: Plan) -> ActionPlanPage | None:
    """The plan's page in its working language."""
    return next((page for page in _plan_pages(plan) if _is_canonical(page, plan)), None)


def _is_canonical(page: Any, plan: Plan) -> bool:
    return page.locale.language_code == plan.language


def _plan_pages(plan: Plan) -> list[ActionPlanPage]:
    owners = [
        f"{owner}__{role}"
        for owner in ("coalition", "jurisdiction")
        for role in ("country", "point_of_contact", "monitoring_body__person")
    ]
    pages = ActionPlanPage.objects.filter(
        translation_key=plan.key,
        alias_of__isnull=True,
        locale__language_code__in={plan.language, ogp_settings.SUBMISSION_LANGUAGE},
    )
    return gather(
        pages.select_related("latest_revision", "locale", "introduction_letter", *owners), *PLAN_ROWS
    )


def _commitment_pages(above: ActionPlanPage) -> list[CommitmentPage]:
    """The commitment pages below the plan's page, and their English twins wherever they stand."""
    own = CommitmentPage.objects.child_of(above).filter(alias_of__isnull=True)
    is_twin = Q(
        locale__language_code=ogp_settings.SUBMISSION_LANGUAGE,
        translation_key__in=own.order_by().values("translation_key"),
    )
    pages = CommitmentPage.objects.filter(
        Q(pk__in=own.order_by().values("pk")) | is_twin, alias_of__isnull=True
    ).order_by("path")
    return gather(pages.select_related("latest_revision", "locale"), *COMMITMENT_ROWS)


def _english(pages: Iterable[Any], keys: set[Any], drafts: bool) -> dict[Any, Any]:
    """The English page of each key. A placeholder with the source text counts as none: see ``facts.translated``."""
    return {
        page.translation_key: page
        for page in pages
        if page.translation_key in keys
        and page.locale.language_code == ogp_settings.SUBMISSION_LANGUAGE
        and (drafts or page.live)
    }


def _latest(page: Any, rows: tuple[str, ...]) -> Any:
    """The page as its last draft has it, read from the revision without asking whether what it names still exists.

    What the page itself knows already (its locale, its owner) is handed on.
    """
    if page.latest_revision is None:
        return page
    draft = type(page).from_serializable_data(page.latest_revision.content, check_fks=False, strict_fks=False)
    draft.pk, draft.path, draft.depth, draft.locale = page.pk, page.path, page.depth, page.locale
    draft.translation_key = page.translation_key
    for name in ("coalition", "jurisdiction", "introduction_letter"):
        if getattr(page, f"{name}_id", None) and getattr(draft, f"{name}_id") == getattr(page, f"{name}_id"):
            setattr(draft, name, getattr(page, name))
    return draft
