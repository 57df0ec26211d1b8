"""Jobs by Celery. The broker is only a trigger: what there is to do, and who has it, is in the rows.

A message says "look into this queue". A lost one is made up for by the next tick; one too many finds nothing.
Imported only where ``OGP_WAGTAIL["JOBS"]`` is "celery", and by Celery itself through ``ogp_wagtail.tasks``.
"""

from __future__ import annotations

import functools
import logging
import os
import time
from collections import OrderedDict
from datetime import timedelta
from typing import Any, Final

from celery import current_app, shared_task
from django.utils import timezone
from kombu.pools import producers

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.jobs import clock
from ogp_wagtail.jobs.claiming import next_due
from ogp_wagtail.jobs.dispatch import MANY
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.runner import run
from ogp_wagtail.jobs.working import SIGN_OF_LIFE, TICK, sign_of_life

logger = logging.getLogger(__name__)

PATIENCE: Final = 1.0  # seconds that a person who publishes waits for the broker
SULK: Final = 30.0  # seconds without another try after the broker did not answer
AT_ONCE: Final = 50  # jobs done for one message; Celery opens and closes the database around each message
AT_MOST: Final = timedelta(seconds=60)  # for one message, so that none is held for long
MOMENT: Final = 0.02  # seconds
REMEMBERED: Final = 10_000  # jobs whose message, when it comes, needs no look into the database

_silent_until = float("-inf")
_seen_at = float("-inf")
_queues_seen: set[str] = set()
_done: OrderedDict[int, None] = OrderedDict()


def wake(queue: str, count: int, pk: int | None = None) -> None:
    """Tell workers that there are ``count`` jobs in a queue. A broker that is away costs a second at most.

    The rows wait; the next tick tells again.
    """
    global _silent_until
    if time.monotonic() < _silent_until:
        return
    try:
        for _message in range(min(count, MANY)):
            send(queue, pk)
    except Exception as error:
        # kombu's transports raise whatever their clients raise
        _silent_until = time.monotonic() + SULK
        logger.warning("The broker did not take a message (%s); the jobs wait in the database", error)


def send(queue: str, pk: int | None) -> None:
    """One message, or an error within ``PATIENCE``."""
    route = ogp_settings.CELERY_QUEUES.get(queue)
    with senders(os.getpid()).acquire(block=True, timeout=PATIENCE) as producer:
        work.apply_async((queue, pk), producer=producer, retry=False, **({"queue": route} if route else {}))


@functools.cache
def senders(_process: int) -> Any:
    """Connections of our own to the site's broker, which give up soon; none is inherited over a fork."""
    soon = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1}
    if current_app.connection_for_write().transport_cls in {"redis", "rediss", "sentinel"}:
        soon |= {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry_on_timeout": False}
    return producers[current_app.connection_for_write(connect_timeout=PATIENCE, transport_options=soon)]


@shared_task(name="ogp_wagtail.work", bind=True, acks_late=True, ignore_result=True)
def work(self: Any, queue: str, pk: int | None = None) -> None:
    """Do what is due in a queue. ``pk`` is the job for which the message was sent, when it was for one."""
    if pk in _done:
        return
    still_here(self.request.hostname, queue)
    if not drained(queue):
        wake(queue, 1)


@shared_task(name="ogp_wagtail.tick", bind=True, ignore_result=True, expires=TICK)
def tick(self: Any) -> None:
    """One tick of the clock. Beat sends it; one that comes late is worth nothing any more."""
    still_here(self.request.hostname, "default")
    clock.tick(by_worker=True)


def drained(queue: str) -> bool:
    """Run jobs of a queue for one message. False when there may be more."""
    until = timezone.now() + AT_MOST
    for number in range(AT_ONCE):
        job = next_due([queue]) or (another(queue) if number else None)
        if job is None:
            return True
        if run(job) == Job.State.DONE:
            remember(job.pk)
        if timezone.now() > until:
            break
    return False


def another(queue: str) -> Job | None:
    """After a job, wait a moment for the next: jobs often come in rows, and a new message costs more."""
    time.sleep(MOMENT)
    return next_due([queue])


def remember(pk: int) -> None:
    """Keep in mind that this job is done for good."""
    _done[pk] = None
    if len(_done) > REMEMBERED:
        _done.popitem(last=False)


def still_here(name: str, queue: str) -> None:
    """Give a sign of life, now and then."""
    global _seen_at
    now = time.monotonic()
    if now - _seen_at < SIGN_OF_LIFE and queue in _queues_seen:
        return
    _seen_at = now
    _queues_seen.add(queue)
    sign_of_life(name, sorted(_queues_seen))


def tick_every_minute(sender: Any, **_kwargs: Any) -> None:
    """Put the tick into the site's beat, which needs no setting for it."""
    sender.add_periodic_task(TICK, tick.s(), name="ogp_wagtail.tick", expires=TICK)


current_app.on_after_finalize.connect(tick_every_minute)
