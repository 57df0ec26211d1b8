"""The quarters of a plan's tracker, each with the day its update is due and what it shows."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..calendar import Block, blocks, full_quarters
from ..editions import Edition
from ..facts import PlanFacts, UpdateFacts
from ..limits import plan_end
from .progress import counts, is_progress, is_update
from .shares import commitments_of, is_suspended


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter that needs an update. ``is_exempt`` says that it is not asked of this member (COAL-22)."""

    block: Block
    due: date
    updated_on: date | None = None
    progressed_on: date | None = None
    is_exempt: bool = False

    @property
    def name(self) -> str:
        """Its name among people: 2024-Q2."""
        return self.block.name

    @property
    def was_updated(self) -> bool:
        """Whether at least one published update says something (TRK-01, TRK-04)."""
        return self.updated_on is not None

    @property
    def made_progress(self) -> bool:
        """Whether at least one published update shows a step (TRK-04)."""
        return self.progressed_on is not None

    def is_over(self, day: date) -> bool:
        """Whether its update can no longer be on time."""
        return self.due < day


def tracker_quarters(edition: Edition, submitted: date, end: date) -> list[Block]:
    """TRK-01, §3.5, §3.5.4: the quarters that need an update are the full ones from submission to end."""
    if edition.tracker.quarter_basis == "calendar":
        return full_quarters(submitted, end)
    return [block for block in blocks(submitted, end, 3) if block.full]


def update_due(quarter: Block, edition: Edition) -> date:
    """TRK-01, §3.5.4: an update is due on the last day of its quarter, plus the days of grace."""
    grace = edition.tracker.grace_days
    return min(quarter.last_day, date.max - timedelta(days=grace)) + timedelta(days=grace)


def quarters_of(plan: PlanFacts, edition: Edition, member: str | None = None) -> list[Quarter]:
    """Return the quarters of a plan's tracker in order: as a whole, or as one member of a coalition has them.

    An update counts in the quarter in which it is published; one published in the days of grace of the
    quarter it reports on still counts in that (TRK-01).
    """
    end = plan_end(plan, edition)
    if plan.submitted_on is None or end is None:
        return []
    found = tracker_quarters(edition, plan.submitted_on, end)
    placed = _placed(plan.updates, found, edition)
    own = frozenset(one.key for one in commitments_of(plan, member))
    return [_quarter(plan, member, block, placed.get(block.name, []), own, edition) for block in found]


def _quarter(
    plan: PlanFacts,
    member: str | None,
    block: Block,
    updates: list[UpdateFacts],
    own: frozenset[str],
    edition: Edition,
) -> Quarter:
    return Quarter(
        block,
        update_due(block, edition),
        _first_day(update for update in updates if is_update(update, own)),
        _first_day(update for update in updates if is_progress(update, own)),
        is_suspended(plan, member, block.last_day, edition),
    )


def _first_day(updates: Iterable[UpdateFacts]) -> date | None:
    return min((update.published_on for update in updates if update.published_on), default=None)


def _placed(
    updates: Iterable[UpdateFacts], found: Sequence[Block], edition: Edition
) -> dict[str, list[UpdateFacts]]:
    """The updates that count, by the name of the quarter in which they do."""
    first_days = [block.first_day for block in found]
    placed: dict[str, list[UpdateFacts]] = {}
    for update in updates:
        if block := _home(update, found, first_days, edition):
            placed.setdefault(block.name, []).append(update)
    return placed


def _home(
    update: UpdateFacts, found: Sequence[Block], first_days: Sequence[date], edition: Edition
) -> Block | None:
    if update.published_on is None or not counts(update):
        return None
    for day in (update.quarter, update.published_on):
        block = _block_around(day, found, first_days)
        if block and block.first_day <= update.published_on <= update_due(block, edition):
            return block
    return None


def _block_around(day: date, found: Sequence[Block], first_days: Sequence[date]) -> Block | None:
    index = bisect_right(first_days, day) - 1
    return found[index] if index >= 0 and day <= found[index].last_day else None
