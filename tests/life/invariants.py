"""What is so in the database on every day of a coalition's life, whatever people did or tried."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.life import COMMITMENT, MILESTONE, commitment_state
from ogp_wagtail.handbook.life.commitments import KEEPS_PLACE
from ogp_wagtail.handbook.life.membership import may_become
from ogp_wagtail.handbook.limits import slots_allowed
from ogp_wagtail.handbook.limits.slots import slots_in_use
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.members.models import Jurisdiction, RoleAssignment, StatusEvent
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    MilestoneMove,
    ProgressUpdate,
)
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.pages.queries import public_commitments, public_meetings, public_plans
from ogp_wagtail.plans.documents import digest
from ogp_wagtail.plans.models import Amendment, Commitment, Filing, Plan
from tests.life.database import Rows

REPORTS = (InceptionReport, EndOfCommitmentReport, LearningReport)


def hold_on(day: date, facts: dict[int, PlanFacts]) -> None:
    """Assert what is so on a day; ``facts`` are those of every plan by its primary key."""
    for plan in Plan.objects.all():
        places_are_kept(plan, facts[plan.pk], day)
        facts_know_every_life(plan, facts[plan.pk])
        dates_are_in_order(plan, day)
    one_active_plan_of_each_member(day)


def hold_in(before: Rows, after: Rows) -> None:
    """Assert what is so whenever something was written, and of the step from the rows before to those after it."""
    for plan in Plan.objects.all():
        filings_hold_what_was_filed(plan)
        pages_say_what_is_in_force(plan)
    one_of_each_role()
    statuses_follow_their_machine()
    the_public_sees_what_is_public()
    grew_lawfully(before, after)


def places_are_kept(plan: Plan, facts: PlanFacts, day: date) -> None:
    """Never more places than the members at filing allow; each holder in one, and the handbook counts the same."""
    allowed = slots_allowed(plan.members.count(), edition_of(plan))
    holders = set(plan.slots.filter(commitment__isnull=False).values_list("commitment__key", flat=True))
    assert len(holders) <= plan.slots.count() <= allowed
    assert not Commitment.objects.exclude(plan=plan).filter(slot__plan=plan).exists()
    counted = {one.key for one in slots_in_use(facts, day, edition_of(plan))}
    assert {str(key) for key in holders} & {one.key for one in facts.commitments} == counted
    for row in plan.commitments.all():
        gone = row.withdrawn_on or (row.implemented_on and row.assessed_on)
        assert not (gone and row.key in holders), f"{row.code} is over and keeps its place"
        assert (row.included_on is not None and row.released_on is None) == (row.key in holders)
    if plan.submitted_on:
        for one in facts.commitments:
            standing = commitment_state(one, facts, edition_of(plan), day)
            over = plan.period_end < day
            assert standing.state in COMMITMENT.states
            assert standing.holds_slot == KEEPS_PLACE[standing.state] or over


def facts_know_every_life(plan: Plan, facts: PlanFacts) -> None:
    """What was done to a commitment, to its parts and its milestones is known of the plan as its pages tell it."""
    rows = {str(row.key): row for row in plan.commitments.prefetch_related("participations__member")}
    for one in (one for one in facts.commitments if one.submitted_on):
        row = rows[one.key]
        told = (one.implemented_on, one.assessed_on, one.released_on, one.withdrawn_on)
        assert told == (row.implemented_on, row.assessed_on, row.released_on, row.withdrawn_on)
        parts = {part.member: (part.implemented_on, part.dropped_on) for part in one.participations}
        assert parts == {
            str(part.member.jurisdiction_id): (part.implemented_on, part.member.left_on)
            for part in row.participations.all()
        }


def dates_are_in_order(plan: Plan, day: date) -> None:
    """Nothing lies ahead, and each date of a life comes after the one it rests on."""
    for row in plan.commitments.all():
        known = [row.included_on, row.submitted_on, row.implemented_on, row.assessed_on]
        assert all(one <= day for one in (*known, row.released_on, row.withdrawn_on) if one)
        if row.submitted_on:
            assert plan.submitted_on is not None
            assert max(row.included_on, plan.submitted_on) <= row.submitted_on
        else:
            assert not any((row.implemented_on, row.assessed_on, row.released_on, row.withdrawn_on))
        if row.assessed_on:
            assert row.submitted_on <= row.assessed_on
        if row.implemented_on:
            assert row.start <= row.implemented_on
        if row.withdrawn_on:
            assert row.withdrawn_reason
            assert row.withdrawn_on >= row.submitted_on
        if row.released_on:
            ends = (row.withdrawn_on,) if row.withdrawn_on else (row.implemented_on, row.assessed_on)
            assert row.released_on >= max(one for one in ends if one)
        assert row.start <= row.end


def filings_hold_what_was_filed(plan: Plan) -> None:
    """Every copy has its hash; plan and commitments are filed in exactly one copy, on the day they bear."""
    filings = list(plan.filings.order_by("pk"))
    assert bool(filings) == (plan.submitted_on is not None)
    assert [one.filed_on for one in filings] == sorted(one.filed_on for one in filings)
    for one in filings:
        assert one.sha256 == digest(one.document)
    if plan.submitted_on is None:
        return
    assert filings[0].kind == "plan"
    assert plan.filing == filings[0]
    assert plan.filing.filed_on == plan.submitted_on
    first = {one["key"] for one in json.loads(plan.filing.document)["commitments"]}
    for row in plan.commitments.exclude(submitted_on__isnull=True):
        own = [one for one in filings if one.commitment_id == row.pk]
        assert len(own) + (str(row.key) in first) == 1
        assert row.submitted_on == (own[0] if own else plan.filing).filed_on
    for one in Amendment.objects.filter(commitment__plan=plan):
        assert (one.filed_on is not None) == Filing.objects.filter(amendment=one).exists()


def pages_say_what_is_in_force(plan: Plan) -> None:
    """What a published page says of its facts is what the register holds."""
    pages = CommitmentPage.objects.filter(live=True, path__startswith=_path_of(plan))
    rows = {row.key: row for row in plan.commitments.all()}
    for page in pages:
        row = rows[page.translation_key]
        assert (row.title, row.scope, row.start) == (page.title, page.scope, page.start)
        assert row.end == max(part.end or page.end for part in page.participations.all())
        said = set(page.milestones.values_list("translation_key", flat=True))
        assert said == set(row.milestones.filter(retired=False).values_list("key", flat=True))


def _path_of(plan: Plan) -> str:
    return str(ActionPlanPage.objects.get(translation_key=plan.key).path)


def one_of_each_role() -> None:
    """Whoever owns a plan has at most one present holder of each role: the one its own column names."""
    for owner in (*Coalition.objects.all(), *Jurisdiction.objects.all()):
        present = RoleAssignment.objects.filter(end__isnull=True, **{owner._meta.model_name: owner})
        for kind, holder in owner.roles_held().items():
            named = [
                one.person or one.monitoring_body or one.organisation for one in present.filter(kind=kind)
            ]
            assert named == ([holder] if holder else [])


def one_active_plan_of_each_member(day: date) -> None:
    """No jurisdiction is in two plans that run (PLAN-PERIOD-10)."""
    active = Q(plan_seats__plan__submitted_on__lte=day, plan_seats__plan__period_end__gte=day)
    for one in Jurisdiction.objects.all():
        running = Jurisdiction.objects.filter(active, pk=one.pk).values("plan_seats__plan").distinct()
        assert running.count() <= 1, one


def statuses_follow_their_machine() -> None:
    """Each status conferred is one that the one before it leads to."""
    for one in Jurisdiction.objects.all():
        status = "active"
        for event in StatusEvent.objects.filter(jurisdiction=one).order_by("conferred_on", "pk"):
            assert event.status in may_become(status)
            status = event.status


def the_public_sees_what_is_public() -> None:
    """Published pages below a published plan, and nothing else; of reports and updates what was filed."""
    plans = set(public_plans().values_list("key", flat=True))
    pages = ActionPlanPage.objects.filter(live=True)
    assert plans == set(pages.values_list("translation_key", flat=True))
    shown = set(public_commitments().values_list("key", flat=True))
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path)
    live = CommitmentPage.objects.filter(below, live=True) if below else CommitmentPage.objects.none()
    assert shown == set(live.values_list("translation_key", flat=True))
    assert not public_commitments().filter(included_on__isnull=True).exists()
    assert not public_commitments().filter(plan__submitted_on__isnull=False, submitted_on=None).exists()
    assert set(public_meetings().values_list("plan__key", flat=True)) <= plans
    for model in (*REPORTS, ProgressUpdate):
        dated = model.objects.filter(published_on__isnull=False, plan__key__in=plans)
        assert set(model.objects.public()) == {row for row in dated if _is_of_what_is_shown(row, shown)}


def _is_of_what_is_shown(row: Any, shown: set[Any]) -> bool:
    """What is of one commitment is seen with it."""
    commitment = getattr(row, "commitment", None)
    return commitment is None or commitment.key in shown


def grew_lawfully(before: Rows, after: Rows) -> None:
    """From one moment to the next, what was filed stays filed and milestones move by published updates alone."""
    for (kind, pk), old in before.items():
        new = after.get((kind, pk))
        for name in ("submitted_on", "withdrawn_on", "filed_on", "published_on", "conferred_on"):
            if kind != "Meeting" and old.get(name):
                assert new, f"{kind} {pk} is gone"
                assert new[name] == old[name], f"{kind} {pk}: {name}"
    for pk, old_status, status in _moved(before, after):
        assert MILESTONE.after(old_status, status) or _was_a_draft(before, pk), (old_status, status)
        assert MilestoneMove.objects.filter(
            milestone=pk, old=old_status, new=status, update__published_on__isnull=False
        ).exists() or _was_a_draft(before, pk)


def _moved(before: Rows, after: Rows) -> Iterator[tuple[Any, str, str]]:
    for (kind, pk), old in before.items():
        if kind == "Milestone" and after[kind, pk]["status"] != old["status"]:
            yield pk, old["status"], after[kind, pk]["status"]


def _was_a_draft(before: Rows, pk: Any) -> bool:
    commitment = before["Commitment", before["Milestone", pk]["commitment_id"]]
    return commitment["submitted_on"] is None
