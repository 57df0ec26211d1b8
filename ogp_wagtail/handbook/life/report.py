"""The life of a report of the monitoring body, from its trigger to the answers it gets (chapter 19)."""

from datetime import date

from ..facts import ReportFacts
from ..words import _
from .types import Machine, Transition

REPORT = Machine(
    "report",
    (
        Transition(
            "scheduled", "trigger", "open", _("The plan is submitted, or the commitment or plan is over.")
        ),
        Transition("open", "start", "drafting"),
        Transition("drafting", "invite", "in-feedback", _("Both sides are invited to comment.")),
        Transition("in-feedback", "file", "submitted", _("The monitoring body files it on OGP's platform.")),
        Transition("submitted", "publish", "published"),
        Transition("published", "answer", "answered", _("Every comment on it has an answer.")),
    ),
    {
        "scheduled": _("scheduled"),
        "open": _("open"),
        "drafting": _("being written"),
        "in-feedback": _("open for comments"),
        "submitted": _("filed"),
        "published": _("published"),
        "answered": _("published and answered"),
        "trigger": _("becomes due"),
        "start": _("begin"),
        "invite": _("invite comments"),
        "file": _("file"),
        "publish": _("publish"),
        "answer": _("answer the comments"),
    },
)


def report_state(
    report: ReportFacts | None, opens_on: date | None, *, day: date, comments: int = 0, answered: int = 0
) -> str:
    """Return the state of a report on ``day``; None for one that nobody has begun.

    ``comments`` were made on it, and ``answered`` of them have an answer.
    """
    if report is None or (report.started_on is None and report.submitted_on is None):
        return "open" if opens_on and opens_on <= day else "scheduled"
    if report.submitted_on is None:
        sides = {one.side for one in report.invitations if one.sent_on and one.sent_on <= day}
        return "in-feedback" if sides >= {"government", "ngs"} else "drafting"
    if report.published_on is None:
        return "submitted"
    return "answered" if comments and answered >= comments else "published"


def is_overdue(report: ReportFacts | None, due: date | None, *, day: date) -> bool:
    """Say whether a report is late and still not filed; its state stays what it is."""
    return due is not None and day > due and (report is None or report.submitted_on is None)


def punctuality(report: ReportFacts, due: date | None) -> str:
    """Return ``on-time`` or ``late`` for a filed report; the due day itself is on time (convention 3)."""
    if report.submitted_on is None or due is None:
        return ""
    return "on-time" if report.submitted_on <= due else "late"
