"""What the rows tell about the work in the background, each in one query whatever the number of jobs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Max, Min, Q

from ogp_wagtail.jobs.kinds import QUEUES
from ogp_wagtail.jobs.models import Job

STATES: Final = ("waiting", "running", "failed", "aside", "done")
Row = dict[str, Any]


def by_queue(now: datetime) -> dict[str, Row]:
    """How many jobs are in each state, and for how many seconds the oldest one that might run has waited."""
    is_due = Q(state="waiting", run_after__lte=now)
    rows: Any = (
        Job.objects.order_by()
        .values("queue")
        .annotate(
            **{state: Count("pk", filter=Q(state=state)) for state in STATES},
            retries=Count("pk", filter=Q(state="waiting", attempts__gt=0)),
            oldest=Min("run_after", filter=is_due),
        )
    )
    empty = dict.fromkeys((*STATES, "retries"), 0)
    found = {queue: empty | {"oldest_waiting_seconds": None} for queue in QUEUES}
    for row in rows:
        oldest = row.pop("oldest")
        found[row.pop("queue")] = row | {"oldest_waiting_seconds": oldest and seconds(now - oldest)}
    return found


def by_kind(now: datetime) -> list[Row]:
    """What ran in the last day, how often, and how long it took in seconds."""
    took = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())
    rows: Any = (
        Job.objects.filter(state="done", finished_at__gt=now - timedelta(days=1))
        .order_by("kind")
        .values("kind")
        .annotate(done=Count("pk"), mean=Avg(took), longest=Max(took), last=Max("finished_at"))
    )
    return [row | {"mean": exact(row["mean"]), "longest": exact(row["longest"])} for row in rows]


def lost_count(now: datetime) -> int:
    """Jobs whose worker gave no sign of life, and that no tick has taken up yet."""
    return Job.objects.filter(state="running", lease_until__lt=now - timedelta(minutes=2)).count()


def seconds(period: timedelta) -> int:
    """A period in whole seconds, never below zero: clocks of two machines may differ."""
    return max(0, round(period.total_seconds()))


def exact(period: timedelta | None) -> float | None:
    """A period in seconds, to the millisecond."""
    return None if period is None else round(period.total_seconds(), 3)
