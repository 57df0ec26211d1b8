"""What the public was told, when and by which media (MEET-06, WEB-03 to WEB-05, WEB-10)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField, VocabularyListField, WebAddressField
from ogp_wagtail.participation.belonging import refuse_others
from ogp_wagtail.participation.querysets import NoticeQuerySet
from ogp_wagtail.plans.models import Meeting, Plan


class Notice(models.Model):
    """An opportunity to take part, or news of the plan."""

    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.CASCADE, related_name="notices"
    )
    kind = VocabularyField(_("kind"), vocabulary="NOTICE_KINDS", default="opportunity")
    title = models.CharField(_("title"), max_length=255)
    text = models.TextField(_("text"), blank=True)
    published_on = models.DateField(
        _("published on"), help_text=_("The day on which the public could first read or hear it.")
    )
    event_on = models.DateField(
        _("day of the event"),
        null=True,
        blank=True,
        help_text=_(
            "Of an opportunity: when it takes place or ends. The notice comes before that day (WEB-04)."
        ),
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        to_field="key",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="notices",
        help_text=_("The meeting that it announces, once its record is published."),
    )
    channels = VocabularyListField(
        _("media"),
        vocabulary="NOTICE_CHANNELS",
        blank=True,
        help_text=_("The website and other media that fit the place, such as radio (WEB-04)."),
    )
    topics = VocabularyListField(
        _("what it tells"),
        vocabulary="NOTICE_TOPICS",
        blank=True,
        help_text=_("What of the making of the plan it makes public (WEB-03, WEB-05, REC-03)."),
    )
    url = WebAddressField(_("address"), blank=True, help_text=_("Where it can be read in full."))

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="opportunity") | Q(event_on__isnull=True),
                name="ogp_notice_event",
                violation_error_message=_("Only an opportunity to take part has a day of the event."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        refuse_others(self, "meeting")
