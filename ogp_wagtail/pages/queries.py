"""What the public may see. Every output goes through these querysets (D6)."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

from ogp_wagtail.plans.models import Commitment, Meeting, Plan


def open_to_everybody(pages: Any) -> Any:
    """The live pages of a queryset that neither restrict their readers nor lie below a page that does.

    What Wagtail's ``public()`` says, inside the same query: that asks the database anew at every call.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path"))
    return pages.live().filter(~Exists(restrictions.order_by()))


def _published(key: str, language: str) -> Exists:
    """Whether the page of the plan's own language is live, and neither it nor a page above is restricted."""
    pages = open_to_everybody(Page.objects.filter(alias_of__isnull=True))
    return Exists(
        pages.filter(translation_key=OuterRef(key), locale__language_code=OuterRef(language)).order_by()
    )


def public_plans() -> QuerySet[Plan]:
    """Plans whose page is published for everybody."""
    return Plan.objects.filter(_published("key", "language"))


def public_plans_of(landing: Any) -> QuerySet[Plan]:
    """Public plans with a page below this landing page or a translation of it: those of one site."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    roots = Page.objects.filter(translation_key=landing.translation_key).alias(below=path)
    below = Page.objects.filter(Exists(roots.filter(below__startswith=F("path")).order_by()))
    return public_plans().filter(key__in=below.values("translation_key"))


def public_commitments() -> QuerySet[Commitment]:
    """Commitments whose page and whose plan's page are published for everybody."""
    return Commitment.objects.filter(
        _published("key", "plan__language"), _published("plan__key", "plan__language")
    )


def public_meetings() -> QuerySet[Meeting]:
    """Meetings whose page and whose plan's page are published for everybody."""
    return Meeting.objects.filter(
        _published("key", "plan__language"), _published("plan__key", "plan__language")
    )


def in_visitors_language(pages: Any, keys: Any, visitor: Any, working: str) -> dict[Any, Any]:
    """The live public page of each key in the visitor's locale, else in the plan's working language.

    ``pages`` is a queryset of one page type. Returns pages by translation key; a key without a page is absent.
    """
    found: dict[Any, Any] = {}
    candidates = open_to_everybody(pages).filter(translation_key__in=list(keys)).select_related("locale")
    for page in candidates:
        if page.locale_id == visitor.pk:
            found[page.translation_key] = page
        elif page.locale.language_code == working:
            found.setdefault(page.translation_key, page)
    return found
