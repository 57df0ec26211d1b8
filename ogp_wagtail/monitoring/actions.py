"""Filing a report and publishing an update: one transaction each, under the plan's lock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import capfirst

from ogp_wagtail.handbook.facts import CommitmentFacts, EvidenceFacts, MilestoneFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.life import milestone_move
from ogp_wagtail.handbook.monitoring import check_report
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.tracker import says_something
from ogp_wagtail.handbook.vocabularies import COMPLETE
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.lawful import Rows
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    MilestoneMove,
    ProgressUpdate,
    Report,
)
from ogp_wagtail.monitoring.permissions import can_file_report, can_publish_update
from ogp_wagtail.plans import actions
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.sources import with_sources


def file_report(report: Report, user: Any, day: date) -> Report:
    """File a report that is saved: from then on it is public, and stays as it is (MB-08, MON-PUB-01).

    An assessment that finds its commitment complete closes it; any other reopens it (COM-LIFE-03).

    Raises:
        LawError: the user is not the monitoring body's person, or the report lacks something or comes too early.
    """
    with transaction.atomic():
        plan, facts = _locked(report.plan)
        row = type(report)._default_manager.get(pk=report.pk)
        refuse_if([*_not_the_body(plan, row, user), *_filed_already(row)])
        refuse_if(_findings_of_report(plan, facts, row, day))
        row.submitted_on = row.published_on = day
        row.body, row.filed_by, row.filed_by_name = (
            plan.monitoring_body,
            user,
            plan.monitoring_body.person.name,
        )
        row._save_lawfully()
        if isinstance(row, EndOfCommitmentReport):
            actions.assess(row.commitment, day, complete=row.completion == COMPLETE)
        return row


def findings_of_report(report: Report, day: date) -> list[Finding]:
    """What keeps a saved report from being filed on this day, whoever files it."""
    return _findings_of_report(*_known(report.plan), report, day)


def _findings_of_report(plan: Plan, facts: PlanFacts, row: Report, day: date) -> list[Finding]:
    mine = next(one for one in facts.reports if one.key == str(row.key))
    return [*_plan_is_filed(plan, row), *check_report(facts, mine, edition_of(plan), day=day)]


def publish_update(update: ProgressUpdate, user: Any, day: date) -> ProgressUpdate:
    """Publish an update that is saved: it is public and stays as it is, and its milestones move (TRK-02, TRK-03).

    Raises:
        LawError: the user is not the point of contact, the update says nothing, or a move is not allowed.
    """
    with transaction.atomic():
        plan, facts = _locked(update.plan)
        row = ProgressUpdate.objects.get(pk=update.pk)
        moves = list(row.moves.select_related("milestone__commitment"))
        refuse_if([*_not_the_contact(plan, row, user), *_published_already(row), *_plan_is_filed(plan, row)])
        refuse_if(
            [*_quarter_has_begun(row, day), *_says_something(row, facts), *_forbidden(facts, moves, day)]
        )
        for move in moves:
            MilestoneMove.objects.filter(pk=move.pk)._update_lawfully(old=move.milestone.status)
            actions.move(move.milestone, move.new)
        row.published_on, row.published_by = day, user
        row.published_by_name = plan.point_of_contact.name
        row._save_lawfully()
        return row


def findings_of_update(update: ProgressUpdate, day: date) -> list[Finding]:
    """What keeps a saved update from being published on this day, whoever publishes it."""
    return _findings_of_update(*_known(update.plan), update, day)


def _findings_of_update(plan: Plan, facts: PlanFacts, row: ProgressUpdate, day: date) -> list[Finding]:
    moves = list(row.moves.select_related("milestone__commitment"))
    return [
        *_plan_is_filed(plan, row),
        *_quarter_has_begun(row, day),
        *_says_something(row, facts),
        *_forbidden(facts, moves, day),
    ]


def _locked(plan: Plan) -> tuple[Plan, PlanFacts]:
    """The plan under its lock, and what is known of it now."""
    lock_plan(plan.key)
    return _known(plan)


def _known(plan: Plan) -> tuple[Plan, PlanFacts]:
    """The plan and what the register and all rooms know of it."""
    plan = Plan.objects.with_owner().get(pk=plan.pk)
    return plan, with_sources(plan, register_facts.plan_facts(plan))


def _thing(row: Any) -> Rows:
    return Rows(str(capfirst(str(row))), str(row.key))


def _not_the_body(plan: Plan, row: Report, user: Any) -> Iterator[Finding]:
    """ROLE-09, §2.3, §3.5: reports are the monitoring body's alone."""
    if not can_file_report(user, plan):
        body = plan.monitoring_body
        yield error(
            "ROLE-09",
            _thing(row),
            _("Only the monitoring body files its reports: %(body)s, by %(person)s."),
            hint=_("The body's record names the person, and the person's record the log-in."),
            body=body.name if body else "–",
            person=body.person.name if body and body.person else "–",
        )


