"""What somebody proposed, asked or commented (REC-04, REC-05, REC-07)."""

from __future__ import annotations

from functools import reduce
from itertools import combinations
from operator import and_
from typing import Any, ClassVar, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.participation.belonging import refuse_others
from ogp_wagtail.participation.querysets import ContributionQuerySet
from ogp_wagtail.plans.models import Commitment, Meeting, Plan

REPORTS: Final = ("inception", "assessment", "learning", "progress_update")
TARGETS: Final = ("commitment", "meeting", *REPORTS)


def at_most_one() -> Q:
    """No two of the targets are set."""
    pairs = combinations(TARGETS, 2)
    return reduce(
        and_, (Q(**{f"{one}__isnull": True}) | Q(**{f"{other}__isnull": True}) for one, other in pairs)
    )


class Contribution(LawfulModel):
    """A contribution to a plan, or to one commitment, meeting, report or update of it.

    Once it is answered it stays on record.
    """

    kept: ClassVar[str] = "REC-07"
    kept_when: ClassVar[Q] = Q(response__isnull=False)

    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.CASCADE, related_name="contributions"
    )
    kind = VocabularyField(_("kind"), vocabulary="CONTRIBUTION_KINDS", default="proposal")
    stage = VocabularyField(_("stage"), vocabulary="CONTRIBUTION_STAGES", blank=True)
    made_on = models.DateField(_("made on"))
    text = models.TextField(_("what it says"))
    author = models.CharField(
        _("name"), max_length=255, blank=True, help_text=_("Shown only where the person agrees (MEET-05).")
    )
    is_name_public = models.BooleanField(_("the name may be shown"), default=False)
    affiliation = models.CharField(_("organisation or group"), max_length=255, blank=True)
    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("commitment"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
        help_text=_("Choose one thing that it is about; none where it is about the plan."),
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    inception = models.ForeignKey(
        "ogp_wagtail.InceptionReport",
        verbose_name=_("inception report"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    assessment = models.ForeignKey(
        "ogp_wagtail.EndOfCommitmentReport",
        verbose_name=_("end-of-commitment report"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
        help_text=_("The government answers each comment on an assessment (MON-PUB-02)."),
    )
    learning = models.ForeignKey(
        "ogp_wagtail.LearningReport",
        verbose_name=_("final learning report"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    progress_update = models.ForeignKey(
        "ogp_wagtail.ProgressUpdate",
        verbose_name=_("quarterly update"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
        help_text=_("Progress can be commented by everybody (WEB-07)."),
    )
    is_public = models.BooleanField(
        _("shown on the plan's page"),
        default=True,
        help_text=_("Everything is, except what would hurt somebody's privacy or dignity."),
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=at_most_one(),
                name="ogp_contribution_one_thing",
                violation_error_message=_(
                    "A contribution is about one thing: choose one and leave the others empty."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="ogp_contribution_says_something",
                violation_error_message=_("Write what the contribution says."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_on.isoformat()} {self.text[:60]}" if self.made_on else self.text[:60]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        super().save(*args, **kwargs)

    @property
    def shown_author(self) -> str:
        """Who made it, as everybody may read it: the name only where that is public (MEET-05)."""
        name = self.author if self.is_name_public else ""
        return ", ".join(one for one in (name, self.affiliation) if one)

    @property
    def report(self) -> Any:
        """The report of the monitoring body that it is about, if it is about one."""
        return self.inception or self.assessment or self.learning

    @property
    def is_answered(self) -> bool:
        """Whether it has got a reasoned response."""
        return hasattr(self, "response")

    def clean(self) -> None:
        refuse_others(self, *TARGETS)
