"""A date that changed after a plan was filed: what moved with it, and what had passed and stayed (PLAN-PERIOD-09)."""

from __future__ import annotations

from types import MappingProxyType

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.plans.models.plan import PlanMember


class DateChange(LawfulModel):
    """One line of a plan's log of dates. ``moved`` and ``stayed`` list deadlines with their old and new dates.

    Why it changed and when the OGP Local team was told is added later, once.
    """

    member = models.ForeignKey(
        PlanMember, verbose_name=_("member"), on_delete=models.PROTECT, related_name="date_changes"
    )
    what = models.CharField(_("what"), max_length=40)
    old = models.DateField(_("old"), null=True, blank=True)
    new = models.DateField(_("new"), null=True, blank=True)
    changed_on = models.DateField(_("changed on"))
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_by_name = models.CharField(_("changed by"), max_length=255, blank=True)
    moved = models.JSONField(default=list, blank=True, encoder=DjangoJSONEncoder)
    stayed = models.JSONField(default=list, blank=True, encoder=DjangoJSONEncoder)
    note = models.TextField(
        _("why it changed"), blank=True, help_text=_("For instance an early election (PLAN-PERIOD-09).")
    )
    told_on = models.DateField(
        _("OGP Local team told on"),
        null=True,
        blank=True,
        help_text=_("The handbook knows no change of a filed plan's last day: ask the OGP Local team."),
    )

    made_by_acts = "PLAN-PERIOD-09"
    settled = MappingProxyType(
        dict.fromkeys(
            (
                "member",
                "what",
                "old",
                "new",
                "changed_on",
                "changed_at",
                "changed_by_name",
                "moved",
                "stayed",
            ),
            "PLAN-PERIOD-09",
        )
    )
    kept = "PLAN-PERIOD-09"

    class Meta:
        verbose_name = _("change of a date")
        verbose_name_plural = _("changes of dates")
        ordering = ["changed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=("term-end", "own-period", "joined-on")), name="ogp_date_change_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member.plan.code} {self.member}: {self.old} → {self.new}"
