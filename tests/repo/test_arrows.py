"""The arrows between the rooms, kept on the source itself."""

import ast
from pathlib import Path

import pytest

from tests.processes import REPOSITORY
from tests.repo.arrows import JOINTS, PACKAGE, ROOMS, fault, faults, imports

NO_CODE = {"migrations", "templates", "static", "locale", "data", "__pycache__"}


def test_imports_follow_the_arrows() -> None:
    assert faults(REPOSITORY) == []


def test_every_folder_is_a_room_with_arrows() -> None:
    folders = {
        path.name for path in (REPOSITORY / PACKAGE).iterdir() if path.is_dir() and path.name[0] != "_"
    }
    assert folders - NO_CODE <= ROOMS.keys() | JOINTS


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("handbook/limits.py", "import django"),
        ("handbook/limits.py", "from ogp_wagtail import conf"),
        ("handbook/limits.py", "from ..conf import ogp_settings"),
        ("members/models.py", "from ogp_wagtail.plans.models import Plan"),
        ("members/models.py", "from ..plans import models"),
        ("plans/models.py", "import ogp_wagtail.coalitions.models"),
        ("plans/queries.py", "from ogp_wagtail import pages"),
        ("pages/models.py", "from ogp_wagtail.evidence.queries import public"),
        ("evidence/models.py", "from ogp_wagtail.monitoring import models"),
        ("exchange/feeds.py", "from ogp_wagtail.admin import scoping"),
        ("jobs/models.py", "from ogp_wagtail.members.models import Person"),
        ("conf.py", "from ogp_wagtail.members.models import Person"),
        ("members/models.py", "from ogp_wagtail.models import Plan"),
        ("migrations/0001_initial.py", "from ogp_wagtail.fields import VocabularyField"),
        ("evidence/actions.py", "def add():\n    from ogp_wagtail.evidence.models import EvidenceItem"),
        ("evidence/actions.py", "def add():\n    return import_module('ogp_wagtail.evidence.models')"),
        ("plans/models.py", "class Plan:\n    def owner(self):\n        from ..members import models"),
    ],
)
def test_a_wrong_import_is_named(file: str, source: str) -> None:
    reasons = [fault(found) for found in imports(source, f"{PACKAGE}/{file}")]
    assert any(reasons)


@pytest.mark.parametrize(
    ("file", "source"),
    [
        (
            "handbook/limits.py",
            "import datetime\nfrom ogp_wagtail.handbook.editions import Edition",
        ),
        ("coalitions/models.py", "from ogp_wagtail.plans.models import Plan"),
        (
            "evidence/models.py",
            "import ogp_wagtail.jobs.models\nfrom ogp_wagtail import conf",
        ),
        (
            "admin/views.py",
            "from ogp_wagtail.evidence.models import EvidenceItem\nfrom .scoping import scope",
        ),
        ("management/commands/ogp_work.py", "from ogp_wagtail.jobs.actions import work"),
        ("evidence/actions.py", "def add():\n    import json"),
    ],
)
def test_a_right_import_passes(file: str, source: str) -> None:
    assert [fault(found) for found in imports(source, f"{PACKAGE}/{file}") if fault(found)] == []


def test_the_message_names_file_line_and_import(tmp_path: Path) -> None:
    module = tmp_path / PACKAGE / "handbook" / "limits.py"
    module.parent.mkdir(parents=True)
    module.write_text("\nimport django.db\n")
    assert faults(tmp_path) == [
        "ogp_wagtail/handbook/limits.py:2 imports django.db: the handbook imports the standard library only"
    ]


def test_the_handbook_reads_no_clock_and_no_file() -> None:
    assert [
        f"{path.name}:{node.lineno} {reach}"
        for path in (REPOSITORY / PACKAGE / "handbook").rglob("*.py")
        if path.name != "__main__.py" and path.parent.name != "commands"  # the command line is the edge
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (reach := reaches_out(node.func))
    ] == []


@pytest.mark.parametrize("source", ["date.today()", "datetime.now(UTC)", "open(name)", "path.read_text()"])
def test_a_look_at_the_clock_or_a_file_is_noticed(source: str) -> None:
    call = ast.parse(source, mode="eval").body
    assert isinstance(call, ast.Call)
    assert reaches_out(call.func)


def reaches_out(function: ast.expr) -> str:
    """The name of a function that looks at the clock or the disk; empty for any other."""
    match function:
        case ast.Attribute(attr="today" | "now" | "utcnow" | "read_text" | "read_bytes" as name):
            return name
        case ast.Name(id="open" | "input" as name):
            return name
    return ""
