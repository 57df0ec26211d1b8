"""Annex 2, items 11 to 13 and 15: choices from the handbook's lists, and how many."""

from collections.abc import Iterator

from ..editions import Edition
from ..facts import CommitmentFacts
from ..findings import Finding, error, warning
from ..vocabularies import OGP_VALUES, POLICY_AREAS, SECTORS, SECURED, Vocabulary
from ..words import Label, _
from .fields import filled

# The principles of §3.2.1 by the values of the form: two names for the same four things.
_PRINCIPLES = {
    "access-to-information": _("Transparency"),
    "civic-participation": _("Public participation and inclusion"),
    "public-accountability": _("Public accountability"),
    "technology-innovation": _("Technology and innovation"),
}


def check_choices(commitment: CommitmentFacts, edition: Edition) -> list[Finding]:
    """Return what is chosen that is no choice, and where too much is chosen."""
    return [
        *policy_areas_fit(commitment, edition),
        *sectors_fit(commitment, edition),
        *values_fit(commitment),
        *secured_is_a_choice(commitment),
    ]


def policy_areas_fit(commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """A2-11 and V-POLICY, Annex 2 item 11: one or two policy areas of the list; "Other/NA" stands alone."""
    most = edition.commitment.max_policy_areas
    yield from _fit("A2-11", "policy_areas", commitment, POLICY_AREAS, most)
    yield from _other_stands_alone("A2-11", "policy_areas", commitment)


def sectors_fit(commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """A2-12 and V-SECTOR, Annex 2 item 12: one or two sectors of the list."""
    yield from _fit("A2-12", "sectors", commitment, SECTORS, edition.commitment.max_sectors)
    yield from _other_stands_alone("A2-12", "sectors", commitment)


def values_fit(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-13 and V-VALUE, Annex 2 item 13: OGP values of the list, all four at most."""
    yield from _fit("A2-13", "ogp_values", commitment, OGP_VALUES, len(OGP_VALUES))


def secured_is_a_choice(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-15 and V-SECURED, Annex 2 item 15: exactly one of yes, no and partially."""
    if filled(commitment.resources_secured) and commitment.resources_secured not in SECURED:
        yield error(
            "A2-15",
            commitment,
            _("“%(answer)s” is no answer to whether the resources are secured."),
            hint=_("Choose among: %(allowed)s."),
            field="resources_secured",
            answer=commitment.resources_secured,
            allowed=SECURED.labels,
        )


def values_explained() -> dict[str, tuple[Label, Label, Label]]:
    """PLAN-COMP-05 and V-VALUE, §3.2.1.1: each value with its label, the principle it stands for, and its sense."""
    return {
        value.slug: (Label(value.label), Label(_PRINCIPLES[value.slug]), Label(value.help))
        for value in OGP_VALUES
    }


def _fit(
    rule: str, field: str, commitment: CommitmentFacts, vocabulary: Vocabulary, most: int
) -> Iterator[Finding]:
    chosen: frozenset[str] = getattr(commitment, field)
    if unknown := chosen - set(vocabulary.slugs):
        yield error(
            rule,
            commitment,
            _("Not in the list of item %(item)s: %(unknown)s."),
            hint=_("Choose among: %(allowed)s."),
            field=field,
            item=int(rule[-2:]),
            unknown=", ".join(sorted(unknown)),
            allowed=vocabulary.labels,
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


def _other_stands_alone(rule: str, field: str, commitment: CommitmentFacts) -> Iterator[Finding]:
    chosen: frozenset[str] = getattr(commitment, field)
    if "other" in chosen and len(chosen) > 1:
        yield warning(
            rule,
            commitment,
            _("“Other/NA” is chosen beside another entry in item %(item)s; it stands alone."),
            field=field,
            item=int(rule[-2:]),
        )
