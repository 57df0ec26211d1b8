"""The rules applied so far, here and in the rooms above: id, kind, section of the handbook, our own title.

A section is written here and nowhere else; findings and deadlines look it up.
"""

from dataclasses import dataclass
from types import MappingProxyType

from .words import _


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: ``kind`` is HARD, DEADLINE, WARN, DATA, ROLE, STATUS or PUBLISH."""

    id: str
    kind: str
    section: str
    title: str


_TABLE = (
    ("ELIG-05", "HARD", "§1.1", _("Enough of the term remains when a jurisdiction applies")),
    ("ROLE-01", "HARD", "§2.1", _("A point of contact is named")),
    ("ROLE-02", "HARD", "§2.1 (derived)", _("There is exactly one point of contact at a time")),
    ("ROLE-03", "ROLE", "Annex 1, Annex 2", _("Only the point of contact submits")),
    ("PLAN-PERIOD-01", "DATA", "§3.2", _("A first plan starts on joining, a later one after the last")),
    ("PLAN-PERIOD-02", "HARD", "§3.2, Annex 1 item 1.2", _("The plan ends two months before the term")),
    ("PLAN-PERIOD-03", "WARN", "§3.2, Annex 1 item 1.2", _("The plan follows the administration's term")),
    ("PLAN-PERIOD-04", "HARD", "§3.2", _("Term end and plan end are stated")),
    ("PLAN-PERIOD-05", "DATA", "§3.2", _("A jurisdiction without elections says what its period rests on")),
    ("PLAN-PERIOD-06", "HARD", "§3.2", _("A self-selected period lasts one to four years")),
    ("PLAN-PERIOD-07", "HARD", "§3.2, §3.2.1.2 (derived)", _("The plan is long enough for one commitment")),
    ("PLAN-PERIOD-08", "STATUS", "§3.2", _("A plan is active up to and including its last day")),
    (
        "PLAN-PERIOD-09",
        "WARN",
        "§3.2 (derived)",
        _("A term that changes after submission is looked at again"),
    ),
    ("PLAN-PERIOD-10", "HARD", "§3, §3.4 (derived)", _("A jurisdiction is in one active plan at a time")),
    ("PLAN-COMP-01", "HARD", "§3, §3.2, §3.2.1", _("A plan is one vision and a set of commitments")),
    ("PLAN-LANG-01", "HARD", "§3.2", _("Every required text has an English version")),
    ("PLAN-SUB-01", "HARD", "§3.2.1, Annex 1, Annex 2", _("What was submitted is kept as it was")),
    ("PLAN-SUB-02", "HARD", "§3.3.1, §3.5", _("What a plan holds when it is submitted")),
    ("PLAN-COUNT-01", "HARD", "§3.2", _("A single plan holds a limited number of commitments at a time")),
    ("PLAN-COUNT-03", "STATUS", "§3.2, §3.2.1.2", _("A commitment keeps its place until done and assessed")),
    ("PLAN-COUNT-05", "HARD", "§3.2 (derived)", _("A plan starts with at least one commitment")),
    ("PLAN-COUNT-06", "DEADLINE", "§3.2 (derived)", _("Last day on which a new commitment may start")),
    ("GAP-01", "DEADLINE", "§3.2, §4.1", _("The next plan follows within four months")),
    ("GAP-03", "HARD", "§3 (derived)", _("A plan is submitted after the end of the previous one")),
    ("QUAL-01", "HARD", "§3.2.1.2", _("A commitment advances at least one OGP value")),
    ("QUAL-02", "WARN", "§3.2.1.1", _("Technology and innovation does not stand alone")),
    ("QUAL-09", "HARD", "§3.2, §3.3", _("Every commitment is co-created")),
    ("COM-DUR-01", "HARD", "§3.2.1.2", _("A commitment lasts at least one year")),
    ("COM-DUR-02", "HARD", "§3.2, §3.2.1.2", _("A commitment lies inside the plan")),
    ("COM-DUR-03", "HARD", "Annex 2 item 17", _("Milestones lie inside their commitment")),
    ("AMEND-01", "HARD", "§3.2.1.3", _("A change is agreed with those who co-created")),
    ("AMEND-04", "DEADLINE", "§3.2.1.3", _("A commitment can be amended for six months")),
    ("AMEND-08", "STATUS", "§3.2.1.3 (derived)", _("A commitment removed stays visible as withdrawn")),
    ("COCR-01", "HARD", "§3.3.1", _("There is a space for participation")),
    ("COCR-02", "HARD", "§3.3.1", _("At least one meeting during co-creation")),
    ("COCR-03", "DEADLINE", "§3.3.1", _("Two meetings a year on implementation")),
    ("COCR-04", "HARD", "§3.3.1", _("The space includes government and non-government")),
    ("COCR-05", "HARD", "§3.3.1, Annex 1 item 7", _("Non-governmental stakeholders endorse the final plan")),
    ("MEET-02", "STATUS", "§3.3.1 (derived)", _("What counts as a co-creation meeting")),
    ("MEET-04", "WARN", "Annex 5, §3.5", _("A meeting without evidence does not count")),
    ("COAL-01", "HARD", "§3.4", _("A coalition has two to four members")),
    ("COAL-02", "HARD", "§3.4", _("All members are in one country")),
    ("COAL-04", "HARD", "§3.4", _("A coalition submits exactly one plan")),
    ("COAL-05", "HARD", "§3.4, §3.2", _("A joint plan follows the latest-ending term")),
    ("COAL-06", "HARD", "§3.4", _("Each member finishes before the end of its own term")),
    ("COAL-07", "HARD", "§3.4", _("A joint plan holds a limited number of commitments at a time")),
    ("COAL-08", "DATA", "§3.4", _("Every member takes part in a commitment")),
    ("COAL-09", "HARD", "§3.4", _("A separate commitment applies to exactly one jurisdiction")),
    ("COAL-10", "HARD", "§3.4", _("A joint commitment is implemented by every member")),
    ("COAL-11", "DATA", "Annex 2 item 3 (derived)", _("A joint commitment names an agency of each member")),
    ("COAL-12", "HARD", "§3.4", _("A coalition has exactly one monitoring body")),
    ("COAL-13", "DATA", "§3.4", _("Members co-create together or each on its own")),
    ("COAL-14", "HARD", "§3.4", _("A coalition has exactly one point of contact")),
    ("COAL-15", "DATA", "§3.4", _("Partners define how the coalition is governed")),
    ("COAL-18", "DEADLINE", "§3.2, §3.4 (derived)", _("The gap runs for each member of a joint plan")),
    ("COAL-19", "DATA", "§3.4", _("What the coalition is for")),
    ("COAL-21", "WARN", "§3.4 (derived)", _("The members are settled when the plan is submitted")),
    ("MB-01", "HARD", "§2.3, §3.5", _("A monitoring body is named")),
    ("MB-02", "DATA", "§3.5", _("What kind of body monitors")),
    ("MB-03", "HARD", "§3.5", _("Non-governmental stakeholders approve the monitoring body")),
    ("MB-04", "HARD", "§2.3, §3.5", _("The monitoring body is independent")),
    ("MB-12", "DATA", "§3.5 (derived)", _("A monitoring body that is replaced stays on record")),
    ("INC-01", "DEADLINE", "§3.5.1", _("Inception report")),
    ("EOC-01", "STATUS", "§3.5.2", _("What starts the end-of-commitment assessment")),
    ("EOC-02", "DEADLINE", "§3.5.2", _("End-of-commitment assessment")),
    ("FLE-01", "DEADLINE", "§3.5.3", _("Final learning exercise")),
    ("TRK-01", "DEADLINE", "§3.5, §3.5.4", _("Quarterly update of the tracker")),
    ("WEB-10", "DEADLINE", "Annex 4", _("Monthly news on co-creation (recommended)")),
    ("ELIG-01", "HARD", "§1", _("What kind of jurisdiction applies")),
    ("MEET-01", "DATA", "§3.3.1, Annex 5", _("What a meeting record holds")),
    ("V-POLICY", "DATA", "Annex 2 item 11", _("Policy areas")),
    ("V-SECTOR", "DATA", "Annex 2 item 12", _("Sectors")),
    ("V-VALUE", "DATA", "Annex 2 item 13", _("OGP values")),
    ("V-SECURED", "DATA", "Annex 2 item 15", _("Whether resources are secured")),
    ("V-MSTATUS", "DATA", "Annex 2 item 17", _("State of a milestone")),
    ("V-NGS", "DATA", "§2.2", _("Types of non-governmental stakeholders")),
    ("V-MBTYPE", "DATA", "§3.5", _("Types of monitoring body")),
    ("V-SPACE", "DATA", "§3.3.1", _("Kinds of spaces")),
    ("EV-06", "DATA", "Annex 5", _("Types of evidence")),
)

_ANNEX_1 = {
    "1.1": _("End of the current administration's term"),
    "1.2": _("End of the action plan period"),
    "2": _("Forewords"),
    "3": _("Introduction letter by the head of the jurisdiction"),
    "4.1": _("Long-term vision and goals"),
    "4.2": _("Achievements to date"),
    "4.3": _("Challenges and areas for improvement"),
    "4.4": _("Medium-term goals"),
    "4.5": _("How the plan contributes to the vision"),
    "4.6": _("How the vision contributes to the administration's policy goals"),
    "5.1": _("Institutions responsible for implementing the plan"),
    "5.2": _("Institutional arrangements"),
    "5.3": _("Spaces for collaboration"),
    "5.4": _("Measures for diversity of representation"),
    "5.5": _("Types of groups that took part"),
    "5.6": _("Number of groups that took part"),
    "5.7": _("Number of co-creation meetings"),
    "5.8": _("How collaboration continues through implementation"),
    "6.1": _("Description of the monitoring body"),
    "6.2": _("Contact details of the monitoring body"),
    "6.3": _("Activities to discuss progress with stakeholders"),
    "6.4": _("How progress is checked with implementing agencies"),
    "6.5": _("How results are shared with the public"),
    "7": _("Non-governmental stakeholders that endorse the plan"),
    "8": _("Open-government strategy or other documents"),
    "9": _("Website of the online consultation"),
}

_ANNEX_2 = {
    "01": _("Title"),
    "02": _("Start and end date"),
    "03": _("Lead implementing government agency"),
    "04": _("Lead implementing non-governmental stakeholders"),
    "05": _("Other stakeholders involved"),
    "06": _("Problem"),
    "07": _("Status quo"),
    "08": _("Action"),
    "09": _("Outputs and outcomes"),
    "10": _("Long-term goal it relates to"),
    "11": _("Primary policy area"),
    "12": _("Primary sector"),
    "13": _("OGP values"),
    "14": _("Resources needed"),
    "15": _("Whether the resources are secured"),
    "16": _("Additional information"),
    "17": _("Milestones"),
}


def _all_rules() -> dict[str, Rule]:
    rules = [Rule(*row) for row in _TABLE]
    rules += [Rule(f"A1-{i}", "DATA", f"Annex 1 item {i}", title) for i, title in _ANNEX_1.items()]
    rules += [Rule(f"A2-{i}", "DATA", f"Annex 2 item {int(i)}", title) for i, title in _ANNEX_2.items()]
    return {rule.id: rule for rule in rules}


RULES = MappingProxyType(_all_rules())


def rule_named(rule_id: str) -> Rule:
    """Return the rule with this id. Raises ValueError when the package does not apply such a rule."""
    try:
        return RULES[rule_id]
    except KeyError:
        raise ValueError(f"No rule {rule_id!r} among the {len(RULES)} rules applied here.") from None


def section_of(rule_id: str) -> str:
    """Return the section of the handbook that gives a rule."""
    return rule_named(rule_id).section
