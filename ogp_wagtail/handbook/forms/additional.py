"""Annex 2, items 7 and 16: the figure to start from, and the links that may be given."""

from collections.abc import Iterator

from ..facts import CommitmentFacts
from ..findings import Finding, error, warning
from ..vocabularies import DEVELOPMENT_GOALS
from ..words import _
from .fields import filled


def check_additional(commitment: CommitmentFacts) -> list[Finding]:
    """Return what is wrong in what nobody has to give."""
    return [*baseline_is_a_figure(commitment), *development_goals_exist(commitment)]


def baseline_is_a_figure(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-07, Annex 2 item 7: where there is a figure to start from, it says what it counts and of when it is."""
    baseline = commitment.baseline
    if baseline and not (filled(baseline.value) and filled(baseline.unit) and baseline.on):
        yield warning(
            "A2-07",
            commitment,
            _("The figure to start from is not complete: “%(value)s %(unit)s”."),
            hint=_("Give the figure, what it counts, and its day; or leave all three empty."),
            field="baseline_value",
            value=baseline.value,
            unit=baseline.unit,
        )


def development_goals_exist(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-16, Annex 2 item 16: Sustainable Development Goals are numbered 1 to 17; none need be named."""
    numbers = [int(slug) for slug in DEVELOPMENT_GOALS.slugs]
    unknown = commitment.development_goals - set(numbers)
    if unknown:
        yield error(
            "A2-16",
            commitment,
            _("No Sustainable Development Goal has the number %(unknown)s."),
            hint=_("They are numbered %(first)s to %(last)s."),
            field="development_goals",
            unknown=", ".join(map(str, sorted(unknown))),
            first=numbers[0],
            last=numbers[-1],
        )
