"""The timetable: every date a plan has to keep, each with its rule and the way it was reckoned."""

from ..limits import plan_end
from ..tracker import tracker_quarters
from .dates import dates_due, timetable
from .deadlines import Deadline
from .joining import is_ogps_own
from .process import implementation_years, meetings_needed
from .standing import next_dates

__all__ = [
    "Deadline",
    "dates_due",
    "implementation_years",
    "is_ogps_own",
    "meetings_needed",
    "next_dates",
    "plan_end",
    "timetable",
    "tracker_quarters",
]
