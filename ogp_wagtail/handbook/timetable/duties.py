"""One duty under two rules: the next plan is due by GAP-01 for the plan, and by COAL-18 for each of its members."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from .deadlines import Deadline

# What is asked again of each member, by the rule that asks it of the plan.
OF_THE_PLAN = {"COAL-18": "GAP-01"}

T = TypeVar("T")


def duty_of(deadline: Deadline) -> str:
    """Return the rule of the duty: of COAL-18 that is GAP-01, of any other its own."""
    return OF_THE_PLAN.get(deadline.rule, deadline.rule)


def is_shared(deadline: Deadline) -> bool:
    """Say whether the same duty stands in two rules."""
    return duty_of(deadline) in OF_THE_PLAN.values()


def rules_of(group: Iterable[Deadline]) -> str:
    """Return the ids of the rules behind one line, each once, the rule of the duty first."""
    found = {one.rule: duty_of(one) for one in group}
    return ", ".join(sorted(found, key=lambda rule: (found[rule] != rule, rule)))


def whose(group: Iterable[Deadline]) -> list[str]:
    """Return the subjects of one line: the members, where both rules are there."""
    ones = list(group)
    own = [one.subject for one in ones if one.rule in OF_THE_PLAN]
    return own or [one.subject for one in ones]


def grouped(ones: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """Return those of one key together, in the order in which each key came first."""
    found: dict[Hashable, list[T]] = {}
    for one in ones:
        found.setdefault(key(one), []).append(one)
    return list(found.values())
