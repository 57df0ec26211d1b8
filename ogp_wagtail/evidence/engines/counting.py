"""Counting what was found by facets: one function for all engines, on rows that the database counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from django.db.models import Count, QuerySet

from ogp_wagtail.evidence.facets import FACETS, SEVERAL, Chosen
from ogp_wagtail.evidence.models import SearchEntry

COLUMNS: Final = tuple(f"traits__{column}" for column in FACETS.values())
Facets = Mapping[str, Mapping[str, int]]


class Alike(NamedTuple):
    """Entries that are alike in everything that facets count, and how many they are."""

    values: Mapping[str, tuple[str, ...]]
    number: int


def alike(number: int, columns: Iterable[str]) -> Alike:
    """The row of a group; ``columns`` are those of ``FACETS``, in their order."""
    pairs = zip(FACETS, columns, strict=True)
    return Alike(
        {
            name: tuple(value.split()) if name in SEVERAL else (value,) if value else ()
            for name, value in pairs
        },
        number,
    )


def grouped(entries: QuerySet[SearchEntry]) -> list[Alike]:
    """Entries by what they are alike in: one query, and one row for each combination, however many they are."""
    groups: Any = entries.order_by().values_list(*COLUMNS).annotate(number=Count("pk"))
    return [alike(number, columns) for *columns, number in groups]


def counted(groups: Iterable[Alike], chosen: Chosen) -> tuple[int, Facets]:
    """How many have what was chosen; and by facet and value, how many have what was chosen in the other facets."""
    total, counts = 0, defaultdict[str, dict[str, int]](lambda: defaultdict(int))
    for group in groups:
        lacking = [facet for facet, values in chosen.items() if not set(values) & set(group.values[facet])]
        total += 0 if lacking else group.number
        for facet in FACETS if not lacking else lacking if len(lacking) == 1 else ():
            for value in group.values[facet]:
                counts[facet][value] += group.number
    return total, {facet: dict(numbers) for facet, numbers in counts.items()}
