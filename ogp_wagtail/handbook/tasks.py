"""Whose task is what: the monitoring body's three, and what OGP publishes itself (ROLE-09, ROLE-12)."""

from collections.abc import Iterator
from dataclasses import dataclass

from .facts import PlanFacts
from .findings import Finding, advice
from .words import _


@dataclass(frozen=True, slots=True)
class Task:
    """A report that the monitoring body files: its kind and, of an assessment, the commitment."""

    kind: str
    commitment: str | None = None


def tasks_of_the_monitoring_body(plan: PlanFacts) -> list[Task]:
    """ROLE-09, §2.3, §3.5: the inception report, an assessment of every commitment, the learning exercise."""
    every = [Task("end-of-commitment", one.key) for one in plan.live_commitments if one.included_on]
    return [Task("inception"), *every, Task("learning")]


def open_tasks_of_the_monitoring_body(plan: PlanFacts) -> list[Task]:
    """Return those of its tasks for which no report was filed: a sample of the commitments is not enough."""
    filed = {Task(one.kind, one.commitment) for one in plan.reports if one.submitted_on}
    return [task for task in tasks_of_the_monitoring_body(plan) if task not in filed]


def irm_links(plan: PlanFacts) -> list[str]:
    """ROLE-12, §3.5: the addresses of what the IRM reflected on, to be shown on the plan's page."""
    stated = plan.website.irm_link if plan.website else ""
    links = [stated, *(one.url for one in plan.irm_publications if one.kind == "reflection")]
    return list(dict.fromkeys(link for link in links if link))


def reflections_are_linked(plan: PlanFacts) -> Iterator[Finding]:
    """ROLE-12, §3.5: a reflection of the IRM that is known here is shown to everybody, by its address."""
    for one in plan.irm_publications:
        if one.kind == "reflection" and not one.url:
            yield advice(
                "ROLE-12",
                plan,
                _("“%(title)s” of the IRM has no address, so the plan's page cannot link to it."),
                field="irm_publications",
                title=one.title,
            )
