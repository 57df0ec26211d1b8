"""``manage.py ogp_status``: how the work in the background stands, and what of it needs a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ogp_wagtail.jobs.status import status
from ogp_wagtail.management.contract import Answer, ContractCommand


class Command(ContractCommand):
    """Queues, failures, retries, workers, the clock, and what rooms add. Exit code 1: something needs a person."""

    help = "Tell how the work in the background stands; exit code 1 when something needs a person."

    def answer(self, **options: Any) -> Answer:
        found = status()
        return Answer(found, lines(found), clean=not found["problems"])


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The same for people: what needs them first."""
    yield from (f"! {one['message']}" for one in found["problems"])
    for queue, row in found["queues"].items():
        states = "{waiting} waiting ({retries} again), {running} running, {failed} failed, {done} done"
        oldest = row["oldest_waiting_seconds"]
        waited = "" if oldest is None else f"; the oldest waits {oldest} s"
        yield f"{queue}: {states.format(**row)}{waited}"
    for one in found["failures"]:
        yield f"failed: {one['kind']} {one['key']}: {one['error']}"
    for one in found["workers"]:
        yield f"worker {one['name']} ({', '.join(one['queues'])}): seen {one['seconds_ago']} s ago"
    tick = found["tick"]["seconds_ago"]
    yield "the clock never ticked" if tick is None else f"the clock ticked {tick} s ago"
    for name, section in found["sections"].items():
        told = (f"{key} {value}" for key, value in section.items() if key != "problems")
        yield f"{name}: {', '.join(told)}"
