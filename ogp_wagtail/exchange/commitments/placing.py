"""Each row to the draft it speaks of, and a word on what that means for the draft."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.columns import RULES
from ogp_wagtail.exchange.commitments.drafts import Draft, Drafts
from ogp_wagtail.exchange.commitments.goals import Goals
from ogp_wagtail.exchange.commitments.members import Members
from ogp_wagtail.exchange.commitments.milestone_writing import find_milestone
from ogp_wagtail.exchange.commitments.report import Action, RowReport
from ogp_wagtail.exchange.commitments.rows import ImportRow, MilestoneRow, Place, RowRefused
from ogp_wagtail.exchange.commitments.state import state_of
from ogp_wagtail.exchange.commitments.writing import put_commitment, put_milestone_row
from ogp_wagtail.pages.models import CommitmentPageMilestone

TITLE, MILESTONES = RULES["title"], RULES["milestones"]


class Placing:
    """Places the rows of one file. ``filed`` gives the day of filing by the key of the commitment."""

    def __init__(
        self, drafts: Drafts, members: Members, goals: Goals, filed: Mapping[uuid.UUID, date]
    ) -> None:
        self._drafts = drafts
        self._members = members
        self._goals = goals
        self._filed = filed
        self._milestones: dict[uuid.UUID, Place] = {}

    def commitment(self, place: Place, row: ImportRow) -> RowReport:
        """Write a commitment's row onto its draft. Raises ``RowRefused``."""
        known = self._drafts.of_row(row)
        if known is None and not row.title:
            raise RowRefused(TITLE, _("a commitment needs a title"))
        if known and known.taken_by:
            message = _("%(place)s is the same commitment, by its code or title; only the first is imported")
            raise RowRefused(TITLE, message % {"place": known.taken_by})
        draft = known or self._drafts.new(row)
        before = state_of(draft.page)
        put_commitment(draft, row, self._members, self._goals)
        changed = before != state_of(draft.page)
        _refuse_locked(draft, changed)
        draft.taken_by = place
        self._drafts.add(draft)
        action = Action.NEW if draft.is_new else _changed(changed)
        return self._report(place, action, draft, row.notes)

    def milestone(self, place: Place, row: MilestoneRow) -> RowReport:
        """Write a milestone's row onto the draft of its commitment. Raises ``RowRefused``."""
        draft = self._drafts.of_code(row.parent)
        if draft is None:
            message = _("no commitment has the code “%s”, in the plan or in a row that is imported")
            raise RowRefused(MILESTONES, message % row.parent)
        known = find_milestone(draft.page, row)
        self._refuse_twice(known)
        before = state_of(draft.page)
        milestone = put_milestone_row(draft, row)
        changed = before != state_of(draft.page)
        _refuse_locked(draft, changed)
        draft.taken_by = draft.taken_by or place
        self._milestones[milestone.translation_key] = place
        action = _changed(changed) if known else Action.NEW
        report = self._report(place, action, draft, row.notes)
        return replace(report, kind="milestone", code=row.code, title=row.deliverable)

    def _refuse_twice(self, milestone: CommitmentPageMilestone | None) -> None:
        place = self._milestones.get(milestone.translation_key) if milestone else None
        if place:
            message = _("%s is the same milestone, by its code or text; only the first is imported")
            raise RowRefused(MILESTONES, message % place)

    def _report(self, place: Place, action: Action, draft: Draft, notes: tuple[str, ...]) -> RowReport:
        filed = self._filed.get(draft.page.translation_key) if action is not Action.SAME else None
        if filed:
            message = _("it was filed on %s: publishing the change needs an amendment")
            notes = (*notes, message % filed)
        page = draft.page
        rule = "AMEND-01" if filed else ""
        return RowReport(place, action, "commitment", page.code, page.title, rule, "; ".join(notes))


def _changed(changed: bool) -> Action:
    return Action.CHANGED if changed else Action.SAME


def _refuse_locked(draft: Draft, changed: bool) -> None:
    if changed and draft.is_locked():
        draft.reset()
        raise RowRefused("", _("its page is locked, in review or scheduled; release it first"))
