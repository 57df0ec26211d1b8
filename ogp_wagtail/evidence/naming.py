"""Names and addresses of what is public of plans, commitments and meetings: one query for a page of results."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import CharField, OuterRef, Q, Subquery
from wagtail.models import Page

from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.pages.queries import open_to_everybody, public_commitments, public_meetings, public_plans
from ogp_wagtail.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Named:
    """Something public by its title, and the address at which it is read."""

    title: str
    address: str


@dataclass(slots=True)
class Names:
    """Pages by key and language, and plans by code. ``language`` is the visitor's."""

    language: str
    pages: dict[UUID, dict[str, Named]] = field(default_factory=dict)
    plans: dict[str, UUID] = field(default_factory=dict)

    def of(self, key: Any, language: str = "") -> Named | None:
        """The page of a key in that language, else in the visitor's, else in another; None where none is public."""
        found = self.pages.get(key if isinstance(key, UUID) else UUID(str(key)), {})
        return found.get(language) or found.get(self.language) or next(iter(found.values()), None)

    def of_plan(self, code: str) -> Named | None:
        """The page of the plan with that code."""
        return self.of(self.plans[code]) if code in self.plans else None


def names(keys: Collection[Any], codes: Collection[str], language: str, request: Any) -> Names:
    """The public pages of these keys, and of the plans with these codes; whole addresses without a request."""
    found = Names(language)
    for page in pages(keys, codes) if keys or codes else ():
        named = Named(page.title, (page.get_url(request) if request else page.full_url) or "")
        found.pages.setdefault(page.translation_key, {})[page.locale.language_code] = named
        if page.plan_code:
            found.plans[page.plan_code] = page.translation_key
    return found


def pages(keys: Collection[Any], codes: Collection[str]) -> Any:
    """The live pages, open to everybody, of what is public of these."""
    code = Subquery(
        Plan.objects.filter(key=OuterRef("translation_key")).values("code")[:1], output_field=CharField()
    )
    wanted = Q(translation_key__in=list(keys)) | Q(plan_code__in=list(codes))
    rows = (public_plans(), public_commitments(), public_meetings())
    public = Q(*(Q(translation_key__in=some.values("key")) for some in rows), _connector=Q.OR)
    found = open_to_everybody(Page.objects.filter(alias_of__isnull=True)).annotate(plan_code=code)
    return found.filter(wanted, public).select_related("locale").order_by("path")


def cities(keys: Iterable[str]) -> Mapping[str, str]:
    """The names of jurisdictions by their primary keys, as text."""
    asked = [key for key in keys if key.isdigit()]
    found = Jurisdiction.objects.filter(pk__in=asked).values_list("pk", "name") if asked else ()
    return {str(key): name for key, name in found}
