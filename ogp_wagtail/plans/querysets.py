"""Questions asked of the register."""

from __future__ import annotations

from typing import Self

from django.db import models

from ogp_wagtail.lawful import LawfulQuerySet


class PlanQuerySet(LawfulQuerySet):
    """Plans."""

    def with_owner(self) -> Self:
        """With the owner, its point of contact and its monitoring body, in the same query."""
        people = ("point_of_contact", "monitoring_body__person")
        return self.select_related(
            "coalition__country",
            "jurisdiction__country",
            *(f"coalition__{role}" for role in people),
            *(f"jurisdiction__{role}" for role in people),
        )


class CommitmentQuerySet(LawfulQuerySet):
    """Commitments."""

    def in_force(self) -> Self:
        """Those that hold a slot now."""
        return self.filter(slot__isnull=False)

    def with_parts(self) -> Self:
        """With milestones in force, participations, parties and resources: five queries for any number of rows."""
        from_milestones = models.Prefetch(
            "milestones",
            self.model._meta.get_field("milestones").related_model._default_manager.filter(retired=False),
        )
        return self.prefetch_related(
            from_milestones, "participations__member__jurisdiction", "parties__member", "resources"
        )
