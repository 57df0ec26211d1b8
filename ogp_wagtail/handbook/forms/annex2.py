"""Annex 2: the form of one commitment, field by field."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts
from ..findings import Finding, error
from ..words import _
from .additional import check_additional
from .choices import check_choices
from .fields import FormField, Kind, Required, filled, missing
from .milestones import check_milestones
from .parties import parties_are_complete
from .resources import check_resources

ANNEX_2 = (
    FormField("1", "A2-01", "title"),
    FormField("2", "A2-02", "start", kind=Kind.DATE, name=_("Start date")),
    FormField("2", "A2-02", "end", kind=Kind.DATE, name=_("End date")),
    FormField("3", "A2-03", "parties", kind=Kind.ROWS),
    FormField("4", "A2-04", "parties", Required.CONDITIONAL, Kind.ROWS),
    FormField("5", "A2-05", "parties", Required.CONDITIONAL, Kind.ROWS),
    FormField("6", "A2-06", "problem"),
    FormField("7", "A2-07", "status_quo"),
    FormField("7", "A2-07", "baseline", Required.OPTIONAL, Kind.ROWS, _("Figure to start from")),
    FormField("8", "A2-08", "action"),
    FormField("9", "A2-09", "results"),
    FormField("10", "A2-10", "goals", kind=Kind.CHOICE),
    FormField(
        "10",
        "A2-10",
        "contribution_to_goals",
        Required.OPTIONAL,
        name=_("How it leads to the goals, and to which medium-term goal"),
    ),
    FormField("11", "A2-11", "policy_areas", kind=Kind.CHOICE),
    FormField("12", "A2-12", "sectors", kind=Kind.CHOICE),
    FormField("13", "A2-13", "ogp_values", kind=Kind.CHOICE),
    FormField("14", "A2-14", "resources", kind=Kind.ROWS),
    FormField("15", "A2-15", "resources_secured", kind=Kind.CHOICE),
    FormField("16", "A2-16", "additional_information", Required.OPTIONAL),
    FormField(
        "16", "A2-16", "other_programmes", Required.OPTIONAL, name=_("Links to other government programmes")
    ),
    FormField(
        "16",
        "A2-16",
        "development_plans",
        Required.OPTIONAL,
        name=_("Links to the national development plan and to sector or local plans"),
    ),
    FormField(
        "16",
        "A2-16",
        "development_goals",
        Required.OPTIONAL,
        Kind.CHOICE,
        _("Sustainable Development Goals"),
    ),
    FormField(
        "16", "A2-16", "gender_analysis", Required.OPTIONAL, name=_("Analysis from a gender perspective")
    ),
    FormField("17", "A2-17", "milestones", kind=Kind.ROWS),
)

_IS_FILLED: Mapping[str, Callable[[CommitmentFacts], bool]] = MappingProxyType(
    {
        "title": lambda commitment: filled(commitment.title),
        "start": lambda commitment: commitment.start is not None,
        "end": lambda commitment: commitment.latest_end is not None,
        "parties": lambda commitment: any(party.role == "lead-government" for party in commitment.parties),
        "goals": lambda commitment: bool(commitment.goals),
        "policy_areas": lambda commitment: bool(commitment.policy_areas),
        "sectors": lambda commitment: bool(commitment.sectors),
        "ogp_values": lambda commitment: bool(commitment.ogp_values),
        "resources": lambda commitment: bool(commitment.resources),
        "resources_secured": lambda commitment: filled(commitment.resources_secured),
        "milestones": lambda commitment: bool(commitment.milestones),
    }
)


def check_annex_2(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> list[Finding]:
    """Return what keeps one commitment from being filed: each field of Annex 2 that is empty or wrong."""
    return [
        *commitment_is_complete(commitment),
        *parties_are_complete(commitment),
        *goals_are_in_the_vision(plan, commitment),
        *check_choices(commitment, edition),
        *check_resources(commitment),
        *check_additional(commitment),
        *check_milestones(commitment),
    ]


def commitment_is_complete(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-01 to A2-17, Annex 2: each item is filled, but for 4 and 5, "if applicable", and 16, optional."""
    for field in ANNEX_2:
        if not is_filled(commitment, field):
            yield missing(field, commitment)


def is_filled(commitment: CommitmentFacts, field: FormField) -> bool:
    """Say whether a field holds what it has to; one that may stay empty always does."""
    if field.required is not Required.ALWAYS:
        return True
    if field.field in _IS_FILLED:
        return _IS_FILLED[field.field](commitment)
    return filled(commitment.texts.get(field.field, ""))


def goals_are_in_the_vision(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-10, Annex 2 item 10: the goals it relates to are long-term goals of the vision (Annex 1 item 4.1)."""
    unknown = commitment.goals - {goal.key for goal in plan.goals}
    if unknown:
        yield error(
            "A2-10",
            commitment,
            _("It relates to goals that are not in the vision: %(goals)s."),
            hint=_("Choose among the long-term goals of the vision."),
            field="goals",
            goals=", ".join(sorted(unknown)),
        )
