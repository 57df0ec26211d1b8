"""Who takes part: jurisdictions and their terms of office, organisations, people and the roles they hold."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ogp_wagtail.fields import VocabularyField, WebAddressField
from ogp_wagtail.members import roles


class Country(models.Model):
    """A country that takes part in the Open Government Partnership (ELIG-01)."""

    code = models.CharField(
        _("code"), max_length=2, unique=True, help_text=_("Two letters, ISO 3166-1, for instance CO.")
    )
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.code = self.code.upper()
        super().save(*args, **kwargs)


class Organisation(models.Model):
    """A government body, a non-governmental stakeholder or another body (ROLE-07)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    sector = VocabularyField(_("sector"), vocabulary="SIDES")
    ngs_type = VocabularyField(
        _("kind of non-governmental stakeholder"),
        vocabulary="NGS_TYPES",
        blank=True,
        help_text=_("Only for non-governmental stakeholders."),
    )
    branch = VocabularyField(
        _("branch of government"), vocabulary="BRANCHES", blank=True, help_text=_("Only for government.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebAddressField(_("website"), blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who holds a role; linked to a log-in where the person has one."""

    name = models.CharField(_("name"), max_length=255)
    email = models.EmailField(
        _("e-mail"), help_text=_("OGP sends the credentials of its platform to this address (ROLE-04).")
    )
    job_title = models.CharField(_("job title"), max_length=255, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The account with which this person works on this site."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MonitoringBody(models.Model):
    """The independent body that assesses one plan (MB-01, Annex 1 items 6.1 and 6.2)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    kind = VocabularyField(_("kind"), vocabulary="MONITORING_BODY_TYPES")
    contact_name = models.CharField(_("contact person"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    address = models.TextField(_("address"), blank=True)
    approved_on = models.DateField(
        _("approved on"),
        null=True,
        blank=True,
        help_text=_("The day on which non-governmental stakeholders approved it (MB-03)."),
    )
    approved_by = models.ManyToManyField(
        Organisation, verbose_name=_("approved by"), blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("monitoring body")
        verbose_name_plural = _("monitoring bodies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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
            roles.record(self, RoleAssignment, timezone.localdate())


class Jurisdiction(ClusterableModel, PlanOwner):
    """A local government that is a member of OGP Local (ELIG-01)."""

    country = models.ForeignKey(
        Country, verbose_name=_("country"), on_delete=models.PROTECT, related_name="jurisdictions"
    )
    name = models.CharField(_("name"), max_length=255)
    kind = VocabularyField(_("kind"), vocabulary="JURISDICTION_KINDS", default="city")
    elected = models.BooleanField(
        _("elected administration"),
        default=True,
        help_text=_("An elected administration has terms of office; the plan ends before its term does."),
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    joined_on = models.DateField(_("joined OGP Local on"), null=True, blank=True)

    class Meta:
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "name"],
                name="ogp_jurisdiction_name",
                violation_error_message=_("This country already has a jurisdiction of that name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """A term of the administration; of a jurisdiction without elections, the period it chose (PLAN-PERIOD-05)."""

    jurisdiction = ParentalKey(
        Jurisdiction, verbose_name=_("jurisdiction"), on_delete=models.CASCADE, related_name="terms"
    )
    start = models.DateField(_("first day"), null=True, blank=True)
    end = models.DateField(
        _("last day"),
        help_text=_(
            "The last full day in office, not the day on which the next administration is sworn in. "
            "Without elections: the last day of the period that the jurisdiction chose."
        ),
    )

    class Meta:
        verbose_name = _("term of the administration")
        verbose_name_plural = _("terms of the administration")
        ordering = ["end"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "end"],
                name="ogp_term_end",
                violation_error_message=_("This jurisdiction already has a term that ends on that day."),
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(start__lt=F("end")),
                name="ogp_term_days",
                violation_error_message=_("The term's last day must come after its first day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction}: {self.end.isoformat()}"


class RoleAssignment(models.Model):
    """A role held from one day to another, for a jurisdiction or a coalition (ROLE-02, COAL-12, COAL-14, MB-12)."""

    POINT_OF_CONTACT = "point-of-contact"
    MONITORING_BODY = "monitoring-body"
    KINDS = [(POINT_OF_CONTACT, _("point of contact")), (MONITORING_BODY, _("monitoring body"))]

    kind = models.CharField(_("role"), max_length=40, choices=KINDS)
    jurisdiction = models.ForeignKey(
        Jurisdiction, null=True, blank=True, on_delete=models.CASCADE, related_name="role_assignments"
    )
    coalition = models.ForeignKey(
        "ogp_wagtail.Coalition",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="role_assignments",
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="roles")
    monitoring_body = models.ForeignKey(
        MonitoringBody, null=True, blank=True, on_delete=models.SET_NULL, related_name="roles"
    )
    holder = models.CharField(_("held by"), max_length=255)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("role held")
        verbose_name_plural = _("roles held")
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jurisdiction__isnull=True) ^ Q(coalition__isnull=True), name="ogp_role_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="ogp_role_days"
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        roles.refuse_second(self)
        super().save(*args, **kwargs)
