"""Who monitors a plan, what it reports, and what the tracker shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class ApproverFacts:
    """An organisation that agreed to something: a body, an amendment, a later commitment."""

    organisation: str
    sector: str = "ngs"
    took_part: bool = False


@dataclass(frozen=True, slots=True)
class MonitoringBodyFacts:
    """The independent body (MB-01 to MB-07, MB-12). ``contact`` and ``person`` name its people, who hold no other role.

    ``independence`` and ``resources`` are statements in words; ``held_until`` is the last day of one replaced.
    ``support_requested_on`` is the day the Support Unit was asked to help find one (MB-11), ``su_notified_on`` the
    day it was told of a replacement (MB-12).
    """

    name: str
    kind: str = ""
    email: str = ""
    contact: str = ""
    person: str = ""
    approved_on: date | None = None
    approvers: tuple[ApproverFacts, ...] = ()
    independence: str = ""
    resources: str = ""
    uses_guidance: bool = False
    support_requested_on: date | None = None
    su_notified_on: date | None = None
    held_from: date | None = None
    held_until: date | None = None

    @property
    def key(self) -> str:
        return self.name

    @property
    def subject(self) -> str:
        return f"monitoring body {self.name}"


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """An invitation to comment on a report (MB-09); ``side`` is government or ngs."""

    recipient: str
    side: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One of the monitoring body's reports: ``kind`` is inception, end-of-commitment or learning.

    ``answers`` maps the ids of the form's questions in words to the answers (``monitoring.questions``);
    ``requirements`` maps COCR-01, COCR-02, COCR-04, COCR-05 to met, not-met or ""; ``practices`` maps REC-01 to
    REC-08 to yes, no or ""; ``evidence`` maps a requirement or ``completion`` to what proves it;
    Where members co-create each on its own, ``member_requirements`` and ``member_evidence`` map the key of a member to
    its own (COAL-13).
    ``ratings`` maps the key of a commitment to its ratings by criterion (relevance, verifiability, impact).
    ``completion`` is one of the levels of an end-of-commitment assessment. ``commitment`` is the key of the one
    assessed; an inception report with a commitment is the optional look at one added later (INC-04).
    ``exercise_on`` is the day of the learning exercise.
    """

    key: str
    kind: str
    commitment: str | None = None
    started_on: date | None = None
    submitted_on: date | None = None
    reference: str = ""
    uses_form: bool = True
    answers: Mapping[str, str] = field(default_factory=dict, hash=False)
    requirements: Mapping[str, str] = field(default_factory=dict, hash=False)
    practices: Mapping[str, str] = field(default_factory=dict, hash=False)
    evidence: Mapping[str, str] = field(default_factory=dict, hash=False)
    member_requirements: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    member_evidence: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    ratings: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    completion: str = ""
    outcomes: str = ""
    lessons: str = ""
    next_steps: str = ""
    exercise_on: date | None = None
    invitations: tuple[InvitationFacts, ...] = ()
    published_on: date | None = None

    @property
    def subject(self) -> str:
        return f"report {self.kind}"


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """A change of a milestone's status in an update. Finished needs evidence, stuck a reason and next steps."""

    milestone: str
    old: str
    new: str
    reason: str = ""
    next_steps: str = ""


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What an update says of one commitment; ``step`` describes what was done, ``evidenced`` that it is proved."""

    commitment: str
    text: str = ""
    step: str = ""
    evidenced: bool = False
    delay_reason: str = ""
    next_steps: str = ""
    moves: tuple[MoveFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateFacts:
    """A quarterly update of the tracker. ``quarter`` is the first day of the quarter it reports on."""

    key: str
    quarter: date
    published_on: date | None = None
    by_point_of_contact: bool = True
    entries: tuple[EntryFacts, ...] = ()

    @property
    def subject(self) -> str:
        return f"update {self.quarter.year}-Q{(self.quarter.month + 2) // 3}"


@dataclass(frozen=True, slots=True)
class RequirementFacts:
    """The Support Unit's evaluation of one minimum requirement (COCR-06), for the plan or for one member."""

    requirement: str
    result: str = ""
    evaluated_on: date | None = None
    evaluated_by: str = "support-unit"
    member: str | None = None

    @property
    def key(self) -> str:
        return f"{self.requirement} {self.member or ''}".strip()

    @property
    def subject(self) -> str:
        return f"requirement {self.requirement}"
