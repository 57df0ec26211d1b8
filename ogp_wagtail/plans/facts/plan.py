"""A plan of the register as facts, whole."""

from __future__ import annotations

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.plans.facts.changes import amendment_within, date_changes_of, filing_facts, filings_of
from ogp_wagtail.plans.facts.commitments import commitment_facts, commitments_of
from ogp_wagtail.plans.facts.members import member_facts, members_of, membership_fields, with_status
from ogp_wagtail.plans.facts.owner import coalition_facts, owner_facts
from ogp_wagtail.plans.facts.taking_part import MEETING_PARTS, endorsement_facts, groups_of, meeting_facts
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.rows import gather


def plan_facts(plan: Plan) -> PlanFacts:
    """The plan with its members, commitments, meetings and endorsements, in a constant number of queries.

    ``plan`` comes from ``Plan.objects.with_owner()``.
    """
    members = members_of(plan)
    joined = membership_fields(plan, [row.jurisdiction_id for row in members])
    commitments = commitments_of(plan, members)
    meetings = tuple(meeting_facts(row) for row in gather(plan.meetings.all(), *MEETING_PARTS))
    groups = groups_of(meetings)
    return PlanFacts(
        key=str(plan.key),
        code=plan.code,
        title=plan.title,
        members=tuple(with_status(member_facts(row), joined["memberships"]) for row in members),
        commitments=tuple(commitment_facts(row, groups) for row in commitments),
        meetings=meetings,
        endorsements=tuple(
            endorsement_facts(row, groups) for row in plan.endorsements.select_related("organisation")
        ),
        amendments=tuple(
            amendment_within(row, groups) for one in commitments for row in one.amendments.all()
        ),
        filings=tuple(filing_facts(row) for row in filings_of(plan)),
        date_changes=date_changes_of(members),
        **owner_facts(plan),
        coalition=coalition_facts(plan, members),
        **joined,
        period_basis=plan.period_basis,
        period_start=plan.period_start,
        period_end=plan.period_end,
        submitted_on=plan.submitted_on,
        language=plan.language,
        edition=plan.edition,
        readings=plan.readings,
    )
