"""What OGP asks of a local action plan, as plain Python: no Django, no clock, nothing read or written.

Say what a plan is, and ask what the handbook says about it:

>>> from datetime import date
>>> from ogp_wagtail.handbook import CommitmentFacts, MemberFacts, PlanFacts, errors, review
>>> city = MemberFacts("mty", "Monterrey", term_end=date(2027, 12, 31))
>>> budget = CommitmentFacts(
...     "1", "C1", "Open the city budget", start=date(2025, 3, 1), end=date(2026, 2, 27)
... )
>>> plan = PlanFacts(
...     "1", "MTY-2024", members=(city,), commitments=(budget,), period_end=date(2027, 11, 1)
... )
>>> for finding in errors(review(plan, day=date(2024, 3, 15))):
...     print(f"{finding.subject}: {finding.hint} [{finding.rule}, {finding.section}]")
plan: End the plan on 2027-10-31 or earlier. [PLAN-PERIOD-02, §3.2, Annex 1 item 1.2]
commitment C1: End it on 2026-02-28 or later, or start it earlier. [COM-DUR-01, §3.2.1.2]

Where things are: ``facts`` (what goes in), ``findings`` (what comes out), ``editions`` (the numbers),
``rules`` (ids and sections), ``vocabularies`` (the lists), ``calendar`` and ``durations`` (arithmetic),
``applications``, ``limits``, ``cocreation``, ``forms``, ``amendments``, ``filings``, ``tracker``, ``status`` (the
checks), ``permissions`` (who may do what), ``timetable`` (the dates), ``forecast`` (a member's status), ``review``
(all together).
"""

from .amendments import check_amendments, review_amendment
from .applications import review_application
from .calendar import Month, add_months, latest_start, minimum_end
from .editions import CURRENT, EDITIONS, Edition, edition_named
from .facts import (
    AmendmentFacts,
    ApplicationFacts,
    CommitmentFacts,
    EndorsementFacts,
    ForewordFacts,
    GoalFacts,
    MeetingFacts,
    MemberFacts,
    MembershipFacts,
    MilestoneFacts,
    ParticipationFacts,
    PartyFacts,
    PlanFacts,
    ResourceFacts,
    SpaceFacts,
    StatusEventFacts,
    UpdateFacts,
)
from .findings import Finding, Severity, errors
from .forecast import Forecast, forecast
from .readings import edition_of
from .review import review, review_filing, review_inclusion
from .rules import RULES, Rule, rule_named, section_of
from .timetable import Deadline, next_dates, plan_end, timetable

__all__ = [
    "CURRENT",
    "EDITIONS",
    "RULES",
    "AmendmentFacts",
    "ApplicationFacts",
    "CommitmentFacts",
    "Deadline",
    "Edition",
    "EndorsementFacts",
    "Finding",
    "Forecast",
    "ForewordFacts",
    "GoalFacts",
    "MeetingFacts",
    "MemberFacts",
    "MembershipFacts",
    "MilestoneFacts",
    "Month",
    "ParticipationFacts",
    "PartyFacts",
    "PlanFacts",
    "ResourceFacts",
    "Rule",
    "Severity",
    "SpaceFacts",
    "StatusEventFacts",
    "UpdateFacts",
    "add_months",
    "check_amendments",
    "edition_named",
    "edition_of",
    "errors",
    "forecast",
    "latest_start",
    "minimum_end",
    "next_dates",
    "plan_end",
    "review",
    "review_amendment",
    "review_application",
    "review_filing",
    "review_inclusion",
    "rule_named",
    "section_of",
    "timetable",
]
