"""What a page of results shows: the hits of one page, each with its address, and the pages around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from ogp_wagtail.evidence.addresses import item_address
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.proofs import Proof, proofs_of
from ogp_wagtail.evidence.search import Answer, Found, newest, search

HITS_A_PAGE: Final = 10
FARTHEST: Final = 1000  # the page of hits beyond which nobody reads; each costs what all before it cost


@dataclass(frozen=True, slots=True)
class Line:
    """One hit as it is shown."""

    found: Found
    address: str
    proofs: list[Proof]


def page_of(
    typed: str, among: QuerySet[EvidenceItem], language: str, wanted: int
) -> tuple[Answer, Page[int]]:
    """The hits of the wanted page, or of the last where there are fewer; and that page, to go on from."""
    answer = asked(typed, among, language, wanted)
    page = Paginator(range(min(answer.total, FARTHEST * HITS_A_PAGE)), HITS_A_PAGE).get_page(wanted)
    if page.number != wanted:
        answer = asked(typed, among, language, page.number)
    return answer, page


def asked(typed: str, among: QuerySet[EvidenceItem], language: str, number: int) -> Answer:
    """What was asked for; where nothing was, the newest."""
    place = {"limit": HITS_A_PAGE, "offset": (number - 1) * HITS_A_PAGE}
    return search(typed, among, language, **place) if typed else newest(among, **place)


def lines(answer: Answer, landing: Any, request: Any, typed: str) -> list[Line]:
    """The hits with what they prove and where they open."""
    proofs = proofs_of([found.item for found in answer.found], landing.locale, request)
    return [
        Line(
            found,
            item_address(landing, found.item, request, found.passage, typed),
            proofs.get(found.item.pk, []),
        )
        for found in answer.found
    ]
