"""Roles held from one day to another."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members import roles
from ogp_wagtail.members.models.monitoring_body import MonitoringBody
from ogp_wagtail.members.models.people import Organisation, Person


class RoleAssignment(LawfulModel):
    """A role held from one day to another, for a jurisdiction or a coalition (ROLE-02, COAL-12, COAL-14, MB-12)."""

    POINT_OF_CONTACT = "point-of-contact"
    MONITORING_BODY = "monitoring-body"

    kind = VocabularyField(_("role"), vocabulary="DESIGNATIONS")
    jurisdiction = models.ForeignKey(
        "ogp_wagtail.Jurisdiction",
        verbose_name=_("jurisdiction"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="role_assignments",
    )
    coalition = models.ForeignKey(
        "ogp_wagtail.Coalition",
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="role_assignments",
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="roles")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="roles"
    )
    monitoring_body = models.ForeignKey(
        MonitoringBody, null=True, blank=True, on_delete=models.SET_NULL, related_name="roles"
    )
    holder = models.CharField(_("held by"), max_length=255)
    start = models.DateField(_("from"))
    end = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day. Empty while the role is held.")
    )

    class Meta:
        verbose_name = _("role held")
        verbose_name_plural = _("roles held")
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jurisdiction__isnull=True) ^ Q(coalition__isnull=True), name="ogp_role_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="ogp_role_days",
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.UniqueConstraint(
                fields=["kind", "jurisdiction"], condition=Q(end__isnull=True), name="ogp_role_one_current"
            ),
            models.UniqueConstraint(
                fields=["kind", "coalition"],
                condition=Q(end__isnull=True),
                name="ogp_role_one_current_joint",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.holder}"

    def law(self) -> Iterable[Finding]:
        """One holder of each role at a time."""
        return roles.overlaps(self)
