"""The import: understand every row, put it onto drafts in memory, and save them where asked to."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ogp_wagtail.exchange.commitments.drafts import Drafts
from ogp_wagtail.exchange.commitments.goals import Goals
from ogp_wagtail.exchange.commitments.members import Members
from ogp_wagtail.exchange.commitments.outlook import outlook
from ogp_wagtail.exchange.commitments.placing import Placing
from ogp_wagtail.exchange.commitments.plan_page import PlanToFill
from ogp_wagtail.exchange.commitments.report import ImportReport, RowReport
from ogp_wagtail.exchange.commitments.rows import MilestoneRow, RowRefused, Source
from ogp_wagtail.exchange.commitments.saving import save
from ogp_wagtail.exchange.commitments.understand import understand


@transaction.atomic
def import_commitments(target: PlanToFill, source: Source, *, commit: bool, day: date) -> ImportReport:
    """Import commitments and milestones as drafts of a plan; without ``commit`` nothing is written.

    Rows that cannot be imported are refused one by one; the others are imported all or, should the database
    fail, not at all. ``day`` is the day for which the handbook is asked about the number of commitments.
    """
    if commit:
        target.lock()
    drafts = Drafts(target.page)
    placing = Placing(drafts, Members(target.jurisdictions()), Goals(target.draft), target.filed())
    rows = _reports(source, placing)
    touched = [draft for draft in drafts if draft.taken_by]
    if commit:
        save(target.page, drafts)
    return ImportReport(
        plan=target.row.code,
        committed=commit,
        rows=rows,
        findings=outlook(target, [draft.page for draft in touched], day),
        ignored=source.ignored,
        encoding=source.encoding,
    )


def _reports(source: Source, placing: Placing) -> list[RowReport]:
    """One report a row, in the order of the file; commitments are placed before milestones look for them."""
    reports: dict[int, RowReport] = {}
    milestones = []
    for number, row in enumerate(source.rows):
        try:
            understood = understand(row)
            if isinstance(understood, MilestoneRow):
                milestones.append((number, row, understood))
            else:
                reports[number] = placing.commitment(row.place, understood)
        except RowRefused as refusal:
            reports[number] = RowReport.refused(row, refusal.rule, refusal.message)
    for number, row, understood in milestones:
        try:
            reports[number] = placing.milestone(row.place, understood)
        except RowRefused as refusal:
            reports[number] = RowReport.refused(row, refusal.rule, refusal.message)
    return [reports[number] for number in sorted(reports)]
