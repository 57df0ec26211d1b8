"""What the monitoring body's forms ask with a choice. The handbook gives no scales: these are ours (EOC-03, INC-03).

An edition says which entries of a scale it uses (``report.completion_scale``, ``report.criteria_scale``).
"""

from ..words import _
from .types import Choice, Vocabulary

INCEPTION, ASSESSMENT, LEARNING = "inception", "end-of-commitment", "learning"

REPORT_KINDS = Vocabulary(
    "ROLE-09",
    (
        Choice(INCEPTION, _("Inception report")),
        Choice(ASSESSMENT, _("End-of-commitment report")),
        Choice(LEARNING, _("Final learning report")),
    ),
)

COMPLETE = "complete"

COMPLETION_LEVELS = Vocabulary(
    "EOC-03",
    (
        Choice("not-started", _("Not started")),
        Choice("limited", _("Limited")),
        Choice("substantial", _("Substantial")),
        Choice(COMPLETE, _("Complete")),
        Choice("no-evidence", _("No evidence")),
    ),
)

CRITERIA = Vocabulary(
    "INC-03",
    (
        Choice("relevance", _("Relevance to transparency, accountability and public participation")),
        Choice("verifiability", _("Verifiability")),
        Choice("impact", _("Potential impact")),
    ),
)

CRITERIA_RATINGS = Vocabulary(
    "INC-03",
    (
        Choice("high", _("High")),
        Choice("moderate", _("Moderate")),
        Choice("low", _("Low")),
        Choice("none", _("None")),
        Choice("unclear", _("Unclear")),
    ),
)

MET, NOT_MET, SELF_ASSESSED = "met", "not-met", "self-assessed"

FOUND = Vocabulary("INC-02", (Choice(MET, _("Met")), Choice(NOT_MET, _("Not met"))))

REQUIREMENT_RESULTS = Vocabulary(
    "COCR-06",
    (
        Choice(MET, _("Met")),
        Choice(NOT_MET, _("Not met")),
        Choice("not-yet-assessable", _("Not yet assessable")),
        Choice(SELF_ASSESSED, _("Self-assessed"), _("All that a member may say of its own requirements.")),
    ),
)

SUPPORT_UNIT = "support-unit"

EVALUATORS = Vocabulary(
    "COCR-06",
    (Choice(SUPPORT_UNIT, _("OGP's Support Unit")), Choice("member", _("The member itself"))),
)

PRACTICE_RESULTS = Vocabulary("INC-02", (Choice("yes", _("Yes")), Choice("no", _("No"))))
