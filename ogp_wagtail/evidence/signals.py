"""What follows from changes in other rooms and in this one; imported when the app is ready."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.signals import page_unpublished

from ogp_wagtail import findable
from ogp_wagtail.evidence import actions, entries, folders, index
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink, SearchEntry
from ogp_wagtail.evidence.work import count_later, follow_later, index_later
from ogp_wagtail.pages.models import ActionPlanMixin, CommitmentMixin, MeetingMixin
from ogp_wagtail.pages.models.projected import ProjectedPage
from ogp_wagtail.plans.models import Commitment, Meeting, Participation, Plan, PlanMember

# The kind of thing that a page says something of.
OF_PAGE = {ActionPlanMixin: "", CommitmentMixin: "commitment", MeetingMixin: "meeting"}


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


@receiver(post_save, sender=EvidenceItem, dispatch_uid="ogp_evidence_entry")
def evidence_can_be_found(instance: EvidenceItem, raw: bool = False, **kwargs: Any) -> None:
    """Every item has its entry, by the title that it has now; a new title is indexed by a job."""
    if raw:
        return
    before = SearchEntry.objects.filter(item=instance).values_list("title", flat=True).first()
    if entries.of_item(instance).title != before:
        index_later(instance)


@receiver(post_save, sender=EvidenceLink, dispatch_uid="ogp_evidence_link")
def evidence_is_counted_where_it_proves(instance: EvidenceLink, raw: bool = False, **kwargs: Any) -> None:
    """An item counts at the commitments and cities of what it proves."""
    if not raw:
        entries.of_item(instance.item)


@receiver(post_delete, sender=EvidenceLink, dispatch_uid="ogp_evidence_unlink")
def evidence_no_longer_proves(instance: EvidenceLink, **kwargs: Any) -> None:
    """An item that proves something no longer counts there no longer. The item itself may be on its way out."""
    count_later(instance.item.plan_id)


@receiver(post_save, sender=PlanMember, dispatch_uid="ogp_evidence_member")
@receiver(post_save, sender=Participation, dispatch_uid="ogp_evidence_part")
def evidence_counts_for_cities(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Evidence counts at the cities that take part in its commitments, else at those of its plan."""
    plan = instance.commitment.plan_id if isinstance(instance, Participation) else instance.plan_id
    if not raw and EvidenceItem.objects.filter(plan=plan).exists():
        count_later(plan)


@receiver(pre_delete, sender=SearchEntry, dispatch_uid="ogp_evidence_forget")
def what_is_deleted_leaves_the_index(instance: SearchEntry, **kwargs: Any) -> None:
    """With a thing its entry is deleted, and the index forgets it too."""
    index.take_out(instance)


@receiver(post_save, sender=get_document_model(), dispatch_uid="ogp_evidence_document")
def a_changed_document_is_a_new_version(
    instance: Any, created: bool, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Whoever replaces the file of a document in Wagtail adds a version to the evidence that it stands for (D8)."""
    if not created and not raw and (update_fields is None or "file" in update_fields):
        actions.adopt(instance)


@receiver(post_save, dispatch_uid="ogp_evidence_follow")
def what_is_said_can_be_found(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """What a page or a report says is read again by a job, queued in the transaction of its change."""
    if raw:
        return
    if issubclass(sender, ProjectedPage):
        if instance.live:
            follow_page(instance)
    elif sender not in (Plan, Commitment, Meeting) and (kind := findable.kind_of(sender)):
        follow_later(kind.name, instance.key)


@receiver(page_unpublished, dispatch_uid="ogp_evidence_unpublished")
@receiver(post_delete, dispatch_uid="ogp_evidence_deleted")
def what_was_unsaid_can_not(sender: type, instance: Any, **kwargs: Any) -> None:
    """What no page says any more is not found any more."""
    if issubclass(sender, ProjectedPage):
        follow_page(instance)


def follow_page(page: Any) -> None:
    """Queue the reading of that of which a page says something. The register may not have its row yet."""
    name = next(kind for mixin, kind in OF_PAGE.items() if isinstance(page, mixin))
    follow_later(name, page.key)
