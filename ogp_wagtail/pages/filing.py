"""From published pages to a filing: what is frozen, in the order of OGP's two forms."""

from __future__ import annotations

import uuid
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from django.db import transaction

from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.editions import edition_named
from ogp_wagtail.handbook.facts import CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.forms import ANNEX_1, ANNEX_2
from ogp_wagtail.handbook.meetings import group_count, group_types, meeting_count
from ogp_wagtail.handbook.review import review_filing
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans import filing
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Filing, Plan


def review(plan: Plan, day: date) -> list[Finding]:
    """What keeps the published plan from being filed on this day."""
    return review_filing(whole.published(plan), edition_named(plan.edition), day=day)


def file_plan(key: uuid.UUID, user: Any, day: date) -> Filing:
    """File the published plan: reviewed and frozen under one lock, so that nothing changes in between.

    Raises:
        LawError: something is missing or forbidden, it is filed already, or the user may not file it.
    """
    with transaction.atomic():
        page = whole.canonical_page(Plan.objects.get(key=key))
        if page:
            ActionPlanPage.objects.select_for_update().get(pk=page.pk)
        lock_plan(key)
        plan = Plan.objects.with_owner().get(key=key)
        facts = whole.published(plan)
        findings = review_filing(facts, edition_named(plan.edition), day=day)
        return filing.submit(plan, document(facts, day), findings, user, day)


def document(facts: PlanFacts, day: date) -> dict[str, Any]:
    """What is filed: the facts, and the two forms with every text in the plan's language and in English."""
    return {
        "format": "ogp-wagtail filing 1",
        "filed_on": day.isoformat(),
        "plan": {
            "code": facts.code,
            "title": facts.title,
            "language": facts.language,
            "edition": facts.edition,
            "period": {"start": _plain(facts.period_start), "end": _plain(facts.period_end)},
            "members": _plain(facts.members),
            "point_of_contact": facts.point_of_contact,
            "monitoring_body": facts.monitoring_body and facts.monitoring_body.name,
            "endorsements": _plain(facts.endorsements),
            "annex_1": _form(ANNEX_1, facts, day),
        },
        "commitments": [_commitment(one, day) for one in sorted(facts.commitments, key=lambda one: one.code)],
    }


def _commitment(facts: CommitmentFacts, day: date) -> dict[str, Any]:
    return {
        "code": facts.code,
        "key": facts.key,
        "scope": facts.scope,
        "participations": [
            {"member": member, "end": _plain(end)} for member, end in sorted(facts.ends.items())
        ],
        "annex_2": _form(ANNEX_2, facts, day),
    }


def _form(form: Any, facts: Any, day: date) -> list[dict[str, Any]]:
    """One entry an item, in the order of the form."""
    return [
        {"item": field.item, "field": field.field, "value": _value(facts, field.field, day)}
        | ({"english": facts.english[field.field]} if facts.english.get(field.field) else {})
        for field in form
    ]


COMPUTED = {
    "term_end": lambda plan, day: {member.name: member.term_end for member in plan.members},
    "group_types": group_types,
    "group_count": group_count,
    "meeting_count": meeting_count,
    "monitoring_body_contact": lambda plan, day: plan.monitoring_body.email if plan.monitoring_body else "",
}


def _value(facts: Any, name: str, day: date) -> Any:
    if name in facts.texts:
        return facts.texts[name]
    return _plain(COMPUTED[name](facts, day) if name in COMPUTED else getattr(facts, name, None))


def _plain(value: Any) -> Any:
    """Dates, months, sets and nested facts as JSON."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(_plain(one) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, Month):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
