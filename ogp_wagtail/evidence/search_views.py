"""The search of a site: as a page, with words and filters in the address; as a feed; and as a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ogp_wagtail.evidence import asked, choices, feed, naming, results, taking
from ogp_wagtail.evidence.addresses import below
from ogp_wagtail.evidence.asked import Matches
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.naming import Names
from ogp_wagtail.evidence.querysets import SearchEntryQuerySet
from ogp_wagtail.evidence.question import ADDED, ORDERS, Question
from ogp_wagtail.evidence.suggesting import suggestion
from ogp_wagtail.pages.queries import public_plans_of

SEARCH: Final = "ogp_wagtail/evidence/search.html"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS: Final[dict[str, Callable[..., HttpResponseBase]]] = {
    "csv": lambda total, rows, question: StreamingHttpResponse(
        taking.as_csv(total, rows), content_type="text/csv; charset=utf-8"
    ),
    "xlsx": lambda total, rows, question: FileResponse(
        taking.as_xlsx(total, rows, question), content_type=XLSX, as_attachment=True
    ),
    "json": lambda total, rows, question: StreamingHttpResponse(
        taking.as_json(total, rows, question), content_type="application/json"
    ),
}


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
        "suggested": meant(question, matched, landing),
        "feed_address": address_below(landing, "search_feed", question, request),
        "downloads": [
            (form, address_below(landing, "search_download", question, request, form)) for form in FORMS
        ],
        "most": asked.MOST,
    }
    return TemplateResponse(request, SEARCH, landing.get_context(request) | context)


@require_safe
def feed_view(request: HttpRequest, landing: Any) -> HttpResponseBase:
    """The same search as a feed, the newest first; "not modified" where nothing is new."""
    question = replace(Question.of(request.GET), order=ADDED, page=1)
    matched = asked.matches(question, everything(landing), language(), limit=feed.MOST)
    page, own = (address_below(landing, name, question, None) for name in ("search", "search_feed"))
    made = feed.feed_of(asked.found(matched), question, landing, language(), page, own)
    response = HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
    latest = made.latest_post_date()
    response.headers["Last-Modified"] = http_date(latest.timestamp())
    etag = quote_etag(hashlib.sha256(response.content).hexdigest())
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag, int(latest.timestamp()), response) or response


@require_safe
def download_view(request: HttpRequest, landing: Any, form: str) -> HttpResponseBase:
    """The same search with all its hits, as a file."""
    if form not in FORMS:
        raise Http404
    question, speaks = Question.of(request.GET), language()
    total, some = asked.all_found(question, everything(landing), speaks)
    rows = (row for hits in some for row in taking.rows_of(hits, question, landing, speaks))
    response = FORMS[form](total, rows, question)
    response.headers["Content-Disposition"] = f'attachment; filename="search.{form}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def address_below(landing: Any, name: str, question: Question, request: Any, *args: str) -> str:
    """The address of a route of the search that asks the same; whole where there is no request."""
    return below(landing, landing.reverse_subpage(name, args=args), request) + question.address.removesuffix(
        "?"
    )


def meant(question: Question, matched: Matches, landing: Any) -> Question | None:
    """The same question with words that find something, where these find nothing."""
    if matched.total or not question.text:
        return None
    text = suggestion(question.text, everything(landing), language(), chosen=question.chosen)
    return question.asking(text) if text else None


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
