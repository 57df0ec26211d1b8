"""``ogp_evidence_import`` and ``ogp_search``: the contract that scripts build on."""

import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Folder
from ogp_wagtail.pages.models import OpenGovernmentPage
from ogp_wagtail.plans.models import Plan

Keep = Callable[..., EvidenceItem]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder such as a clerk has."""
    root = tmp_path / "archive"
    (root / "minutes" / "2026").mkdir(parents=True)
    (root / "minutes" / "2026" / "may.md").write_text("# Decisions\n\nThe reservoir will be enlarged.\n")
    (root / "budget.csv").write_text("line,amount\nwater,5\n")
    (root / "empty.pdf").write_bytes(b"")
    (root / ".hidden").write_text("no")
    (root / ".git").mkdir()
    (root / ".git" / "config").write_text("no")
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    (root / "link.txt").symlink_to(outside)
    (root / "loop").symlink_to(root)
    os.mkfifo(root / "pipe")
    Path(os.fsdecode(os.fsencode(root) + b"/odd-\xff.txt")).write_text("Odd name.")
    return root


def take(folder: Path, code: str = "joint") -> tuple[int, dict[str, Any]]:
    out, status = StringIO(), 0
    try:
        call_command("ogp_evidence_import", code, str(folder), "--json", stdout=out)
    except SystemExit as ended:
        status = int(ended.code or 0)
    return status, json.loads(out.getvalue())


def test_a_folder_tree_becomes_folders_and_items(plan: Plan, tree: Path) -> None:
    status, report = take(tree)
    assert status == 1, "one file cannot be read"
    assert (report["added"], report["changed"], report["unchanged"]) == (4, 0, 0)
    assert report["unreadable"] == [
        {"file": "empty.pdf", "reason": "is empty: the file holds no data. Upload it again."}
    ]
    assert {row["file"]: row["reason"] for row in report["skipped"]} == {
        ".hidden": "hidden file",
        ".git": "hidden folder",
        "link.txt": "link to a file outside the folder",
        "loop": "link to another folder",
        "pipe": "not a file",
    }
    may = EvidenceItem.objects.get(title="may.md")
    assert may.folder.path == "archive/minutes/2026"
    assert may.folder.parent == Folder.objects.get(path="archive/minutes")
    assert EvidenceItem.objects.filter(title="odd-?.txt").exists()


def test_taken_again_only_what_is_new_or_changed_is_added(plan: Plan, tree: Path) -> None:
    take(tree)
    _status, again = take(tree)
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 4)
    assert [row["file"] for row in again["unreadable"]] == ["empty.pdf"], "said each time"
    (tree / "budget.csv").write_text("line,amount\nwater,6\n")
    (tree / "new.txt").write_text("New.")
    _status, third = take(tree)
    assert (third["added"], third["changed"], third["unchanged"]) == (1, 1, 3)
    assert EvidenceItem.objects.get(title="budget.csv").versions.count() == 2
    assert EvidenceVersion.objects.count() == 6


def test_two_folders_with_the_same_file_names_do_not_mix(plan: Plan, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "readme.md").write_text(f"Of {name}.")
        assert take(tmp_path / name)[1]["added"] == 1
    assert EvidenceItem.objects.filter(title="readme.md").count() == 2


def test_without_refusals_it_ends_with_0(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    assert take(tmp_path) == (
        0,
        {"added": 1, "changed": 0, "unchanged": 0, "unreadable": [], "skipped": []},
    )


def test_a_site_with_workers_gets_a_whole_report_too(plan: Plan, tmp_path: Path, settings: Any) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "worker"}
    (tmp_path / "a.pdf").write_bytes(b"")
    assert [row["file"] for row in take(tmp_path)[1]["unreadable"]] == ["a.pdf"]


def test_people_read_sentences(plan: Plan, tree: Path) -> None:
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("ogp_evidence_import", "joint", str(tree), stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "4 added, 0 changed, 0 unchanged; 1 cannot be read, 5 left out."
    assert "  empty.pdf is empty: the file holds no data. Upload it again." in lines


def test_a_wrong_folder_or_plan_is_named(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"argument FOLDER: .*nowhere is not a folder") as refused:
        call_command("ogp_evidence_import", "joint", str(tmp_path / "nowhere"))
    assert refused.value.returncode == 2
    with pytest.raises(
        CommandError, match=r"argument PLAN: no plan has the code 'other'; the codes are: joint"
    ) as refused:
        call_command("ogp_evidence_import", "other", str(tmp_path))
    assert refused.value.returncode == 2


def find(*arguments: str) -> dict[str, Any]:
    out = StringIO()
    call_command("ogp_search", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_a_search_gives_the_total_and_where_each_hit_stands(keep: Keep, landing: OpenGovernmentPage) -> None:
    item = keep("# Decisions\n\nThe reservoir will be enlarged.\n", title="May")
    answer = find("reservoir", "enlarged")
    assert answer["total"] == 1
    (hit,) = answer["hits"]
    assert (hit["item"], hit["title"], hit["file"]) == (str(item.public_id), "May", "minutes.md")
    assert hit["place"] == {"kind": "heading", "name": "Decisions"}
    assert "The reservoir will be enlarged." in hit["snippet"]
    assert hit["url"].startswith("http://testserver/")
    assert hit["url"].endswith(f"/document/{item.public_id}/?q=reservoir+enlarged#p1")
    assert hit["score"] > 0


def test_drafts_are_found_and_with_public_they_are_not(keep: Keep) -> None:
    keep("The reservoir.")
    EvidenceItem.objects.update(privacy="restricted")
    assert find("reservoir")["total"] == 1
    assert find("reservoir", "--public")["total"] == 0


def test_one_plan_alone_is_searched_in_its_own_language(keep: Keep, plan: Plan) -> None:
    other = Plan.objects.create(code="otro", title="Otro", language="es")
    keep("Las decisiones.", "a.txt", plan=other)
    keep("Las decisiones.", "b.txt")
    assert [hit["file"] for hit in find("decisión", "--plan", "otro")["hits"]] == ["a.txt"]


def test_a_limit_limits(keep: Keep) -> None:
    for number in range(3):
        keep("The river.", source_path=str(number))
    answer = find("river", "--limit", "2")
    assert (answer["total"], len(answer["hits"])) == (3, 2)


def test_a_batch_prints_one_line_for_each_line_whatever_it_holds(keep: Keep, tmp_path: Path) -> None:
    keep("The river.")
    batch = tmp_path / "searches.txt"
    batch.write_text('river\n\n"no such"\n\x0b\u2028river\n')
    out = StringIO()
    call_command("ogp_search", "--batch", str(batch), stdout=out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(line["query"], line["total"]) for line in lines] == [
        ("river", 1),
        ("", 0),
        ('"no such"', 0),
        ("\x0b\u2028river", 1),
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "argument WORDS: give words, or --batch"),
        (("a", "--limit", "0"), "--limit"),
        (("a", "--plan", "other"), "argument --plan: no plan has the code 'other'"),
        (("--batch", "/nowhere/at/all"), "--batch: /nowhere/at/all"),
    ],
)
def test_wrong_use_names_the_argument(plan: Plan, arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(CommandError, match=says) as refused:
        call_command("ogp_search", *arguments)
    assert refused.value.returncode == 2


def test_on_a_database_without_an_engine_it_says_so(plan: Plan, settings: Any) -> None:
    settings.OGP_WAGTAIL = {"SEARCH": "sqlite" if connection.vendor == "postgresql" else "postgresql"}
    with pytest.raises(CommandError, match="cannot search on this database"):
        call_command("ogp_search", "river")
