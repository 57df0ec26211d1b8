"""What a page of results shows: its hits, each with its address and what it is about, and the pages around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString, mark_safe

from ogp_wagtail import findable
from ogp_wagtail.evidence import asked
from ogp_wagtail.evidence.addresses import item_address
from ogp_wagtail.evidence.asked import Matches
from ogp_wagtail.evidence.choices import ONE
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.naming import Named, Names
from ogp_wagtail.evidence.querysets import SearchEntryQuerySet
from ogp_wagtail.evidence.question import Question
from ogp_wagtail.evidence.search import Found
from ogp_wagtail.evidence.text import Query, mark_all, to_html

HITS_A_PAGE: Final = 10
FARTHEST: Final = 1000  # the page of hits beyond which nobody reads; each costs what all before it cost
ABOUT: Final = 3  # commitments that are named at a hit


@dataclass(frozen=True, slots=True)
class Line:
    """One hit as it is shown; words that were found in the title are marked there."""

    found: Found
    title: SafeString
    address: str
    what: str
    about: list[Named]


def page_of(question: Question, among: SearchEntryQuerySet, language: str) -> tuple[Matches, Page[int]]:
    """The hits of the wanted page, or of the last where there are fewer; and that page, to go on from."""
    matched = of_page(question, among, language)
    page = Paginator(range(min(matched.total, FARTHEST * HITS_A_PAGE)), HITS_A_PAGE).get_page(question.page)
    if page.number != question.page:
        matched = of_page(replace(question, page=page.number), among, language)
    return matched, page


def of_page(question: Question, among: SearchEntryQuerySet, language: str) -> Matches:
    """The hits of just that page."""
    offset = (question.page - 1) * HITS_A_PAGE
    return asked.matches(question, among, language, limit=HITS_A_PAGE, offset=offset)


def keys_of(hits: Iterable[Found], *, everything: bool = False) -> set[Any]:
    """The keys of the pages that hits are read on, and of the first or all commitments that they are about."""
    keys: set[Any] = set()
    for found in hits:
        keys.update(found.entry.traits.commitments.split()[: None if everything else ABOUT])
        if not found.item:
            keys.add(page_key(found.entry))
    return keys


def page_key(entry: SearchEntry) -> Any:
    """The key of the page on which an entry is read that is no evidence."""
    return findable.kind_named(entry.kind_name).place(entry.subject)[0]


def lines(
    hits: Iterable[Found], query: Query, question: Question, names: Names, landing: Any, request: Any
) -> list[Line]:
    """The hits as they are shown; one whose page went meanwhile is left out."""
    every = (line(found, query, question, names, landing, request) for found in hits)
    return [one for one in every if one.address]


def line(found: Found, query: Query, question: Question, names: Names, landing: Any, request: Any) -> Line:
    """One hit."""
    entry = found.entry
    own = "" if found.item else str(page_key(entry))
    about = [names.of(key) for key in entry.traits.commitments.split()[:ABOUT] if key != own]
    return Line(
        found,
        marked_title(found, query),
        address_of(found, question.text, names, landing, request),
        str(ONE[entry.traits.what]),
        [one for one in about if one],
    )


def address_of(found: Found, text: str, names: Names, landing: Any, request: Any) -> str:
    """Where a hit opens: evidence at the passage; a page at the heading, with the found words named to the browser.

    Empty where there is no such page.
    """
    if found.item:
        return item_address(landing, found.item, request, found.passage, text)
    key, anchor = findable.kind_named(found.entry.kind_name).place(found.entry.subject)
    named = names.of(key, found.entry.language)
    if named is None:
        return ""
    has_words = any(part.marked for part in found.parts)  # else it was found by its title
    place = (found.passage.anchor if found.passage and has_words else "") or anchor
    return f"{named.address}{fragment(place, found)}"


def fragment(anchor: str, found: Found) -> str:
    """The end of an address: the id of the heading; and the words, for browsers that mark such text fragments."""
    words = list(dict.fromkeys(part.text.strip() for part in found.parts if part.marked))[:3]
    told = "&".join(f"text={quote(word, safe='').replace('-', '%2D')}" for word in words if word)
    return f"#{anchor}{':~:' + told if told else ''}" if anchor or told else ""


def marked_title(found: Found, query: Query) -> SafeString:
    """The title with the words asked for marked, everything else escaped."""
    language = found.passage.language if found.passage else found.entry.language
    return mark_safe(to_html(mark_all(found.entry.title, query, language)))  # noqa: S308 - escaped part by part
