"""What a page of results shows: the hits of one page, each with its address, and the pages around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from ogp_wagtail.evidence.addresses import item_address
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.proofs import Proof, proofs_of
from ogp_wagtail.evidence.search import Answer, Found, newest, search
from ogp_wagtail.evidence.text import Query, mark_all, to_html

HITS_A_PAGE: Final = 10
FARTHEST: Final = 1000  # the page of hits beyond which nobody reads; each costs what all before it cost


@dataclass(frozen=True, slots=True)
class Line:
    """One hit as it is shown; words that were found in the title are marked there."""

    found: Found
    title: SafeString
    address: str
    proofs: list[Proof]


def page_of(typed: str, among: QuerySet[SearchEntry], language: str, wanted: int) -> tuple[Answer, Page[int]]:
    """The hits of the wanted page, or of the last where there are fewer; and that page, to go on from."""
    answer = asked(typed, among, language, wanted)
    page = Paginator(range(min(answer.total, FARTHEST * HITS_A_PAGE)), HITS_A_PAGE).get_page(wanted)
    if page.number != wanted:
        answer = asked(typed, among, language, page.number)
    return answer, page


def asked(typed: str, among: QuerySet[SearchEntry], language: str, number: int) -> Answer:
    """What was asked for; where nothing was, the newest."""
    offset = (number - 1) * HITS_A_PAGE
    if typed:
        return search(typed, among, language, limit=HITS_A_PAGE, offset=offset)
    return newest(among, limit=HITS_A_PAGE, offset=offset)


def lines(answer: Answer, landing: Any, request: Any, typed: str) -> list[Line]:
    """The hits with what they prove and where they open."""
    proofs = proofs_of([found.item for found in answer.found], landing.locale, request)
    return [
        Line(
            found,
            marked_title(found, answer.query),
            item_address(landing, found.item, request, found.passage, typed),
            proofs.get(found.item.pk, []),
        )
        for found in answer.found
    ]


def marked_title(found: Found, query: Query) -> SafeString:
    """The item's title with the words asked for marked, everything else escaped."""
    language = found.passage.language if found.passage else ""
    return mark_safe(to_html(mark_all(found.item.title, query, language)))  # noqa: S308 - escaped part by part
