"""Filing: what is submitted through OGP's form, by whom, once, in order, and for good (PLAN-SUB-01, ROLE-03)."""

from collections.abc import Iterable, Iterator
from datetime import date

from .facts import PlanFacts
from .findings import Finding, Thing, error
from .words import _

# The facts of a filed plan that stay, each with the rule that says so.
FILED_PLAN_FACTS = {
    "period_start": "PLAN-PERIOD-09",
    "period_end": "PLAN-PERIOD-09",
    "jurisdiction": "COAL-21",
    "coalition": "COAL-21",
    "code": "PLAN-SUB-01",
}


def what_was_filed_is_kept(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-SUB-01, §3.2.1: of each submission a frozen copy is kept, with its day and who made it."""
    for filing in plan.filings:
        for field, value, template in (
            ("sha256", filing.sha256, _("No frozen copy of the submission of %(day)s is kept.")),
            ("filed_by", filing.filed_by, _("It is not kept who made the submission of %(day)s.")),
        ):
            if not value:
                yield error("PLAN-SUB-01", filing, template, field=field, day=filing.filed_on)


def filed_once(thing: Thing, submitted_on: date | None) -> Iterator[Finding]:
    """PLAN-SUB-01, §3.2.1: what was filed is not filed again."""
    if submitted_on:
        yield error(
            "PLAN-SUB-01",
            thing,
            _("It was filed on %(day)s. What was filed stays filed."),
            day=submitted_on,
        )


def filed_in_order(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """PLAN-SUB-01, §3.2.1: a filing is never dated before an earlier one of the same plan."""
    last = max((filing.filed_on for filing in plan.filings), default=plan.submitted_on)
    if last and day < last:
        yield error(
            "PLAN-SUB-01",
            plan,
            _("It would be filed on %(day)s; the last filing of this plan is of %(last)s."),
            hint=_("Set the clock of the server right, or file on %(last)s or later."),
            day=day,
            last=last,
        )


def filed_while_the_plan_runs(plan: PlanFacts, thing: Thing, day: date) -> Iterator[Finding]:
    """PLAN-PERIOD-08, §3.2: commitments are added and amended while the plan is active, its last day included."""
    if plan.submitted_on and plan.period_end and day > plan.period_end:
        yield error(
            "PLAN-PERIOD-08",
            thing,
            _("The plan was active until %(end)s; nothing is filed in it any more."),
            end=plan.period_end,
        )


def only_the_contact_files(plan: PlanFacts, thing: Thing, *, is_contact: bool) -> Iterator[Finding]:
    """ROLE-03, Annex 1, Annex 2: plan, commitments and amendments are submitted by the point of contact alone."""
    if not is_contact:
        yield error(
            "ROLE-03",
            thing,
            _("Only the point of contact files a plan, a later commitment and an amendment: %(contact)s."),
            hint=_("Save it as a draft; %(contact)s files it in person, on the desk of the plan."),
            contact=plan.point_of_contact or "–",
        )


def in_one_active_plan(plan: PlanFacts, others: Iterable[PlanFacts], day: date) -> Iterator[Finding]:
    """PLAN-PERIOD-10, GAP-03, §3: on ``day`` no member is in another plan that is filed and still runs.

    A draft of the next plan does not count, and the last day of a plan is still its own.
    """
    members = {member.key for member in plan.members}
    for other in others:
        is_active = bool(other.submitted_on and other.period_end and day <= other.period_end)
        if is_active and other.key != plan.key and members & {member.key for member in other.members}:
            yield error(
                "PLAN-PERIOD-10",
                plan,
                _("A jurisdiction of this plan is in %(other)s, which is active until %(end)s."),
                hint=_("File it on a day after %(end)s."),
                other=other.code,
                end=other.period_end,
            )


def filed_facts_stay(plan: PlanFacts, old: dict[str, object], new: dict[str, object]) -> Iterator[Finding]:
    """PLAN-PERIOD-09, COAL-21, PLAN-SUB-01: a filed plan keeps its period, its owner and its code.

    ``old`` and ``new`` are these facts by name; what is not in ``new`` does not change.
    """
    for field, rule in FILED_PLAN_FACTS.items():
        if plan.submitted_on and field in new and new[field] != old.get(field):
            yield error(
                rule,
                plan,
                _(
                    "The plan was filed on %(day)s with “%(old)s” here; a filed fact does not change by editing."
                ),
                hint=_("Set it back to %(old)s, and ask the OGP Local team how to change it."),
                field=field,
                day=plan.submitted_on,
                old=old.get(field),
            )
