"""Every rule has a function or a question, a test of its name and a line in the documentation, and none is missing."""

import json
import os
import re
from pathlib import Path

import pytest

from docs.make_handbook import ASKED, PAGE, function_named, named_tests, page, said
from ogp_wagtail.handbook import RULES
from ogp_wagtail.handbook.questions import QUESTIONS
from tests.processes import REPOSITORY, run

SPECIFICATION = Path(
    os.environ.get("OGP_TEST_HANDBOOK") or REPOSITORY.parent / "shared" / "handbook" / "rules.md"
)


def test_the_table_has_the_rules_of_the_specification_and_no_others() -> None:
    if not SPECIFICATION.is_file():
        pytest.skip(f"no specification at {SPECIFICATION}: set OGP_TEST_HANDBOOK to its file")
    text = SPECIFICATION.read_text(encoding="utf-8")
    rules = set(re.findall(r"^(?:- \*\*|\| )([A-Z]+\d?-[\w.-]+) · [A-Z]+", text, re.M))
    lists_within_rules = set(re.findall(r"\b(V-[A-Z]+)`?\)", text))
    assert rules | lists_within_rules == set(RULES)


def test_every_rule_has_a_function_or_a_question() -> None:
    assert [rule.id for rule in RULES.values() if not (rule.function or rule.question)] == []


def test_every_function_is_there() -> None:
    functions = {rule.id: rule.function for rule in RULES.values() if rule.function}
    assert [f"{rule_id}: {name}" for rule_id, name in functions.items() if not is_there(name)] == []


def is_there(dotted: str) -> bool:
    try:
        return bool(function_named(dotted))
    except LookupError:
        return False


@pytest.mark.parametrize("dotted", ["limits.period.nowhere", "nowhere.at_all", "limits", "editions.CURRENT"])
def test_a_function_that_is_not_there_is_noticed(dotted: str) -> None:
    assert not is_there(dotted)


def test_every_question_is_asked_under_its_rule() -> None:
    asked = {(question.rule, question.slug) for question in QUESTIONS}
    assert [one.id for one in RULES.values() if one.question and (one.id, one.question) not in asked] == []


def test_every_rule_has_a_test_of_its_name() -> None:
    assert [rule_id for rule_id in RULES if rule_id not in named_tests(REPOSITORY / "tests")] == []


def test_a_test_is_found_by_the_ids_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(
        "def test_a1_1_2_ends_in_time() -> None: ...\n"
        "    async def test_role_01_and_coal_14_one_person(self) -> None: ...\n"
        "def test_coal_99_nothing() -> None: ...\n"
        "def coal_06_no_test() -> None: ...\n"
    )
    found = {rule_id: [says for says, _ in tests] for rule_id, tests in named_tests(tmp_path).items()}
    assert found == {"A1-1.2": ["ends in time"], "ROLE-01": ["one person"], "COAL-14": ["one person"]}


def test_every_rule_has_a_line_in_the_page() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert [
        rule_id for rule_id in RULES if not any(line.startswith(f"| {rule_id} |") for line in lines)
    ] == []


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make handbook`"


def test_the_example_of_the_page_is_what_the_command_says() -> None:
    done = run("-S", "-m", "ogp_wagtail.handbook", *ASKED)
    assert (done.returncode, done.stdout.rstrip(), done.stderr) == (1, said(), "")
    as_data = run("-S", "-m", "ogp_wagtail.handbook", *ASKED, "--json")
    findings = json.loads(as_data.stdout)["findings"]
    assert [one["rule"] for one in findings if one["severity"] == "error"] == ["PLAN-PERIOD-02"]
