"""``manage.py ogp_work``: run the jobs that wait."""

from __future__ import annotations

import signal
import time
from collections import Counter
from types import FrameType
from typing import Any, Final

from django.core.management.base import CommandParser

from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.management.contract import Answer, ContractCommand

SENTENCE: Final = "{done} done, {again} to be tried again, {failed} given up, {waiting} waiting"
PAUSE: Final = 2.0  # seconds between two looks into an empty queue


class Command(ContractCommand):
    """Works until told to stop (SIGTERM, Ctrl-C), then ends the job at hand; ``--once`` until none waits.

    Prints how many jobs ended in each state; with ``--json`` as ``{"done", "again", "failed", "waiting"}``.
    """

    help = "Run waiting jobs: reading evidence, indexing, and whatever else the site left for later."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Stop when the queue is empty.")

    def answer(self, **options: Any) -> Answer:
        self.stopped = False
        before = {number: signal.signal(number, self.stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            return self.report(self.work(options["once"]))
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """Finish the job at hand and then stop."""
        self.stopped = True

    def work(self, once: bool) -> Counter[str]:
        """Run job after job; the counts by the state in which they ended."""
        ended: Counter[str] = Counter()
        while not self.stopped:
            ran = run_waiting(limit=1)
            ended += ran
            if not ran and once:
                break
            if not ran:
                time.sleep(PAUSE)
        return ended

    def report(self, ended: Counter[str]) -> Answer:
        """What was done."""
        counts = {
            "done": ended[Job.State.DONE],
            "again": ended[Job.State.WAITING],
            "failed": ended[Job.State.FAILED],
            "waiting": Job.objects.filter(state=Job.State.WAITING).count(),
        }
        return Answer(counts, [SENTENCE.format(**counts)])
