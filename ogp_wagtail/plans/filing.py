"""Filing a plan, a later commitment or an amendment: a frozen canonical copy, once and for all (PLAN-SUB-01, D2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from ogp_wagtail.handbook.facts import MemberFacts, PlanFacts
from ogp_wagtail.handbook.filings import (
    filed_in_order,
    filed_once,
    in_one_active_plan,
    only_the_contact_files,
)
from ogp_wagtail.handbook.findings import Finding, Thing
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans.acting import Actor
from ogp_wagtail.plans.attached import Attached
from ogp_wagtail.plans.documents import canonical, digest
from ogp_wagtail.plans.models import Amendment, Commitment, FiledFile, Filing, Plan
from ogp_wagtail.plans.permissions import can_submit_plan


def submit(
    plan: Plan,
    facts: PlanFacts,
    document: dict[str, Any],
    findings: list[Finding],
    by: Actor,
    files: Iterable[Attached] = (),
) -> Filing:
    """File the plan with the commitments that ``facts`` hold. Call under the plan's lock.

    ``document`` is what was reviewed, ``findings`` what the review said of it.

    Raises:
        LawError: it is filed already, the user is not its point of contact, or the review found an error.
    """
    refuse_if(
        [
            *filed_once(facts, plan.submitted_on),
            *by_whom_and_when(plan, facts, facts, by),
            *in_one_active_plan(facts, _rivals(plan, by.day), by.day),
            *findings,
        ]
    )
    filing = freeze(plan, document, by, whole_plan=plan, files=files)
    Plan.objects.filter(pk=plan.pk)._update_lawfully(submitted_on=by.day)
    unfiled = Commitment.objects.filter(plan=plan, slot__isnull=False, submitted_on__isnull=True)
    unfiled.filter(key__in=[one.key for one in facts.commitments])._update_lawfully(submitted_on=by.day)
    return filing


def by_whom_and_when(plan: Plan, facts: PlanFacts, thing: Thing, by: Actor) -> list[Finding]:
    """What of the person and the day forbids to file something of this plan (ROLE-03, PLAN-SUB-01)."""
    is_contact = can_submit_plan(by.user, plan)
    return [*only_the_contact_files(facts, thing, is_contact=is_contact), *filed_in_order(facts, by.day)]


def freeze(
    plan: Plan,
    document: dict[str, Any],
    by: Actor,
    *,
    whole_plan: Plan | None = None,
    commitment: Commitment | None = None,
    amendment: Amendment | None = None,
    files: Iterable[Attached] = (),
) -> Filing:
    """Keep a copy of what is filed, and the files that go with it; everything has been asked before."""
    text = canonical(document)
    filing = Filing(
        plan=plan,
        whole_plan=whole_plan,
        commitment=commitment,
        amendment=amendment,
        filed_on=by.day,
        filed_at=timezone.now(),
        filed_by=by.user,
        filed_by_name=plan.point_of_contact.name,
        edition=plan.edition,
        document=text,
        sha256=digest(text),
    )
    by.filed.append(filing._save_lawfully())
    for one in files:
        FiledFile(filing=filing, document_id=one.document, sha256=one.sha256)._save_lawfully()
    return filing


def _rivals(plan: Plan, day: date) -> list[PlanFacts]:
    """The other filed plans of its members that have not ended, with no more than the rule asks for."""
    others = Plan.objects.filter(
        members__jurisdiction__in=plan.members.values("jurisdiction"),
        submitted_on__isnull=False,
        period_end__gte=day,
    ).exclude(pk=plan.pk)
    return [_bare(one) for one in others.distinct().prefetch_related("members")]


def _bare(plan: Plan) -> PlanFacts:
    members = tuple(MemberFacts(str(one.jurisdiction_id), "") for one in plan.members.all())
    return PlanFacts(
        str(plan.key),
        plan.code,
        members=members,
        period_end=plan.period_end,
        submitted_on=plan.submitted_on,
    )
