"""The first screen of the README is true."""

from __future__ import annotations

import contextlib
import io
import re

from tests.processes import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def test_the_example_reviews_a_plan_and_prints_what_the_readme_says() -> None:
    example = next(block for block in blocks("python") if "review" in block)
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 (our own text)

    assert printed.getvalue() == blocks("text")[0]


def test_the_example_is_twelve_lines_of_python_or_a_few_more_for_folding() -> None:
    example = next(block for block in blocks("python") if "review" in block)

    assert len([line for line in example.splitlines() if line.strip()]) <= 13


def test_two_commands_are_all_a_newcomer_needs() -> None:
    assert "$ make demo\n$ make test" in README
