"""Chapter 9: joint plans and the coalitions that file them."""

from ..words import _
from .types import rules

COALITIONS = rules(
    (
        ("COAL-01", "HARD", "§3.4", _("A coalition has two to four members"), ""),
        ("COAL-02", "HARD", "§3.4", _("All members are in one country"), ""),
        (
            "COAL-03",
            "HARD",
            "§3.4",
            _("Every partner is a member of OGP Local"),
            "limits.membership.partners_are_members",
        ),
        ("COAL-04", "HARD", "§3.4", _("A coalition submits exactly one plan"), ""),
        ("COAL-05", "HARD", "§3.4, §3.2", _("A joint plan follows the latest-ending term"), ""),
        ("COAL-06", "HARD", "§3.4", _("Each member finishes before the end of its own term"), ""),
        ("COAL-07", "HARD", "§3.4", _("A joint plan holds a limited number of commitments at a time"), ""),
        ("COAL-08", "DATA", "§3.4", _("Every member takes part in a commitment"), ""),
        ("COAL-09", "HARD", "§3.4", _("A separate commitment applies to exactly one jurisdiction"), ""),
        ("COAL-10", "HARD", "§3.4", _("A joint commitment is implemented by every member"), ""),
        (
            "COAL-11",
            "DATA",
            "Annex 2 item 3 (derived)",
            _("A joint commitment names an agency of each member"),
            "",
        ),
        ("COAL-12", "HARD", "§3.4", _("A coalition has exactly one monitoring body"), ""),
        ("COAL-13", "DATA", "§3.4", _("Members co-create together or each on its own"), ""),
        ("COAL-14", "HARD", "§3.4", _("A coalition has exactly one point of contact"), ""),
        ("COAL-15", "DATA", "§3.4", _("Partners define how the coalition is governed"), ""),
        ("COAL-16", "ROLE", "§3.4", _("All partners are equal"), "permissions.partners_in_neutral_order"),
        (
            "COAL-17",
            "STATUS",
            "§3.4",
            _("A joint plan is not renewed by itself"),
            "status.succession.members_choose_anew",
        ),
        (
            "COAL-18",
            "DEADLINE",
            "§3.2, §3.4 (derived)",
            _("The gap runs for each member of a joint plan"),
            "timetable.process.next_plan_of_each_member",
        ),
        ("COAL-19", "DATA", "§3.4", _("What the coalition is for"), ""),
        ("COAL-20", "DATA", "Annex 1 item 1.1 (derived)", _("Each member states its own term end"), ""),
        ("COAL-21", "WARN", "§3.4 (derived)", _("The members are settled when the plan is submitted"), ""),
        (
            "COAL-22",
            "STATUS",
            "§3.4, §4 (derived)",
            _("Membership status stays with each jurisdiction"),
            "tracker.shares.is_suspended",
        ),
    )
)
