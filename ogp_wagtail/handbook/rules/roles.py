"""Chapters 2 and 3: who does what, and orientation."""

from ..words import _
from .types import rules

ROLES = rules(
    (
        (
            "ROLE-01",
            "HARD",
            "§2.1",
            _("Agency, senior official and point of contact are designated"),
            "limits.designations.three_are_designated",
        ),
        (
            "ROLE-02",
            "HARD",
            "§2.1 (derived)",
            _("There is exactly one point of contact at a time"),
            "limits.designations.one_holder_at_a_time",
        ),
        (
            "ROLE-03",
            "ROLE",
            "Annex 1, Annex 2",
            _("Only the point of contact submits"),
            "permissions.is_allowed",
        ),
        (
            "ROLE-04",
            "DATA",
            "Annex 1, Annex 2",
            _("The point of contact has an e-mail address"),
            "limits.designations.contact_has_an_address",
        ),
        (
            "ROLE-05",
            "ROLE",
            "§2.1",
            _("What the point of contact is there for"),
            "limits.designations.evidence_of_meetings_is_public",
        ),
        ("ROLE-06", "ROLE", "§2.2", _("What non-governmental stakeholders may do"), "permissions.may"),
        (
            "ROLE-07",
            "DATA",
            "§2.2",
            _("Who counts as a non-governmental stakeholder"),
            "stakeholders.government_is_no_stakeholder",
        ),
        (
            "ROLE-08",
            "WARN",
            "§2.2",
            _("Citizens and under-represented groups take part"),
            "stakeholders.citizens_take_part",
        ),
        (
            "ROLE-09",
            "ROLE",
            "§2.3, §3.5",
            _("The three tasks of the monitoring body"),
            "tasks.tasks_of_the_monitoring_body",
        ),
        ("ROLE-10", "ROLE", "§2.4", _("What only the Support Unit may do"), "permissions.roles_allowed"),
        ("ROLE-11", "ROLE", "§2.3, §3.5", _("The IRM advises and does not approve"), "permissions.may"),
        ("ROLE-12", "PUBLISH", "§3.5", _("What the IRM reflects on is linked in public"), "tasks.irm_links"),
        (
            "ROLE-13",
            "DATA",
            "§3.5",
            _("The IRM's analysis of every second year is OGP's own task"),
            "timetable.joining.irm_dates",
        ),
        (
            "ORIENT-01",
            "DEADLINE",
            "§3.1",
            _("Orientation is complete when co-creation starts"),
            "orientation.orientation_is_complete",
        ),
        (
            "ORIENT-02",
            "DATA",
            "§3.1",
            _("Participants of both sides get access to orientation"),
            "orientation.everybody_has_access",
        ),
        (
            "ORIENT-03",
            "DATA",
            "§3.1",
            _("Stakeholders are mapped before the public is consulted"),
            "orientation.stakeholders_are_mapped",
        ),
        ("ORIENT-04", "DATA", "§3.1", _("Only new members need orientation"), "orientation.new_members"),
        (
            "V-NGS",
            "DATA",
            "§2.2",
            _("Types of non-governmental stakeholders"),
            "stakeholders.kind_is_in_the_list",
        ),
    )
)
