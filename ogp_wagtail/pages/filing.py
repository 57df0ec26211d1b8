"""From published pages and drafts to a filing: of the plan, of a later commitment, of an amendment.

Each is reviewed, published and frozen under one lock, so that nothing changes in between and of two people who file
at once the second is told that it is filed.
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.db import transaction

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.filings import filed_once
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review_filing
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages import reservations, whole
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans import actions, documents, filing
from ogp_wagtail.plans.acting import acting_as
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.attached import Attached, attached, of_coalition
from ogp_wagtail.plans.facts import amendment_facts
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Amendment, Filing, Plan

document = documents.of_plan


def review(plan: Plan, day: date) -> list[Finding]:
    """What keeps the published plan from being filed on this day."""
    return review_filing(whole.published(plan), edition_of(plan), day=day)


def file_plan(key: uuid.UUID, user: Any, day: date) -> Filing:
    """File the published plan with its published commitments.

    Raises:
        LawError: something is missing or forbidden, it is filed already, or the user may not file it.
    """
    with transaction.atomic(), acting_as(user, day) as by:
        plan = _locked(key)
        reservations.drop_stale(plan)
        facts = whole.published(plan)
        findings = review_filing(facts, edition_of(plan), day=day)
        files = files_of(plan)
        copy = documents.of_plan(facts, day, files)
        return filing.submit(plan, facts, copy, [*_scheduled(plan, facts), *findings], by, files)


def files_of(plan: Plan) -> tuple[Attached, ...]:
    """The files that its page and its coalition name: letter, strategy, founding documents, agreement.

    Raises:
        LawError: a file cannot be read (PLAN-SUB-01).
    """
    page = whole.canonical_page(plan)
    named = [*of_coalition(plan)]
    if page:
        named.append(("introduction_letter", page.introduction_letter_id))
        named += [("strategy_documents", one.document_id) for one in page.strategy_documents.all()]
        named += [("founding_document", one.founding_document_id) for one in page.spaces.all()]
    return attached(named)


def file_commitment(key: uuid.UUID, user: Any, day: date) -> Filing:
    """Publish the draft of a commitment in a plan that was filed, and file it with that (PLAN-COUNT-04).

    Raises:
        LawError: it breaks a rule or is incomplete, it is filed already, or the user may not file it.
    """
    page = _page(key)
    with transaction.atomic(), acting_as(user, day):
        plan = _locked(page.plan_page.key)
        row = plan.commitments.filter(key=key).first()
        named = Named(str(key), f"commitment {row.code if row else page.title}")
        refuse_if([*_not_filed_yet(plan, named), *filed_once(named, row and row.submitted_on)])
        _publish(page, user)
        return Filing.objects.get(commitment__key=key)


def file_amendment(pk: int, user: Any, day: date) -> Filing:
    """Put an amendment in force: publish the draft it amends, or withdraw what it removes, and file it.

    Raises:
        LawError: it is incomplete, out of its window or not yet of this day, the draft changes something else, it is
            filed already, or the user may not file it.
    """
    key = Amendment.objects.values_list("commitment__plan__key", flat=True).get(pk=pk)
    with transaction.atomic(), acting_as(user, day, amendment=pk) as by:
        plan = _locked(key)
        amendment = Amendment.objects.select_related("commitment__plan", "meeting").get(pk=pk)
        if amendment.kind == "removal":
            page = _page(amendment.commitment.key)
            return actions.withdraw(plan, amendment, by, page_facts.details(page).goals)
        told = amendment_facts(amendment, PlanFacts(str(plan.key), plan.code))
        refuse_if(filed_once(told, amendment.filed_on))
        _publish(_page(amendment.commitment.key), user)
        return Filing.objects.get(amendment=amendment)


def _locked(key: uuid.UUID) -> Plan:
    """The plan as it is under its locks, which are taken in their one order: page, then register row."""
    page = whole.canonical_page(Plan.objects.get(key=key))
    if page:
        ActionPlanPage.objects.select_for_update().get(pk=page.pk)
    lock_plan(key)
    return Plan.objects.with_owner().get(key=key)


def page_of(key: uuid.UUID) -> CommitmentPage | None:
    """The page of a commitment in its plan's working language."""
    pages = CommitmentPage.objects.filter(translation_key=key, alias_of__isnull=True)
    return next((page for page in pages if page.is_canonical()), None)


def _page(key: uuid.UUID) -> CommitmentPage:
    page = page_of(key)
    if page is None:
        raise CommitmentPage.DoesNotExist(str(key))
    return page


def _publish(page: CommitmentPage, user: Any) -> None:
    page = CommitmentPage.objects.get(pk=page.pk)
    revision = page.latest_revision or page.save_revision(user=user)
    revision.publish(user=user, skip_permission_checks=True)


def _not_filed_yet(plan: Plan, named: Named) -> list[Finding]:
    template = _("The plan was not filed yet; this goes in with it. Publish it, and file the plan.")
    return [] if plan.submitted_on else [error("PLAN-SUB-01", named, template)]


def _scheduled(plan: Plan, facts: PlanFacts) -> list[Finding]:
    """What is scheduled to be published later would be left out of the filing and could not be published then."""
    there = {one.key for one in facts.commitments}
    return [
        error(
            "PLAN-SUB-01",
            Named(str(row.key), f"commitment {row.code}"),
            _("%(code)s is scheduled to be published later, so it would not be filed with the plan."),
            hint=_("Publish it now, or take back its schedule: afterwards it is filed on its own."),
            code=row.code,
        )
        for row in plan.commitments.in_force().filter(submitted_on__isnull=True)
        if str(row.key) not in there
    ]
