"""The one answer to "may this be seen?" for reports and updates (D6)."""

from __future__ import annotations

from typing import Self

from django.db.models import Q

from ogp_wagtail.lawful import LawfulQuerySet
from ogp_wagtail.pages.queries import public_commitments, public_plans


class PublishedQuerySet(LawfulQuerySet):
    """Rows of a plan that are published on a day."""

    def public(self) -> Self:
        """Those that were published, of plans that everybody may see. A draft is seen by nobody."""
        return self.filter(published_on__isnull=False, plan__in=public_plans().values("pk"))


class AboutCommitmentsQuerySet(PublishedQuerySet):
    """Reports that may be about one commitment."""

    def public(self) -> Self:
        """Those that were published; of one commitment, while that is public too."""
        seen = Q(commitment__in=public_commitments().values("pk"))
        return super().public().filter(Q(commitment__isnull=True) | seen)
