"""Real national plans of the first years of OGP, reviewed as if a city had filed them: what is found makes sense."""

import csv
import os
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from ogp_wagtail.handbook import CommitmentFacts, MemberFacts, PartyFacts, PlanFacts, review

REPOSITORY = Path(__file__).resolve().parents[2]
REAL_DATA = Path(os.environ.get("OGP_TEST_DATA") or REPOSITORY.parent / "shared" / "data")
TABLE = REAL_DATA / "ogp" / "ogp_irm" / "commitments_irm_2011_2014.csv"
PLANS = 10

pytestmark = pytest.mark.skipif(
    not TABLE.is_file(), reason=f"no real data at {REAL_DATA}: set OGP_TEST_DATA to the folder"
)


def day(text: str) -> date | None:
    """A date of the table; many cells hold "NR", "Not Specified" or nothing."""
    for form in ("%d-%b-%y", "%m/%d/%Y", "%Y-%m-%d", "%b-%y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a civil date
        except ValueError:
            continue
    return None


def leads(cell: str) -> list[str]:
    """The lead institution, where the cell names one."""
    return [] if cell.strip().casefold() in ("", "none", "none specified", "not specified", "nr") else [cell]


def commitments(rows: list[dict[str, str]]) -> tuple[CommitmentFacts, ...]:
    return tuple(
        CommitmentFacts(
            key=f"c{index}",
            code=f"C{index}",
            title=row["Commitment Title"],
            start=day(row["Start Date"]),
            end=day(row["End Date"]),
            parties=tuple(PartyFacts("lead-government", name) for name in leads(row["Lead Institution"])),
            texts={"action": row["Full Text"]},
        )
        for index, row in enumerate(rows, start=1)
    )


def real_plans() -> list[PlanFacts]:
    """The ten plans with the most commitments that state a start."""
    by_plan: dict[tuple[str, str], list[dict[str, str]]] = {}
    with TABLE.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            by_plan.setdefault((row["Country"], row["Action Plan Number"]), []).append(row)
    dated = sorted(
        by_plan.items(), key=lambda one: -sum(day(row["Start Date"]) is not None for row in one[1])
    )
    return [
        PlanFacts(
            key="-".join(named),
            code="-".join(named),
            members=(MemberFacts("m", named[0], term_end=date(2015, 12, 31)),),
            commitments=commitments(rows),
            period_start=date(2012, 1, 1),
            period_end=date(2015, 10, 31),
        )
        for named, rows in dated[:PLANS]
    ]


def test_ten_real_plans_are_reviewed_and_told_what_they_lack() -> None:
    plans = real_plans()
    assert len(plans) == PLANS
    for plan in plans:
        findings = review(plan, day=date(2012, 6, 1))
        found = Counter(finding.rule for finding in findings)
        assert found["PLAN-COUNT-01"] == (1 if len(plan.commitments) > 5 else 0)
        undated = [one for one in plan.commitments if one.start is None]
        missing = [one for one in findings if one.rule == "A2-02" and one.field == "start"]
        assert len({one.subject for one in missing}) == len(undated)
        assert {"COCR-01", "MB-01", "A1-4.1"} <= set(found)
        assert all(finding.message and finding.subject for finding in findings)
