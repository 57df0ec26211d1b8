"""Keeping one entry for each thing that can be found in each language, in step with what it is of.

Of evidence the entry is written at once; what pages and reports say is read by a job, so that the search never
keeps anybody from publishing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from ogp_wagtail.evidence import index
from ogp_wagtail.evidence.alike import traits_of, traits_of_item
from ogp_wagtail.evidence.extraction.passages import split
from ogp_wagtail.evidence.models import EvidenceItem, Passage, SearchEntry
from ogp_wagtail.evidence.models.entry import THE_PLAN
from ogp_wagtail.findable import Kind, Said, Section, Thing
from ogp_wagtail.plans.models import Plan


def of_item(item: EvidenceItem) -> SearchEntry:
    """The entry of an item of evidence, made or brought up to date. Its text is not indexed by this."""
    facts = {
        "plan_id": item.plan_id,
        "title": item.title,
        "language": item.language,
        "dated_on": item.dated_on,
        "added_at": item.added_on,
        "traits": traits_of_item(item),
    }
    return SearchEntry.objects.update_or_create(item=item, defaults=facts)[0]


def follow(kind: Kind, key: Any) -> None:
    """Bring the entries of the row with that key into step with what it says now, one for each language."""
    row = kind.rows().filter(key=key).first()
    if row is None:  # its entries went with it
        return
    thing = kind.thing(row)
    for entry in entries_of(kind, row.pk).exclude(language__in=[said.language for said in thing.said]):
        entry.delete()
    for said in thing.said:
        write(kind, row.pk, thing, said)


def entries_of(kind: Kind, pk: int) -> QuerySet[SearchEntry]:
    """The entries of a row."""
    if kind.name:
        return SearchEntry.objects.filter(**{f"{kind.name}_id": pk})
    return SearchEntry.objects.filter(THE_PLAN, plan_id=pk)


def write(kind: Kind, pk: int, thing: Thing, said: Said) -> SearchEntry:
    """The entry of a thing in one language; its text is indexed where it has changed."""
    facts = facts_of(kind, thing, said)
    entry = entries_of(kind, pk).filter(language=said.language).first()
    before = texts(entry.passages.all()) if entry else []
    if entry is None:
        subject = {f"{kind.name}_id": pk} if kind.name else {}
        entry = SearchEntry.objects.create(**subject, **facts)
    pieces = list(passages_of(entry, said))
    is_same = (entry.title, before) == (facts["title"], texts(pieces))
    SearchEntry.objects.filter(pk=entry.pk).update(**facts)
    entry.title = facts["title"]
    if not is_same:
        index.take_out(entry)
        entry.passages.all().delete()
        index.store(entry, pieces)
    elif not index.is_in_step(entry):
        index.put(entry)
    return entry


def facts_of(kind: Kind, thing: Thing, said: Said) -> dict[str, Any]:
    """The columns of an entry."""
    traits = traits_of(
        thing.plan,
        what=kind.what,
        language=said.language,
        dated_on=thing.dated_on,
        commitments=thing.commitments,
        cities=thing.cities,
    )
    return {
        "plan_id": thing.plan,
        "language": said.language,
        "title": said.title[:255],
        "dated_on": thing.dated_on,
        "traits": traits,
    }


def passages_of(entry: SearchEntry, said: Said) -> Iterator[Passage]:
    """The text of a thing as passages, each with the heading under which it stands."""
    pieces = ((section, text) for section in said.sections for text in split(section.text))
    for number, (section, text) in enumerate(pieces, start=1):
        yield passage(entry, number, section, text)


def passage(entry: SearchEntry, number: int, section: Section, text: str) -> Passage:
    """One piece of text under a heading as a row."""
    return Passage(
        entry=entry,
        number=number,
        place_kind=Passage.Kind.HEADING,
        place_name=section.heading[:255],
        place_anchor=section.anchor[:80],
        heading=section.heading[:255],
        language=entry.language,
        text=text.replace("\x00", ""),
    )


def texts(passages: Sequence[Passage] | QuerySet[Passage]) -> list[tuple[str, str, str]]:
    """What would be indexed and shown of passages, in their order."""
    written = [one for one in passages if one.place_kind != Passage.Kind.TITLE]
    return [(one.place_name, one.place_anchor, one.text) for one in written]


def renew_traits(plan: Plan) -> None:
    """Count all evidence of a plan anew, for instance because another city takes part in a commitment."""
    for item in (
        EvidenceItem.objects.filter(plan=plan).select_related("current", "plan").iterator(chunk_size=200)
    ):
        traits = traits_of_item(item)
        SearchEntry.objects.filter(item=item).exclude(traits=traits).update(traits=traits)
