"""Lists of amendments: of what kind a change is, and what it changes (AMEND-02, §3.2.1.3)."""

from ..words import _
from .types import Choice, Vocabulary

REMOVAL = "removal"

AMENDMENT_KINDS = Vocabulary(
    "AMEND-02",
    (
        Choice("timeline", _("Change of the timeline")),
        Choice("milestones", _("Change of milestones")),
        Choice("content", _("Change of other content")),
        Choice(REMOVAL, _("Removal of the commitment")),
    ),
)

# The fields of Annex 2 that change by an amendment, named as in facts and forms but with dashes.
AMENDABLE_FIELDS = Vocabulary(
    "AMEND-02",
    (
        Choice("title", _("1 Title")),
        Choice("scope", _("Scope: separate or joint")),
        Choice("start", _("2 First day")),
        Choice("end", _("2 Last day")),
        Choice("participations", _("Who takes part, and until when")),
        Choice("parties", _("3–5 Lead agency, lead stakeholders and others")),
        Choice("problem", _("6 Problem")),
        Choice("status-quo", _("7 Status quo")),
        Choice("baseline", _("7 Figure to start from")),
        Choice("action", _("8 Action")),
        Choice("results", _("9 Outputs and outcomes")),
        Choice("goals", _("10 Long-term goals it relates to")),
        Choice("contribution-to-goals", _("10 How it leads to the goals")),
        Choice("policy-areas", _("11 Policy areas")),
        Choice("sectors", _("12 Sectors")),
        Choice("ogp-values", _("13 OGP values")),
        Choice("resources", _("14 Resources")),
        Choice("resources-secured", _("15 Are the resources secured?")),
        Choice("additional-information", _("16 Additional information")),
        Choice("development-goals", _("16 Sustainable Development Goals")),
        Choice("milestones", _("17 Milestones")),
    ),
)
