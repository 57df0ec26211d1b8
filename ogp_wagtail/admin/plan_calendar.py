"""The calendar of a plan: every date of the plan and of each member, how it stands, and how it was reckoned."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.widgets import AdminDateInput

from ogp_wagtail.handbook.facts import DateChangeFacts, PlanFacts
from ogp_wagtail.handbook.forecast import Forecast, forecast
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.rules import rule_named
from ogp_wagtail.handbook.status import Condition
from ogp_wagtail.handbook.timetable.duties import duty_of, grouped, is_shared, rules_of, whose
from ogp_wagtail.handbook.timetable.standing import Entry, Standing, calendar_of
from ogp_wagtail.in_words import cited, formula_of, subject_of, title_of
from ogp_wagtail.law import hint_of, message_of
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.models import Plan

GROUPS = (
    (_("Missed"), (Standing.MISSED,)),
    (_("Still to come"), (Standing.OPEN,)),
    (_("Done"), (Standing.DONE, Standing.LATE)),
    (_("Limits: nothing is due, but what is written has to keep within them"), (Standing.LIMIT,)),
)


class DayForm(forms.Form):
    """The day for which the calendar is looked at."""

    day = forms.DateField(label=_("As on"), widget=AdminDateInput, required=False)


@dataclass(frozen=True)
class Shown:
    """A date in words, in the active language."""

    entry: Entry
    rules: str
    what: str
    subject: str
    formula: str
    section: str


@require_safe
def plan_calendar(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show the calendar, for today or for the day asked for."""
    plan = get_object_or_404(Plan.objects.with_owner(), key=key)
    page = whole.canonical_page(plan)
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = DayForm(request.GET or None)
    day = (form.is_valid() and form.cleaned_data["day"]) or timezone.localdate()
    context = {"plan": plan, "page": page, "form": form, "day": day, **contents(plan, day)}
    return TemplateResponse(request, "ogp_wagtail/admin/calendar.html", context)


def contents(plan: Plan, day: date) -> dict[str, Any]:
    """What the calendar shows: the dates by how they stand."""
    facts, edition = whole.drafted(plan), edition_of(plan)
    entries = calendar_of(facts, edition, day=day)
    forecasts = (
        [forecast(one, facts, edition, day=day) for one in facts.memberships] if plan.submitted_on else []
    )
    return {
        "groups": [(title, _in_words(entries, states)) for title, states in GROUPS],
        "changes": [_change(one, facts) for one in reversed(facts.date_changes)],
        "forecasts": [(subject_of(one.subject), one, _conditions(one)) for one in forecasts],
    }


CHANGED = {
    "term-end": _("Term end"),
    "own-period": _("Own period end"),
    "joined-on": _("Day of joining OGP Local"),
}


def _change(one: DateChangeFacts, facts: PlanFacts) -> dict[str, Any]:
    """A fact that changed after filing, and what it did to the dates (PLAN-PERIOD-09, convention 10)."""
    member = facts.member(one.member)
    return {
        "change": one,
        "what": CHANGED.get(one.what, one.what),
        "member": member.name if member else "",
        "moved": [
            (gettext(rule_named(date.rule).title), subject_of(date.subject), date) for date in one.moved
        ],
        "stayed": [
            (gettext(rule_named(date.rule).title), subject_of(date.subject), date) for date in one.stayed
        ],
    }


def _conditions(one: Forecast) -> list[tuple[Condition, str, str]]:
    """The conditions with what they say and what ends them, in the active language."""
    return [(condition, message_of(condition), hint_of(condition)) for condition in one.conditions]


def _in_words(entries: list[Entry], states: tuple[Standing, ...]) -> list[Shown]:
    return [_line(group) for group in grouped((one for one in entries if one.standing in states), _same)]


def _same(one: Entry) -> tuple[object, ...]:
    """What makes two dates one line: the duty of two rules, on one day, standing alike."""
    deadline = one.deadline
    whose_own = None if is_shared(deadline) else deadline.subject
    return (deadline.date, duty_of(deadline), deadline.formula, whose_own, one.standing, one.done_on)


def _line(group: list[Entry]) -> Shown:
    first, deadlines = group[0], [one.deadline for one in group]
    return Shown(
        first,
        rules_of(deadlines),
        title_of(first.deadline),
        ", ".join(subject_of(one) for one in whose(deadlines)),
        formula_of(first.deadline),
        cited(first.deadline.section),
    )
