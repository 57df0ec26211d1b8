"""What follows from changes in other rooms and in this one; imported when the app is ready."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.documents import get_document_model

from ogp_wagtail.evidence import actions, folders, index
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.plans.models import Commitment, Plan


@receiver(post_save, sender=Plan, dispatch_uid="ogp_evidence_plan")
def plan_has_its_folder(instance: Plan, raw: bool = False, **kwargs: Any) -> None:
    """Every plan has a folder for its development process (REPO-02)."""
    if not raw:
        folders.process(instance)


@receiver(post_save, sender=Commitment, dispatch_uid="ogp_evidence_commitment")
def commitment_has_its_folder(instance: Commitment, raw: bool = False, **kwargs: Any) -> None:
    """Every commitment has a folder (REPO-02)."""
    if not raw:
        folders.for_commitment(instance)


@receiver(pre_delete, sender=EvidenceItem, dispatch_uid="ogp_evidence_item")
def deleted_items_leave_the_index(instance: EvidenceItem, **kwargs: Any) -> None:
    """Items are withdrawn, not deleted; where a whole demo is taken away, the index forgets it too."""
    index.take_out(instance)


@receiver(post_save, sender=get_document_model(), dispatch_uid="ogp_evidence_document")
def a_changed_document_is_a_new_version(
    instance: Any, created: bool, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Whoever replaces the file of a document in Wagtail adds a version to the evidence that it stands for (D8)."""
    if not created and not raw and (update_fields is None or "file" in update_fields):
        actions.adopt(instance)
