"""The law on paths that pass through no ``save()`` of the specific page: unpublishing, deleting, moving (D5)."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_unpublished, pre_page_move

from ogp_wagtail.pages import reservations
from ogp_wagtail.pages.models import ActionPlanMixin, CommitmentMixin
from ogp_wagtail.pages.models.projected import ProjectedPage
from ogp_wagtail.pages.refusals import answered
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.models import Plan


def _is_canonical(page: Any) -> bool:
    """Whether the register takes its facts from this page. Its parent may be gone already: the key tells."""
    language = Plan.objects.filter(commitments__key=page.translation_key).values_list("language", flat=True)
    return not page.alias_of_id and page.locale.language_code in set(language)


@receiver(page_unpublished)
def free_the_slot(sender: type, instance: Any, **kwargs: Any) -> None:
    """A commitment that was never filed and goes offline gives its slot back."""
    if issubclass(instance.specific_class or type(instance), CommitmentMixin) and _is_canonical(instance):
        actions.take_out(instance.translation_key)


@receiver(pre_delete)
def keep_what_was_filed(sender: type, instance: Any, **kwargs: Any) -> None:
    """What was filed is not deleted; what was not gives its slot back. The register keeps its rows."""
    if issubclass(sender, CommitmentMixin) and _is_canonical(instance):
        actions.refuse_removal(instance.translation_key)
        actions.take_out(instance.translation_key)
    elif issubclass(sender, ActionPlanMixin) and instance.is_canonical():
        actions.refuse_removal(instance.translation_key)


@receiver(pre_page_move)
def keep_the_plan(
    sender: type, instance: Any, parent_page_before: Any, parent_page_after: Any, **kwargs: Any
) -> None:
    """A commitment that holds a slot stays in its plan. Inside its plan it may be reordered."""
    specific = instance.specific_class or type(instance)
    leaves = issubclass(specific, CommitmentMixin) and parent_page_before.pk != parent_page_after.pk
    if leaves and _is_canonical(instance):
        actions.refuse_move(instance.translation_key)


@receiver(pre_save, sender=Revision)
def rehearse_a_scheduled_update(sender: type, instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """An update of a live page passes through no ``save()`` when it is scheduled: the law is asked here."""
    hour = instance.approved_go_live_at
    if raw or hour is None or hour <= timezone.now():
        return
    model = instance.content_type.model_class()
    if model and issubclass(model, ProjectedPage):
        page = instance.as_object()
        if page.live and page.is_canonical():
            with answered():
                reservations.rehearse(page)
