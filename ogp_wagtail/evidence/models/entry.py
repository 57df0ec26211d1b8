"""What can be found: one row for each thing in each language, whatever it is."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.models.item import EvidenceItem
from ogp_wagtail.evidence.models.traits import Traits
from ogp_wagtail.evidence.querysets import SearchEntryQuerySet
from ogp_wagtail.plans.models import Commitment, Meeting, Plan

# What an entry can be of beside the plan itself: its columns.
SUBJECTS: Final = (
    *("item", "commitment", "meeting"),
    *("inception", "assessment", "learning", "progress_update"),
)


THE_PLAN: Final = Q(**{f"{name}__isnull": True for name in SUBJECTS})


def one_at_most() -> Q:
    """One of the subjects is set, or none: then the entry is of the plan itself."""
    one = (Q(**{f"{name}__isnull": name != chosen for name in SUBJECTS}) for chosen in SUBJECTS)
    return reduce(or_, one, THE_PLAN)


class SearchEntry(models.Model):
    """A file or link of evidence, a plan, a commitment, a meeting or a report, in one language.

    It holds nothing about who may see it: that is asked anew at each search (D6). ``traits`` is what facets
    count. ``indexed_at``, ``index_form`` and ``index_error`` say how it stands in the index: an entry is in step
    when it was indexed in the present form (``text.FORM``) and without an error.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="search_entries")
    item = models.OneToOneField(
        EvidenceItem, null=True, blank=True, on_delete=models.CASCADE, related_name="search_entry"
    )
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    inception = models.ForeignKey(
        "ogp_wagtail.InceptionReport",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="search_entries",
    )
    assessment = models.ForeignKey(
        "ogp_wagtail.EndOfCommitmentReport",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="search_entries",
    )
    learning = models.ForeignKey(
        "ogp_wagtail.LearningReport",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="search_entries",
    )
    progress_update = models.ForeignKey(
        "ogp_wagtail.ProgressUpdate",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="search_entries",
    )
    language = models.CharField(_("language"), max_length=20, blank=True)
    title = models.CharField(_("title"), max_length=255)
    dated_on = models.DateField(_("date"), null=True, blank=True)
    added_at = models.DateTimeField(_("added on"), default=timezone.now)
    traits = models.ForeignKey(Traits, on_delete=models.RESTRICT, related_name="entries")
    indexed_at = models.DateTimeField(_("indexed on"), null=True, blank=True, editable=False)
    index_form = models.PositiveSmallIntegerField(default=0, editable=False)
    index_error = models.CharField(_("error"), max_length=500, blank=True, editable=False)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("what can be found")
        verbose_name_plural = _("what can be found")
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=one_at_most(), name="ogp_search_entry_subject"),
            models.UniqueConstraint(
                fields=["plan", "language"], condition=THE_PLAN, name="ogp_search_entry_plan"
            ),
            *(
                models.UniqueConstraint(fields=[name, "language"], name=f"ogp_search_entry_{name}")
                for name in SUBJECTS
                if name != "item"
            ),
        ]
        indexes = [models.Index(fields=["index_form", "indexed_at"], name="ogp_search_entry_step")]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_name(self) -> str:
        """The name of the column that points to its subject; empty for the plan itself."""
        return next((name for name in SUBJECTS if getattr(self, f"{name}_id")), "")

    @property
    def subject(self) -> Any:
        """The row that it is of."""
        return getattr(self, self.kind_name or "plan")
