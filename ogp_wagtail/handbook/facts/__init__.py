"""Facts: what the rules need to know about a plan, as plain values.

They come from a database row, a spreadsheet or a few lines of Python; the rules do not care. Everything but
a thing's identity has a default, because a draft may be unfinished. A ``key`` is any text that tells things
of one kind apart (a primary key, a slug); it is what the facts refer to one another by.
"""

from .amendments import AmendmentFacts, FilingFacts
from .coalition import CoalitionFacts, DateChangeFacts, MovedDateFacts, NextStepFacts
from .evidence import EvidenceFacts
from .judgements import AnswerFacts, OverruleFacts
from .membership import (
    ApplicationFacts,
    CallFacts,
    CivicSpaceCaseFacts,
    IrmPublicationFacts,
    MembershipFacts,
    OrganisationFacts,
    OrientationFacts,
    RoleFacts,
    SignatoryFacts,
    StatusEventFacts,
    SubmittedPlanFacts,
    TrackRecordFacts,
)
from .monitoring import (
    ApproverFacts,
    EntryFacts,
    InvitationFacts,
    MonitoringBodyFacts,
    MoveFacts,
    ReportFacts,
    RequirementFacts,
    UpdateFacts,
)
from .plan import (
    BaselineFacts,
    CommitmentFacts,
    ForewordFacts,
    GoalFacts,
    MemberFacts,
    MilestoneFacts,
    ParticipationFacts,
    PartyFacts,
    PlanFacts,
    ResourceFacts,
    Texts,
)
from .process import ContributionFacts, EndorsementFacts, MeetingFacts, NoticeFacts, SpaceFacts, WebsiteFacts

__all__ = [
    "AmendmentFacts",
    "AnswerFacts",
    "ApplicationFacts",
    "ApproverFacts",
    "BaselineFacts",
    "CallFacts",
    "CivicSpaceCaseFacts",
    "CoalitionFacts",
    "CommitmentFacts",
    "ContributionFacts",
    "DateChangeFacts",
    "EndorsementFacts",
    "EntryFacts",
    "EvidenceFacts",
    "FilingFacts",
    "ForewordFacts",
    "GoalFacts",
    "InvitationFacts",
    "IrmPublicationFacts",
    "MeetingFacts",
    "MemberFacts",
    "MembershipFacts",
    "MilestoneFacts",
    "MonitoringBodyFacts",
    "MoveFacts",
    "MovedDateFacts",
    "NextStepFacts",
    "NoticeFacts",
    "OrganisationFacts",
    "OrientationFacts",
    "OverruleFacts",
    "ParticipationFacts",
    "PartyFacts",
    "PlanFacts",
    "ReportFacts",
    "RequirementFacts",
    "ResourceFacts",
    "RoleFacts",
    "SignatoryFacts",
    "SpaceFacts",
    "StatusEventFacts",
    "SubmittedPlanFacts",
    "Texts",
    "TrackRecordFacts",
    "UpdateFacts",
    "WebsiteFacts",
]
