"""Whether what was measured counts, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.catalog import Flow


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing beside what it may be; ``holds`` is ``None`` where nothing is asked of it."""

    name: str
    measured: Any
    at_most: str
    holds: bool | None

    def __str__(self) -> str:
        judged = {True: "holds", False: "MISSED", None: ""}[self.holds]
        return f"  {self.name:<51} {shown(self.measured):<26} {self.at_most:<14} {judged}".rstrip()


@dataclass(frozen=True, slots=True)
class Verdict:
    """On one flow. ``problem`` says why the run does not count, ``skipped`` why there was none."""

    flow: str
    figures: list[Figure] = field(default_factory=list)
    problem: str = ""
    skipped: str = ""

    @property
    def holds(self) -> bool:
        return not self.problem and all(figure.holds is not False for figure in self.figures)

    def lines(self) -> Iterator[str]:
        """For people."""
        told = f": skipped, {self.skipped}" if self.skipped else f": {self.problem}" if self.problem else ""
        yield self.flow + told
        yield from map(str, self.figures)

    def as_dict(self) -> dict[str, Any]:
        """For scripts."""
        return asdict(self) | {"holds": self.holds}


def judge(flow: Flow, told: Mapping[str, Any]) -> Verdict:
    """The verdict on one flow of what a module told."""
    own = told.get(flow.name, {})
    if "broken" in told or "skipped" in own:
        return Verdict(flow.name, problem=told.get("broken", ""), skipped=own.get("skipped", ""))
    if own.get("workload") != flow.workload:
        problem = f"the run did {own.get('workload')}, and should have done {dict(flow.workload)}"
        return Verdict(flow.name, problem=problem)
    missing = flow.limits.keys() - own["figures"].keys()
    problem = f"not measured: {', '.join(sorted(missing))}" if missing else ""
    return Verdict(flow.name, [compared(flow, *one) for one in own["figures"].items()], problem)


def compared(flow: Flow, name: str, measured: Any) -> Figure:
    """A figure beside its limit, where it has one."""
    limit = flow.limits.get(name)
    if limit is None:
        return Figure(name, measured, "", None)
    return Figure(name, measured, str(limit), limit.allows(measured))


def shown(measured: Any) -> str:
    """A count as it is; a time as a ratio."""
    if not isinstance(measured, Mapping):
        return str(measured)
    ours, theirs = measured["ours"], measured["theirs"]
    return f"{ours / theirs:.2f}x ({ours:.1f} : {theirs:.1f} ms)"
