"""Put what a row says onto a draft in memory. What the row does not say stays as it is."""

from __future__ import annotations

from datetime import date

from ogp_wagtail.exchange.commitments.drafts import Draft
from ogp_wagtail.exchange.commitments.goals import Goals
from ogp_wagtail.exchange.commitments.keeping import keep_whole, with_kept
from ogp_wagtail.exchange.commitments.members import Members
from ogp_wagtail.exchange.commitments.milestone_writing import put_milestone
from ogp_wagtail.exchange.commitments.party_writing import LEAD, put_parties
from ogp_wagtail.exchange.commitments.resources import put_resources
from ogp_wagtail.exchange.commitments.rows import ImportRow, MilestoneRow
from ogp_wagtail.exchange.commitments.understand import TEXTS
from ogp_wagtail.pages.facts import plain
from ogp_wagtail.pages.models import (
    CommitmentPage,
    CommitmentPageMember,
    CommitmentPageMilestone,
)


def put_commitment(draft: Draft, row: ImportRow, members: Members, goals: Goals) -> None:
    """Write a commitment's row. Raises ``RowRefused`` before anything is written."""
    page = draft.page
    parts = members.named(row.parts, row.values.get("scope", page.scope))
    parties = {role: members.of_parties(named) for role, named in row.parties.items()}
    named_goals = goals.named(row.goals)
    page.code = page.code or row.code
    page.title = row.title or page.title
    for name, value in row.values.items():
        _put_field(page, name, value)
    if parts or not page.participations.all():
        _put_parts(page, parts or members.understood(page.scope))
    page.goals = named_goals or page.goals
    for role, organisations in parties.items():
        put_parties(page, role, organisations)
    put_resources(page, row.resources)
    draft.leads_are_stated = draft.leads_are_stated or LEAD in row.parties
    for milestone in row.milestones:
        _put_milestone(page, milestone)
    keep_whole(page, row.title, row.whole_title)


def put_milestone_row(draft: Draft, row: MilestoneRow) -> CommitmentPageMilestone:
    """Write a milestone's row and return the milestone.

    Its agencies lead the commitment too, unless the commitment's own row says who does.
    """
    milestone = _put_milestone(draft.page, row)
    if row.agencies and not draft.leads_are_stated:
        leads = [party.organisation for party in draft.page.parties.all() if party.role == LEAD]
        put_parties(draft.page, LEAD, [(name, None) for name in (*leads, *row.agencies)])
    return milestone


def _put_milestone(page: CommitmentPage, row: MilestoneRow) -> CommitmentPageMilestone:
    milestone = put_milestone(page, row)
    keep_whole(page, row.deliverable, row.whole)
    return milestone


def _put_field(page: CommitmentPage, name: str, value: object) -> None:
    """Set a field. A text with the same words keeps the markup that an editor gave it."""
    if name == "additional_information":
        value = with_kept(page, str(value))
    if name not in TEXTS or plain(getattr(page, name)) != plain(str(value)):
        setattr(page, name, value)


def _put_parts(page: CommitmentPage, parts: dict[int, date | None]) -> None:
    """Exactly these jurisdictions take part; each keeps the last day it has unless one is given."""
    present = {part.jurisdiction_id: part.end for part in page.participations.all()}
    wanted = {pk: end or present.get(pk) for pk, end in parts.items()}
    if wanted != present:
        page.participations.set(
            CommitmentPageMember(jurisdiction_id=pk, end=end, sort_order=number)
            for number, (pk, end) in enumerate(wanted.items())
        )
