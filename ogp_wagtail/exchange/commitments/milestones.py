"""Milestones as a file states them: one in a row of its own, or several in a cell (A2-17)."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments import values
from ogp_wagtail.exchange.commitments.columns import RULES
from ogp_wagtail.exchange.commitments.prose import one_line, paragraphs, shortened
from ogp_wagtail.exchange.commitments.rows import MilestoneRow, RowRefused, SourceRow
from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.vocabularies import MILESTONE_STATUSES

DELIVERABLE_LENGTH, RESPONSIBLE_LENGTH = 500, 255
RULE = RULES["milestones"]
FORM = "deliverable|MM/YYYY|MM/YYYY|responsible|status"


def milestone_row(row: SourceRow, parent: str, notes: list[str]) -> MilestoneRow:
    """The milestone of a row. Who leads it is responsible for it, unless the row says who is."""
    agencies = values.several(row["lead_agency"])
    responsible = row["responsible"] or "; ".join(agencies)
    made = _milestone(
        [row["title"] or row["action"], row["start"], row["end"], responsible, row["status"]], notes
    )
    if made is None:
        raise RowRefused(RULE, _("a milestone needs a title: what is delivered"))
    return replace(
        made,
        code=row["milestone_code"] or (row["code"] if row["parent"] else ""),
        parent=parent,
        agencies=tuple(shortened(one_line(one), RESPONSIBLE_LENGTH) for one in agencies),
        notes=tuple(notes),
    )


def milestones_of_cell(text: str, notes: list[str]) -> tuple[MilestoneRow, ...]:
    """The milestones of a cell: separated by ";" or line ends, the parts of each by "|"."""
    entries = (one for line in paragraphs(text) for one in line.split(";"))
    made = (_milestone(entry.split("|"), notes) for entry in entries)
    return tuple(milestone for milestone in made if milestone)


def _milestone(parts: list[str], notes: list[str]) -> MilestoneRow | None:
    if len(parts) > 5:
        raise RowRefused(RULE, _("a milestone has at most five parts: %s") % FORM)
    whole, start, end, responsible, status = [part.strip() for part in [*parts, *[""] * (5 - len(parts))]]
    whole = one_line(whole)
    if not whole:
        return None
    deliverable = shortened(whole, DELIVERABLE_LENGTH)
    if deliverable != whole:
        message = _("its text is longer than %s characters: shortened, whole in the commitment's text")
        notes.append(message % DELIVERABLE_LENGTH)
    return MilestoneRow(
        deliverable,
        whole=whole,
        start=_month("start", start, notes),
        end=_month("end", end, notes),
        responsible=shortened(one_line(responsible), RESPONSIBLE_LENGTH),
        status=_status(status, notes),
    )


def _month(name: str, text: str, notes: list[str]) -> Month | None:
    if not values.is_stated(text):
        if text:
            notes.append(
                _("%(name)s: “%(text)s” is no month; none is taken over") % {"name": name, "text": text}
            )
        return None
    try:
        return values.month_of(text)
    except ValueError as error:
        raise RowRefused(RULE, f"{name}: {error}") from None


def _status(text: str, notes: list[str]) -> str:
    status = values.status_of(text) if text else ""
    if text and not status:
        allowed = ", ".join(MILESTONE_STATUSES.slugs)
        message = _("the status “%(text)s” is not in the list and is left out; allowed: %(allowed)s")
        notes.append(message % {"text": text, "allowed": allowed})
    return status
