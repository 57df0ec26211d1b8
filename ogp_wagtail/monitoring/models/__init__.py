"""What is said about how a plan is doing: reports, results of the requirements, and updates of the tracker."""

from ogp_wagtail.monitoring.models.invitation import FeedbackInvitation
from ogp_wagtail.monitoring.models.report import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    Report,
)
from ogp_wagtail.monitoring.models.requirement import RequirementResult
from ogp_wagtail.monitoring.models.update import MilestoneMove, ProgressEntry, ProgressUpdate

__all__ = [
    "EndOfCommitmentReport",
    "FeedbackInvitation",
    "InceptionReport",
    "LearningReport",
    "MilestoneMove",
    "ProgressEntry",
    "ProgressUpdate",
    "Report",
    "RequirementResult",
]
