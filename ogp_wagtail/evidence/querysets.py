"""The one answer to "may this evidence be seen?" (D6), asked anew at every query."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import Collection, CollectionViewRestriction

from ogp_wagtail import findable
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.pages.queries import public_commitments, public_meetings, public_plans


class EvidenceItemQuerySet(models.QuerySet[Any]):
    """Items of evidence."""

    def public(self) -> Self:
        """Those whose text and file anybody may see: for search, feeds, counts and the public pages."""
        return self.listed().filter(privacy="public", current__document__isnull=False)

    def findable(self) -> Self:
        """Those that anybody may find: the public ones, and links without a file, by their titles."""
        link = Q(current__isnull=True) & ~Q(address="")
        return self.listed().filter(Q(current__document__isnull=False) | link, privacy="public")

    def listed(self) -> Self:
        """Those whose entry anybody may see (title, date, kind), the file perhaps not (MEET-05)."""
        return self.published().exclude(current__document__collection__in=restricted_collections())

    def disclosed(self) -> Self:
        """Those whose file may be given to whom its collection lets in; that, Wagtail asks itself."""
        return self.published().filter(privacy="public", current__document__isnull=False)

    def published(self) -> Self:
        """Those that prove something public and were neither withdrawn nor restricted."""
        return self.filter(proves_something_public(), withdrawn_on__isnull=True).exclude(privacy="restricted")

    def gone(self) -> Self:
        """Those that everybody could see and that were withdrawn since: their addresses say so."""
        seen = self.filter(proves_something_public(), privacy="public", withdrawn_on__isnull=False)
        return seen.exclude(current__document__collection__in=restricted_collections())

    def in_use(self) -> Self:
        """Those that were not withdrawn: what an operator searches, drafts included."""
        return self.filter(withdrawn_on__isnull=True, current__isnull=False)

    def about(self, **target: Any) -> Self:
        """Those that prove something about one target, for instance ``about(commitment=row)``."""
        links = apps.get_model("ogp_wagtail", "EvidenceLink").objects
        return self.filter(Exists(links.filter(item=OuterRef("pk"), **target)))


class SearchEntryQuerySet(models.QuerySet[Any]):
    """What can be found. A search looks among such entries, and nothing else says who may see what (D6)."""

    def public(self) -> Self:
        """Those that anybody may see now: evidence, and what other rooms say is public of theirs."""
        items = apps.get_model("ogp_wagtail", "EvidenceItem").objects.findable()
        mine = Q(item__isnull=False) & Exists(items.filter(pk=OuterRef("item_id")))
        return self.filter(reduce(or_, (kind.seen() for kind in findable.kinds()), mine))

    def in_use(self) -> Self:
        """Those that an operator searches, drafts and restricted ones included: all but withdrawn evidence."""
        return self.exclude(item__isnull=False, item__withdrawn_on__isnull=False)

    def having(self, chosen: Chosen) -> Self:
        """Those with one of the values chosen in each facet."""
        traits = apps.get_model("ogp_wagtail", "Traits").objects.having(chosen)
        return self.filter(traits__in=traits.values("pk")) if chosen else self


def proves_something_public() -> Q:
    """The item is linked to something public; or to nothing below its plan, and the plan is public.

    So evidence of a commitment still in draft stays private in a public plan.
    """
    links = apps.get_model("ogp_wagtail", "EvidenceLink").objects.filter(item=OuterRef("pk"))
    public_folder = Q(folder__commitment__isnull=True) | Q(
        folder__commitment__in=public_commitments().values("pk")
    )
    of_the_plan = Q(plan__in=public_plans().values("pk")) & public_folder
    return Exists(links.filter(target_is_public())) | (of_the_plan & ~Exists(links.filter(plan__isnull=True)))


def target_is_public() -> Q:
    """What a link points to can be seen by anybody."""
    commitments = public_commitments().values("pk")
    return (
        Q(plan__in=public_plans().values("pk"))
        | Q(commitment__in=commitments)
        | Q(milestone__commitment__in=commitments, milestone__retired=False)
        | Q(meeting__in=public_meetings().values("pk"))
        | Q(amendment__filed_on__isnull=False, amendment__commitment__in=commitments)
        | was_published()
    )


def was_published() -> Q:
    """The link points to a report or an update that was published. Their room says which are (D6)."""
    kinds = {
        "inception": "InceptionReport",
        "assessment": "EndOfCommitmentReport",
        "learning": "LearningReport",
        "progress_update": "ProgressUpdate",
    }
    public = {name: apps.get_model("ogp_wagtail", model).objects.public() for name, model in kinds.items()}
    return reduce(or_, (Q(**{f"{name}__in": rows.values("pk")}) for name, rows in public.items()))


def restricted_collections() -> QuerySet[Any]:
    """The collections that somebody restricted, with all below them; asked inside the query that uses it."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = CollectionViewRestriction.objects.alias(below=path).filter(
        below__startswith=F("collection__path")
    )
    found: QuerySet[Any] = Collection.objects.filter(Exists(above.order_by()))
    return found
