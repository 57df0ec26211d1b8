"""Queries and milliseconds of the public pages, against a bare Wagtail page in the same frame.

Run from the repository's root:

    python benchmarks/pages.py [--commitments 30] [--rounds 20]

Everything runs in one process on a database of its own: the pages take turns, and a page's time is the median
of its rounds, through the whole of Django's request handling with Wagtail's caches warm. Queries are those of
a first visit, nothing cached. Prints one JSON document and one line.
"""

# ruff: noqa: E402 (models can be imported once Django is set up)

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.runner import DiscoverRunner
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from ogp_wagtail.pages.public.lists import list_commitments
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.pages.shown import commitments

GOALS = {"plan": 30, "list": 8}


def pages(number: int) -> dict[str, Any]:
    """The bare page, and one page of each kind for a plan with this many commitments."""
    Page.template = "base.html"  # Wagtail has no template for its own page
    Site.objects.update(hostname="testserver")
    home = Site.objects.get().root_page
    landing = factories.landing(home)
    plan = factories.plan(landing)
    commitments(plan, number)
    return {
        "bare": home,
        "landing": landing,
        "plan": plan,
        "commitment": plan.get_children().first().specific,
        "meeting": factories.meeting(plan),
    }


def queries(page: Any) -> int:
    """Of a first visit."""
    cache.clear()
    with CaptureQueriesContext(connection) as counted:
        visit(page)
    return len(counted)


def visit(page: Any) -> float:
    """Milliseconds of one request."""
    address, client = page.get_url(), Client()
    start = time.perf_counter()
    assert client.get(address).status_code == 200
    return (time.perf_counter() - start) * 1000


def queries_of_list(page: Any) -> int:
    """Of the list of commitments with milestones alone."""
    plan, request = Plan.objects.get(key=page.key), RequestFactory().get("/")
    page.get_url(request)
    with CaptureQueriesContext(connection) as counted:
        list_commitments(plan, page.locale, request)
    return len(counted)


def measure(number: int, rounds: int) -> dict[str, Any]:
    shown = pages(number)
    counts = {name: queries(page) for name, page in shown.items()}
    times: dict[str, list[float]] = {name: [] for name in shown}
    for _round in range(rounds):
        for name, page in shown.items():
            times[name].append(visit(page))
    medians = {name: statistics.median(values) for name, values in times.items()}
    return {
        "commitments": number,
        "queries": counts | {"list": queries_of_list(shown["plan"])},
        "milliseconds": {name: round(value, 1) for name, value in medians.items()},
        "ratio": {name: round(value / medians["bare"], 1) for name, value in medians.items()},
        "goals": GOALS,
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--commitments", type=int, default=30)
    options.add_argument("--rounds", type=int, default=20)
    chosen = options.parse_args()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    try:
        result = measure(chosen.commitments, chosen.rounds)
    finally:
        runner.teardown_databases(databases)
    print(json.dumps(result, indent=2))
    counted = result["queries"]
    print(
        f"plan page {counted['plan']} queries (goal {GOALS['plan']}), list {counted['list']} (goal {GOALS['list']}), "
        f"plan page {result['ratio']['plan']} times a bare page"
    )
    return 0 if all(counted[name] <= goal for name, goal in GOALS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
