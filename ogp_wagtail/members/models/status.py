"""The statuses that the Support Unit confers on a member, one row each, never changed (§4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import MembershipFacts, StatusEventFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.life.membership import no_clock_runs, step_is_allowed
from ogp_wagtail.handbook.status import check_event, event_on, revocation_waits, status_on
from ogp_wagtail.handbook.words import _ as said
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel
from ogp_wagtail.members.models.jurisdiction import Jurisdiction
from ogp_wagtail.members.models.role import RoleAssignment


class StatusEvent(LawfulModel):
    """A status conferred on a member: what triggered it, when its condition was met, when it was conferred (STAT-01).

    A later status is a row of its own; a row once written stays as it is.
    """

    settled = {EVERY_FIELD: "STAT-01"}
    kept = "STAT-01"

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name=_("member"), on_delete=models.PROTECT, related_name="status_events"
    )
    status = VocabularyField(_("status"), vocabulary="STATUSES")
    trigger = VocabularyField(
        _("trigger"),
        vocabulary="STATUS_TRIGGERS",
        blank=True,
        help_text=_("The condition of the handbook that was met, or the member's own request (STAT-06)."),
    )
    quarters = models.CharField(
        _("quarters"),
        max_length=255,
        blank=True,
        help_text=_(
            "Where the tracker is the reason: the quarters in question, for instance 2024-Q2, 2024-Q3."
        ),
    )
    condition_met_on = models.DateField(_("condition met on"), null=True, blank=True)
    letter = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("letter of the Support Unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Notes inactivity, also at the member's own request, and probation (STAT-09)."),
    )
    letter_on = models.DateField(_("date of the letter"), null=True, blank=True)
    conferred_on = models.DateField(
        _("conferred on"),
        blank=True,
        help_text=_(
            "The clocks of six and of four months count from this day. Left empty, it is the letter's."
        ),
    )
    unavoidable = models.BooleanField(
        _("for reasons that could not be avoided"),
        default=False,
        help_text=_(
            "Only at the member's own request: such inactivity may last beyond six months (STAT-11)."
        ),
    )
    requested_on = models.DateField(_("asked for on"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True, help_text=_("Shown to the public (STAT-17)."))
    discussed_with_ngs_on = models.DateField(
        _("discussed with stakeholders on"), null=True, blank=True, help_text=_("Recommended (STAT-08).")
    )
    discussed_with_su_on = models.DateField(_("discussed with OGP Local on"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("membership status")
        verbose_name_plural = _("membership statuses")
        ordering = ["jurisdiction__name", "conferred_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(condition_met_on__isnull=True) | Q(condition_met_on__lte=F("conferred_on")),
                name="ogp_status_after_condition",
                violation_error_message=_("A status is conferred once its condition is met, not before."),
            ),
            models.CheckConstraint(
                condition=Q(unavoidable=False) | Q(status="inactive", trigger="voluntary"),
                name="ogp_status_unavoidable",
                violation_error_message=_("Only inactivity at the member's own request can be unavoidable."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction}: {self.get_status_display()}, {self.conferred_on}"

    def clean(self) -> None:
        self.conferred_on = self.conferred_on or self.letter_on

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        with transaction.atomic():
            Jurisdiction.objects.select_for_update().filter(pk=self.jurisdiction_id).first()
            super().save(*args, **kwargs)

    def facts(self) -> StatusEventFacts:
        """The event as the handbook asks about it."""
        return StatusEventFacts(
            key=str(self.pk),
            status=self.status,
            conferred_on=self.conferred_on,
            trigger=self.trigger,
            condition_met_on=self.condition_met_on,
            letter=str(self.letter_id or ""),
            letter_on=self.letter_on,
            is_voluntary=self.trigger == "voluntary",
            is_unavoidable=self.unavoidable,
            requested_on=self.requested_on,
            reason=self.reason,
            discussed_with_ngs_on=self.discussed_with_ngs_on,
            discussed_with_su_on=self.discussed_with_su_on,
            quarters=tuple(one.strip() for one in self.quarters.split(",") if one.strip()),
        )

    def law(self) -> Iterator[Finding]:
        """What the handbook says of the event, and of the step from the status before (STAT-01, ROLE-10)."""
        if self.conferred_on is None:
            hint = said("Give the day of the letter, or the day on which it was conferred.")
            template = said("The day on which the status was conferred is not stated.")
            yield error("STAT-09", self, template, hint=hint, field="conferred_on")
            return
        yield from self._recorded_by_its_point_of_contact()
        earlier = [one.facts() for one in self._others()]
        before = MembershipFacts(
            "", "", self.jurisdiction.joined_on, events=tuple(one for one in earlier if self._follows(one))
        )
        if len(before.events) < len(earlier):
            yield self._too_late(earlier[-1])
        event = self.facts()
        yield from check_event(event)
        yield from step_is_allowed(event, status_on(before, self.conferred_on))
        yield from no_clock_runs(event, event_on(before, self.conferred_on))
        yield from revocation_waits(before, event, CURRENT)

    @property
    def key(self) -> str:
        """What findings call it."""
        return str(self.pk or "")

    @property
    def subject(self) -> str:
        """What findings call it among people."""
        return f"member {self.jurisdiction}"

    def _others(self) -> list[StatusEvent]:
        """The events recorded before this one, in order."""
        others = StatusEvent.objects.filter(jurisdiction=self.jurisdiction_id).order_by("conferred_on", "pk")
        return list(others.filter(pk__lt=self.pk) if self.pk else others)

    def _follows(self, earlier: StatusEventFacts) -> bool:
        return earlier.conferred_on <= self.conferred_on

    def _too_late(self, last: StatusEventFacts) -> Finding:
        return error(
            "STAT-01",
            self,
            said("A later status is on record, conferred on %(day)s; what is on record is not written anew."),
            hint=said("Confer it on %(day)s or later."),
            field="conferred_on",
            day=last.conferred_on,
        )

    def _recorded_by_its_point_of_contact(self) -> Iterator[Finding]:
        if self.recorded_by_id and self.recorded_by_id in points_of_contact(self.jurisdiction):
            yield error(
                "ROLE-10",
                self,
                said("The point of contact of %(member)s does not record its status."),
                hint=said("Somebody else who may record statuses does it."),
                field="jurisdiction",
                member=self.jurisdiction.name,
            )


def points_of_contact(jurisdiction: Jurisdiction) -> set[int]:
    """The log-ins of those who are point of contact for a member now, alone or for its coalition (COAL-14)."""
    present = RoleAssignment.objects.filter(kind=RoleAssignment.POINT_OF_CONTACT, end__isnull=True)
    own = Q(jurisdiction=jurisdiction) | Q(coalition__members__jurisdiction=jurisdiction)
    users = present.filter(own, person__user__isnull=False).values_list("person__user_id", flat=True)
    contact = jurisdiction.point_of_contact
    return {*users, *([contact.user_id] if contact and contact.user_id else [])}
