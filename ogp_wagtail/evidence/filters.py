"""What a search may be narrowed by. Parameters that are not named here do nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink
from ogp_wagtail.fields import translated_choices
from ogp_wagtail.handbook.vocabularies import EVIDENCE_TYPES
from ogp_wagtail.pages.queries import public_commitments
from ogp_wagtail.plans.models import Commitment, Plan

FILE_TYPES = [
    ("pdf", "PDF"),
    ("docx", "DOCX"),
    ("xlsx", "XLSX"),
    ("html", "HTML"),
    ("csv", "CSV"),
    ("md", "Markdown"),
    ("txt", _("text")),
]


class EvidenceFilter(django_filters.FilterSet):
    """Plan, commitment, type of evidence, type of file."""

    plan = django_filters.ModelChoiceFilter(
        label=_("Plan"),
        queryset=Plan.objects.none(),
        to_field_name="code",
        empty_label=_("All plans"),
    )
    commitment = django_filters.ModelChoiceFilter(
        label=_("Commitment"),
        queryset=Commitment.objects.none(),
        to_field_name="key",
        empty_label=_("All commitments"),
        method="proving",
    )
    kind = django_filters.ChoiceFilter(
        label=_("Type of evidence"), choices=translated_choices(EVIDENCE_TYPES), empty_label=_("All types")
    )
    type = django_filters.ChoiceFilter(
        label=_("Type of file"),
        field_name="current__file_type",
        choices=FILE_TYPES,
        empty_label=_("All files"),
    )

    class Meta:
        model = EvidenceItem
        fields = ["plan", "commitment", "kind", "type"]

    def __init__(self, *args: Any, plans: QuerySet[Plan], **kwargs: Any) -> None:
        """``plans`` are those of the site that asks: only they and their commitments can be chosen."""
        super().__init__(*args, **kwargs)
        self.filters["plan"].queryset = plans
        self.filters["commitment"].queryset = public_commitments().filter(plan__in=plans)

    def proving(self, items: QuerySet[EvidenceItem], name: str, commitment: Any) -> QuerySet[EvidenceItem]:
        """Items that prove something about the commitment or one of its milestones, or lie in its folder."""
        links = EvidenceLink.objects.filter(Q(commitment=commitment) | Q(milestone__commitment=commitment))
        return items.filter(Q(folder__commitment=commitment) | Q(pk__in=links.values("item")))

    def show_counts(self, facets: Mapping[str, Mapping[str, int]]) -> None:
        """Say at each choice how many hits it would leave; leave out those that would leave none.

        A filter in force keeps all its choices, so that another can be taken in its place.
        """
        for name in facets.keys() & {"kind", "type"}:
            if self.form.cleaned_data.get(name):
                continue
            counts, field = facets[name], self.form.fields[name]
            kept = [
                (value, f"{text} ({counts[value]})" if value in counts else text)
                for value, text in field.choices
                if not value or value in counts
            ]
            field.choices = field.widget.choices = kept
