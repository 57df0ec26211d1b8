"""What becomes of deadlines when an anchor changes: those to come move, those that have passed stay (convention 10)."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..facts import MovedDateFacts, PlanFacts
from .deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Moves:
    """What changes in a timetable: ``moved`` has old and new date, ``stayed`` had passed and keeps the old one."""

    moved: tuple[MovedDateFacts, ...] = ()
    stayed: tuple[MovedDateFacts, ...] = ()


def moves_between(before: Iterable[Deadline], after: Iterable[Deadline], day: date) -> Moves:
    """PLAN-PERIOD-09, convention 10: compare two timetables of a plan as things change on ``day``."""
    new = {_name(one): one for one in after}
    pairs = [(one, new[_name(one)]) for one in before if _name(one) in new]
    lines = [_line(old, other) for old, other in pairs if old.date != other.date]
    return Moves(tuple(one for one in lines if one.old >= day), tuple(one for one in lines if one.old < day))


def _name(deadline: Deadline) -> tuple[str, str, str]:
    return deadline.rule, str(deadline.subject), str(deadline.anchor)


def _line(old: Deadline, new: Deadline) -> MovedDateFacts:
    return MovedDateFacts(old.rule, str(old.subject), old.date, new.date, old.anchor_date)


def with_passed_ones_kept(plan: PlanFacts, deadlines: Iterable[Deadline]) -> Iterator[Deadline]:
    """Yield the deadlines, those with the old date that had passed when their anchor changed."""
    kept = {
        (line.rule, line.subject): line for change in reversed(plan.date_changes) for line in change.stayed
    }
    for one in deadlines:
        line = kept.get((one.rule, str(one.subject)))
        if line:
            anchor = line.anchor_date or one.anchor_date
            yield dataclasses.replace(one, date=line.old, anchor_date=anchor)
        else:
            yield one
