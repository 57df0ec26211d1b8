"""The log of dates: an anchor changed after a plan was filed (PLAN-PERIOD-09, convention 10).

Nothing that was filed shifts. Deadlines to come are reckoned anew, those that have passed stay, and both are noted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import get_active_log_context

from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.timetable import Deadline, timetable
from ogp_wagtail.handbook.timetable.changes import moves_between
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.acting import actor
from ogp_wagtail.plans.models import DateChange, Plan, PlanMember
from ogp_wagtail.plans.sources import with_sources

Timetables = Mapping[int, list[Deadline]]


@dataclass(frozen=True)
class Change:
    """A date that is about to change: whose it is in which filed plans, and their timetables before."""

    what: str
    old: date
    new: date | None
    seats: tuple[PlanMember, ...]
    before: Timetables


def about_to_change(what: str, old: date, new: date | None, seats: QuerySet[PlanMember]) -> Change | None:
    """Note, under their locks, how things stand in the filed plans of these seats; None where there are none."""
    filed = tuple(seats.filter(plan__submitted_on__isnull=False))
    plans = Plan.objects.filter(pk__in=[seat.plan_id for seat in filed])
    locked = [plan.pk for plan in plans.select_for_update().order_by("pk")]
    return Change(what, old, new, filed, _timetables(locked)) if locked else None


def has_changed(change: Change) -> list[DateChange]:
    """Write what the change did into the log of each plan."""
    after = _timetables(change.before)
    return [_log(change, seat, after[seat.plan_id]) for seat in change.seats]


def _timetables(plans: Any) -> Timetables:
    rows = Plan.objects.with_owner().filter(pk__in=list(plans))
    return {row.pk: _timetable(row) for row in rows}


def _timetable(plan: Plan) -> list[Deadline]:
    return timetable(with_sources(plan, register_facts.plan_facts(plan)), edition_of(plan))


def _log(change: Change, seat: PlanMember, after: list[Deadline]) -> DateChange:
    today, user = timezone.localdate(), _user()
    moves = moves_between(change.before[seat.plan_id], after, today)
    return DateChange(
        member=seat,
        what=change.what,
        old=change.old,
        new=change.new,
        changed_on=today,
        changed_at=timezone.now(),
        changed_by=user,
        changed_by_name=user.get_username() if user else "",
        moved=[_line(one) for one in moves.moved],
        stayed=[_line(one) for one in moves.stayed],
    )._save_lawfully()


def _line(line: Any) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(line).items() if value is not None}


def _user() -> Any:
    """Who is at work in the admin, or for whom something is done; nobody where nothing was said."""
    user = get_active_log_context().user or actor().user
    return user if user and user.is_authenticated else None
