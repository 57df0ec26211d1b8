"""How long a commitment has to last (COM-DUR-01), under each reading an edition can choose (AMB-08)."""

from datetime import date

from .calendar import add_months, day_before, lasts_at_least, latest_start, minimum_end
from .editions import Edition


def earliest_end(start: date, edition: Edition) -> date:
    """Return the first day on which a commitment that starts on ``start`` may end (COM-DUR-01, §3.2.1.2)."""
    months = edition.commitment.min_months
    match edition.commitment.duration_count:
        case "inclusive":
            return minimum_end(start, months)
        case "anniversary":
            return add_months(start, months)
        case "calendar_year":
            return date(min(_first_whole_year(start) + _years(months) - 1, date.max.year), 12, 31)


def latest_commitment_start(limit: date, edition: Edition) -> date:
    """Return the last day on which a commitment that ends by ``limit`` may start (PLAN-COUNT-06)."""
    months = edition.commitment.min_months
    match edition.commitment.duration_count:
        case "inclusive":
            return latest_start(limit, months)
        case "anniversary":
            return latest_start(day_before(limit), months)
        case "calendar_year":
            return date(max(_last_whole_year(limit) - _years(months) + 1, date.min.year), 1, 1)


def is_long_enough(start: date, end: date, edition: Edition) -> bool:
    """Say whether a commitment from ``start`` to ``end`` lasts long enough (COM-DUR-01, §3.2.1.2)."""
    months = edition.commitment.min_months
    match edition.commitment.duration_count:
        case "inclusive":
            return lasts_at_least(start, end, months)
        case "anniversary":
            return end != date.min and lasts_at_least(start, day_before(end), months)
        case "calendar_year":
            return _last_whole_year(end) - _first_whole_year(start) + 1 >= _years(months)


def _years(months: int) -> int:
    return -(-months // 12)


def _first_whole_year(start: date) -> int:
    return start.year if (start.month, start.day) == (1, 1) else start.year + 1


def _last_whole_year(end: date) -> int:
    return end.year if (end.month, end.day) == (12, 31) else end.year - 1
