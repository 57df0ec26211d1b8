"""A benchmark judges: a run that did other work does not count, and a figure that is missed fails."""

import ast
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from benchmarks.catalog import FLOWS, AtMost, Flow, Times
from benchmarks.run import main
from benchmarks.verdict import judge
from tests.processes import REPOSITORY

FLOW = Flow("list", "Because.", "lists.all", "benchmarks.pages", {"rows": 30}, {"queries": AtMost(8)})


def run(rows: int = 30, **figures: Any) -> Mapping[str, Any]:
    """What a module tells of one run of the flow."""
    return {"list": {"workload": {"rows": rows}, "figures": figures or {"queries": 5}}}


def test_the_catalogue_can_be_read_without_the_product() -> None:
    tree = ast.parse((REPOSITORY / "benchmarks" / "catalog.py").read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    assert {str(name).partition(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_each_flow_says_why_and_what_work_it_does_and_is_measured_somewhere(flow: Flow) -> None:
    spec = find_spec(flow.module)
    assert spec
    assert spec.origin
    assert Path(spec.origin).is_relative_to(REPOSITORY / "benchmarks")
    assert flow.why.endswith(".")
    assert flow.workload
    assert flow.limits


def test_a_run_within_its_limits_holds() -> None:
    assert judge(FLOW, run()).holds


def test_a_run_that_did_other_work_does_not_count() -> None:
    verdict = judge(FLOW, run(rows=29, queries=1))
    assert not verdict.holds
    assert "did {'rows': 29}, and should have done {'rows': 30}" in verdict.problem


def test_a_figure_over_its_limit_is_missed() -> None:
    verdict = judge(FLOW, run(queries=9))
    assert not verdict.holds
    assert [line.split() for line in verdict.lines()] == [["list"], ["queries", "9", "8", "MISSED"]]


def test_a_figure_that_was_not_measured_is_missed() -> None:
    assert judge(FLOW, run(milliseconds=1)).problem == "not measured: queries"


def test_a_module_that_breaks_fails_its_flows() -> None:
    assert judge(FLOW, {"broken": "ended with 1"}).problem == "ended with 1"


def test_a_flow_that_cannot_be_measured_here_is_skipped_with_its_reason() -> None:
    verdict = judge(FLOW, {"list": {"skipped": "no pdftotext"}})
    assert verdict.holds
    assert list(verdict.lines()) == ["list: skipped, no pdftotext"]


@pytest.mark.parametrize(
    ("ours", "theirs", "allowed"), [(40, 20, True), (40.1, 20, False), (11, 1, True), (11.1, 1, False)]
)
def test_a_time_may_be_twice_as_long_or_ten_milliseconds_longer(
    ours: float, theirs: float, allowed: bool
) -> None:
    assert Times(2, or_longer=10).allows({"ours": ours, "theirs": theirs}) is allowed


def test_an_unknown_flow_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serch"])
    assert "no flow is called serch; there are plan-page" in capsys.readouterr().err
