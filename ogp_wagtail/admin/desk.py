"""The desk of a plan: what blocks it, what is due next, how it is split, and the button that files it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ogp_wagtail.admin.filings import file_chosen
from ogp_wagtail.admin.judging import judge, questions
from ogp_wagtail.admin.life import life_of
from ogp_wagtail.admin.links import Places
from ogp_wagtail.fields import label
from ogp_wagtail.handbook.editions import Edition
from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.findings import Finding, errors, standing
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review, review_filing
from ogp_wagtail.handbook.stages import STAGE_NAMES, Stage, by_stage
from ogp_wagtail.handbook.vocabularies import ANSWERS
from ogp_wagtail.in_words import cited, subject_of
from ogp_wagtail.law import hint_of, message_of
from ogp_wagtail.pages import filing, whole
from ogp_wagtail.pages.public.dates import next_dates
from ogp_wagtail.pages.waiting import waiting
from ogp_wagtail.plans.facts import filings_of
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.permissions import can_judge, can_submit_plan

DATES_SHOWN = 8


@dataclass(frozen=True)
class Shown:
    """A finding as the desk shows it: in words, with the place where it is mended."""

    finding: Finding
    subject: str
    message: str
    hint: str
    section: str
    url: str


@require_http_methods(["GET", "POST"])
def plan_desk(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show the desk; a POST files the plan, a later commitment or an amendment, or records a judgement."""
    plan = get_object_or_404(Plan.objects.with_owner(), key=key)
    page = whole.canonical_page(plan)
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        _act(request, plan)
        return redirect(request.path)
    return TemplateResponse(
        request, "ogp_wagtail/admin/desk.html", _context(request, plan, page, timezone.localdate())
    )


def _act(request: HttpRequest, plan: Plan) -> None:
    if {"overrule", "question"} & request.POST.keys():
        judge(request, plan, timezone.localdate())
    else:
        file_chosen(request, plan)


def _context(request: HttpRequest, plan: Plan, page: Any, day: date) -> dict[str, Any]:
    edition = edition_of(plan)
    facts = whole.drafted(plan)
    places = Places(plan)
    drafted = stages(plan, facts, edition, day)
    blocking = [] if plan.submitted_on else errors(filing.review(plan, day))
    return {
        "plan": plan,
        "page": page,
        "stages": [(stage, [shown(one, places) for one in ones]) for stage, ones in drafted if ones],
        "blocking": len(blocking),
        "only_published": [
            shown(one, places) for one in blocking if not any(one in ones for _stage, ones in drafted)
        ],
        "may_file": can_submit_plan(request.user, plan),
        "filing": getattr(plan, "filing", None),
        "waiting": [
            (one, [shown(finding, places) for finding in one.findings]) for one in waiting(plan, facts, day)
        ],
        "filings": filings_of(plan),
        "split": split(facts),
        "members": facts.members,
        **life_of(plan, facts, edition, day, request.user),
        "dates": next_dates(facts, day, DATES_SHOWN),
        "questions": questions(facts, day, plan, request.user),
        "may_judge": can_judge(request.user, plan),
        "answers": [(choice.slug, label(ANSWERS, choice.slug)) for choice in ANSWERS],
        "endorsements": plan.endorsements.select_related("organisation"),
    }


def stages(plan: Plan, facts: PlanFacts, edition: Edition, day: date) -> list[tuple[str, list[Finding]]]:
    """The findings on the latest drafts by what they stand in the way of, each once, gravest first.

    Before the plan is filed, what is forbidden and what is missing stand apart; what somebody overruled comes last.
    """
    found = review(facts, edition, day=day)
    grave: list[tuple[str, list[Finding]]] = []
    if not plan.submitted_on:
        refused, found = errors(found), review_filing(facts, edition, day=day)
        missing = [one for one in errors(found) if one not in refused]
        found = [one for one in found if one not in missing and one not in refused]
        grave = [
            (_("To file the plan: forbidden, refused when it is published"), refused),
            (_("To file the plan: missing"), missing),
        ]
    open_ones = by_stage(standing(found))
    by_name = [(_(STAGE_NAMES[stage]), open_ones[stage]) for stage in Stage]
    set_aside = [one for one in found if one.overruled]
    return [*grave, *by_name, (_("Overruled with a reason"), set_aside)]


def shown(finding: Finding, places: Places) -> Shown:
    """The finding in the active language."""
    subject = subject_of(finding.subject)
    section = cited(finding.section)
    return Shown(finding, subject, message_of(finding), hint_of(finding), section, places.url(finding))


def split(facts: PlanFacts) -> list[dict[str, Any]]:
    """The split as a matrix: one row a commitment, one cell a member, ``None`` where it has no part."""
    return [
        {"commitment": one, "cells": [one.ends.get(member.key) for member in facts.members]}
        for one in facts.commitments
    ]
