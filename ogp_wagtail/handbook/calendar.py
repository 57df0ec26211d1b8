"""Civil dates and months as the rules count them (conventions 1 to 9).

Every function is total: where a result would lie outside the years 1 to 9999 it is *saturated* to
``date.min`` or ``date.max``, so that no date a person can type makes a check crash.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FIRST_MONTH = date.min.year * 12
LAST_MONTH = date.max.year * 12 + 11


def parse_day(text: str) -> date:
    """Read ``YYYY-MM-DD``. Raises ValueError with the form in its message."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no date: write YYYY-MM-DD, such as 2027-12-31")


def add_months(day: date, n: int) -> date:
    """Return ``day`` moved by ``n`` months, clamped to the last day of the month reached.

    Always count from the original anchor: 2028-02-29 plus four months is 2028-06-29, not 06-30.
    """
    index = _month_index(day) + n
    if index < FIRST_MONTH:
        return date.min
    if index > LAST_MONTH:
        return date.max
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_before(anchor: date, n: int) -> date:
    """Return the last day that is "at least ``n`` months before" ``anchor``, inclusive."""
    return add_months(anchor, -n)


def on_or_before(day: date, limit: date | None) -> bool:
    """Say whether ``day`` respects ``limit``: the limit itself is still on time; no limit binds nobody."""
    return limit is None or day <= limit


def day_before(day: date) -> date:
    """Return the day before ``day``."""
    return day if day == date.min else day - ONE_DAY


def day_after(day: date) -> date:
    """Return the day after ``day``."""
    return day if day == date.max else day + ONE_DAY


def minimum_end(start: date, months: int) -> date:
    """Return the earliest end of a period from ``start`` that lasts ``months`` months, both days included."""
    if _month_index(start) + months > LAST_MONTH:
        return date.max
    return day_before(add_months(start, months))


def lasts_at_least(start: date, end: date, months: int) -> bool:
    """Say whether ``[start, end]``, both days included, lasts at least ``months`` months."""
    return _month_index(start) + months <= LAST_MONTH and end >= minimum_end(start, months)


def latest_start(limit: date, months: int) -> date:
    """Return the last start from which ``months`` months still end on or before ``limit``.

    Raises ValueError when ``months`` is below one.
    """
    if months < 1:
        raise ValueError(f"A duration is at least 1 month, not {months}.")
    start = add_months(limit, -months)
    while lasts_at_least(start + ONE_DAY, limit, months):
        start += ONE_DAY
    return start


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, the precision of a milestone's dates."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (date.min.year <= self.year <= date.max.year and 1 <= self.month <= 12):
            raise ValueError(f"No such month: {self.month:02d}/{self.year}. Months run from 1 to 12.")

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month in which ``day`` lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read ``MM/YYYY`` or ``YYYY-MM``. Raises ValueError with both forms in its message."""
        if match := re.fullmatch(r"([0-9]{1,2})/([0-9]{4})", text.strip()):
            return cls(int(match[2]), int(match[1]))
        if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text.strip()):
            return cls(int(match[1]), int(match[2]))
        raise ValueError(f"{text!r} is no month: write MM/YYYY (09/2025) or YYYY-MM (2025-09).")

    @property
    def first_day(self) -> date:
        """The first day of the month: where a milestone starts."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month: where a milestone ends."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        return f"{self.month:02d}/{self.year:04d}"


def months_of(first: date, last: date) -> list[Month]:
    """Return the calendar months that two days and those between them touch."""
    return [
        Month(index // 12, index % 12 + 1) for index in range(_month_index(first), _month_index(last) + 1)
    ]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of days, both included; ``full`` unless the end of the whole cut it short."""

    name: str
    first_day: date
    last_day: date
    full: bool = True


def full_quarters(first: date, last: date) -> list[Block]:
    """Return the calendar quarters that lie wholly between two days, both included."""
    return [quarter for quarter in _quarters(first, last) if quarter.full]


def _quarters(first: date, last: date) -> Iterator[Block]:
    for index in range(_quarter_index(first), _quarter_index(last) + 1):
        year, number = index // 4, index % 4 + 1
        start, end = Month(year, number * 3 - 2).first_day, Month(year, number * 3).last_day
        yield Block(f"{year}-Q{number}", start, end, full=first <= start and end <= last)


def _quarter_index(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def blocks(first: date, last: date, months: int) -> list[Block]:
    """Cut the days from ``first`` to ``last`` into blocks of ``months`` months counted from ``first``.

    The last block is cut at ``last`` and is then not ``full``.
    """
    return list(_blocks(first, last, months))


def _blocks(first: date, last: date, months: int) -> Iterator[Block]:
    count = (_month_index(last) - _month_index(first)) // months + 1
    for number in range(count):
        start, end = add_months(first, number * months), minimum_end(first, (number + 1) * months)
        if start <= last:
            yield Block(f"{start} → {min(end, last)}", start, min(end, last), full=end <= last)


def plan_years(first: date, last: date) -> list[Block]:
    """Return the plan years: blocks of twelve months from ``first``, the last one cut at ``last``."""
    return blocks(first, last, 12)


def calendar_years(first: date, last: date) -> list[Block]:
    """Return the calendar years between two days; the first and the last may be cut short."""
    return [_year(year, first, last) for year in range(first.year, last.year + 1)]


def _year(year: int, first: date, last: date) -> Block:
    start, end = max(date(year, 1, 1), first), min(date(year, 12, 31), last)
    is_whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return Block(f"{start} → {end}", start, end, full=is_whole)
