"""``manage.py ogp_work``: run the jobs that wait."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from types import FrameType
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser

from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.runner import run_waiting

SENTENCE: Final = "{done} done, {again} to be tried again, {failed} given up, {waiting} waiting"
PAUSE: Final = 2.0  # seconds between two looks into an empty queue


class Command(BaseCommand):
    """Works until told to stop (SIGTERM, Ctrl-C), then ends the job at hand; ``--once`` until none waits.

    Prints how many jobs ended in each state; with ``--json`` as ``{"done", "again", "failed", "waiting"}``.
    """

    help = "Run waiting jobs: reading evidence, indexing, and whatever else the site left for later."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Stop when the queue is empty.")
        parser.add_argument("--json", action="store_true", help="Print one JSON document and nothing else.")

    def handle(self, *, once: bool, **options: Any) -> None:
        self.stopped = False
        before = {number: signal.signal(number, self.stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            self.report(self.work(once), options["json"])
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

    def report(self, ended: Counter[str], as_json: bool) -> None:
        """Say what was done."""
        counts = {
            "done": ended[Job.State.DONE],
            "again": ended[Job.State.WAITING],
            "failed": ended[Job.State.FAILED],
            "waiting": Job.objects.filter(state=Job.State.WAITING).count(),
        }
        self.stdout.write(json.dumps(counts) if as_json else SENTENCE.format(**counts))
