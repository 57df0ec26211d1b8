"""Whose process it is: a coalition co-creates together, or each member on its own (COAL-13, §3.4)."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from .facts import MemberFacts, PlanFacts
from .findings import Thing

BOTH_SIDES = frozenset({"government", "ngs"})


class _Shared(Protocol):
    @property
    def members(self) -> frozenset[str]: ...


S = TypeVar("S", bound=_Shared)


def processes(plan: PlanFacts) -> tuple[MemberFacts | None, ...]:
    """Return the members that co-create each on its own; ``None`` alone is the one process of the whole plan."""
    is_separate = plan.is_joint and plan.cocreation_mode == "separate"
    return plan.members if is_separate else (None,)


def concerning(things: Iterable[S], member: MemberFacts | None) -> list[S]:
    """Return those that concern this member: naming nobody means the whole plan."""
    return [thing for thing in things if member is None or not thing.members or member.key in thing.members]


def whose(plan: PlanFacts, member: MemberFacts | None) -> Thing:
    """Return what a finding about this process is about."""
    return member or plan
