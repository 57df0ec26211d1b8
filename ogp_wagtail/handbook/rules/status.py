"""Chapter 11: membership status, its conditions and its clocks."""

from ..words import _
from .types import rules

STATUS = rules(
    (
        (
            "STAT-01",
            "STATUS",
            "§4",
            _("A condition is met by the facts, a status conferred by OGP"),
            "status.conferred.status_on",
        ),
        (
            "STAT-02",
            "STATUS",
            "§4.1",
            _("Inactive: no first plan by the day set"),
            "status.plans.first_plan_is_missing",
        ),
        (
            "STAT-03",
            "STATUS",
            "§4.1",
            _("Inactive: no next plan within four months"),
            "status.plans.next_plan_is_missing",
        ),
        (
            "STAT-04",
            "STATUS",
            "§4.1",
            _("Inactive: no progress for two quarters"),
            "status.quarters.tracker_shows_no_progress",
        ),
        (
            "STAT-05",
            "STATUS",
            "§4.1",
            _("Inactive: no update for two quarters"),
            "status.quarters.tracker_is_not_updated",
        ),
        (
            "STAT-06",
            "DATA",
            "§4.1",
            _("An inactive status names what triggered it"),
            "status.records.it_names_its_trigger",
        ),
        (
            "STAT-07",
            "ROLE",
            "§4.1",
            _("A member may ask to be inactive"),
            "status.records.voluntary_inactivity_is_asked_for",
        ),
        (
            "STAT-08",
            "WARN",
            "§4.1",
            _("Voluntary inactivity is talked over first"),
            "status.records.voluntary_inactivity_is_talked_over",
        ),
        ("STAT-09", "DATA", "§4.1, §4.2", _("A letter notes the status"), "status.records.a_letter_notes_it"),
        (
            "STAT-10",
            "STATUS",
            "§4.1",
            _("Active again once co-creation or progress is shown"),
            "status.restart.restart_found",
        ),
        (
            "STAT-11",
            "STATUS",
            "§4.2",
            _("Contrary to process: inactive for six months"),
            "status.clocks.inactive_for_too_long",
        ),
        (
            "STAT-12",
            "STATUS",
            "§4.2",
            _("Contrary to process: a requirement is not met"),
            "status.requirements.requirement_is_not_met",
        ),
        ("STAT-13", "STATUS", "§4.2", _("On probation the work goes on"), "status.conferred.work_goes_on"),
        (
            "STAT-14",
            "DEADLINE",
            "§4.2",
            _("What was missed is put right within four months"),
            "status.conferred.cure_due",
        ),
        (
            "STAT-15",
            "STATUS",
            "§4.2",
            _("Active again as soon as it is put right"),
            "status.restart.rectified_on",
        ),
        (
            "STAT-16",
            "STATUS",
            "§4.2",
            _("Membership may be revoked after four months"),
            "status.clocks.not_put_right",
        ),
        ("STAT-17", "PUBLISH", "§4.1, §4.2", _("The status is public"), "status.public.public_status"),
        (
            "STAT-18",
            "ROLE",
            "§4.2",
            _("Civil society may raise a violation of civic space"),
            "status.civic_space.check_case",
        ),
        ("STAT-19", "DATA", "§4 (derived)", _("The forecast of a member's status"), "forecast.forecast"),
    )
)
