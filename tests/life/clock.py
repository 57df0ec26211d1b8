"""A clock that shows whatever day the story has come to; what reads the time of day reads it here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from unittest import mock


@dataclass
class Clock:
    """The day of the story. It only goes forward."""

    day: date

    def go_on(self, days: int) -> None:
        """Let some days pass."""
        self.day += timedelta(days=days)

    def now(self) -> datetime:
        """Noon of the day: the same day in every time zone that a city is likely to keep."""
        return datetime.combine(self.day, time(12), UTC)


@contextmanager
def clock_of(day: date) -> Iterator[Clock]:
    """Let Django's clock show the day of the story while it is told."""
    clock = Clock(day)
    with mock.patch("django.utils.timezone.now", clock.now):
        yield clock
