"""When things happen in the demo: so many months from the present one."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils import timezone

from ogp_wagtail.handbook.calendar import add_months


def month(offset: int, today: date) -> date:
    """The first day of a month, counted from the present one."""
    return add_months(today.replace(day=1), offset)


def day(offset: Sequence[int], today: date) -> date:
    """A day as ``[months from the present one, day]``; one that its month lacks is the month's last."""
    first = month(offset[0], today)
    return first.replace(day=min(offset[1], monthrange(first.year, first.month)[1]))


def noon(offset: Sequence[int], today: date) -> datetime:
    """The middle of such a day, in the site's time zone."""
    return timezone.make_aware(datetime.combine(day(offset, today), time(12)))
