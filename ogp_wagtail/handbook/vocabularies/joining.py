"""The lists of joining and of roles: what a letter covers, who signs it, what is decided, who acts."""

from ..words import _
from .types import Choice, Vocabulary

LETTER_CONTENTS = Vocabulary(
    "LOS-06",
    (
        Choice("values", _("Commitment to the values of OGP and the criteria of eligibility")),
        Choice("benefit", _("What joining is worth to the jurisdiction")),
        Choice("ambition", _("Ambition: priority themes and how they fit the priorities of OGP")),
        Choice("capacity", _("Capacity and resources: the responsible agency and the main stakeholders")),
        Choice("experience", _("Experience: a reform or co-creation of the last three years")),
        Choice("good-practice", _("Themes in which it can offer good practice to other members")),
        Choice("peer-learning", _("Willingness to learn with peers in its country and by theme")),
        Choice("spreading", _("How it helps to spread open government among local governments nearby")),
    ),
)

LETTER_KINDS = Vocabulary(
    "LOS-11",
    (
        Choice("initial", _("Application to join")),
        Choice("updated", _("Updated letter between two plans")),
    ),
)

SIGNATORY_CAPACITIES = Vocabulary(
    "LOS-04",
    (
        Choice("head", _("Head of the local government")),
        Choice("delegate", _("Senior official with delegated authority")),
        Choice("ngs", _("Non-governmental stakeholder")),
    ),
)

DECISIONS = Vocabulary(
    "LOS-08",
    (
        Choice("accepted", _("Accepted")),
        Choice("not-selected", _("Not selected")),
        Choice("ineligible", _("Not eligible")),
    ),
)

DESIGNATIONS = Vocabulary(
    "ROLE-01",
    (
        Choice("lead-agency", _("Lead agency")),
        Choice("senior-official", _("Senior official with delegated authority")),
        Choice("point-of-contact", _("Point of contact")),
        Choice("local-coordinator", _("Local coordinator")),
        Choice("monitoring-body", _("Monitoring body")),
    ),
)

ROLES = Vocabulary(
    "ROLE-03",
    (
        Choice("point-of-contact", _("Point of contact")),
        Choice("government", _("Other government")),
        Choice("ngs", _("Non-governmental stakeholder")),
        Choice("monitoring-body", _("Monitoring body")),
        Choice("support-unit", _("Support Unit of OGP")),
        Choice("irm", _("Independent Reporting Mechanism of OGP")),
        Choice("public", _("Public")),
    ),
)

IRM_PUBLICATIONS = Vocabulary(
    "ROLE-12",
    (
        Choice("reflection", _("Reflection on how the guidance is used")),
        Choice("analysis", _("Analysis of OGP Local")),
    ),
)
