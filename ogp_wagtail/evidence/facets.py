"""What a search can be narrowed by and counts: facets, and what a person chose in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce
from operator import or_
from typing import Any, Final, Self

from django.db import models
from django.db.models import Q

# The facets, and the column of ``Traits`` in which each stands.
FACETS: Final = {
    "plan": "plan__code",
    "what": "what",
    "kind": "kind",
    "type": "file_type",
    "language": "language",
    "year": "year",
    "commitment": "commitments",
    "city": "cities",
}
SEVERAL: Final = ("commitment", "city")  # of these a thing may have several values
Chosen = Mapping[str, Collection[str]]  # values by facet: one of each facet's, and that of all facets


class TraitsQuerySet(models.QuerySet[Any]):
    """Combinations of what facets count."""

    def having(self, chosen: Chosen) -> Self:
        """Those with one of the values chosen in each facet. Raises ``KeyError`` for a facet there is not."""
        found = self
        for facet, values in chosen.items():
            found = found.filter(has_one_of(facet, values))
        return found


def has_one_of(facet: str, values: Collection[str]) -> Q:
    """The traits have one of the values of a facet; of no values, none."""
    column = FACETS[facet]
    if facet not in SEVERAL:
        return Q(**{f"{column}__in": list(values)})
    return reduce(or_, (Q(**{f"{column}__contains": f" {value} "}) for value in values), Q(pk__in=[]))
