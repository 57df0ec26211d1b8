"""Chapters 5 and 6: the items of the two forms, and their lists."""

from ..words import _
from .types import Rule, rules

_ANNEX_1 = (
    ("1.1", _("End of the current administration's term"), ""),
    ("1.2", _("End of the action plan period"), ""),
    ("2", _("Forewords"), ""),
    ("3", _("Introduction letter by the head of the jurisdiction"), ""),
    ("4.1", _("Long-term vision and goals"), ""),
    ("4.2", _("Achievements to date"), ""),
    ("4.3", _("Challenges and areas for improvement"), ""),
    ("4.4", _("Medium-term goals"), ""),
    ("4.5", _("How the plan contributes to the vision"), ""),
    ("4.6", _("How the vision contributes to the administration's policy goals"), ""),
    ("5.1", _("Institutions responsible for implementing the plan"), ""),
    ("5.2", _("Institutional arrangements"), ""),
    ("5.3", _("Spaces for collaboration"), ""),
    ("5.4", _("Measures for diversity of representation"), ""),
    ("5.5", _("Types of groups that took part"), ""),
    ("5.6", _("Number of groups that took part"), ""),
    ("5.7", _("Number of co-creation meetings"), ""),
    ("5.8", _("How collaboration continues through implementation"), ""),
    ("6.1", _("Description of the monitoring body"), ""),
    ("6.2", _("Contact details of the monitoring body"), ""),
    ("6.3", _("Activities to discuss progress with stakeholders"), ""),
    ("6.4", _("How progress is checked with implementing agencies"), ""),
    ("6.5", _("How results are shared with the public"), ""),
    ("7", _("Non-governmental stakeholders that endorse the plan"), ""),
    ("8", _("Open-government strategy or other documents"), ""),
    ("9", _("Website of the online consultation"), ""),
)

_ANNEX_2 = (
    ("01", _("Title"), ""),
    ("02", _("Start and end date"), ""),
    ("03", _("Lead implementing government agency"), ""),
    ("04", _("Lead implementing non-governmental stakeholders"), ""),
    ("05", _("Other stakeholders involved"), ""),
    ("06", _("Problem"), ""),
    ("07", _("Status quo"), ""),
    ("08", _("Action"), ""),
    ("09", _("Outputs and outcomes"), ""),
    ("10", _("Long-term goal it relates to"), ""),
    ("11", _("Primary policy area"), ""),
    ("12", _("Primary sector"), ""),
    ("13", _("OGP values"), ""),
    ("14", _("Resources needed"), ""),
    ("15", _("Whether the resources are secured"), ""),
    ("16", _("Additional information"), ""),
    ("17", _("Milestones"), ""),
)

LISTS = rules(
    (
        ("V-POLICY", "DATA", "Annex 2 item 11", _("Policy areas"), ""),
        ("V-SECTOR", "DATA", "Annex 2 item 12", _("Sectors"), ""),
        ("V-VALUE", "DATA", "Annex 2 item 13", _("OGP values"), ""),
        ("V-SECURED", "DATA", "Annex 2 item 15", _("Whether resources are secured"), ""),
        ("V-MSTATUS", "DATA", "Annex 2 item 17", _("State of a milestone"), ""),
    )
)

ANNEX_1 = tuple(Rule(f"A1-{item}", "DATA", f"Annex 1 item {item}", title, by) for item, title, by in _ANNEX_1)
ANNEX_2 = tuple(
    Rule(f"A2-{item}", "DATA", f"Annex 2 item {int(item)}", title, by) for item, title, by in _ANNEX_2
)
