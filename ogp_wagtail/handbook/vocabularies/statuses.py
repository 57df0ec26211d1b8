"""Membership statuses and what triggers them (§4)."""

from ..words import _
from .types import Choice, Vocabulary

STATUSES = Vocabulary(
    "STAT-01",
    (
        Choice("applicant", _("Applicant")),
        Choice("not-selected", _("Not selected")),
        Choice("active", _("Active")),
        Choice("inactive", _("Inactive")),
        Choice("probation", _("Acting contrary to process")),
        Choice("revoked", _("Revoked")),
    ),
)

IN_MEMBERSHIP = frozenset({"active", "inactive", "probation"})

STATUS_TRIGGERS = Vocabulary(
    "STAT-06",
    (
        Choice("STAT-02", _("No first plan by the day set")),
        Choice("STAT-03", _("No next plan within four months")),
        Choice("STAT-04", _("No progress for two quarters")),
        Choice("STAT-05", _("No update for two quarters")),
        Choice("voluntary", _("Asked for by the member")),
        Choice("STAT-10", _("Co-creation or progress shown again")),
        Choice("STAT-11", _("Inactive for six months")),
        Choice("STAT-12", _("A minimum requirement is not met")),
        Choice("STAT-15", _("What was missed has been put right")),
        Choice("STAT-16", _("Not put right within four months")),
        Choice("LOS-08", _("Decision on the application")),
    ),
)
