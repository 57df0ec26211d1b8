"""A module says when it is read what it needs of ours: no import of our own hides in a function or a class."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes import REPOSITORY
from tests.repo.arrows import names

OURS = ("ogp_wagtail", "tests", "benchmarks", "docs", "sandbox")


def hidden(source: str, file: str) -> list[str]:
    """The imports of our own that run only later, one line each.

    An app's ``ready`` may import: before it no model may be. A branch of the module runs with it and hides nothing.
    """
    return [
        f"{file}:{node.lineno} imports {name}"
        for block in later(ast.parse(source))
        for node in ast.walk(block)
        if isinstance(node, ast.stmt | ast.Call)
        for name in names(node, file)
        if name.partition(".")[0] in OURS
    ]


def later(node: ast.AST, within: str = "") -> Iterator[ast.AST]:
    """The outermost functions and lambdas below a node, but for ``ready`` of an app; class bodies as a whole."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.ClassDef(bases=bases):
                is_app = any(isinstance(base, ast.Name) and base.id == "AppConfig" for base in bases)
                yield from (later(child, "app") if is_app else [child])
            case ast.FunctionDef(name=name) if not (within == "app" and name == "ready"):
                yield child
            case ast.AsyncFunctionDef() | ast.Lambda():
                yield child
            case ast.FunctionDef():
                pass
            case _:
                yield from later(child, within)


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
        "if DEBUG:\n    def add():\n        import ogp_wagtail.conf",
        "class App(AppConfig):\n    def add(self):\n        import ogp_wagtail.conf",
        "class Room:\n    def ready(self):\n        import ogp_wagtail.conf",
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
        "if HAS_CELERY:\n    from ogp_wagtail.jobs import tasks",
        "class App(AppConfig):\n    def ready(self):\n        import ogp_wagtail.conf",
        "try:\n    import celery\nexcept ImportError:\n    celery = None",
    ],
)
def test_others_are_not(source: str) -> None:
    assert hidden(source, "ogp_wagtail/plans/actions.py") == []
