"""Editions: every number and choice the rules use, each with the section of the handbook it stands in.

An edition is data. A new handbook is a new value beside ``CURRENT``, never a second copy of the rules; a city
that agreed another reading with the Support Unit uses ``dataclasses.replace``.
"""

import dataclasses
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeVar

T = TypeVar("T")


def sourced(value: T, section: str) -> T:
    """Return a dataclass field whose default is ``value`` and which remembers its ``section``."""
    return dataclasses.field(default=value, metadata={"section": section})


@dataclass(frozen=True, slots=True)
class EligibilityNumbers:
    """What a jurisdiction brings along to join."""

    min_remaining_term_months: int = sourced(16, "§1.1")
    reference_date: Literal["letter", "call_close", "admission"] = sourced("letter", "§1.1 (derived)")
    track_record_months: int = sourced(36, "§1.1, §1.2")


@dataclass(frozen=True, slots=True)
class LetterNumbers:
    """What the letter of support looks like."""

    max_pages: int = sourced(3, "§1.2")
    language: str = sourced("en", "§1.2")
    min_non_gov_signatories: int = sourced(1, "§1.2")


@dataclass(frozen=True, slots=True)
class PlanNumbers:
    """The period of a plan, its language and how many commitments it holds."""

    end_buffer_months: int = sourced(2, "§3.2, Annex 1 item 1.2")
    early_end_warn_months: int = sourced(6, "§3.2 (derived)")
    non_elected_min_months: int = sourced(12, "§3.2")
    non_elected_max_months: int = sourced(48, "§3.2")
    later_start_default: Literal["submission", "day_after_previous"] = sourced("submission", "§3.2 (derived)")
    gap_months: int = sourced(4, "§3.2, §4.1")
    language: str = sourced("en", "§3.2")
    min_commitments: int = sourced(1, "§3.2 (derived)")
    max_active_single: int = sourced(5, "§3.2")
    max_active_joint: tuple[tuple[int, int], ...] = sourced(((2, 10), (3, 12), (4, 12)), "§3.4")


@dataclass(frozen=True, slots=True)
class SlotChoices:
    """What occupies a place among the commitments held at any one time, and what gives it back."""

    release: Literal["implemented_and_assessed", "implemented"] = sourced(
        "implemented_and_assessed", "§3.2, §3.2.1.2"
    )
    basis: Literal["inclusion", "schedule"] = sourced("inclusion", "§3.2")


@dataclass(frozen=True, slots=True)
class CommitmentNumbers:
    """How long a commitment lasts and how many topics it names."""

    min_months: int = sourced(12, "§3.2.1.2")
    duration_count: Literal["inclusive", "anniversary", "calendar_year"] = sourced("inclusive", "§3.2.1.2")
    max_policy_areas: int = sourced(2, "Annex 2 item 11")
    max_sectors: int = sourced(2, "Annex 2 item 12")
    tech_only_value: Literal["warn", "error", "off"] = sourced("warn", "§3.2.1.1")
    later_ngs_agreement: Literal["warn", "error"] = sourced("warn", "§3.3.1 (derived)")


@dataclass(frozen=True, slots=True)
class OrientationChoices:
    """How late orientation weighs."""

    late: Literal["warn", "error"] = sourced("warn", "§3.1 (derived)")


@dataclass(frozen=True, slots=True)
class NgsNumbers:
    """How many non-governmental stakeholders have to agree."""

    min_endorsers: int = sourced(1, "§3.3.1, Annex 1 item 7")
    min_mb_approvers: int = sourced(1, "§3.5 (derived)")
    min_amendment_approvers: int = sourced(1, "§3.2.1.3 (derived)")


@dataclass(frozen=True, slots=True)
class AmendmentNumbers:
    """How long a commitment can be amended."""

    window_months: int = sourced(6, "§3.2.1.3")
    after_window: Literal["block", "warn"] = sourced("block", "§3.2.1.3 (derived)")
    exempt_fields: tuple[str, ...] = sourced(
        ("contact_name", "job_title", "email", "typo_fixes", "milestone_status", "additional_information"),
        "§3.2.1.3 (derived)",
    )
    typo_letters: int = sourced(1, "§3.2.1.3 (derived)")


@dataclass(frozen=True, slots=True)
class CocreationNumbers:
    """How often people meet before the plan is submitted."""

    min_meetings: int = sourced(1, "§3.3.1")


@dataclass(frozen=True, slots=True)
class ImplementationNumbers:
    """How often people meet while the plan is carried out."""

    meetings_per_year: int = sourced(2, "§3.3.1")
    year_basis: Literal["plan_year", "calendar_year"] = sourced("plan_year", "§3.3.1 (derived)")
    partial_year_meetings: int = sourced(1, "§3.3.1 (derived)")
    partial_year_min_months: int = sourced(6, "§3.3.1 (derived)")


