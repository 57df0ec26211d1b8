"""Page types: what is published. Each is an abstract mixin and a thin page over it."""

from ogp_wagtail.pages.models.commitment import (
    CommitmentMixin,
    CommitmentPage,
    CommitmentPageAgreement,
    CommitmentPageMember,
    CommitmentPageMilestone,
    CommitmentPageParty,
    CommitmentPageResource,
)
from ogp_wagtail.pages.models.landing import LandingMixin, OpenGovernmentPage
from ogp_wagtail.pages.models.meeting import MeetingMixin, MeetingPage, MeetingPageAttendance
from ogp_wagtail.pages.models.plan import ActionPlanMixin, ActionPlanPage
from ogp_wagtail.pages.models.plan_parts import (
    ActionPlanPageDocument,
    ActionPlanPageForeword,
    ActionPlanPageGoal,
    ActionPlanPageSpace,
)

__all__ = [
    "ActionPlanMixin",
    "ActionPlanPage",
    "ActionPlanPageDocument",
    "ActionPlanPageForeword",
    "ActionPlanPageGoal",
    "ActionPlanPageSpace",
    "CommitmentMixin",
    "CommitmentPage",
    "CommitmentPageAgreement",
    "CommitmentPageMember",
    "CommitmentPageMilestone",
    "CommitmentPageParty",
    "CommitmentPageResource",
    "LandingMixin",
    "MeetingMixin",
    "MeetingPage",
    "MeetingPageAttendance",
    "OpenGovernmentPage",
]
