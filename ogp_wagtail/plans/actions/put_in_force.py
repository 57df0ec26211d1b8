"""A plan page is saved: its row is made, and on publication its facts are checked and written."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.text import slugify

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.limits import check_commitment, check_members, check_period, one_joint_plan
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.actions.amended import filed_plan_changes
from ogp_wagtail.plans.members import set_members
from ogp_wagtail.plans.models import Plan

LONGEST = Plan._meta.get_field("code").max_length


def remember_plan(key: uuid.UUID, code: str, title: str, language: str) -> Plan:
    """Give a plan its row when its page is first saved. Title and code of a draft follow its page.

    ``code`` is empty where the editor leaves it to us. Once the plan was published its code stays what it is.
    """
    plan = Plan.objects.filter(key=key).first() or Plan(key=key, language=language)
    if plan.submitted_on:
        return plan
    if plan.owner is None:
        plan.code = free_code(code or slugify(title)[:LONGEST].strip("-") or "plan", plan)
    plan.title = title
    plan.save()
    return plan


def free_code(wanted: str, plan: Plan) -> str:
    """The wanted code, or the first of wanted-2, wanted-3, … that no other plan has."""
    taken = set(Plan.objects.exclude(pk=plan.pk).values_list("code", flat=True))
    numbered = (f"{wanted[: LONGEST - 4]}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (wanted, *numbered) if code not in taken)


@dataclass(frozen=True)
class PlanDetails:
    """The facts of a plan as its page states them."""

    key: uuid.UUID
    values: dict[str, Any]
    jurisdictions: Sequence[Jurisdiction] = ()


def put_in_force(details: PlanDetails, facts: PlanFacts) -> Plan:
    """Write the facts of a published plan.

    Raises:
        LawError: the members or the period break a rule, or the plan was filed and a filed fact would change (D2).
    """
    plan = Plan.objects.get(key=details.key)
    values = details.values | {"code": details.values["code"] or plan.code}
    edition = edition_of(plan)
    facts = _as_filed(plan, facts)
    findings = [*_one_owner(facts, details), *check_period(facts, edition)]
    if facts.is_joint:
        findings = check_members(facts.members, facts.country, edition) + findings
    refuse_if(findings)
    refuse_if(filed_plan_changes(plan, values))
    for name, value in values.items():
        setattr(plan, name, value)
    plan.save()
    set_members(plan, details.jurisdictions)
    refuse_if(_commitments_fall_outside(plan))
    return plan


def _as_filed(plan: Plan, facts: PlanFacts) -> PlanFacts:
    """What a filed plan was filed under is not asked anew because a term changed since (PLAN-PERIOD-09)."""
    changes = register_facts.date_changes_of(register_facts.members_of(plan))
    return replace(facts, submitted_on=plan.submitted_on, date_changes=changes)


def _one_owner(facts: PlanFacts, details: PlanDetails) -> list[Finding]:
    """A plan belongs to one coalition or one jurisdiction, and a coalition has one plan (COAL-04, PLAN-SUB-02)."""
    coalition, jurisdiction = details.values["coalition"], details.values["jurisdiction"]
    if coalition and jurisdiction:
        template = _("A plan belongs to a coalition or to a jurisdiction, not to both.")
        return [error("COAL-04", facts, template, field="jurisdiction")]
    if not coalition and not jurisdiction:
        template = _("Neither a coalition nor a jurisdiction is chosen.")
        return [error("PLAN-SUB-02", facts, template, field="coalition")]
    if coalition is None:
        return []
    others = Plan.objects.filter(coalition=coalition).exclude(key=details.key)
    return list(one_joint_plan(facts, [PlanFacts(str(one.key), one.code) for one in others], coalition.name))


def _commitments_fall_outside(plan: Plan) -> list[Finding]:
    """Commitments in force that a change of the plan's period or members would make unlawful."""
    facts = register_facts.plan_facts(Plan.objects.with_owner().get(pk=plan.pk))
    in_force = [commitment for commitment in facts.commitments if commitment.included_on]
    edition = edition_of(plan)
    return [
        replace(finding, field="")
        for commitment in in_force
        for finding in check_commitment(facts, commitment, edition)
    ]