@dataclass(frozen=True, slots=True)
class CoalitionNumbers:
    """Who may act together, and until when each partner's commitments run."""

    min_members: int = sourced(2, "§3.4")
    max_members: int = sourced(4, "§3.4")
    commitment_deadline_mode: Literal["at_least_2m_before", "by_term_end"] = sourced(
        "at_least_2m_before", "§3.4"
    )
    joint_commitment_mode: Literal["each_member_own_deadline", "plan_end"] = sourced(
        "each_member_own_deadline", "§3.4"
    )
    suspend_finished_member: bool = sourced(True, "§3.4, §4 (derived)")


@dataclass(frozen=True, slots=True)
class MonitoringBodyChoices:
    """Who may be the monitoring body."""

    embedded_in_forum: Literal["warn", "error"] = sourced("warn", "§3.5")
    min_invitations_per_side: int = sourced(1, "§3.5 (derived)")


@dataclass(frozen=True, slots=True)
class ReportNumbers:
    """When the monitoring body's three reports are due, and on which scales they rate."""

    inception_months: int = sourced(2, "§3.5.1")
    eoc_months: int = sourced(1, "§3.5.2")
    learning_months: int = sourced(2, "§3.5.3")
    completion_scale: tuple[str, ...] = sourced(
        ("not-started", "limited", "substantial", "complete", "no-evidence"), "§3.5.2 (derived)"
    )
    criteria_scale: tuple[str, ...] = sourced(
        ("high", "moderate", "low", "none", "unclear"), "§3.5.1 (derived)"
    )


@dataclass(frozen=True, slots=True)
class TrackerNumbers:
    """When the tracker is updated."""

    quarter_basis: Literal["calendar", "from_submission"] = sourced("calendar", "§3.5.4")
    grace_days: int = sourced(0, "§3.5.4 (derived)")


@dataclass(frozen=True, slots=True)
class StatusNumbers:
    """When a member's status changes."""

    inactive_quarters: int = sourced(2, "§4.1")
    no_update_counts_as_no_progress: bool = sourced(True, "§4.1 (derived)")
    contrary_after_inactive_months: int = sourced(6, "§4.2")
    cure_months: int = sourced(4, "§4.2")
    auto_transition: bool = sourced(False, "§4 (derived)")


@dataclass(frozen=True, slots=True)
class IrmNumbers:
    """How often the Independent Reporting Mechanism looks at OGP Local as a whole."""

    analysis_months: int = sourced(24, "§3.5")


@dataclass(frozen=True, slots=True)
class PracticeNumbers:
    """The recommended practices, where they can be counted."""

    answer_days: int = sourced(14, "§3.3.2 (derived)")
    min_rounds: int = sourced(2, "§3.3.2 (derived)")
    min_group_types: int = sourced(2, "Annex 3 (derived)")


@dataclass(frozen=True, slots=True)
class WebsiteChoices:
    """How the recommendations on the website are read."""

    cocreation_update_basis: Literal["calendar_month"] = sourced("calendar_month", "Annex 4 (derived)")
    monthly_scope: Literal["co-creation", "all"] = sourced("co-creation", "Annex 4 (derived)")
    missing_item: Literal["warn", "off"] = sourced("warn", "Annex 4 (derived)")
    fresh_months: int = sourced(3, "Annex 4 (derived)")


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the handbook: a code to ask for it, a name to show, and its numbers in groups."""

    code: str
    name: str
    eligibility: EligibilityNumbers = EligibilityNumbers()
    los: LetterNumbers = LetterNumbers()
    orientation: OrientationChoices = OrientationChoices()
    plan: PlanNumbers = PlanNumbers()
    slot: SlotChoices = SlotChoices()
    commitment: CommitmentNumbers = CommitmentNumbers()
    ngs: NgsNumbers = NgsNumbers()
    amend: AmendmentNumbers = AmendmentNumbers()
    cocreation: CocreationNumbers = CocreationNumbers()
    practice: PracticeNumbers = PracticeNumbers()
    implementation: ImplementationNumbers = ImplementationNumbers()
    coalition: CoalitionNumbers = CoalitionNumbers()
    mb: MonitoringBodyChoices = MonitoringBodyChoices()
    report: ReportNumbers = ReportNumbers()
    tracker: TrackerNumbers = TrackerNumbers()
    status: StatusNumbers = StatusNumbers()
    irm: IrmNumbers = IrmNumbers()
    web: WebsiteChoices = WebsiteChoices()

    def sources(self) -> dict[str, str]:
        """Return the section of each number by its dotted key: ``{"plan.gap_months": "§3.2, §4.1", …}``."""
        return {
            f"{group.name}.{number.name}": number.metadata["section"]
            for group in dataclasses.fields(self)
            if dataclasses.is_dataclass(numbers := getattr(self, group.name))
            for number in dataclasses.fields(numbers)
        }


CURRENT = Edition("2024-fr-web", "OGP Local Handbook, web edition of 2024")
EDITIONS = MappingProxyType({CURRENT.code: CURRENT})


def edition_named(code: str) -> Edition:
    """Return the edition with this code. Raises ValueError that lists the codes there are."""
    try:
        return EDITIONS[code]
    except KeyError:
        raise ValueError(f"No edition {code!r}. Editions: {', '.join(EDITIONS)}.") from None
