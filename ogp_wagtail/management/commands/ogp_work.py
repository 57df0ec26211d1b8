"""``manage.py ogp_work``: run the jobs that wait."""

from __future__ import annotations

import logging
import signal
from collections import Counter
from threading import Event
from types import FrameType
from typing import Any, Final

from django.core.management.base import CommandParser
from django.db import DatabaseError, close_old_connections

from ogp_wagtail.jobs.kinds import QUEUES
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.working import Shift
from ogp_wagtail.management.contract import Answer, ContractCommand, wrong_use

logger = logging.getLogger(__name__)

SENTENCE: Final = "{done} done, {again} to be tried again, {failed} given up, {waiting} waiting"
PAUSE: Final = 2.0  # seconds between two looks into an empty queue


class Command(ContractCommand):
    """Works until told to stop (SIGTERM, Ctrl-C), then ends the job at hand; ``--once`` until none waits.

    Prints how many jobs ended in each state; with ``--json`` as ``{"done", "again", "failed", "waiting"}``.
    """

    help = "Run waiting jobs: reading evidence, indexing, and whatever else the site left for later."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Stop when the queue is empty.")
        parser.add_argument(
            "--queue",
            action="append",
            metavar="NAME",
            help=f"Only jobs of this queue ({', '.join(QUEUES)}); may be given more than once.",
        )
        parser.add_argument("--limit", type=int, metavar="N", help="Stop after so many jobs.")

    def answer(self, **options: Any) -> Answer:
        queues, limit = options["queue"] or list(QUEUES), options["limit"]
        if unknown := set(queues) - set(QUEUES):
            raise wrong_use("--queue", f"no queue {sorted(unknown)[0]!r}; there are: {', '.join(QUEUES)}")
        if limit is not None and limit < 1:
            raise wrong_use("--limit", f"{limit} is no number of jobs; give 1 or more")
        self.told_to_stop = Event()
        before = {number: signal.signal(number, self.stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            return self.report(self.work(Shift(queues, not options["once"]), limit, options["once"]))
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """Finish the job at hand and then stop."""
        self.told_to_stop.set()

    def work(self, shift: Shift, limit: int | None, once: bool) -> Counter[str]:
        """Run job after job; the counts by the state in which they ended."""
        ended: Counter[str] = Counter()
        with shift:
            while not self.told_to_stop.is_set() and (limit is None or ended.total() < limit):
                state = self.next_job(shift, patient=not once)
                ended.update([state] if state else [])
                if not state and once:
                    break
                if not state:
                    close_old_connections()  # one that broke, or that the site does not keep for so long
                    self.told_to_stop.wait(PAUSE)
        return ended

    def next_job(self, shift: Shift, patient: bool) -> str | None:
        """Run one job; None when there is none, or while the database is away: a patient worker waits for it."""
        try:
            return shift.run_next()
        except DatabaseError:
            if not patient:
                raise
            logger.exception("The database could not be reached; trying again")
            return None

    def report(self, ended: Counter[str]) -> Answer:
        """What was done."""
        counts = {
            "done": ended[Job.State.DONE],
            "again": ended[Job.State.WAITING],
            "failed": ended[Job.State.FAILED],
            "waiting": Job.objects.filter(state=Job.State.WAITING).count(),
        }
        return Answer(counts, [SENTENCE.format(**counts)])
