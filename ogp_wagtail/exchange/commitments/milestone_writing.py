"""Put a milestone onto a draft: the one that is meant is changed, a new one is added, none is taken away."""

from __future__ import annotations

import uuid
from typing import Any

from ogp_wagtail.exchange.commitments.rows import MilestoneRow
from ogp_wagtail.pages.models import CommitmentPage, CommitmentPageMilestone

MADE_OF_A_CODE = 5  # the version of a UUID that was made of a name; all others are random


def find_milestone(page: CommitmentPage, row: MilestoneRow) -> CommitmentPageMilestone | None:
    """The milestone a row speaks of: by its code, else by its words.

    Two codes are two milestones, whatever their words: a row with a code finds by words only what has none.
    """
    relation: Any = (
        page.milestones
    )  # modelcluster's, whose list can be written to: all() of a live page gives copies
    milestones: list[CommitmentPageMilestone] = relation.get_object_list()
    key = key_of(page, row.code)
    for one in milestones:
        if row.code and one.translation_key == key:
            return one
    worded = (one for one in milestones if _folded(one.deliverable) == _folded(row.deliverable))
    return next((one for one in worded if not (row.code and _has_code(one))), None)


def _has_code(milestone: CommitmentPageMilestone) -> bool:
    key: uuid.UUID = milestone.translation_key
    return key.version == MADE_OF_A_CODE


def key_of(page: CommitmentPage, code: str) -> uuid.UUID:
    """A milestone has no field for a code: its key is made of the commitment's key and the code."""
    return uuid.uuid5(page.translation_key, code.casefold())


def put_milestone(page: CommitmentPage, row: MilestoneRow) -> CommitmentPageMilestone:
    """Write what the row states and return the milestone; an empty part leaves what is there."""
    milestone = find_milestone(page, row) or _added(page, row)
    milestone.deliverable = row.deliverable
    if row.start:
        milestone.start_month = row.start.first_day
    if row.end:
        milestone.end_month = row.end.first_day
    milestone.responsible = row.responsible or milestone.responsible
    milestone.status = row.status or milestone.status
    return milestone


def _added(page: CommitmentPage, row: MilestoneRow) -> CommitmentPageMilestone:
    made = CommitmentPageMilestone(locale=page.locale, sort_order=page.milestones.count())
    if row.code:
        made.translation_key = key_of(page, row.code)
    page.milestones.add(made)
    return made


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
