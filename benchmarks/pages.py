"""Queries of the plan page and of the list of commitments; times of the public pages beside a bare Wagtail page.

Run from the repository's root:

    python -m benchmarks.pages [--rounds 20]

The pages take turns in one process, and a page's time is the median of its rounds, through the whole of
Django's request handling with Wagtail's caches warm. Queries are those of a first visit, nothing cached.
"""

import argparse
import io
import statistics
import time
from collections.abc import Mapping
from typing import Any

from benchmarks.measured import tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.pages.models import CommitmentPage, MeetingPage
from ogp_wagtail.pages.public.lists import list_commitments
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.pages.shown import commitments

FEW, MANY, FILES = 3, 30, 12


def visit(page: Any) -> tuple[float, bytes]:
    """Milliseconds of one request, and what it brought."""
    address, client = page.get_url(), Client()
    start = time.perf_counter()
    response = client.get(address)
    spent = (time.perf_counter() - start) * 1000
    assert response.status_code == 200
    return spent, response.content


def first_visit(page: Any) -> tuple[int, int, int]:
    """Queries, and how many commitments and pieces of evidence are on the page."""
    cache.clear()
    page.get_url()
    with CaptureQueriesContext(connection) as counted:
        _spent, content = visit(page)
    shown = BeautifulSoup(content, "html.parser").select
    return len(counted), len(shown(".ogp-card")), len(shown("a[href*='/document/']"))


def plan_page_of(landing: Any, number: int) -> Any:
    """A plan with so many commitments, a meeting, and files in its repository."""
    page = factories.plan(landing)
    commitments(page, number)
    factories.meeting(page)
    plan = Plan.objects.get(key=page.key)
    for file in range(FILES):
        actions.store(plan, folders.process(plan), io.BytesIO(f"File {file}".encode()), f"{file}.txt")
    return page


def plan_pages() -> tuple[Any, dict[str, Any]]:
    """A plan page with few commitments, and by name the pages of one with many, with a bare page."""
    Page.template = "base.html"  # Wagtail has no template for its own page
    Site.objects.update(hostname="testserver")
    home = Site.objects.get().root_page
    landing = factories.landing(home)
    few, many = plan_page_of(landing, FEW), plan_page_of(landing, MANY)
    commitment, meeting = (kind.objects.child_of(many).first() for kind in (CommitmentPage, MeetingPage))
    return few, {"bare": home, "landing": landing, "plan": many, "commitment": commitment, "meeting": meeting}


def plan_page(few: Any, shown: Mapping[str, Any], rounds: int) -> dict[str, Any]:
    """Queries with few and with many commitments, and the times of all pages beside the bare one's."""
    of_few, cards_of_few, _files = first_visit(few)
    of_many, cards_of_many, files = first_visit(shown["plan"])
    return {
        "workload": {"commitments, few": cards_of_few, "commitments, many": cards_of_many, "files": files},
        "figures": {
            "queries": of_many,
            "queries that 27 more commitments add": of_many - of_few,
            **beside_the_bare_page(shown, rounds),
        },
    }


def beside_the_bare_page(shown: Mapping[str, Any], rounds: int) -> dict[str, Mapping[str, float]]:
    """The median time of each page and that of a bare page, taking turns."""
    taken = [{name: visit(page)[0] for name, page in shown.items()} for _round in range(rounds)]
    median = {name: statistics.median(one[name] for one in taken) for name in shown}
    bare = median.pop("bare")
    return {f"time of a {name} page": {"ours": value, "theirs": bare} for name, value in median.items()}


def commitment_list(page: Any) -> dict[str, Any]:
    """Queries of the list alone, all that a row shows included."""
    plan, request = Plan.objects.get(key=page.key), RequestFactory().get("/")
    page.get_url(request)
    with CaptureQueriesContext(connection) as counted:
        listed = list_commitments(plan, page.locale, request)
        milestones = sum(len(one.milestones) for one in listed)
        assert all(one.title.value and one.url and one.parts for one in listed)
    workload = {"commitments": len(listed), "milestones": milestones}
    return {"workload": workload, "figures": {"queries": len(counted)}}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=20)
    chosen = options.parse_args()
    with fresh_site():
        few, shown = plan_pages()
        tell(plan_page=plan_page(few, shown, chosen.rounds), commitment_list=commitment_list(shown["plan"]))


if __name__ == "__main__":
    main()
