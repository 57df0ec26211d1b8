"""Dates of joining: orientation, and what OGP itself does."""

from collections.abc import Iterator

from ..editions import Edition
from ..facts import PlanFacts
from ..meetings import cocreation_start
from ..orientation import new_members
from ..words import Label, _
from .deadlines import Deadline, in_months

OGP = Label("OGP")


def orientation_dates(plan: PlanFacts) -> Iterator[Deadline]:
    """ORIENT-01, §3.1: each new member completes orientation by the day on which co-creation starts."""
    start = cocreation_start(plan)
    if start is None:
        return
    for member in new_members(plan):
        anchor = Label(_("co-creation start"))
        yield Deadline("ORIENT-01", member.subject, start, anchor, start, "%(anchor)s %(day)s", 0)


def irm_dates(plan: PlanFacts, edition: Edition) -> Iterator[Deadline]:
    """ROLE-13, §3.5: every two years the IRM analyses OGP Local as a whole; the next is OGP's task, nobody else's."""
    analyses = [one for one in plan.irm_publications if one.kind == "analysis"]
    last = max((one.published_on for one in analyses if one.published_on), default=None)
    if last:
        yield in_months("ROLE-13", OGP, _("last analysis"), last, edition.irm.analysis_months)


def is_ogps_own(deadline: Deadline) -> bool:
    """Say whether a date is OGP's own task: shown for information, never a member's overdue task (ROLE-13)."""
    return deadline.rule == "ROLE-13"
