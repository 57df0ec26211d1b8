"""Readings on the status of a member, and on the reviews of OGP itself."""

from ..words import _
from .types import Chapter, Explained

STATUS = Chapter(
    _("Membership status"),
    {
        "status.inactive_quarters": Explained(
            _(
                "After how many quarters in a row without progress or without an update can a member be inactive?"
            ),
            ("STAT-04", "STAT-05"),
        ),
        "status.no_update_counts_as_no_progress": Explained(
            _("Does a quarter without an update count as a quarter without progress, too?"),
            ("STAT-04",),
            {
                "true": _("Yes: what is not reported is no progress"),
                "false": _("No: only an update that tells of no progress counts"),
            },
        ),
        "status.contrary_after_inactive_months": Explained(
            _("After how many months of being inactive has a member acted contrary to the process?"),
            ("STAT-11",),
        ),
        "status.cure_months": Explained(
            _("Within how many months is what was missed put right?"), ("STAT-14", "STAT-16")
        ),
        "status.auto_transition": Explained(
            _("Does a status follow by itself when its condition is met?"),
            ("STAT-01", "STAT-10", "STAT-15"),
            {
                "true": _("Yes, on the day the condition is met; only a revocation is always conferred"),
                "false": _("No: it holds once the Support Unit has conferred it"),
            },
        ),
        "coalition.suspend_finished_member": Explained(
            _("Does the clock of a member of a coalition rest once all its commitments are assessed?"),
            ("STAT-04", "STAT-05", "COAL-22"),
            {
                "true": _("Yes: it can no longer become inactive for want of progress"),
                "false": _("No: it goes on until the end of the joint plan"),
            },
        ),
        "irm.analysis_months": Explained(
            _("After how many months does OGP's reporting mechanism look at OGP Local again?"), ("ROLE-13",)
        ),
    },
)
