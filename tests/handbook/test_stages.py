"""Findings by what they stand in the way of."""

import pytest

from ogp_wagtail.handbook.review import review
from ogp_wagtail.handbook.rules import RULES
from ogp_wagtail.handbook.stages import Stage, by_stage, stage_of

from .build import changed, complete_plan, day


@pytest.mark.parametrize(
    ("rule", "stage"),
    [
        ("A1-4.1", Stage.FILE),
        ("COCR-05", Stage.FILE),
        ("MB-03", Stage.FILE),
        ("PLAN-COUNT-05", Stage.FILE),
        ("TRK-01", Stage.KEEP),
        ("COCR-03", Stage.KEEP),
        ("STAT-05", Stage.KEEP),
        ("EOC-02", Stage.KEEP),
        ("EOC-04", Stage.CLOSE),
        ("FLE-01", Stage.CLOSE),
        ("GAP-01", Stage.CLOSE),
    ],
)
def test_a_rule_has_its_stage(rule: str, stage: Stage) -> None:
    assert rule in RULES
    assert stage_of(rule) is stage


def test_every_stage_is_used_by_some_rule() -> None:
    assert {stage_of(rule) for rule in RULES} == set(Stage)


def test_findings_keep_their_order_within_a_stage() -> None:
    findings = review(changed(complete_plan(), forewords=(), endorsements=()), day=day("2024-03-15"))
    stages = by_stage(findings)
    assert [one for stage in Stage for one in stages[stage]].__len__() == len(findings)
    assert stages[Stage.FILE] == [one for one in findings if stage_of(one.rule) is Stage.FILE]
