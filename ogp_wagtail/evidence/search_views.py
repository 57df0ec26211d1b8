"""The search as a page: words and filters in the address, hits with their places, choices with their counts."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ogp_wagtail.evidence import asked, choices, naming, results
from ogp_wagtail.evidence.asked import Matches
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.naming import Names
from ogp_wagtail.evidence.querysets import SearchEntryQuerySet
from ogp_wagtail.evidence.question import ORDERS, Question
from ogp_wagtail.pages.queries import public_plans_of

SEARCH: Final = "ogp_wagtail/evidence/search.html"


@require_safe
def search_view(request: HttpRequest, landing: Any) -> HttpResponse:
    """The search of one site. Answers 200 whatever is typed."""
    question = Question.of(request.GET)
    matched, sheet = results.page_of(question, everything(landing), language())
    hits = asked.found(matched)
    names = named(matched, hits, question, request)
    labels = choices.Labels(
        names, naming.cities([*matched.facets.get("city", {}), *question.chosen.get("city", ())])
    )
    context = {
        "question": question,
        "matched": matched,
        "lines": results.lines(hits, matched.query, question, names, landing, request),
        "facets": choices.facets(matched.facets, question, labels),
        "chips": choices.chips(question, labels),
        "orders": ORDERS,
        "sheet": sheet,
        "pages": sheet.paginator.get_elided_page_range(sheet.number, on_each_side=2, on_ends=1),
        "others": question.address[1:],
        "is_searchable": is_searchable(),
    }
    return TemplateResponse(request, SEARCH, landing.get_context(request) | context)


def everything(landing: Any) -> SearchEntryQuerySet:
    """All that anybody may find on the site of this landing page."""
    return SearchEntry.objects.public().filter(plan__in=public_plans_of(landing))


def named(matched: Matches, hits: Any, question: Question, request: HttpRequest) -> Names:
    """The names and addresses of all that the page names."""
    keys = results.keys_of(hits) | {
        *matched.facets.get("commitment", ()),
        *question.chosen.get("commitment", ()),
    }
    codes = {*matched.facets.get("plan", ()), *question.chosen.get("plan", ())}
    return naming.names(keys, codes, language(), request)


def language() -> str:
    """The language in which the visitor reads, and so probably types."""
    return get_language() or ""
