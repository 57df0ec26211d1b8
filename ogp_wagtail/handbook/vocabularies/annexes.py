"""The lists of the Annex 2 form."""

from ..words import _
from .types import Choice, Vocabulary

POLICY_AREAS = Vocabulary(
    "V-POLICY",
    (
        Choice("asset-disclosure", _("Asset Disclosure")),
        Choice("audits-controls", _("Audits & Controls")),
        Choice("beneficial-ownership", _("Beneficial Ownership")),
        Choice("civic-space", _("Civic Space")),
        Choice("conflict-of-interest", _("Conflict of Interest")),
        Choice("crisis-response", _("Crisis Response")),
        Choice("digital-governance", _("Digital Governance")),
        Choice("e-petitions", _("E-Petitions")),
        Choice("elections-political-finance", _("Elections & Political Finance")),
        Choice("fiscal-openness", _("Fiscal Openness")),
        Choice("governance", _("Governance")),
        Choice("inclusion", _("Inclusion")),
        Choice("legislative-openness", _("Legislative Openness")),
        Choice("lobbying", _("Lobbying")),
        Choice("open-contracting", _("Open Contracting")),
        Choice("open-data", _("Open Data")),
        Choice("public-procurement", _("Public Procurement")),
        Choice("regulatory", _("Regulatory Governance")),
        Choice("right-to-information", _("Right to Information")),
        Choice("safety-nets-economic-inclusion", _("Safety Nets & Economic Inclusion")),
        Choice("social-accountability", _("Social Accountability")),
        Choice("stimulus-economic-recovery", _("Stimulus & Economic Recovery")),
        Choice("taxation", _("Taxation")),
        Choice("whistleblower-protections", _("Whistleblower Protections")),
        Choice("other", _("Other/NA")),
    ),
)

SECTORS = Vocabulary(
    "V-SECTOR",
    (
        Choice("aid", _("Aid")),
        Choice("citizenship-immigration", _("Citizenship & Immigration")),
        Choice("cross-sectoral", _("Cross-Sectoral")),
        Choice("education", _("Education")),
        Choice("environment-climate", _("Environment & Climate")),
        Choice("extractive-industries", _("Extractive Industries")),
        Choice("health-nutrition", _("Health & Nutrition")),
        Choice("infrastructure-transport", _("Infrastructure & Transport")),
        Choice("justice", _("Justice")),
        Choice("land-spatial-planning", _("Land & Spatial Planning")),
        Choice("legislature", _("Legislature")),
        Choice("media-telecommunications", _("Media & Telecommunications")),
        Choice("policing-corrections", _("Policing & Corrections")),
        Choice("private-sector", _("Private Sector")),
        Choice("public-services", _("Public Services (General)")),
        Choice("science-technology", _("Science & Technology")),
        Choice("security-public-safety", _("Security & Public Safety")),
        Choice("water-sanitation-hygiene", _("Water, Sanitation & Hygiene")),
        Choice("other", _("Other/NA")),
    ),
)

TECHNOLOGY = "technology-innovation"

OGP_VALUES = Vocabulary(
    "V-VALUE",
    (
        Choice(
            "access-to-information",
            _("Access to Information"),
            _("Information held by government is open, complete, timely and freely available."),
        ),
        Choice(
            "civic-participation",
            _("Civic Participation"),
            _("People are mobilised to debate, give input and contribute."),
        ),
        Choice(
            "public-accountability",
            _("Public Accountability"),
            _("Rules make officials justify actions, react to criticism and accept responsibility."),
        ),
        Choice(
            TECHNOLOGY,
            _("Technology & Innovation for Transparency & Accountability"),
            _("Supports the other three values; it does not stand alone."),
        ),
    ),
)

SECURED = Vocabulary(
    "V-SECURED",
    (Choice("yes", _("Yes")), Choice("no", _("No")), Choice("partially", _("Partially"))),
)

MILESTONE_STATUSES = Vocabulary(
    "V-MSTATUS",
    (
        Choice("not-started", _("Not started")),
        Choice("in-progress", _("In progress")),
        Choice("stuck", _("Stuck"), _("Begun or due, but blocked.")),
        Choice("finished", _("Finished"), _("What was promised exists and there is evidence of it.")),
        Choice("incomplete", _("Incomplete"), _("Closed without being finished.")),
    ),
)

RESOURCE_KINDS = Vocabulary(
    "A2-14",
    (
        Choice("budget", _("Budget"), _("Estimated amount and its currency.")),
        Choice("staff", _("Staff"), _("Number of people.")),
        Choice("time", _("Time"), _("Number of months.")),
        Choice("other", _("Other resources"), _("A description.")),
    ),
)

# Stored as their numbers, since that is how people cite them.
DEVELOPMENT_GOALS = Vocabulary(
    "A2-16",
    (
        Choice("1", _("1 No poverty")),
        Choice("2", _("2 Zero hunger")),
        Choice("3", _("3 Good health and well-being")),
        Choice("4", _("4 Quality education")),
        Choice("5", _("5 Gender equality")),
        Choice("6", _("6 Clean water and sanitation")),
        Choice("7", _("7 Affordable and clean energy")),
        Choice("8", _("8 Decent work and economic growth")),
        Choice("9", _("9 Industry, innovation and infrastructure")),
        Choice("10", _("10 Reduced inequalities")),
        Choice("11", _("11 Sustainable cities and communities")),
        Choice("12", _("12 Responsible consumption and production")),
        Choice("13", _("13 Climate action")),
        Choice("14", _("14 Life below water")),
        Choice("15", _("15 Life on land")),
        Choice("16", _("16 Peace, justice and strong institutions")),
        Choice("17", _("17 Partnerships for the goals")),
    ),
)

PARTY_ROLES = Vocabulary(
    "A2-03",
    (
        Choice("lead-government", _("Lead government agency")),
        Choice("lead-ngs", _("Lead non-governmental stakeholder")),
        Choice("other", _("Other stakeholder involved")),
    ),
)
