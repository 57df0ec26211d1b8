"""The one answer to "may this be seen?" for what the public was told and what it said (D6)."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from ogp_wagtail.lawful import LawfulQuerySet
from ogp_wagtail.pages.queries import public_commitments, public_meetings, public_plans


class NoticeQuerySet(models.QuerySet):
    """Notices."""

    def public(self, day: date) -> Self:
        """Those of public plans that were out on ``day``."""
        return self.filter(plan__in=public_plans().values("pk"), published_on__lte=day)


class ContributionQuerySet(LawfulQuerySet):
    """Contributions."""

    def public(self) -> Self:
        """Those that may be shown, of public plans, and about nothing that is not public itself."""
        return self.filter(
            Q(commitment__isnull=True) | Q(commitment__in=public_commitments().values("pk")),
            Q(meeting__isnull=True) | Q(meeting__in=public_meetings().values("pk")),
            plan__in=public_plans().values("pk"),
            is_public=True,
        )
