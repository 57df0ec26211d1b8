"""Chapter 11: membership status, its conditions and its clocks."""

from ..words import _
from .types import rules

STATUS = rules(
    (
        ("STAT-01", "STATUS", "§4", _("A condition is met by the facts, a status conferred by OGP"), ""),
        ("STAT-02", "STATUS", "§4.1", _("Inactive: no first plan by the day set"), ""),
        ("STAT-03", "STATUS", "§4.1", _("Inactive: no next plan within four months"), ""),
        ("STAT-04", "STATUS", "§4.1", _("Inactive: no progress for two quarters"), ""),
        ("STAT-05", "STATUS", "§4.1", _("Inactive: no update for two quarters"), ""),
        ("STAT-06", "DATA", "§4.1", _("An inactive status names what triggered it"), ""),
        ("STAT-07", "ROLE", "§4.1", _("A member may ask to be inactive"), ""),
        ("STAT-08", "WARN", "§4.1", _("Voluntary inactivity is talked over first"), ""),
        ("STAT-09", "DATA", "§4.1, §4.2", _("A letter notes the status"), ""),
        ("STAT-10", "STATUS", "§4.1", _("Active again once co-creation or progress is shown"), ""),
        ("STAT-11", "STATUS", "§4.2", _("Contrary to process: inactive for six months"), ""),
        ("STAT-12", "STATUS", "§4.2", _("Contrary to process: a requirement is not met"), ""),
        ("STAT-13", "STATUS", "§4.2", _("On probation the work goes on"), ""),
        ("STAT-14", "DEADLINE", "§4.2", _("What was missed is put right within four months"), ""),
        ("STAT-15", "STATUS", "§4.2", _("Active again as soon as it is put right"), ""),
        ("STAT-16", "STATUS", "§4.2", _("Membership may be revoked after four months"), ""),
        ("STAT-17", "PUBLISH", "§4.1, §4.2", _("The status is public"), ""),
        ("STAT-18", "ROLE", "§4.2", _("Civil society may raise a violation of civic space"), ""),
        ("STAT-19", "DATA", "§4 (derived)", _("The forecast of a member's status"), ""),
    )
)
