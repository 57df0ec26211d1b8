"""Chapters 5 and 6: the items of the two forms, and their lists."""

from ..words import _
from .types import Rule, rules

_VISION = "forms.annex1.vision_is_complete"
_COMMITMENT = "forms.annex2.commitment_is_complete"

_ANNEX_1 = (
    ("1.1", _("End of the current administration's term"), "forms.annex1.terms_are_stated"),
    ("1.2", _("End of the action plan period"), _VISION),
    ("2", _("Forewords"), _VISION),
    ("3", _("Introduction letter by the head of the jurisdiction"), _VISION),
    ("4.1", _("Long-term vision and goals"), _VISION),
    ("4.2", _("Achievements to date"), _VISION),
    ("4.3", _("Challenges and areas for improvement"), _VISION),
    ("4.4", _("Medium-term goals"), _VISION),
    ("4.5", _("How the plan contributes to the vision"), _VISION),
    ("4.6", _("How the vision contributes to the administration's policy goals"), _VISION),
    (
        "5.1",
        _("Institutions responsible for implementing the plan"),
        "forms.taking_part.lead_agencies_are_institutions",
    ),
    ("5.2", _("Institutional arrangements"), _VISION),
    ("5.3", _("Spaces for collaboration"), "forms.taking_part.spaces_are_described"),
    ("5.4", _("Measures for diversity of representation"), _VISION),
    ("5.5", _("Types of groups that took part"), "forms.taking_part.types_are_those_recorded"),
    ("5.6", _("Number of groups that took part"), "forms.taking_part.count_is_that_recorded"),
    ("5.7", _("Number of co-creation meetings"), _VISION),
    ("5.8", _("How collaboration continues through implementation"), _VISION),
    ("6.1", _("Description of the monitoring body"), _VISION),
    ("6.2", _("Contact details of the monitoring body"), _VISION),
    ("6.3", _("Activities to discuss progress with stakeholders"), _VISION),
    ("6.4", _("How progress is checked with implementing agencies"), _VISION),
    ("6.5", _("How results are shared with the public"), _VISION),
    ("7", _("Non-governmental stakeholders that endorse the plan"), _VISION),
    ("8", _("Open-government strategy or other documents"), _VISION),
    ("9", _("Website of the online consultation"), "forms.taking_part.consultation_has_an_address"),
)

_ANNEX_2 = (
    ("01", _("Title"), "limits.commitments.unique_title"),
    ("02", _("Start and end date"), "limits.commitments.dates_are_stated"),
    ("03", _("Lead implementing government agency"), "forms.parties.parties_are_complete"),
    ("04", _("Lead implementing non-governmental stakeholders"), "forms.parties.parties_are_complete"),
    ("05", _("Other stakeholders involved"), "forms.parties.parties_are_complete"),
    ("06", _("Problem"), _COMMITMENT),
    ("07", _("Status quo"), "forms.additional.baseline_is_a_figure"),
    ("08", _("Action"), _COMMITMENT),
    ("09", _("Outputs and outcomes"), _COMMITMENT),
    ("10", _("Long-term goal it relates to"), "forms.annex2.goals_are_in_the_vision"),
    ("11", _("Primary policy area"), "forms.choices.policy_areas_fit"),
    ("12", _("Primary sector"), "forms.choices.sectors_fit"),
    ("13", _("OGP values"), "forms.choices.values_fit"),
    ("14", _("Resources needed"), "forms.resources.every_kind_of_resource"),
    ("15", _("Whether the resources are secured"), "forms.choices.secured_is_a_choice"),
    ("16", _("Additional information"), "forms.additional.development_goals_exist"),
    ("17", _("Milestones"), "forms.milestones.milestones_are_complete"),
)

LISTS = rules(
    (
        ("V-POLICY", "DATA", "Annex 2 item 11", _("Policy areas"), "forms.choices.policy_areas_fit"),
        ("V-SECTOR", "DATA", "Annex 2 item 12", _("Sectors"), "forms.choices.sectors_fit"),
        ("V-VALUE", "DATA", "Annex 2 item 13", _("OGP values"), "forms.choices.values_explained"),
        (
            "V-SECURED",
            "DATA",
            "Annex 2 item 15",
            _("Whether resources are secured"),
            "forms.choices.secured_is_a_choice",
        ),
        (
            "V-MSTATUS",
            "DATA",
            "Annex 2 item 17",
            _("State of a milestone"),
            "forms.milestones.statuses_are_choices",
        ),
    )
)

ANNEX_1 = tuple(Rule(f"A1-{item}", "DATA", f"Annex 1 item {item}", title, by) for item, title, by in _ANNEX_1)
ANNEX_2 = tuple(
    Rule(f"A2-{item}", "DATA", f"Annex 2 item {int(item)}", title, by) for item, title, by in _ANNEX_2
)
