"""The search page's work against the database's own index asked directly.

Run from the repository's root, for PostgreSQL with ``OGP_TEST_DATABASE_URL``:

    python -m benchmarks.search [--passages 10000] [--rounds 25]

Ours is all that a page of results needs: the total, all facets, the ten best entries among those in use, each with
its piece of text and its marks. Theirs and bare are those of ``benchmarks.raw``. All take turns in one run. On SQLite
times are of this process's CPU, the database included, so that other work on the machine does not count; a server's
work can only be timed by the clock.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.measured import real_data, skipped, tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from django.db import connection, transaction
from django.test import override_settings

from benchmarks import raw
from benchmarks.catalog import BARE
from benchmarks.passages import fill, item, page, questions, sentences, text
from ogp_wagtail.evidence import index
from ogp_wagtail.evidence.engines.chosen import engine, is_searchable
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.evidence.search import search
from ogp_wagtail.plans.models import Plan


def ours(words: str) -> tuple[int, int]:
    """A page of results: the total, and how many hits are shown with their words marked."""
    answer = search(words, SearchEntry.objects.in_use(), "en")
    return answer.total, sum("<mark>" in found.html for found in answer.found)


def clock() -> float:
    """Milliseconds: of CPU where the database is in this process."""
    return (time.process_time() if connection.vendor == "sqlite" else time.perf_counter()) * 1000


def milliseconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    began = clock()
    work()
    return clock() - began


def late(taken: Iterable[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


def times(words: str, rounds: int) -> dict[str, float]:
    """The three, taking turns; the first rounds warm up."""
    work: dict[str, Callable[[str], object]] = {"ours": ours, "theirs": raw.same, "bare": raw.bare}
    taken = [
        {name: milliseconds(lambda one=one: one(words)) for name, one in work.items()}
        for _ in range(rounds + 2)
    ][2:]
    return {name: late(one[name] for one in taken) for name in work}


def changes(source: list[str], rounds: int) -> dict[str, float]:
    """What it takes to index a changed passage, and a changed document of fifty: the medians."""
    plan = Plan.objects.first()
    taken: dict[int, list[float]] = {1: [], 50: []}
    for size, found in taken.items():
        entry = item(plan, 10_000_000 + size)
        for _ in range(rounds):
            pages = [page(entry, number, text(source)) for number in range(1, size + 1)]
            Passage.objects.filter(entry=entry).update(version=None, number=0)
            with transaction.atomic():
                index.take_out(entry)
                Passage.objects.filter(entry=entry).delete()
                Passage.objects.bulk_create(pages)
                index.put(entry)
            entry.title = f"Another title {len(found)}"
            found.append(milliseconds(lambda entry=entry: put(entry)))
    return {f"a changed document of {size}": statistics.median(found) for size, found in taken.items()}


def put(entry: SearchEntry) -> None:
    """Index a document anew, as after a change of its text or title."""
    with transaction.atomic():
        index.put(entry)


def measure(count: int, rounds: int) -> dict[str, Any]:
    """Every question beside the same question to the index, and what was really found."""
    source = sentences(real_data())
    speed = fill(source, count)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    asked = questions()
    answers = {name: ours(words) for name, words in asked.items()}
    agreeing = sum(answers[name][0] == raw.same(words) for name, words in asked.items())
    taken = {name: times(words, rounds) for name, words in asked.items()}
    bare = {
        BARE.format(name): {"ours": one["ours"], "theirs": one.pop("bare")} for name, one in taken.items()
    }
    return {
        "workload": {
            "passages": Passage.objects.count(),
            "questions": len(asked),
            "marked hits": sum(marked for _total, marked in answers.values()),
            "totals as the index counts": agreeing,
        },
        "figures": {
            **taken,
            **bare,
            "passages indexed in a CPU second": round(speed),
            **{f"{name}, ms": round(taken, 1) for name, taken in changes(source, rounds).items()},
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="A page of results beside the same index asked directly")
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    random.seed(4)
    # A worker would index by itself what the benchmark indexes, and mix its time in.
    with fresh_site(), override_settings(OGP_WAGTAIL={"JOBS": "worker"}):
        if not is_searchable():
            return tell(
                search=skipped(f"the site's database has no search engine ({type(engine()).__name__})")
            )
        return tell(search=measure(options.passages, options.rounds))


if __name__ == "__main__":
    main()