def _filed_already(row: Report) -> Iterator[Finding]:
    """MB-08, §3.5: what was filed stays filed."""
    if row.submitted_on:
        template = _("The report was filed on %(day)s. What was filed stays filed.")
        yield error("MB-08", _thing(row), template, day=row.submitted_on)


def _plan_is_filed(plan: Plan, row: Any) -> Iterator[Finding]:
    """PLAN-SUB-01, §3.2: what was never submitted is neither tracked nor assessed."""
    if plan.submitted_on is None:
        yield error("PLAN-SUB-01", _thing(row), _("The plan is not submitted yet."), field="plan")


def _not_the_contact(plan: Plan, row: ProgressUpdate, user: Any) -> Iterator[Finding]:
    """TRK-05, §2.1, §3.5.4: the tracker is the point of contact's job."""
    if not can_publish_update(user, plan):
        contact = plan.point_of_contact
        yield error(
            "TRK-05",
            _thing(row),
            _("Only the point of contact publishes an update: %(contact)s."),
            hint=_("Ask that person to log in and publish it; others may draft it."),
            contact=contact.name if contact else "–",
        )


def _published_already(row: ProgressUpdate) -> Iterator[Finding]:
    """TRK-02, §3.5.4: what was published stays as it is."""
    if row.published_on:
        template = _("The update was published on %(day)s. What it says stays as it is.")
        yield error("TRK-02", _thing(row), template, day=row.published_on)


def _quarter_has_begun(row: ProgressUpdate, day: date) -> Iterator[Finding]:
    """TRK-01, §3.5.4: an update is about a quarter that has begun."""
    if day < row.quarter:
        template = _("The quarter begins on %(first)s.")
        yield error("TRK-01", _thing(row), template, field="quarter", first=row.quarter)


def _says_something(row: ProgressUpdate, facts: PlanFacts) -> Iterator[Finding]:
    """TRK-03, §3.5, Annex 4: an update says of one commitment at least where it stands."""
    mine = next(one for one in facts.updates if one.key == str(row.key))
    if not any(says_something(entry) for entry in mine.entries):
        template = _("It says nothing of any commitment.")
        yield error("TRK-03", _thing(row), template, field="entries")


def _forbidden(facts: PlanFacts, moves: list[MilestoneMove], day: date) -> Iterator[Finding]:
    """V-MSTATUS, EV-03: the moves that the life of a milestone does not allow, and those of what is not in force."""
    filed = {one.key: one for one in facts.commitments if one.submitted_on and not one.withdrawn_on}
    for move in moves:
        commitment = filed.get(str(move.milestone.commitment.key))
        known = {one.key: one for one in commitment.milestones} if commitment else {}
        milestone = known.get(str(move.milestone.key))
        if commitment and milestone:
            yield from _refused(facts, commitment, milestone, move, day)
        else:
            template = _("It is no milestone in force of a filed commitment.")
            yield error("TRK-03", _thing(move.milestone), template, field="moves")


def _refused(
    facts: PlanFacts, commitment: CommitmentFacts, milestone: MilestoneFacts, move: MilestoneMove, day: date
) -> list[Finding]:
    """What the life of a milestone says against this move; primary evidence of the milestone itself is a proof."""
    ends = (milestone.end.last_day if milestone.end else None, commitment.latest_end, facts.period_end)
    return milestone_move(
        milestone.status,
        move.new,
        any(_proves(one, milestone.key) for one in facts.evidence),
        move.reason,
        move.next_steps,
        thing=milestone,
        is_over=any(end < day for end in ends if end) or commitment.fully_implemented_on is not None,
    )


def _proves(evidence: EvidenceFacts, key: str) -> bool:
    is_primary = evidence.source_class == "primary" and evidence.has_source and not evidence.is_broken
    return is_primary and key in evidence.proves
