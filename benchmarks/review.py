"""Queries of a plan as facts; CPU time of its review beside that of its facts; a thousand plans beside a hundred.

Run from the repository's root:

    python -m benchmarks.review [--rounds 9] [--plans 1000]

Facts and review take turns in one process; a time is the median of its rounds, of the CPU and not of the clock.
"""

import argparse
import io
import resource
import statistics
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.measured import tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.models import EvidenceLink
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.reviewing import reviews
from ogp_wagtail.plans.models import Commitment, Meeting, Plan
from tests import factories

DAY = date(2026, 6, 1)
COMMITMENTS, MEMBERS, MILESTONES, MEETINGS, EVIDENCE = 12, 4, 60, 40, 300


def large_plan(landing: Any, share: float = 1.0) -> Any:
    """A plan of four members with so much in it; a ``share`` below 1 has less of everything but members."""
    cities = [factories.jurisdiction() for _number in range(MEMBERS)]
    page = factories.plan(landing, coalition=factories.coalition(*cities))
    number = round(COMMITMENTS * share)
    for _number in range(number):
        factories.commitment(page, milestones=MILESTONES // COMMITMENTS)
    for _number in range(round(MEETINGS * share)):
        factories.meeting(page)
    prove(Plan.objects.get(key=page.key), round(EVIDENCE * share))
    return page


def prove(plan: Plan, number: int) -> None:
    """Add so many pieces of evidence, each for a meeting or a commitment."""
    targets = [*Commitment.objects.filter(plan=plan), *Meeting.objects.filter(plan=plan)]
    for index in range(number):
        file = io.BytesIO(f"File {index} of {plan}".encode())
        stored = actions.store(plan, folders.process(plan), file, f"{index}.txt")
        target = targets[index % len(targets)]
        EvidenceLink.objects.create(item=stored.item, **{target._meta.model_name: target})


def counted(page: Any) -> tuple[Any, int]:
    """The facts of a plan, and the queries they took."""
    with CaptureQueriesContext(connection) as queries:
        facts = whole.drafted(Plan.objects.with_owner().get(key=page.key))
    return facts, len(queries)


def cpu(work: Callable[[], Any]) -> float:
    """Milliseconds of CPU."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def beside(ours: Callable[[], Any], theirs: Callable[[], Any], rounds: int) -> dict[str, float]:
    """The median CPU times of two, taking turns."""
    taken = [(cpu(ours), cpu(theirs)) for _round in range(rounds)]
    return {
        "ours": statistics.median(one for one, _other in taken),
        "theirs": statistics.median(other for _one, other in taken),
    }


def plan_facts(few: Any, many: Any, rounds: int) -> dict[str, Any]:
    """Queries, and the review beside the building of the facts it reads."""
    facts, queries = counted(many)
    _facts, of_few = counted(few)
    edition = edition_of(facts)

    def build() -> Any:
        return whole.drafted(Plan.objects.with_owner().get(key=many.key))

    return {
        "workload": {
            "commitments": len(facts.commitments),
            "members": len(facts.members),
            "milestones": sum(len(one.milestones) for one in facts.commitments),
            "meetings": len(facts.meetings),
            "evidence": len(facts.evidence),
        },
        "figures": {
            "queries": queries,
            "queries that twice as much adds": queries - of_few,
            "CPU time of the review, beside its facts": beside(
                lambda: review(facts, edition, day=DAY), build, rounds
            ),
        },
    }


def small_plans(landing: Any, number: int) -> None:
    """So many plans of one city with one commitment each."""
    for _number in range(number):
        factories.commitment(factories.plan(landing, jurisdiction=factories.jurisdiction()))


def in_one_pass(number: int) -> tuple[float, float]:
    """Milliseconds of CPU, and the most memory held meanwhile in MiB, of reviewing so many plans."""
    chosen = Plan.objects.order_by("pk")[:number]
    plans = Plan.objects.filter(pk__in=list(chosen.values_list("pk", flat=True)))
    spent = cpu(lambda: [len(found) for _plan, found in reviews(plans, DAY)])
    tracemalloc.start()
    for _reviewed in reviews(plans, DAY):
        pass
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return spent, peak / 2**20


def many_plans(number: int) -> dict[str, Any]:
    """All plans beside a tenth of them."""
    tenth, memory_of_tenth = in_one_pass(number // 10)
    whole_lot, memory = in_one_pass(number)
    return {
        "workload": {"plans": Plan.objects.count()},
        "figures": {
            "time, beside a tenth of them": {"ours": whole_lot, "theirs": tenth},
            "more memory than a tenth of them, MiB": round(memory - memory_of_tenth),
            "memory of the process, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        },
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--plans", type=int, default=1000)
    chosen = options.parse_args()
    with fresh_site():
        landing = factories.landing(Site.objects.get().root_page)
        few, many = large_plan(landing, 0.5), large_plan(landing)
        facts = plan_facts(few, many, chosen.rounds)
        small_plans(landing, chosen.plans - Plan.objects.count())
        tell(plan_facts=facts, many_plans=many_plans(chosen.plans))


if __name__ == "__main__":
    main()
