"""What a finding stands in the way of: filing the plan, keeping it going, or closing it."""

from collections.abc import Iterable
from enum import StrEnum

from .findings import Finding
from .words import _


class Stage(StrEnum):
    """The three stages of a plan, in their order."""

    FILE = "file"
    KEEP = "keep"
    CLOSE = "close"


STAGE_NAMES = {
    Stage.FILE: _("To file the plan"),
    Stage.KEEP: _("To keep the plan going"),
    Stage.CLOSE: _("To close the plan"),
}

# A rule belongs to the first of these whose beginning its id has; all others are asked when a plan is filed.
_BEGINNINGS = {
    Stage.CLOSE: ("EOC-04", "FLE-", "GAP-01", "COAL-17", "COAL-18", "COM-LIFE-02", "STAT-03"),
    Stage.KEEP: (
        "AMEND-",
        "COM-LIFE-",
        "COAL-21",
        "COAL-22",
        "COCR-03",
        "COCR-06",
        "COCR-09",
        "EOC-",
        "EV-",
        "INC-",
        "MB-06",
        "MB-08",
        "MB-09",
        "MB-10",
        "MB-12",
        "MEET-03",
        "MON-PUB-",
        "PLAN-COUNT-01",
        "PLAN-COUNT-04",
        "PLAN-PERIOD-09",
        "REPO-",
        "STAT-",
        "TRK-",
        "WEB-06",
        "WEB-07",
        "WEB-09",
    ),
}


def stage_of(rule: str) -> Stage:
    """Return the stage at which a rule is asked."""
    for stage, beginnings in _BEGINNINGS.items():
        if rule.startswith(beginnings):
            return stage
    return Stage.FILE


def by_stage(findings: Iterable[Finding]) -> dict[Stage, list[Finding]]:
    """Return the findings by stage, in the order given; every stage is there."""
    stages: dict[Stage, list[Finding]] = {stage: [] for stage in Stage}
    for finding in findings:
        stages[stage_of(finding.rule)].append(finding)
    return stages
