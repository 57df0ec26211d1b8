"""What this room's commands share: the plan that is named, the folder that is read."""

from __future__ import annotations

from django.core.management.base import CommandError

from ogp_wagtail.plans.models import Plan

WRONG_USE = 2


def plan_called(code: str) -> Plan:
    """The plan with a short code; an unknown one ends the command, with the codes there are."""
    try:
        return Plan.objects.get(code=code)
    except Plan.DoesNotExist as error:
        codes = ", ".join(Plan.objects.values_list("code", flat=True)) or "none yet"
        raise CommandError(f"PLAN: no plan {code!r}. Plans: {codes}.", returncode=WRONG_USE) from error
