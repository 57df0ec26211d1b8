"""Readings on the monitoring body, its reports and the tracker."""

from ..words import _
from .types import Chapter, Explained, graded

MONITORING = Chapter(
    _("Monitoring"),
    {
        "ngs.min_mb_approvers": Explained(
            _("How many non-governmental stakeholders approve the monitoring body at least?"), ("MB-03",)
        ),
        "mb.embedded_in_forum": graded(
            _("How much does it weigh when the monitoring body is part of the space for co-creation?"),
            "MB-04",
        ),
        "mb.min_invitations_per_side": Explained(
            _("How many of each side are invited at least to comment on a report?"), ("MB-09",)
        ),
        "report.inception_months": Explained(
            _("Within how many months after the submission of the plan is the inception report due?"),
            ("INC-01",),
        ),
        "report.eoc_months": Explained(
            _("Within how many months after it is implemented, or the plan ends, is a commitment assessed?"),
            ("EOC-02",),
        ),
        "report.learning_months": Explained(
            _("Within how many months after the end of the plan is the final learning exercise due?"),
            ("FLE-01",),
        ),
        "tracker.quarter_basis": Explained(
            _("Which quarters does the tracker follow?"),
            ("TRK-01",),
            {
                "calendar": _("Calendar quarters; only whole ones are due"),
                "from_submission": _("Three months each, counted from the submission of the plan"),
            },
        ),
        "tracker.grace_days": Explained(
            _("How many days after the end of a quarter is its update still in time?"), ("TRK-01",)
        ),
    },
)
