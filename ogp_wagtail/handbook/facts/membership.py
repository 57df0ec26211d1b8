"""A jurisdiction's way into OGP Local and its status there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call for applications (ELIG-11); both days belong to it."""

    opens: date
    closes: date
    key: str = "call"

    @property
    def subject(self) -> str:
        return "call"


@dataclass(frozen=True, slots=True)
class SignatoryFacts:
    """Who signed a letter of support: ``capacity`` is head, delegate or ngs (LOS-04, LOS-05)."""

    name: str
    capacity: str
    delegation: str = ""
    legal_personality: bool = False


@dataclass(frozen=True, slots=True)
class TrackRecordFacts:
    """A reform or co-creation; ``ended_on`` None means that it goes on (ELIG-04)."""

    title: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """An application with its letter of support (chapter 1).

    ``kind`` is initial, or updated for a letter filed between two plans (LOS-11). ``contents`` maps each content
    of ``LETTER_CONTENTS`` to its page and paragraph. ``decided_by`` is the role that decided (LOS-08).
    """

    key: str
    name: str = ""
    kind: str = "initial"
    call: CallFacts | None = None
    country_in_good_standing: bool | None = None
    jurisdiction_kind: str = ""
    population: int | None = None
    elected: bool = True
    term_end: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_basis: str = ""
    letters: int = 0
    submitted_on: date | None = None
    pages: int | None = None
    letterhead: bool = False
    language: str = ""
    signatories: tuple[SignatoryFacts, ...] = ()
    contents: Mapping[str, str] = field(default_factory=dict, hash=False)
    track_record: tuple[TrackRecordFacts, ...] = ()
    ambition: str = ""
    staff: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    cocreation_mechanisms: str = ""
    monitoring_mechanisms: str = ""
    benefit: str = ""
    peer_learning: bool = False
    lead_agency: str = ""
    senior_official: str = ""
    point_of_contact: str = ""
    decision: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    decision_reasons: str = ""
    invited_to_community_on: date | None = None
    connected_to_national_on: date | None = None

    @property
    def subject(self) -> str:
        return f"application {self.name or self.key}"


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """An organisation and the side it stands on (ROLE-07)."""

    key: str
    name: str
    sector: str
    ngs_type: str = ""

    @property
    def subject(self) -> str:
        return f"organisation {self.name}"


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A role held from one day to another, both included; without an ``end`` it is still held (ROLE-02)."""

    kind: str
    holder: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class OrientationFacts:
    """One participant's orientation (ORIENT-02); ``side`` is government or ngs."""

    person: str
    side: str
    invited_on: date | None = None
    completed_on: date | None = None


@dataclass(frozen=True, slots=True)
class StatusEventFacts:
    """A status conferred by the Support Unit: inactive, active, probation or revoked (STAT-01).

    ``trigger`` is the id of the rule whose condition was met (STAT-02 to STAT-05, STAT-11, STAT-12, STAT-16), or
    ``voluntary``. ``condition_met_on`` and ``conferred_on`` are kept apart. ``letter`` names the letter.
    """

    key: str
    status: str
    conferred_on: date
    trigger: str = ""
    condition_met_on: date | None = None
    letter: str = ""
    letter_on: date | None = None
    is_voluntary: bool = False
    is_unavoidable: bool = False
    requested_on: date | None = None
    reason: str = ""
    discussed_with_ngs_on: date | None = None
    discussed_with_su_on: date | None = None
    quarters: tuple[str, ...] = ()
    decided_by: str = "support-unit"

    @property
    def subject(self) -> str:
        return f"status {self.status}"


@dataclass(frozen=True, slots=True)
class SubmittedPlanFacts:
    """A plan that a jurisdiction submitted, alone or in a coalition: what the next one is reckoned from."""

    key: str
    submitted_on: date
    period_end: date | None = None


@dataclass(frozen=True, slots=True)
class MembershipFacts:
    """A jurisdiction as a member of OGP Local: key and name are those of its ``MemberFacts``.

    ``admission`` is applicant or not-selected while an application is all that is known of one that has not joined.
    ``events`` are the statuses conferred on it; ``plans`` are all plans it has submitted, single or joint.
    """

    key: str
    name: str
    joined_on: date | None = None
    admission: str = ""
    is_new: bool = True
    su_deadline: date | None = None
    extension_requested_on: date | None = None
    extension_granted: bool | None = None
    extended_deadline: date | None = None
    lead_agency: str = ""
    senior_official: str = ""
    point_of_contact: str = ""
    roles: tuple[RoleFacts, ...] = ()
    orientation: tuple[OrientationFacts, ...] = ()
    stakeholders_mapped_on: date | None = None
    events: tuple[StatusEventFacts, ...] = ()
    plans: tuple[SubmittedPlanFacts, ...] = ()

    @property
    def subject(self) -> str:
        return f"member {self.name}"


@dataclass(frozen=True, slots=True)
class IrmPublicationFacts:
    """What the Independent Reporting Mechanism published (ROLE-12, ROLE-13): a reflection or an analysis."""

    kind: str
    title: str = ""
    url: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class CivicSpaceCaseFacts:
    """A letter of local civil society on civic space (STAT-18). It changes no status by itself."""

    key: str
    received_on: date
    sender_side: str = "ngs"
    outcome: str = ""
    closed_on: date | None = None

    @property
    def subject(self) -> str:
        return "civic-space case"
