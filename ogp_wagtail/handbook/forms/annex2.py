"""Annex 2: the form of one commitment, field by field."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ..editions import Edition
from ..facts import CommitmentFacts, MilestoneFacts, PartyFacts, PlanFacts, ResourceFacts
from ..findings import Finding, error, warning
from ..vocabularies import OGP_VALUES, POLICY_AREAS, RESOURCE_KINDS, SECTORS, SECURED, Vocabulary
from ..words import _
from .fields import FormField, Kind, Required, filled, missing

ANNEX_2 = (
    FormField("1", "A2-01", "title"),
    FormField("2", "A2-02", "start", kind=Kind.DATE, name=_("Start date")),
    FormField("2", "A2-02", "end", kind=Kind.DATE, name=_("End date")),
    FormField("3", "A2-03", "parties", kind=Kind.ROWS),
    FormField("4", "A2-04", "parties", Required.CONDITIONAL, Kind.ROWS),
    FormField("5", "A2-05", "parties", Required.CONDITIONAL, Kind.ROWS),
    FormField("6", "A2-06", "problem"),
    FormField("7", "A2-07", "status_quo"),
    FormField("8", "A2-08", "action"),
    FormField("9", "A2-09", "results"),
    FormField("10", "A2-10", "goals", kind=Kind.CHOICE),
    FormField("11", "A2-11", "policy_areas", kind=Kind.CHOICE),
    FormField("12", "A2-12", "sectors", kind=Kind.CHOICE),
    FormField("13", "A2-13", "ogp_values", kind=Kind.CHOICE),
    FormField("14", "A2-14", "resources", kind=Kind.ROWS),
    FormField("15", "A2-15", "resources_secured", kind=Kind.CHOICE),
    FormField("16", "A2-16", "additional_information", Required.OPTIONAL),
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
    numbers = edition.commitment
    return [
        *(missing(field, commitment) for field in ANNEX_2 if not _is_filled(commitment, field)),
        *parties_are_complete(commitment),
        *goals_are_in_the_vision(plan, commitment),
        *choices_fit("A2-11", "policy_areas", commitment, POLICY_AREAS, numbers.max_policy_areas),
        *choices_fit("A2-12", "sectors", commitment, SECTORS, numbers.max_sectors),
        *choices_fit("A2-13", "ogp_values", commitment, OGP_VALUES, len(OGP_VALUES)),
        *other_stands_alone(commitment),
        *every_kind_of_resource(commitment),
        *budget_has_a_currency(commitment),
        *secured_is_a_choice(commitment),
        *milestones_are_complete(commitment),
    ]


def _is_filled(commitment: CommitmentFacts, field: FormField) -> bool:
    if field.required is not Required.ALWAYS:
        return True
    if field.field in _IS_FILLED:
        return _IS_FILLED[field.field](commitment)
    return filled(commitment.texts.get(field.field, ""))


_PARTY_RULES = {"lead-government": "A2-03", "lead-ngs": "A2-04"}


def parties_are_complete(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-03 to A2-05: each row names its organisation, a leading one also a contact and an e-mail address."""
    for party in commitment.parties:
        if not _is_complete(party):
            yield error(
                _PARTY_RULES.get(party.role, "A2-05"),
                commitment,
                _("The row of “%(organisation)s” is not complete."),
                hint=_("Name the organisation; for one that leads, also a contact and an e-mail address."),
                field="parties",
                organisation=party.organisation,
            )


def _is_complete(party: PartyFacts) -> bool:
    leads = party.role in _PARTY_RULES
    return filled(party.organisation) and (not leads or (filled(party.contact) and filled(party.email)))


def goals_are_in_the_vision(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-10: the goals it relates to are long-term goals of the vision (Annex 1 item 4.1)."""
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


def choices_fit(
    rule: str, field: str, commitment: CommitmentFacts, vocabulary: Vocabulary, most: int
) -> Iterator[Finding]:
    """A2-11, A2-12, A2-13: choices from the list, and not more than the form takes."""
    chosen: frozenset[str] = getattr(commitment, field)
    if unknown := chosen - set(vocabulary.slugs):
        yield error(
            rule,
            commitment,
            _("Not in the list of item %(item)s: %(unknown)s."),
            field=field,
            item=int(rule[-2:]),
            unknown=", ".join(sorted(unknown)),
        )
    if len(chosen) > most:
        yield error(
            rule,
            commitment,
            _("Choices in item %(item)s: %(count)s; at most %(most)s."),
            field=field,
            item=int(rule[-2:]),
            count=len(chosen),
            most=most,
        )


def other_stands_alone(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-11 (derived): "Other/NA" beside a policy area says nothing."""
    if "other" in commitment.policy_areas and len(commitment.policy_areas) > 1:
        yield warning(
            "A2-11",
            commitment,
            _("“Other/NA” is chosen beside a policy area; it stands alone."),
            field="policy_areas",
        )


def every_kind_of_resource(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-14: budget, staff, time and other resources are each answered, if only by "none"."""
    answered = {resource.kind for resource in commitment.resources if _is_answered(resource)}
    for kind in RESOURCE_KINDS:
        if commitment.resources and kind.slug not in answered:
            yield error(
                "A2-14",
                commitment,
                _("Not answered among the resources: %(kind)s."),
                hint=_("Give a figure or a description, or write “none”."),
                field="resources",
                kind=RESOURCE_KINDS.label_of(kind.slug),
            )


def _is_answered(resource: ResourceFacts) -> bool:
    return resource.amount is not None or filled(resource.text)


def budget_has_a_currency(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-14: an amount of money has a currency, as a code of ISO 4217."""
    for resource in commitment.resources:
        is_money = resource.kind == "budget" and resource.amount is not None
        if is_money and not re.fullmatch("[A-Z]{3}", resource.currency):
            yield error(
                "A2-14",
                commitment,
                _("The budget of %(amount)s has no currency."),
                hint=_("Give its three-letter code, such as EUR or MXN."),
                field="resources",
                amount=resource.amount,
            )


def secured_is_a_choice(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-15: exactly one of yes, no and partially."""
    if filled(commitment.resources_secured) and commitment.resources_secured not in SECURED:
        yield error(
            "A2-15",
            commitment,
            _("“%(answer)s” is no answer to whether the resources are secured."),
            hint=_("Choose yes, no or partially."),
            field="resources_secured",
            answer=commitment.resources_secured,
        )


def milestones_are_complete(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-17: each milestone names what is delivered, from when to when, and who is responsible."""
    for milestone in commitment.milestones:
        if not _names_everything(milestone):
            yield error(
                "A2-17",
                commitment,
                _("Milestone “%(milestone)s” is not complete."),
                hint=_("Name the deliverable, start and end (MM/YYYY), and who is responsible."),
                field="milestones",
                milestone=milestone.deliverable or milestone.key,
            )


def _names_everything(milestone: MilestoneFacts) -> bool:
    has_texts = filled(milestone.deliverable) and filled(milestone.responsible)
    return has_texts and milestone.start is not None and milestone.end is not None
