"""The law on a path that passes through no row of its own: who is named by an amendment in force (AMEND-02)."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import m2m_changed
from django.dispatch import receiver

from ogp_wagtail.handbook.findings import error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import Amendment

PEOPLE = (Amendment.consulted.through, Amendment.approved_by.through)


@receiver(m2m_changed)
def keep_who_was_named(sender: type, instance: Any, action: str, pk_set: Any, **kwargs: Any) -> None:
    """Refuse to name or to forget anybody once the amendment was filed, from either side."""
    if sender not in PEOPLE or not action.startswith("pre_"):
        return
    filed = Amendment.objects.filter(filed_on__isnull=False)
    if isinstance(instance, Amendment):
        filed = filed.filter(pk=instance.pk)
    elif pk_set is not None:
        filed = filed.filter(pk__in=pk_set)
    else:
        filed = filed.filter(consulted=instance) | filed.filter(approved_by=instance)
    for one in filed.distinct()[:1]:
        template = _(
            "The amendment is in force; who was consulted and who approved it stays as it was filed."
        )
        refuse_if([error("AMEND-02", Named(str(one.key), str(one)), template, day=one.filed_on)])
