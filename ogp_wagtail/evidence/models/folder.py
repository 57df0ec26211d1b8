"""The folders of a plan's repository."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.plans.models import Commitment, Plan


class Folder(models.Model):
    """A folder. Each plan has one for its development process and one for each commitment (REPO-02).

    ``path`` is its address within the plan, parts divided by slashes; ``name`` is the last part, for people.
    """

    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.CASCADE, related_name="folders"
    )
    commitment = models.OneToOneField(
        Commitment,
        verbose_name=_("commitment"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="folder",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("inside"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="children",
    )
    name = models.CharField(_("name"), max_length=255)
    path = models.CharField(_("path"), max_length=500, editable=False)

    class Meta:
        verbose_name = _("folder")
        verbose_name_plural = _("folders")
        ordering = ["plan", "path"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "path"],
                name="ogp_folder_path",
                violation_error_message=_("The plan already has a folder of that name there."),
            )
        ]

    def __str__(self) -> str:
        return self.name
