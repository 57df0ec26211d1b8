"""What passes through no row of a plan: who is named by an amendment in force, and dates that plans rest on."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import m2m_changed, post_save, pre_save
from django.dispatch import receiver

from ogp_wagtail.handbook.findings import error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.members.models import Jurisdiction, Term
from ogp_wagtail.plans import date_changes
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import Amendment, PlanMember

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


@receiver(pre_save, sender=Term)
def a_term_is_about_to_end_otherwise(sender: type, instance: Term, raw: bool = False, **kwargs: Any) -> None:
    """Look at the filed plans of this term before its end moves (PLAN-PERIOD-09)."""
    old = None if raw else Term.objects.filter(pk=instance.pk).values_list("end", flat=True).first()
    if old and old != instance.end:
        what = "term-end" if instance.jurisdiction.elected else "own-period"
        seats = PlanMember.objects.filter(term=instance)
        instance.ogp_change = date_changes.about_to_change(what, old, instance.end, seats)


@receiver(pre_save, sender=Jurisdiction)
def a_day_of_joining_is_about_to_change(
    sender: type, instance: Jurisdiction, raw: bool = False, **kwargs: Any
) -> None:
    """Look at the filed plans of this member before the day it joined on changes (PLAN-PERIOD-01)."""
    stored = Jurisdiction.objects.filter(pk=instance.pk).values_list("joined_on", flat=True)
    old = None if raw else stored.first()
    if old and old != instance.joined_on:
        seats = PlanMember.objects.filter(jurisdiction=instance)
        instance.ogp_change = date_changes.about_to_change("joined-on", old, instance.joined_on, seats)


@receiver(post_save, sender=Term)
@receiver(post_save, sender=Jurisdiction)
def a_date_has_changed(sender: type, instance: Any, **kwargs: Any) -> None:
    """Write into the log of each plan what moved with the date and what had passed and stays (convention 10)."""
    if change := instance.__dict__.pop("ogp_change", None):
        date_changes.has_changed(change)
