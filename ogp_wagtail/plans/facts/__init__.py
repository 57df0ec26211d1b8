"""Rows of the register as facts for the handbook: dates, choices and life, no prose."""

from ogp_wagtail.plans.facts.changes import (
    amendment_facts,
    amendment_within,
    date_changes_of,
    filing_facts,
    filings_of,
)
from ogp_wagtail.plans.facts.commitments import (
    baseline_facts,
    commitment_facts,
    commitments_of,
    milestone_facts,
    numbers_of,
    party_facts,
    resource_facts,
)
from ogp_wagtail.plans.facts.members import member_facts, members_of, membership_fields, with_status
from ogp_wagtail.plans.facts.owner import coalition_facts, monitoring_body_facts, owner_facts
from ogp_wagtail.plans.facts.plan import plan_facts
from ogp_wagtail.plans.facts.taking_part import (
    approver_facts,
    endorsement_facts,
    groups_of,
    meeting_facts,
    who_took_part,
)

__all__ = [
    "amendment_facts",
    "amendment_within",
    "approver_facts",
    "baseline_facts",
    "coalition_facts",
    "commitment_facts",
    "commitments_of",
    "date_changes_of",
    "endorsement_facts",
    "filing_facts",
    "filings_of",
    "groups_of",
    "meeting_facts",
    "member_facts",
    "members_of",
    "membership_fields",
    "milestone_facts",
    "monitoring_body_facts",
    "numbers_of",
    "owner_facts",
    "party_facts",
    "plan_facts",
    "resource_facts",
    "who_took_part",
    "with_status",
]
