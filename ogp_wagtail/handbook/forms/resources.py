"""Annex 2, item 14: what a commitment needs."""

import re
from collections.abc import Iterator

from ..facts import CommitmentFacts, ResourceFacts
from ..findings import Finding, error
from ..vocabularies import RESOURCE_KINDS
from ..words import _
from .fields import filled


def check_resources(commitment: CommitmentFacts) -> list[Finding]:
    """Return what is missing from the rows of item 14."""
    return [
        *resources_are_of_a_kind(commitment),
        *every_kind_of_resource(commitment),
        *budget_has_a_currency(commitment),
    ]


def resources_are_of_a_kind(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-14, Annex 2 item 14: a row is one of budget, staff, time and other resources."""
    for resource in commitment.resources:
        if resource.kind not in RESOURCE_KINDS:
            yield error(
                "A2-14",
                commitment,
                _("“%(kind)s” is no kind of resource."),
                hint=_("Choose among: %(allowed)s."),
                field="resources",
                kind=resource.kind,
                allowed=RESOURCE_KINDS.labels,
            )


def every_kind_of_resource(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-14, Annex 2 item 14: each of the four kinds is answered, if only by "none"."""
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
    """A2-14, Annex 2 item 14: an amount of money has a currency, as a code of ISO 4217."""
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
