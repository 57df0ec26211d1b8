"""The lists of participation: how the public is told, what it contributes, and what became of that."""

from ..words import _
from .types import Choice, Vocabulary

NOTICE_KINDS = Vocabulary(
    "WEB-04",
    (Choice("opportunity", _("Opportunity to take part")), Choice("news", _("News"))),
)

NOTICE_CHANNELS = Vocabulary(
    "WEB-04",
    (
        Choice("website", _("Website")),
        Choice("radio-tv", _("Radio or television")),
        Choice("press", _("Newspapers")),
        Choice("social-media", _("Social media")),
        Choice("messages", _("Messages to telephones")),
        Choice("email", _("E-mail")),
        Choice("posters", _("Posters and leaflets")),
        Choice("in-person", _("In person")),
        Choice("other", _("Other")),
    ),
)

NOTICE_TOPICS = Vocabulary(
    "WEB-05",
    (
        Choice("timeline", _("Timeline of key steps and deadlines")),
        Choice("opportunities", _("Opportunities to take part")),
        Choice("decision-making", _("How commitments are agreed and the plan is finalised")),
        Choice("event-notes", _("Notes of an event")),
        Choice("draft-commitments", _("Draft commitments")),
        Choice("contributions", _("Overview of contributions")),
        Choice("government-response", _("Response of the government")),
        Choice("outreach", _("Making the process known")),
        Choice("implementation", _("Progress of the implementation")),
    ),
)

CONTRIBUTION_KINDS = Vocabulary(
    "REC-07",
    (
        Choice("proposal", _("Proposal")),
        Choice("question", _("Question")),
        Choice("comment", _("Comment")),
    ),
)

CONTRIBUTION_STAGES = Vocabulary(
    "REC-08",
    (
        Choice("priorities", _("Identifying priorities")),
        Choice("agenda", _("Setting the agenda")),
        Choice("drafting", _("Drafting commitments")),
        Choice("final-text", _("Final text of the plan")),
        Choice("implementation", _("Implementation")),
        Choice("assessment", _("Assessment")),
    ),
)

CONTRIBUTION_OUTCOMES = Vocabulary(
    "REC-07",
    (
        Choice("included", _("Included")),
        Choice("amended", _("Included with changes")),
        Choice("rejected", _("Rejected")),
        Choice("noted", _("Noted")),
    ),
)
