"""How far the index is behind the database, and bringing it up again: nothing is lost while an engine is away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from ogp_wagtail import findable
from ogp_wagtail.evidence import entries, index
from ogp_wagtail.evidence.engines.chosen import engine, is_searchable
from ogp_wagtail.evidence.models import EvidenceItem, Passage, SearchEntry
from ogp_wagtail.evidence.models.entry import THE_PLAN
from ogp_wagtail.findable import Kind

AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Drift:
    """``behind`` and ``failed`` count entries, ``missing`` items of evidence without one; the others passages.

    ``in_engine`` is None and ``error`` says why while the engine is away.
    """

    entries: int
    missing: int
    behind: int
    failed: int
    passages: int
    in_engine: int | None
    error: str = ""

    @property
    def is_in_step(self) -> bool:
        """Whether all that should be found can be found, and nothing else."""
        return not (self.missing or self.behind or self.error) and self.passages == self.in_engine


def drift() -> Drift:
    """How the index stands now. A site without an engine is never in step."""
    counted, error = indexed_count()
    return Drift(
        entries=SearchEntry.objects.count(),
        missing=without_entry().count(),
        behind=SearchEntry.objects.filter(index.behind()).count(),
        failed=SearchEntry.objects.exclude(index_error="").count(),
        passages=Passage.objects.exclude(words="").count(),
        in_engine=counted,
        error=error if is_searchable() else "no engine for this database",
    )


def indexed_count() -> tuple[int | None, str]:
    """How many passages the engine holds, or why it does not say."""
    try:
        return engine().count(), ""
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


def repair(limit: int = AT_ONCE) -> int:
    """Bring up to ``limit`` entries up to date: missing ones, those behind, and those that the engine lost.

    Returns how many. Raises what the engine raises when it is away; what was done until then stays.
    """
    if not is_searchable():
        return 0
    done = make_missing(limit)
    for pk in list(SearchEntry.objects.filter(index.behind()).values_list("pk", flat=True)[: limit - done]):
        done += put_anew(pk)
    if done < limit and engine().count() != Passage.objects.exclude(words="").count():
        for pk in lost()[: limit - done]:
            done += put_anew(pk)
    return done


def put_anew(pk: int) -> int:
    """Index one entry in a transaction of its own; 1, or 0 where it is gone."""
    with transaction.atomic():
        entry = SearchEntry.objects.select_related("item").filter(pk=pk).first()
        if entry is not None:
            index.put(entry)
    return int(entry is not None)


def make_missing(limit: int = AT_ONCE) -> int:
    """Make the entries of things that lack one, for instance after rows were loaded from a dump."""
    items = list(without_entry().select_related("current", "plan")[:limit])
    for item in items:
        entries.of_item(item)
    for kind in findable.kinds():
        for row in rows_without_entry(kind)[:limit]:
            with transaction.atomic():
                entries.follow(kind, row.key)
    return len(items)


def without_entry() -> QuerySet[EvidenceItem]:
    """Evidence without an entry."""
    return EvidenceItem.objects.filter(search_entry__isnull=True).order_by("pk")


def rows_without_entry(kind: Kind) -> QuerySet[Any]:
    """Rows of other rooms without an entry: what says nothing yet has none either."""
    name = kind.name or "plan"
    known = SearchEntry.objects.exclude(**{f"{name}__isnull": True})
    known = known if kind.name else known.filter(THE_PLAN)
    return kind.rows().exclude(pk__in=known.values(name)).order_by("pk")


def lost() -> list[int]:
    """Entries with a passage that should be in the engine and is not."""
    found: dict[int, None] = {}
    for passages in index.in_batches(Passage.objects.exclude(words="").only("entry", "number")):
        there = engine().indexed([passage.pk for passage in passages])
        found |= dict.fromkeys(passage.entry_id for passage in passages if passage.pk not in there)
    return list(found)
