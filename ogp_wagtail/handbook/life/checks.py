"""What the life of a filed plan has of broken or unusual."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import PlanFacts
from ..findings import Finding
from ..limits.changes import changed_dates_are_settled
from .coalitions import members_are_settled
from .commitments import done_early, late_keeps_its_place
from .declaring import declared_when_done


def check_life(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield it for ``day``: COM-LIFE-01, 04 and 05, COAL-21 and PLAN-PERIOD-09."""
    for commitment in plan.live_commitments:
        yield from declared_when_done(commitment, day)
        yield from done_early(commitment, edition)
        yield from late_keeps_its_place(plan, commitment, edition, day)
    yield from members_are_settled(plan, edition, day=day)
    yield from changed_dates_are_settled(plan, edition)
