"""``ogp_commitments_import``: what it prints, its exit codes, and real files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from tests import factories
from tests.exchange.worlds import drafts, single_plan, written
from tests.processes import run

LAWFUL = "code,title,start,end\nC1,Open budget,2026-03-01,2027-06-30\n"


def load(plan: str, path: Path, *arguments: str, exit_code: int = 0) -> dict[str, Any]:
    """What ``ogp_commitments_import … --json`` prints."""
    out, code = io.StringIO(), 0
    try:
        call_command("ogp_commitments_import", plan, str(path), *arguments, "--json", stdout=out)
    except SystemExit as end:
        code = end.code
    assert code == exit_code
    return json.loads(out.getvalue())


def refusal(plan: str, path: Path) -> CommandError:
    with pytest.raises(CommandError) as refused:
        call_command("ogp_commitments_import", plan, str(path), stdout=io.StringIO())
    return refused.value


@pytest.fixture
def lawful(tmp_path: Path) -> Path:
    path = tmp_path / "commitments.csv"
    path.write_text(LAWFUL)
    return path


def test_a_dry_run_prints_each_row_and_writes_nothing(home: Page, lawful: Path) -> None:
    plan = single_plan(home)
    before = written()
    assert load(plan.code, lawful) == {
        "plan": plan.code,
        "committed": False,
        "counts": {"new": 1, "changed": 0, "same": 0, "refused": 0},
        "rows": [
            {
                "row": 2,
                "action": "new",
                "kind": "commitment",
                "code": "C1",
                "title": "Open budget",
                "rule": "",
                "message": "",
            }
        ],
        "findings": [],
        "ignored_columns": [],
        "encoding": "utf-8",
    }
    assert written() == before


def test_commit_writes_drafts(home: Page, lawful: Path) -> None:
    plan = single_plan(home)
    assert load(plan.code.upper(), lawful, "--commit")["committed"]
    assert [page.code for page in drafts(plan)] == ["C1"]


def test_a_refused_row_exits_with_1_and_the_others_go_in(home: Page, lawful: Path) -> None:
    plan = single_plan(home)
    lawful.write_text(LAWFUL + "C2,,,\n")
    report = load(plan.code, lawful, "--commit", exit_code=1)
    assert [row["action"] for row in report["rows"]] == ["new", "refused"]
    assert [page.code for page in drafts(plan)] == ["C1"]


def test_findings_exit_with_1_and_name_rule_and_section(home: Page, lawful: Path) -> None:
    lawful.write_text("code,title\nC1,Open budget\n")
    report = load(single_plan(home).code, lawful, exit_code=1)
    assert {finding["rule"] for finding in report["findings"]} == {"A2-02"}
    assert all(finding["section"] and finding["message"] for finding in report["findings"])


def test_without_json_it_says_the_same_in_words(home: Page, lawful: Path) -> None:
    out = io.StringIO()
    call_command("ogp_commitments_import", single_plan(home).code, str(lawful), stdout=out)
    assert "new      row 2 C1 “Open budget”" in out.getvalue()
    assert "Nothing was written; add --commit." in out.getvalue()


def test_an_unknown_plan_is_refused_with_the_codes_there_are(home: Page, lawful: Path) -> None:
    plan = single_plan(home)
    error = refusal("nowhere", lawful)
    assert error.returncode == 2
    assert plan.code in str(error)


@pytest.mark.parametrize("name", ["missing.csv", "table.pdf"])
def test_a_file_that_cannot_be_used_is_refused(home: Page, tmp_path: Path, name: str) -> None:
    (tmp_path / "table.pdf").write_bytes(b"%PDF")
    error = refusal(single_plan(home).code, tmp_path / name)
    assert error.returncode == 2
    assert "argument FILE" in str(error)


@pytest.mark.slow
def test_wrong_use_exits_with_2_and_prints_nothing_on_standard_output() -> None:
    done = run("-m", "django", "ogp_commitments_import", "--json", DJANGO_SETTINGS_MODULE="tests.settings")
    assert (done.returncode, done.stdout) == (2, "")
    assert "FILE" in done.stderr


def test_real_commitments_and_subcommitments_become_drafts_with_milestones(
    home: Page, real_data: Path
) -> None:
    plan = factories.plan(
        factories.landing(home), jurisdiction=factories.jurisdiction("United States", code="US")
    )
    folder = real_data / "documents" / "usa_ogp"
    report = load(plan.code, folder, "--commit", exit_code=1)
    by_kind = {
        kind: [row["action"] for row in report["rows"] if row["kind"] == kind and row["action"] != "refused"]
        for kind in ("commitment", "milestone")
    }
    assert by_kind == {"commitment": ["new"] * 36, "milestone": ["new"] * 70}
    assert len(report["rows"]) == 148, "every file is accounted for"
    assert all(row["message"] for row in report["rows"] if row["action"] == "refused")
    counted = [finding for finding in report["findings"] if finding["rule"] == "PLAN-COUNT-01"]
    assert len(counted) == 1
    assert "36" in counted[0]["message"]
    pages = drafts(plan)
    assert sum(page.milestones.count() for page in pages) == 70
    assert not any(page.live for page in pages)
    again = load(plan.code, folder, "--commit", exit_code=1)
    assert again["counts"] == {"new": 0, "changed": 0, "same": 106, "refused": 42}


def test_a_real_subfolder_alone_finds_its_commitments_in_the_plan(home: Page, real_data: Path) -> None:
    plan = single_plan(home)
    folder = real_data / "documents" / "usa_ogp"
    assert load(plan.code, folder / "_subcommitments", exit_code=1)["counts"]["refused"] == 70
    assert load(plan.code, folder / "_commitments", "--commit", exit_code=1)["counts"]["new"] == 36
    assert load(plan.code, folder / "_subcommitments", "--commit", exit_code=1)["counts"]["new"] == 70
    assert load(plan.code, folder / "_commitments", "--commit", exit_code=1)["counts"]["same"] == 36


def test_real_rows_of_one_country_say_what_is_wrong_with_their_dates(
    home: Page, real_data: Path, tmp_path: Path
) -> None:
    source = real_data / "ogp" / "ogp_irm" / "commitments_irm_2011_2014.csv"
    with source.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    path = tmp_path / "one-country.csv"
    chosen = [row for row in rows if (row["Country"], row["Action Plan Number"]) == ("Albania", "1")]
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]))
        writer.writeheader()
        writer.writerows(chosen)
    report = load(single_plan(home).code, path, "--commit", exit_code=1)
    assert len(report["rows"]) == len(chosen) > 10
    assert all(row["message"] for row in report["rows"])


def test_every_real_row_gets_an_answer(home: Page, real_data: Path) -> None:
    report = load(
        single_plan(home).code,
        real_data / "ogp" / "ogp_irm" / "commitments_irm_2011_2014.csv",
        exit_code=1,
    )
    assert len(report["rows"]) == 1927
    assert all(row["message"] for row in report["rows"] if row["action"] == "refused")


def test_real_tables_of_something_else_are_refused(home: Page, real_data: Path) -> None:
    path = real_data / "ogp" / "ogp_irm" / "ogp_irm__old_data__only_tags_table.csv"
    assert "title" in str(refusal(single_plan(home).code, path))
