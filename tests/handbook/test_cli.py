"""``python -m ogp_wagtail.handbook``, and that it needs nothing but the standard library."""

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ogp_wagtail.handbook import CURRENT, RULES, MembershipFacts, forecast, review
from ogp_wagtail.handbook.__main__ import main
from ogp_wagtail.handbook.facts_json import plan_schema, written_plan

from .build import SUBMITTED, complete_plan

ROOT = Path(__file__).resolve().parents[2]
BARE = json.dumps(
    {
        "key": "1",
        "code": "P",
        "members": [{"key": "mty", "name": "Monterrey", "term_end": "2027-12-31"}],
        "period_end": "2027-11-01",
    }
)
ON = ("--day", "2024-03-15")
SINGLE = ("timetable", "--term-end", "2027-12-31", "--submitted", "2024-03-15")
PAIR = ("timetable", "--member", "A:2026-12-31", "--member", "B:2028-05-31", "--submitted", "2025-02-28")


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def handbook(*arguments: str) -> Done:
    """Run the command within this process, which takes a hundredth of the time of one of its own."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as refusal:  # which is how argparse refuses
            code = int(refusal.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


def process(*arguments: str, given: str = "") -> Done:
    """Run in a process without site-packages (``-S``), so that an import of Django cannot work."""
    command = [sys.executable, "-S", "-W", "error", "-m", "ogp_wagtail.handbook", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, input=given, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    return Done(done.returncode, done.stdout, done.stderr)


def document(*arguments: str) -> dict[str, object]:
    done = handbook(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    loaded = json.loads(done.stdout)
    assert isinstance(loaded, dict)
    return loaded


def test_without_site_packages_django_is_not_there() -> None:
    command = [sys.executable, "-S", "-c", "import django"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 1


def test_the_package_imports_only_itself_and_the_standard_library() -> None:
    code = "import sys, ogp_wagtail.handbook.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    own = {name.partition(".")[0] for name in done.stdout.split()} - set(sys.stdlib_module_names)
    assert own <= {"ogp_wagtail", "__main__"}


def test_a_process_of_its_own_says_the_same() -> None:
    assert process(*SINGLE, "--json") == handbook(*SINGLE, "--json")
    assert process(*SINGLE, "--start", "2023-02-30") == handbook(*SINGLE, "--start", "2023-02-30")


def test_timetable_json_of_a_single_city() -> None:
    found = document(*SINGLE)
    assert found["plan_end"] == "2027-10-31"
    assert found["slots"] == 5
    assert found["findings"] == []
    deadlines = found["deadlines"]
    assert isinstance(deadlines, list)
    by_rule = {one["rule"]: one["date"] for one in deadlines}
    assert by_rule["INC-01"] == "2024-05-15"
    assert by_rule["AMEND-04"] == "2024-09-15"
    assert by_rule["EOC-02"] == "2027-11-30"
    assert by_rule["FLE-01"] == "2027-12-31"
    assert by_rule["GAP-01"] == "2028-02-29"
    assert [one["rule"] for one in deadlines].count("TRK-01") == 14
    assert all({"rule", "subject", "date", "anchor", "formula"} <= one.keys() for one in deadlines)


def test_timetable_json_of_a_coalition() -> None:
    found = document(*PAIR)
    assert (found["plan_end"], found["slots"]) == ("2028-03-31", 10)
    deadlines = found["deadlines"]
    assert isinstance(deadlines, list)
    limits = {one["subject"]: one["date"] for one in deadlines if one["rule"] == "COAL-06"}
    assert limits == {"member A": "2026-10-31", "member B": "2028-03-31"}


def test_timetable_for_people_names_each_date_and_its_reason() -> None:
    done = handbook(*SINGLE)
    assert done.returncode == 0
    assert "Plan ends on 2027-10-31; commitments at any one time: 5" in done.stdout
    assert "plan end 2027-10-31 + 4 months" in done.stdout


def test_start_is_the_first_day_of_the_plan() -> None:
    short = ("timetable", "--term-end", "2025-04-30", "--submitted", "2024-05-15")
    assert handbook(*short).returncode == 1
    assert handbook(*short, "--start", "2024-03-01").returncode == 0


def test_a_period_that_is_refused_is_a_finding_and_exit_1() -> None:
    done = handbook("timetable", "--term-end", "2024-12-31", "--submitted", "2024-03-15", "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert [one["rule"] for one in found["findings"]] == ["PLAN-PERIOD-07"]
    assert "PLAN-PERIOD-07" in done.stderr


@pytest.mark.parametrize("extreme", ["0001-01-01", "9999-12-31"])
def test_extreme_dates_are_answered(extreme: str) -> None:
    done = handbook("timetable", "--term-end", extreme, "--submitted", extreme, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["findings"]


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """A file with the facts of a plan of which little is known, and that ends a day too late."""
    return written(tmp_path, BARE.encode())


def written(folder: Path, text: bytes) -> str:
    file = folder / "plan.json"
    file.write_bytes(text)
    return str(file)


def test_review_of_a_file_says_in_json_what_the_function_finds(tmp_path: Path) -> None:
    facts = written(tmp_path, json.dumps(written_plan(complete_plan())).encode())
    done = handbook("review", facts, *ON, "--json")
    expected = review(complete_plan(), day=SUBMITTED)
    assert json.loads(done.stdout) == {
        "day": "2024-03-15",
        "plan": "P",
        "edition": CURRENT.code,
        "findings": [finding.as_dict() for finding in expected],
    }
    assert (done.returncode, done.stderr) == (1 if expected else 0, "")


def test_review_for_people_says_what_is_wrong_and_what_to_do(bare: str) -> None:
    done = handbook("review", bare, *ON)
    assert done.returncode == 1
    assert done.stdout.startswith("P on 2024-03-15, by OGP Local Handbook")
    assert "error: plan: The plan ends on 2027-11-01" in done.stdout
    assert "    End the plan on 2027-10-31 or earlier." in done.stdout
    assert done.stderr == ""


def test_review_reads_facts_in_from_a_pipe_and_needs_no_django(bare: str) -> None:
    assert process("review", "-", *ON, given=BARE) == handbook("review", bare, *ON)


def test_review_goes_by_the_edition_asked_for_or_else_the_plans_own(bare: str) -> None:
    asked = handbook("review", bare, *ON, "--edition", CURRENT.code, "--json")
    assert json.loads(asked.stdout) == json.loads(handbook("review", bare, *ON, "--json").stdout)
    assert "'1999'. Editions: 2024-fr-web" in refused("review", bare, *ON, "--edition", "1999")


def refused(*arguments: str) -> str:
    done = handbook(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    return done.stderr


def test_review_refuses_facts_that_it_cannot_read_and_names_the_fields(tmp_path: Path) -> None:
    facts = written(tmp_path, b'{"key": "1", "commitments": [{"start": "soon"}]}')
    said = refused("review", facts, *ON)
    assert f"argument FACTS: {facts}\ncode: is missing" in said
    assert '\ncommitments[0].start: "soon" is not a date' in said


def test_review_refuses_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    assert "No such file" in refused("review", str(tmp_path / "none.json"), *ON)
    assert "directory" in refused("review", str(tmp_path), *ON)
    assert "is not text in UTF-8" in refused("review", written(tmp_path, BARE.encode("utf-16")), *ON)


def test_review_reads_a_text_with_a_mark_of_its_encoding(tmp_path: Path) -> None:
    assert handbook("review", written(tmp_path, BARE.encode("utf-8-sig")), *ON).returncode == 1


def test_forecast_says_how_each_member_stands(tmp_path: Path) -> None:
    member = MembershipFacts("mty", "Monterrey", joined_on=SUBMITTED)
    plan = complete_plan(memberships=(member,), submitted_on=SUBMITTED)
    facts = written(tmp_path, json.dumps(written_plan(plan)).encode())
    standing = forecast(member, plan, day=date(2025, 1, 15))
    asked = ("forecast", facts, "--day", "2025-01-15")
    assert document(*asked) == {
        "day": "2025-01-15",
        "plan": "P",
        "edition": CURRENT.code,
        "members": [standing.as_dict()],
    }
    said = handbook(*asked).stdout.splitlines()
    assert said[0].endswith(": 1 members")
    assert said[1].startswith("member Monterrey: active")
    assert [line.split()[:2] for line in said[2:]] == [
        *([one.state, f"{one.met_on}:"] for one in (*standing.met, *standing.ahead)),
        *(["due", f"{one.date}:"] for one in standing.clocks),
    ]
    assert standing.met
    assert standing.clocks


def test_a_plan_is_reviewed_by_its_own_readings(tmp_path: Path) -> None:
    facts = json.dumps({**json.loads(BARE), "readings": {"plan.end_buffer_months": "1"}})
    done = handbook("review", written(tmp_path, facts.encode()), *ON)
    assert "it may end on 2027-10-31" not in done.stdout
    assert "PLAN-PERIOD-02" not in done.stdout


def test_schema_is_printed_with_and_without_json() -> None:
    assert document("schema") == plan_schema()
    assert json.loads(handbook("schema").stdout) == plan_schema()


def test_rules_lists_every_rule_in_order() -> None:
    done = handbook("rules", "--json")
    listed = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert [one["id"] for one in listed] == list(RULES)
    assert all(list(one) == ["id", "section", "kind", "title", "function", "question"] for one in listed)
    assert listed[0]["title"] == RULES["ELIG-01"].title
    lines = handbook("rules").stdout.splitlines()
    assert "Eligibility and letter of support" in lines
    assert all(any(line.split()[:2] == [one["id"], one["kind"]] for line in lines) for one in listed)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "COMMAND"),
        (("review", "facts.json"), "--day"),
        (("review", "--day", "2024-03-15"), "FACTS"),
        (("review", "facts.json", "--day", "today"), "argument --day"),
        (("schema", "plan"), "unrecognized arguments: plan"),
        (("horoscope",), "invalid choice"),
        (("timetable", "--term-end", "2027-12-31"), "--submitted"),
        (("timetable", "--submitted", "2024-03-15"), "--term-end"),
        (("timetable", "--term-end", "2027-13-01", "--submitted", "2024-03-15"), "argument --term-end"),
        (("timetable", "--term-end", "20271231", "--submitted", "2024-03-15"), "write YYYY-MM-DD"),
        (("timetable", "--term-end", "2027-12-31", "--submitted", "yesterday"), "argument --submitted"),
        ((*SINGLE, "--start", "2023-02-30"), "argument --start"),
        ((*SINGLE, "--member", "A:2026-12-31"), "argument --member: given 1 times; a coalition has 2 to 4"),
        (
            (*PAIR, "--member", "C:2027-12-31", "--member", "D:2027-12-31", "--member", "E:2027-12-31"),
            "given 5 times",
        ),
        ((*PAIR, "--member", "a :2027-12-31"), "the same name is given twice"),
        ((*PAIR, "--member", "2027-12-31"), "NAME:YYYY-MM-DD"),
        ((*PAIR, "--member", ":2027-12-31"), "NAME:YYYY-MM-DD"),
        ((*PAIR, "--member", "C:soon"), "argument --member"),
        ((*SINGLE, "--plan-end", "2027-10-31"), "--plan-end"),
    ],
)
def test_wrong_use_is_exit_2_and_says_what_is_allowed(arguments: tuple[str, ...], said: str) -> None:
    done = handbook(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_may_hold_colons_and_accents() -> None:
    found = handbook(
        "timetable", "--member", "Área: Sur:2027-12-31", "--member", "B:2027-12-31", *SINGLE[3:], "--json"
    )
    assert found.returncode == 0
    assert "member Área: Sur" in {one["subject"] for one in json.loads(found.stdout)["deadlines"]}


def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    command = f"{sys.executable} -S -m ogp_wagtail.handbook {' '.join(SINGLE)} | true"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
