"""Rows of this room as facts for the handbook: two queries, however many rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ogp_wagtail.handbook.calendar import add_months, day_before
from ogp_wagtail.handbook.facts import (
    EntryFacts,
    EvidenceFacts,
    InvitationFacts,
    MoveFacts,
    PlanFacts,
    ReportFacts,
    RequirementFacts,
    UpdateFacts,
)
from ogp_wagtail.handbook.monitoring.questions import PRACTICES, REQUIREMENTS
from ogp_wagtail.monitoring.bodies import bodies_of
from ogp_wagtail.monitoring.models import MilestoneMove, ProgressEntry, ProgressUpdate, RequirementResult
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.sources import with_rows

REPORTS = ("inception_reports", "assessments", "learning_reports")
EVIDENCE = "-evidence"
RELATIONS = (
    *(*REPORTS, *(f"{name}__invitations" for name in REPORTS)),
    *("requirement_results", "commitments", "commitments__milestones"),
    *("updates", "updates__entries", "updates__moves"),
)


def monitoring_of(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """Who monitors the plan and did before, the reports, the results of the requirements, and the tracker."""
    whole = with_rows(plan, RELATIONS)
    keys = {row.pk: str(row.key) for row in whole.commitments.all()}
    reports = [row for name in REPORTS for row in getattr(whole, name).all()]
    return {
        **bodies_of(plan, facts),
        "reports": tuple(report_facts(row, keys) for row in reports),
        "requirements": tuple(requirement_facts(row) for row in whole.requirement_results.all()),
        "updates": tuple(_updates(whole, facts)),
    }


def report_facts(row: Any, keys: dict[int, str]) -> ReportFacts:
    """A report with its invitations; ``keys`` are those of the plan's commitments by primary key."""
    given = {name: str(text) for name, text in row.answers.items()}
    about = _by_key(given)
    members = {key: said for key, said in about.items() if key.isdecimal()}
    once = {name: text for name, text in given.items() if ":" not in name}
    claims = [name for name in once if name.endswith(EVIDENCE)]
    apart = {*REQUIREMENTS, *PRACTICES, *claims}
    return ReportFacts(
        key=str(row.key),
        kind=row.kind,
        commitment=keys.get(getattr(row, "commitment_id", None) or 0),
        started_on=row.started_on,
        submitted_on=row.submitted_on,
        reference=row.reference,
        uses_form=row.uses_form,
        answers={name: text for name, text in once.items() if name not in apart},
        requirements=_results(once),
        practices={name: once[name] for name in PRACTICES if once.get(name)},
        evidence=_proofs(once),
        member_requirements={key: _results(said) for key, said in members.items()},
        member_evidence={key: _proofs(said) for key, said in members.items()},
        ratings={key: said for key, said in about.items() if key not in members},
        completion=getattr(row, "completion", ""),
        exercise_on=getattr(row, "exercise_on", None),
        invitations=tuple(
            InvitationFacts(one.recipient, one.side, one.sent_on) for one in row.invitations.all()
        ),
        published_on=row.published_on,
    )


def _by_key(given: dict[str, str]) -> dict[str, dict[str, str]]:
    """What was answered about each commitment and each member, by their keys."""
    found: dict[str, dict[str, str]] = {}
    for name, text in given.items():
        key, colon, question = name.partition(":")
        if colon:
            found.setdefault(key, {})[question] = text
    return found


def _results(said: dict[str, str]) -> dict[str, str]:
    """What was found of each requirement."""
    return {name: said[name] for name in REQUIREMENTS if said.get(name)}


def _proofs(said: dict[str, str]) -> dict[str, str]:
    """What proves it."""
    return {name.removesuffix(EVIDENCE): text for name, text in said.items() if name.endswith(EVIDENCE)}


def requirement_facts(row: RequirementResult) -> RequirementFacts:
    """A result; its member is known by the primary key of the jurisdiction."""
    member = str(row.member_id) if row.member_id else None
    return RequirementFacts(row.requirement, row.result, row.evaluated_on, row.evaluated_by, member)


def _updates(whole: Plan, facts: PlanFacts) -> list[UpdateFacts]:
    """The updates; a milestone's move belongs to the entry of its commitment, whether one was written or not."""
    commitments = {row.pk: row for row in whole.commitments.all()}
    milestones = {one.pk: one for row in commitments.values() for one in row.milestones.all()}
    found = []
    for row in whole.updates.all():
        said = {one.commitment_id: one for one in row.entries.all()}
        moved: dict[int, list[MoveFacts]] = {pk: [] for pk in said}
        for move in row.moves.all():
            milestone = milestones[move.milestone_id]
            moved.setdefault(milestone.commitment_id, []).append(move_facts(move, milestone))
        entries = [
            _entry(str(commitments[pk].key), said.get(pk), moves, row.quarter, facts)
            for pk, moves in moved.items()
        ]
        found.append(update_facts(row, tuple(entries)))
    return found


def update_facts(row: ProgressUpdate, entries: tuple[EntryFacts, ...]) -> UpdateFacts:
    """An update; it can be published by the point of contact alone, so that is who it was."""
    return UpdateFacts(str(row.key), row.quarter, row.published_on, True, entries)


def move_facts(move: MilestoneMove, milestone: Any) -> MoveFacts:
    """A move; in a draft the milestone still has its old status."""
    old = move.old or milestone.status
    return MoveFacts(str(milestone.key), old, move.new, move.reason, move.next_steps)


def _entry(
    key: str, entry: ProgressEntry | None, moves: list[MoveFacts], quarter: date, facts: PlanFacts
) -> EntryFacts:
    if entry is None:
        return EntryFacts(key, moves=tuple(moves))
    return EntryFacts(
        key,
        entry.text,
        entry.step,
        _is_evidenced(key, quarter, facts),
        entry.delay_reason,
        entry.next_steps,
        tuple(moves),
    )


def _is_evidenced(key: str, quarter: date, facts: PlanFacts) -> bool:
    """Whether a primary source of that quarter proves something of the commitment or of one of its milestones."""
    commitment = next((one for one in facts.commitments if one.key == key), None)
    about = {key, *(one.key for one in commitment.milestones)} if commitment else {key}
    last = day_before(add_months(quarter, 3))
    return any(
        one.source_class == "primary"
        and one.has_source
        and not one.is_broken
        and one.proves & about
        and any(quarter <= day <= last for day in _days(one))
        for one in facts.evidence
    )


def _days(evidence: EvidenceFacts) -> list[date]:
    """When the fact was, else when its proof was added."""
    day = evidence.dated_on or evidence.added_on
    return [day.date() if isinstance(day, datetime) else day] if day else []
