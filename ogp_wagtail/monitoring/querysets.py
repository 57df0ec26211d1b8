"""The one answer to "may this be seen?" for reports and updates (D6)."""

from __future__ import annotations

from typing import Self

from ogp_wagtail.lawful import LawfulQuerySet
from ogp_wagtail.pages.queries import public_plans


class PublishedQuerySet(LawfulQuerySet):
    """Rows of a plan that are published on a day."""

    def public(self) -> Self:
        """Those that were published, of plans that everybody may see. A draft is seen by nobody."""
        return self.filter(published_on__isnull=False, plan__in=public_plans().values("pk"))
