"""A worker's shift: it gives signs of life, makes the clock tick, and takes one job after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from types import TracebackType
from typing import Final, Self

from django.utils import timezone

from ogp_wagtail.jobs.claiming import next_due, worker_name
from ogp_wagtail.jobs.clock import tick
from ogp_wagtail.jobs.models import Worker
from ogp_wagtail.jobs.runner import free_lost, run

SIGN_OF_LIFE: Final = 30.0  # seconds
TICK: Final = 60.0  # seconds


class Shift:
    """Used with ``with``: the worker is on the list of workers until it leaves in good order.

    ``keeps_clock`` is for a worker that stays; a passing one only takes up the jobs of dead workers.
    """

    def __init__(self, queues: Iterable[str], keeps_clock: bool = True) -> None:
        self.queues = list(queues)
        self.clock: Callable[[], object] = partial(tick, by_worker=True) if keeps_clock else free_lost
        self.name = worker_name()
        self.seen = self.ticked = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, *_details: BaseException | TracebackType | None
    ) -> None:
        Worker.objects.filter(name=self.name).delete()

    def run_next(self) -> str | None:
        """Run the most urgent job; the state in which it ended, or None when none is due."""
        self.look_at_the_clock()
        job = next_due(self.queues)
        return run(job) if job else None

    def look_at_the_clock(self) -> None:
        """Say "still here" and make the clock tick, each when its time has come."""
        now = time.monotonic()
        if now - self.seen >= SIGN_OF_LIFE:
            self.seen = now
            sign_of_life(self.name, self.queues)
        if now - self.ticked >= TICK:
            self.ticked = now
            self.clock()


def sign_of_life(name: str, queues: Iterable[str]) -> None:
    """Write that this worker was seen just now."""
    Worker.objects.update_or_create(name=name, defaults={"seen_at": timezone.now(), "queues": list(queues)})
