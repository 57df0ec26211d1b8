"""What a jurisdiction and a coalition have in common: both may own a plan."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.members import roles
from ogp_wagtail.members.models.monitoring_body import MonitoringBody
from ogp_wagtail.members.models.people import Person
from ogp_wagtail.members.models.role import RoleAssignment


class PlanOwner(models.Model):
    """What owns a plan: one point of contact and one monitoring body, each a single column (COAL-12, COAL-14).

    Replacing one closes the old assignment with a date and opens the new one.
    """

    point_of_contact = models.ForeignKey(
        Person,
        verbose_name=_("point of contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The one official who works with OGP from day to day and submits the plan (ROLE-03)."),
    )
    monitoring_body = models.ForeignKey(
        MonitoringBody,
        verbose_name=_("monitoring body"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The one independent body that assesses the plan and all its commitments."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            roles.record(self, RoleAssignment, self.roles_held(), timezone.localdate())

    def roles_held(self) -> dict[str, Any]:
        """Who holds which role now, by kind of role."""
        return {
            RoleAssignment.POINT_OF_CONTACT: self.point_of_contact,
            RoleAssignment.MONITORING_BODY: self.monitoring_body,
        }
