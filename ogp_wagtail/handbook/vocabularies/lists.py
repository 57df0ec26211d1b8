"""The smaller lists: who takes part, how they meet, how a coalition works."""

from ..words import _
from .types import Choice, Vocabulary

SIDES = Vocabulary(
    "MEET-01",
    (
        Choice("government", _("Government")),
        Choice("ngs", _("Non-governmental stakeholder")),
        Choice("other", _("Other")),
    ),
)

NGS_TYPES = Vocabulary(
    "V-NGS",
    (
        Choice("civil-society-organisation", _("Civil society organisation")),
        Choice("community-organisation", _("Community organisation or group")),
        Choice("citizens-council", _("Citizens' council or group")),
        Choice("social-movement", _("Citizen-led social movement")),
        Choice("chamber-of-commerce", _("Local chamber of commerce")),
        Choice("university", _("University or academia")),
        Choice("media-council", _("Media council")),
        Choice("youth-council", _("Youth council or group")),
        Choice("other", _("Other")),
    ),
)

EMBEDDED = "embedded-mechanism"

MONITORING_BODY_TYPES = Vocabulary(
    "V-MBTYPE",
    (
        Choice("independent-agency", _("Third party, such as an independent oversight agency")),
        Choice(EMBEDDED, _("Accountability mechanism within the co-creation space")),
        Choice("other-independent", _("Other independent party, such as a research institution")),
        Choice("irm-researcher", _("Researcher trained by the IRM")),
        Choice("peer-member", _("Peer from another OGP Local member")),
    ),
)

SPACE_KINDS = Vocabulary(
    "V-SPACE",
    (
        Choice("recurring-meetings", _("Recurring meetings")),
        Choice("online-forum", _("Online discussion forum")),
        Choice("offline-forum", _("Offline discussion forum")),
        Choice("public-assembly", _("Public assembly")),
        Choice("citizens-council", _("Local citizens' council")),
        Choice("working-group", _("Working group")),
        Choice("multi-stakeholder-forum", _("Permanent multi-stakeholder forum")),
        Choice("other", _("Other existing participatory mechanism")),
    ),
)

SPACE_MODES = Vocabulary(
    "A1-5.3",
    (Choice("offline", _("Offline")), Choice("online", _("Online")), Choice("both", _("Offline and online"))),
)

MEETING_PURPOSES = Vocabulary(
    "MEET-01",
    (
        Choice("co-creation", _("Co-creation")),
        Choice("implementation", _("Implementation")),
        Choice("learning", _("Learning")),
        Choice("outreach", _("Outreach")),
    ),
)

MEETING_MODES = Vocabulary(
    "MEET-01",
    (Choice("offline", _("Offline")), Choice("online", _("Online")), Choice("hybrid", _("Hybrid"))),
)

FOREWORD_SIDES = Vocabulary(
    "A1-2",
    (
        Choice("government", _("Government")),
        Choice("ngs", _("Non-governmental stakeholders")),
        Choice("forum", _("Multi-stakeholder forum")),
        Choice("joint", _("Government and civil society together")),
    ),
)

BRANCHES = Vocabulary(
    "A2-03",
    (
        Choice("executive", _("Executive")),
        Choice("legislative", _("Legislative")),
        Choice("judicial", _("Judicial")),
        Choice("other", _("Other")),
    ),
)

JURISDICTION_KINDS = Vocabulary(
    "ELIG-01",
    (
        Choice("city", _("City or municipality")),
        Choice("state", _("State")),
        Choice("region", _("Region")),
        Choice("province", _("Province")),
        Choice("county", _("County")),
        Choice("other", _("Other")),
    ),
)

PERIOD_BASES = Vocabulary(
    "PLAN-PERIOD-05",
    (
        Choice("elected-term", _("Term of the elected administration")),
        Choice("medium-term-strategy", _("Period of the medium-term strategy")),
        Choice("self-selected", _("Self-selected period")),
    ),
)

COALITION_PURPOSES = Vocabulary(
    "COAL-19",
    (
        Choice("similar-commitments", _("Similar thematic commitments")),
        Choice("policy-coordination", _("Policy coordination between jurisdictions")),
        Choice("shared-resources", _("Sharing non-governmental stakeholders and resources")),
        Choice("other", _("Other")),
    ),
)

NEXT_STEPS = Vocabulary(
    "COAL-17",
    (
        Choice("undecided", _("Not decided yet")),
        Choice("coalition", _("A new coalition, with a new plan")),
        Choice("own", _("A plan of its own")),
    ),
)

COCREATION_MODES = Vocabulary(
    "COAL-13",
    (Choice("joint", _("Together, in one process")), Choice("separate", _("Each jurisdiction on its own"))),
)

SCOPES = Vocabulary(
    "COAL-09",
    (
        Choice("separate", _("Separate: one jurisdiction")),
        Choice("joint", _("Joint: every jurisdiction of the coalition")),
    ),
)

ANSWERS = Vocabulary(
    "PLAN-COMP-04", (Choice("yes", _("Yes")), Choice("partly", _("Partly")), Choice("no", _("No")))
)

VISION_ORIGINS = Vocabulary(
    "PLAN-COMP-02",
    (Choice("new", _("New")), Choice("revision", _("Revision of an earlier vision"))),
)

GROUP_TYPES = Vocabulary("A1-5.5", (Choice("government", _("Government")), *NGS_TYPES))
