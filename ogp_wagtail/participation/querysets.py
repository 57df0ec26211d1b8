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
        seen = (
            Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__in": rows.values("pk")})
            for name, rows in self._public_targets().items()
        )
        return self.filter(*seen, plan__in=public_plans().values("pk"), is_public=True)

    def _public_targets(self) -> dict[str, models.QuerySet]:
        """What everybody may see of all that a contribution can be about; each room says so of its own (D6)."""
        reports = {
            name: self.model._meta.get_field(name).related_model._default_manager.public()
            for name in ("inception", "assessment", "learning", "progress_update")
        }
        return {"commitment": public_commitments(), "meeting": public_meetings(), **reports}
