"""The plan, its members and its commitments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..calendar import Month
from .amendments import AmendmentFacts, FilingFacts
from .coalition import CoalitionFacts, DateChangeFacts
from .evidence import EvidenceFacts
from .judgements import AnswerFacts, OverruleFacts
from .membership import IrmPublicationFacts, MembershipFacts
from .monitoring import ApproverFacts, MonitoringBodyFacts, ReportFacts, RequirementFacts, UpdateFacts
from .process import (
    ContributionFacts,
    EndorsementFacts,
    MeetingFacts,
    NoticeFacts,
    SpaceFacts,
    WebsiteFacts,
)

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A jurisdiction that takes part. ``period_end`` is the own period end of one without elections.

    ``status`` is its membership status on the day of the review; ``left_on`` the day it left a coalition (COAL-21).
    """

    key: str
    name: str
    country: str | None = None
    elected: bool = True
    term_end: date | None = None
    period_end: date | None = None
    joined_on: date | None = None
    left_on: date | None = None
    status: str = "active"

    @property
    def subject(self) -> str:
        return f"member {self.name}"


@dataclass(frozen=True, slots=True)
class ParticipationFacts:
    """One member's part in a commitment; without an ``end`` of its own it ends with the commitment.

    ``dropped_on`` is the day its member left the coalition: from then on nobody waits for it (COAL-21).
    """

    member: str
    end: date | None = None
    implemented_on: date | None = None
    dropped_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """A long-term goal of the vision (Annex 1 item 4.1)."""

    key: str
    text: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """A step of a commitment (Annex 2 item 17); ``responsible`` may be an organisation of any sector.

    ``evidence_kind`` is the code of Annex 5 of the evidence that will show it (QUAL-04), or "".
    """

    key: str
    deliverable: str = ""
    start: Month | None = None
    end: Month | None = None
    responsible: str = ""
    status: str = "not-started"
    contact: str = ""
    english: str = ""
    evidence_kind: str = ""

    @property
    def subject(self) -> str:
        return f"milestone {self.deliverable or self.key}"


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """A resource (Annex 2 item 14). ``text`` holds what is no number, also an explicit "none"."""

    kind: str
    amount: float | None = None
    currency: str = ""
    text: str = ""
    provider: str = ""


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """An organisation with a role in a commitment (Annex 2 items 3 to 5); ``part`` is that role in words."""

    role: str
    organisation: str
    member: str | None = None
    contact: str = ""
    email: str = ""
    branch: str = ""
    job_title: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class BaselineFacts:
    """A figure of the status quo to start from (Annex 2 item 7)."""

    value: str
    unit: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """A commitment. ``assessed_on`` is the day of the assessment that found it complete.

    ``texts`` maps each text field to its text in the plan's language, ``english`` to its English text.
    ``development_goals`` are numbers of the United Nations' goals (A2-16). ``agreed_by`` are the stakeholders that
    agreed to one added later (COCR-09).
    """

    key: str
    code: str
    title: str = ""
    scope: str = "separate"
    start: date | None = None
    end: date | None = None
    participations: tuple[ParticipationFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    parties: tuple[PartyFacts, ...] = ()
    resources: tuple[ResourceFacts, ...] = ()
    resources_secured: str = ""
    policy_areas: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    ogp_values: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    baseline: BaselineFacts | None = None
    development_goals: frozenset[int] = frozenset()
    texts: Texts = field(default_factory=dict, hash=False)
    english: Texts = field(default_factory=dict, hash=False)
    submitted_on: date | None = None
    included_on: date | None = None
    implemented_on: date | None = None
    assessed_on: date | None = None
    released_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    agreed_by: tuple[ApproverFacts, ...] = ()

    @property
    def subject(self) -> str:
        return f"commitment {self.code}"

    @property
    def ends(self) -> dict[str, date]:
        """The end of each member's part, by member, as far as it is known."""
        ends = {row.member: row.end or self.end for row in self.participations}
        return {member: end for member, end in ends.items() if end}

    @property
    def latest_end(self) -> date | None:
        """The day on which the last part ends; without parts, the commitment's own end."""
        return max(self.ends.values(), default=self.end)

    @property
    def fully_implemented_on(self) -> date | None:
        """The day on which every part that was not dropped was implemented (COAL-10), or None while one is not."""
        rows = [row.implemented_on for row in self.participations if row.implemented_on or not row.dropped_on]
        if not any(rows):
            return self.implemented_on
        done = [day for day in rows if day]
        return max(done) if len(done) == len(rows) else None


@dataclass(frozen=True, slots=True)
class ForewordFacts:
    """A foreword (Annex 1 item 2) and who wrote it."""

    side: str
    text: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """An action plan and everything in it. With two members or more it is a joint plan.

    ``period_end`` is the plan's last day. ``text_changed_on`` is the day of the last change of substance
    before filing, ``cocreation_notice_on`` that of the first published notice; both may be unknown.
    ``previous_…`` are the days of the plan before this one of the same jurisdictions (GAP-01 to GAP-03).
    ``vision_origin`` is new or revision, ``previous_vision`` the address of the text revised (PLAN-COMP-02).
    ``stated_group_types`` and ``stated_group_count`` replace what is computed for items 5.5 and 5.6, for the
    ``stated_reason``. Files are known by their names. ``memberships`` go with ``members`` by key.
    """

    key: str
    code: str
    title: str = ""
    members: tuple[MemberFacts, ...] = ()
    commitments: tuple[CommitmentFacts, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()
    endorsements: tuple[EndorsementFacts, ...] = ()
    spaces: tuple[SpaceFacts, ...] = ()
    goals: tuple[GoalFacts, ...] = ()
    institutions: tuple[str, ...] = ()
    forewords: tuple[ForewordFacts, ...] = ()
    period_basis: str = ""
    period_start: date | None = None
    period_end: date | None = None
    submitted_on: date | None = None
    previous_period_end: date | None = None
    previous_submitted_on: date | None = None
    point_of_contact: str | None = None
    point_of_contact_email: str = ""
    monitoring_body: MonitoringBodyFacts | None = None
    is_joint: bool = False
    country: str | None = None
    cocreation_mode: str = "joint"
    cocreation_notice_on: date | None = None
    agreement: bool = False
    coalition: CoalitionFacts | None = None
    date_changes: tuple[DateChangeFacts, ...] = ()
    text_changed_on: date | None = None
    texts: Texts = field(default_factory=dict, hash=False)
    english: Texts = field(default_factory=dict, hash=False)
    language: str = "en"
    consultation_url: str = ""
    edition: str = ""
    readings: Mapping[str, str] = field(default_factory=dict, hash=False)
    vision_origin: str = ""
    previous_vision: str = ""
    introduction_letter: str = ""
    strategy_documents: tuple[str, ...] = ()
    stated_group_types: frozenset[str] = frozenset()
    stated_group_count: int | None = None
    stated_reason: str = ""
    notices: tuple[NoticeFacts, ...] = ()
    contributions: tuple[ContributionFacts, ...] = ()
    website: WebsiteFacts | None = None
    evidence: tuple[EvidenceFacts, ...] = ()
    amendments: tuple[AmendmentFacts, ...] = ()
    filings: tuple[FilingFacts, ...] = ()
    former_monitoring_bodies: tuple[MonitoringBodyFacts, ...] = ()
    reports: tuple[ReportFacts, ...] = ()
    updates: tuple[UpdateFacts, ...] = ()
    requirements: tuple[RequirementFacts, ...] = ()
    memberships: tuple[MembershipFacts, ...] = ()
    irm_publications: tuple[IrmPublicationFacts, ...] = ()
    answers: tuple[AnswerFacts, ...] = ()
    overruled: tuple[OverruleFacts, ...] = ()

    def __post_init__(self) -> None:
        if len(self.members) > 1:
            object.__setattr__(self, "is_joint", True)

    @property
    def subject(self) -> str:
        return "plan"

    @property
    def live_commitments(self) -> tuple[CommitmentFacts, ...]:
        """The commitments that were not withdrawn, drafts included."""
        return tuple(commitment for commitment in self.commitments if commitment.withdrawn_on is None)

    def members_on(self, day: date) -> tuple[MemberFacts, ...]:
        """The members that are not lost to the coalition on ``day`` (COAL-21)."""
        return tuple(one for one in self.members if not ((lost := self.lost_on(one)) and lost <= day))

    def lost_on(self, member: MemberFacts) -> date | None:
        """The day a member left its coalition, or its membership was revoked; None while it is there (COAL-21)."""
        own = [one for one in self.memberships if one.key == member.key]
        revoked = [event.conferred_on for one in own for event in one.events if event.status == "revoked"]
        return min((day for day in (member.left_on, *revoked) if day), default=None)

    def member(self, key: str) -> MemberFacts | None:
        """Return the member with this key, or None."""
        return next((member for member in self.members if member.key == key), None)
