"""The register: one row per plan, commitment, milestone and meeting, whatever the languages of their pages."""

from ogp_wagtail.plans.models.agreement import Agreement, AgreementFields
from ogp_wagtail.plans.models.amendment import Amendment
from ogp_wagtail.plans.models.commitment import (
    Commitment,
    Milestone,
    MilestoneFields,
    Participation,
    Party,
    PartyFields,
    Resource,
    ResourceFields,
)
from ogp_wagtail.plans.models.date_change import DateChange
from ogp_wagtail.plans.models.declaration import Declaration
from ogp_wagtail.plans.models.filing import Endorsement, FiledFile, Filing
from ogp_wagtail.plans.models.judgement import OverruledWarning, ReviewAnswer
from ogp_wagtail.plans.models.meeting import Attendance, AttendanceFields, Meeting, MeetingDays
from ogp_wagtail.plans.models.plan import Plan, PlanMember, Slot

__all__ = [
    "Agreement",
    "AgreementFields",
    "Amendment",
    "Attendance",
    "AttendanceFields",
    "Commitment",
    "DateChange",
    "Declaration",
    "Endorsement",
    "FiledFile",
    "Filing",
    "Meeting",
    "MeetingDays",
    "Milestone",
    "MilestoneFields",
    "OverruledWarning",
    "Participation",
    "Party",
    "PartyFields",
    "Plan",
    "PlanMember",
    "Resource",
    "ResourceFields",
    "ReviewAnswer",
    "Slot",
]
