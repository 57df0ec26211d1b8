"""Chapter 10: the monitoring body, its three reports and the quarterly tracker."""

from ..words import _
from .types import rules

MONITORING = rules(
    (
        ("MB-01", "HARD", "§2.3, §3.5", _("A monitoring body is named"), ""),
        ("MB-02", "DATA", "§3.5", _("What kind of body monitors"), ""),
        ("MB-03", "HARD", "§3.5", _("Non-governmental stakeholders approve the monitoring body"), ""),
        ("MB-04", "HARD", "§2.3, §3.5", _("The monitoring body is independent"), ""),
        ("MB-05", "WARN", "§3.5", _("The monitoring body has the means it needs"), ""),
        ("MB-06", "HARD", "§2.3", _("Reports use the forms of OGP Local"), ""),
        ("MB-07", "WARN", "§2.3", _("The monitoring body uses OGP's guidance"), ""),
        ("MB-08", "HARD", "§3.5", _("Reports are filed on OGP's platform"), ""),
        ("MB-09", "HARD", "§3.5", _("Both sides are invited to comment on a report"), ""),
        ("MB-10", "HARD", "§3.5", _("The member proves what it claims"), ""),
        ("MB-11", "DATA", "§3.5", _("The Support Unit can help to find a monitoring body"), ""),
        ("MB-12", "DATA", "§3.5 (derived)", _("A monitoring body that is replaced stays on record"), ""),
        ("INC-01", "DEADLINE", "§3.5.1", _("Inception report"), ""),
        ("INC-02", "DATA", "§3.5.1", _("The inception report looks at requirements and practices"), ""),
        ("INC-03", "DATA", "§3.5.1", _("The inception report looks at each initial commitment"), ""),
        ("INC-04", "WARN", "§3.5.1 (derived)", _("A later commitment may be looked at in the same way"), ""),
        ("EOC-01", "STATUS", "§3.5.2", _("What starts the end-of-commitment assessment"), ""),
        ("EOC-02", "DEADLINE", "§3.5.2", _("End-of-commitment assessment"), ""),
        ("EOC-03", "DATA", "§3.5.2", _("What the assessment says"), ""),
        ("EOC-04", "HARD", "§2.3, §3.5.2", _("Every commitment is assessed"), ""),
        ("EOC-05", "HARD", "§3.5.2", _("The assessment is filed on an online platform"), ""),
        ("FLE-01", "DEADLINE", "§3.5.3", _("Final learning exercise"), ""),
        ("FLE-02", "DATA", "§2.3, §3.5.3", _("The exercise is held and its lessons are written down"), ""),
        ("FLE-03", "WARN", "§3.5.3 (derived)", _("The other reports come before the last one"), ""),
        ("MON-PUB-01", "PUBLISH", "§2.3, §3.3.2, Annex 4 (derived)", _("Filed reports are public"), ""),
        ("MON-PUB-02", "WARN", "§3.3.2", _("The government answers comments on assessments"), ""),
        (
            "TRK-01",
            "DEADLINE",
            "§3.5, §3.5.4",
            _("Quarterly update of the tracker"),
            "tracker.quarters.tracker_quarters",
        ),
        ("TRK-02", "PUBLISH", "§3.5.4", _("Updates are public"), "tracker.checks.updates_are_published"),
        (
            "TRK-03",
            "DATA",
            "§3.5, Annex 4",
            _("What an update says of each commitment"),
            "tracker.checks.the_last_update_says_what_was_done",
        ),
        ("TRK-04", "STATUS", "§4.1 (derived)", _("What counts as progress"), "tracker.progress.is_progress"),
        (
            "TRK-05",
            "ROLE",
            "§2.1, §3.5.4",
            _("The point of contact keeps the tracker"),
            "tracker.checks.updates_are_the_contacts",
        ),
        ("V-MBTYPE", "DATA", "§3.5", _("Types of monitoring body"), ""),
    )
)
