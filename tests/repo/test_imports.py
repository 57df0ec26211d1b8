"""A module says at its top what it needs of ours: no import of our own hides in a function, a branch or a ``try``."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes import REPOSITORY
from tests.repo.arrows import names

OURS = ("ogp_wagtail", "tests", "benchmarks", "docs", "sandbox")


def hidden(source: str, file: str) -> list[str]:
    """The imports of our own that are below the level of the module, one line each. Types alone may stand apart."""
    tree = ast.parse(source)
    at_the_top = {id(one) for one in top_level(tree.body)}
    return [
        f"{file}:{node.lineno} imports {name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt | ast.Call) and id(node) not in at_the_top
        for name in names(node, file)
        if name.partition(".")[0] in OURS
    ]


def top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, those for the type checker alone among them."""
    for statement in body:
        match statement:
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=inner):
                yield from inner
            case _:
                yield statement


def modules() -> Iterator[Path]:
    for folder in OURS:
        yield from sorted((REPOSITORY / folder).rglob("*.py"))


def test_no_import_of_our_own_is_hidden() -> None:
    read = [(path.read_text(encoding="utf-8"), path.relative_to(REPOSITORY).as_posix()) for path in modules()]
    assert len(read) > 500
    assert [line for source, file in read for line in hidden(source, file)] == []


@pytest.mark.parametrize(
    "source",
    [
        "def add():\n    from ogp_wagtail.plans.models import Plan",
        "def add():\n    from .models import Plan",
        "class Plan:\n    import tests.factories",
        "if DEBUG:\n    import ogp_wagtail.conf",
        "try:\n    from ogp_wagtail import conf\nexcept ImportError:\n    conf = None",
        "find = lambda: import_module('ogp_wagtail.conf')",
    ],
)
def test_a_hidden_one_is_found(source: str) -> None:
    assert len(hidden(source, "ogp_wagtail/plans/actions.py")) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from ogp_wagtail.plans.models import Plan",
        "if TYPE_CHECKING:\n    from ogp_wagtail.plans.models import Plan",
        "def add():\n    import json",
        "try:\n    import celery\nexcept ImportError:\n    celery = None",
    ],
)
def test_others_are_not(source: str) -> None:
    assert hidden(source, "ogp_wagtail/plans/actions.py") == []
