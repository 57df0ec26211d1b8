"""What a search may be narrowed by: one set of filters for the page, its downloads, its feed and the command line.

Names and values are those of the address. A name that is not here does nothing, nor does what can be no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.facets import FACETS
from ogp_wagtail.evidence.models import SearchEntry, Traits
from ogp_wagtail.handbook.vocabularies import EVIDENCE_TYPES

MOST_VALUES: Final = 50  # of one facet; more are left out
LONGEST: Final = 100  # signs of one value


class Values(forms.MultipleChoiceField):
    """Several values, each once. ``shape`` says what can be one; whatever cannot is left out."""

    def __init__(self, *, shape: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.shape = re.compile(shape, re.ASCII)

    def to_python(self, value: Any) -> list[str]:
        given = value if isinstance(value, list | tuple) else []
        values = (str(one).strip() for one in given if len(str(one)) <= LONGEST)
        return list(dict.fromkeys(one for one in values if self.shape.fullmatch(one)))[:MOST_VALUES]

    def validate(self, value: Any) -> None:
        """Nothing is refused: what can be no value is gone."""


class FacetFilter(django_filters.MultipleChoiceFilter):
    """Entries with one of the values chosen in a facet."""

    field_class = Values

    def filter(self, qs: Any, value: Sequence[str]) -> Any:
        return qs.having({self.field_name: value}) if value else qs


def one_of(values: Iterable[str]) -> str:
    """The shape of a value from a closed list."""
    return "|".join(map(re.escape, values))


class SearchFilter(django_filters.FilterSet):
    """Every facet, of which several values may be chosen: one of them must be there, in each facet."""

    plan = FacetFilter(label=_("Action plan"), shape=r"[\w.-]+")
    what = FacetFilter(label=_("What it is"), shape=one_of(Traits.What.values))
    kind = FacetFilter(label=_("Kind of evidence"), shape=one_of(EVIDENCE_TYPES.slugs))
    commitment = FacetFilter(label=_("Commitment"), shape=r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    city = FacetFilter(label=_("City or region"), shape=r"[0-9]{1,9}")
    year = FacetFilter(label=_("Year"), shape=r"[0-9]{4}")
    language = FacetFilter(label=_("Language"), shape=r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
    type = FacetFilter(label=_("Type of file"), shape=r"[a-z0-9]{1,12}")

    class Meta:
        model = SearchEntry
        fields = list(FACETS)

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What was chosen, by facet, in the order of the facets here; without those in which nothing was."""
        cleaned = self.form.cleaned_data if self.form.is_valid() else {}
        return {name: tuple(cleaned[name]) for name in self.filters if cleaned.get(name)}


def chosen_in(given: QueryDict | Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """What an address, or a command's options, choose in each facet."""
    data = given if isinstance(given, MultiValueDict) else MultiValueDict(given)
    return SearchFilter(data, queryset=SearchEntry.objects.none()).chosen


def legend(facet: str) -> str:
    """What a facet is called."""
    return str(SearchFilter.base_filters[facet].label)
