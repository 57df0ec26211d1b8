"""How people took part: meetings, spaces, notices, contributions, endorsements, the website."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting: ``sectors`` are the sides present, ``evidenced`` whether primary evidence is attached.

    ``groups`` names the organisations and groups present, ``group_types`` their types. ``members`` and
    ``commitments`` are keys; empty means the whole plan. ``unnamed`` counts participants listed with neither name
    nor affiliation (MEET-05).
    """

    key: str
    title: str = ""
    held_on: date | None = None
    purposes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    evidenced: bool = False
    members: frozenset[str] = frozenset()
    commitments: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    group_types: frozenset[str] = frozenset()
    under_represented: bool = False
    unnamed: int = 0
    noticed_on: date | None = None
    documents_shared_on: date | None = None
    minutes_published_on: date | None = None

    @property
    def subject(self) -> str:
        return f"meeting {self.title or self.held_on or self.key}"


@dataclass(frozen=True, slots=True)
class EndorsementFacts:
    """A stakeholder's agreement to the final plan; ``members`` empty means the whole plan."""

    organisation: str
    sector: str = "ngs"
    took_part: bool = False
    endorsed_on: date | None = None
    members: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        return self.organisation

    @property
    def subject(self) -> str:
        return f"endorsement {self.organisation}"


@dataclass(frozen=True, slots=True)
class SpaceFacts:
    """A space for dialogue (Annex 1 item 5.3): ``sectors`` are the sides in it, ``group_types`` the kinds of groups.

    ``is_founded`` says that its founding document or terms of reference are on record (COCR-01).
    """

    name: str
    kind: str = ""
    mode: str = ""
    description: str = ""
    sectors: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    english: str = ""
    group_types: frozenset[str] = frozenset()
    meets_regularly: bool = False
    su_informed_on: date | None = None
    is_founded: bool = False

    @property
    def is_forum(self) -> bool:
        """Whether it is declared a permanent multi-stakeholder forum (MSF-02)."""
        return self.kind == "multi-stakeholder-forum"

    @property
    def key(self) -> str:
        return self.name

    @property
    def subject(self) -> str:
        return f"space {self.name}"


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """News or the notice of an opportunity (MEET-06, WEB-04, WEB-10), with the media it went out by.

    ``kind`` is opportunity (``event_on`` is its day, ``meeting`` its key) or news; ``topics`` says what news it
    holds: event-notes, draft-commitments, contributions, government-response (WEB-05), timeline, opportunities,
    decision-making (WEB-03), outreach (REC-03).
    """

    key: str
    kind: str = "news"
    title: str = ""
    published_on: date | None = None
    event_on: date | None = None
    channels: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    meeting: str = ""

    @property
    def subject(self) -> str:
        return f"notice {self.title or self.key}"


@dataclass(frozen=True, slots=True)
class ContributionFacts:
    """What somebody proposed, asked or commented, and what became of it (REC-05, REC-07, MON-PUB-02, WEB-07).

    ``kind`` is proposal, question or comment; ``outcome`` is included, amended, rejected, noted or "".
    ``stage`` is the stage of co-creation in which it came (REC-08). ``about`` is the key of a commitment, meeting,
    update or report; "" means the plan.
    """

    key: str
    kind: str = "proposal"
    made_on: date | None = None
    about: str = ""
    outcome: str = ""
    reason: str = ""
    answered_on: date | None = None
    stage: str = ""

    @property
    def subject(self) -> str:
        return f"contribution {self.key}"


@dataclass(frozen=True, slots=True)
class WebsiteFacts:
    """The public website of the process (Annex 4). Each flag says that the site shows or does it."""

    url: str = ""
    linked: bool = False
    searchable: bool = False
    lead_agency: bool = False
    contact: bool = False
    open_input: bool = False
    comments: bool = False
    strategy: str = ""
    updated_on: date | None = None
    irm_link: str = ""
