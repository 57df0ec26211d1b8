"""Chapter 6: the quality, duration, life and amendment of commitments."""

from ..words import _
from .types import rules

COMMITMENTS = rules(
    (
        ("QUAL-01", "HARD", "§3.2.1.2", _("A commitment advances at least one OGP value"), ""),
        ("QUAL-02", "WARN", "§3.2.1.1", _("Technology and innovation does not stand alone"), ""),
        ("QUAL-03", "HARD", "§3.2.1.2", _("A commitment is specific"), ""),
        ("QUAL-04", "HARD", "§3.2.1.2", _("A commitment is verifiable"), ""),
        ("QUAL-05", "HARD", "§3.2.1.2", _("A commitment names who answers for it"), ""),
        ("QUAL-06", "HARD", "§3.2.1.2", _("A commitment is time-bound"), ""),
        ("QUAL-07", "HARD", "§3.2.1.2", _("A commitment holds its five groups of information"), ""),
        (
            "QUAL-08",
            "WARN",
            "§3.2, §3.2.1.1, §3.2.1.2",
            _("A commitment is ambitious and leads to a goal"),
            "",
        ),
        ("QUAL-09", "HARD", "§3.2, §3.3", _("Every commitment is co-created"), ""),
        ("COM-DUR-01", "HARD", "§3.2.1.2", _("A commitment lasts at least one year"), ""),
        ("COM-DUR-02", "HARD", "§3.2, §3.2.1.2", _("A commitment lies inside the plan"), ""),
        ("COM-DUR-03", "HARD", "Annex 2 item 17", _("Milestones lie inside their commitment"), ""),
        ("COM-LIFE-01", "STATUS", "§3.2", _("When a commitment is fully implemented"), ""),
        (
            "COM-LIFE-02",
            "HARD",
            "§2.3, §3.2, §3.5.2",
            _("Every implemented commitment is assessed"),
            "monitoring.assessment.closed_only_when_assessed",
        ),
        (
            "COM-LIFE-03",
            "STATUS",
            "§3.5.2 (derived)",
            _("An assessment that finds it not complete reopens it"),
            "",
        ),
        ("COM-LIFE-04", "WARN", "§3.2.1.2 (derived)", _("A commitment that was done early is flagged"), ""),
        ("COM-LIFE-05", "STATUS", "§3.5.2", _("A commitment past its end is late and keeps its place"), ""),
        ("COM-LIFE-06", "DATA", "§2.2, §3.2.1.2", _("Organisations of any sector answer for milestones"), ""),
        (
            "AMEND-01",
            "HARD",
            "§3.2.1.3",
            _("A change is agreed with those who co-created"),
            "amendments.agreement.consulted_and_approved",
        ),
        (
            "AMEND-02",
            "DATA",
            "§3.2.1.3",
            _("A change keeps its type, old and new values and reason"),
            "amendments.agreement.stated",
        ),
        (
            "AMEND-03",
            "HARD",
            "§3.2.1.3",
            _("A change and how it was decided are documented"),
            "amendments.agreement.documented",
        ),
        (
            "AMEND-04",
            "DEADLINE",
            "§3.2.1.3",
            _("A commitment can be amended for six months"),
            "amendments.window.inside_the_window",
        ),
        (
            "AMEND-05",
            "HARD",
            "§3.2.1.3",
            _("The Support Unit is told before a change takes effect"),
            "amendments.window.support_unit_is_told",
        ),
        (
            "AMEND-06",
            "HARD",
            "§3.2.1.3 (derived)",
            _("An amended commitment still meets the rules"),
            "amendments.effect.leaves_a_whole_commitment",
        ),
        (
            "AMEND-07",
            "DATA",
            "§3.2.1.3 (derived)",
            _("What may change without an amendment"),
            "amendments.changes.changes_that_need_one",
        ),
        (
            "AMEND-08",
            "STATUS",
            "§3.2.1.3 (derived)",
            _("A commitment removed stays visible as withdrawn"),
            "amendments.effect.withdrawn_stays_visible",
        ),
    )
)
