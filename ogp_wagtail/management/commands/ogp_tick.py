"""``manage.py ogp_tick``: what has to happen from time to time. For cron."""

from __future__ import annotations

from typing import Any, Final

from ogp_wagtail.jobs.clock import tick
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.management.contract import Answer, ContractCommand

SENTENCE: Final = "{due} due, {done} jobs done, {again} to be tried again, {failed} given up"


class Command(ContractCommand):
    """One tick of the clock; run it every minute. Several at once do each thing once.

    JSON: ``due`` (what was handed out), ``woken`` (queues with work), and how many jobs were ``done``, will be
    tried ``again`` or ``failed`` in this tick. The exit code is 1 when a job was given up.
    """

    help = "Hand out what is due, take up the jobs of dead workers, wake the workers."

    def answer(self, **options: Any) -> Answer:
        ticked = tick()
        counts = {
            "done": ticked.ran[Job.State.DONE],
            "again": ticked.ran[Job.State.WAITING],
            "failed": ticked.ran[Job.State.FAILED] + ticked.given_up,
        }
        document = {"due": ticked.due, "woken": ticked.woken, **counts}
        line = SENTENCE.format(due=", ".join(ticked.due) or "nothing", **counts)
        return Answer(document, [line], clean=not counts["failed"])
