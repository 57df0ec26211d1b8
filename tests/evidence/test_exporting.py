"""A plan's repository to take away: what the person may see, with an index of what proves what (REPO-03)."""

import csv
import json
import zipfile
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.exporting import entries
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.models.stored import storage
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Milestone, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]


@pytest.fixture
def commitment(plan_page: ActionPlanPage) -> Commitment:
    factories.commitment(plan_page, title="Clean river", code="C1")
    return Commitment.objects.get(code="C1")


def archive(client: Client, address: str) -> zipfile.ZipFile:
    answer = client.get(address)
    assert answer.status_code == 200
    opened = zipfile.ZipFile(BytesIO(answer.getvalue()))
    assert opened.testzip() is None
    return opened


def table(opened: zipfile.ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(opened.read("index.csv").decode("utf-8-sig"))))


def test_the_public_takes_what_is_public_with_an_index_of_what_it_proves(
    client: Client, plan: Plan, landing: Any, commitment: Commitment, keep: Keep
) -> None:
    milestone = commitment.milestones.first() or Milestone.objects.create(
        commitment=commitment, number=1, deliverable="First report"
    )
    shown = keep("# Water\n" * 500, "water.md", folder=folders.for_commitment(commitment), kind="EV-4.6")
    actions.link(shown, milestone)
    keep("Names.", "names.txt", title="Participants", privacy="affiliations")
    keep("Secret.", "secret.txt", title="Hidden", privacy="restricted")
    actions.withdraw(keep("Gone.", "gone.txt", title="Gone"), "Wrong.")
    page = client.get(plan_address(landing)).content.decode()
    assert f"/evidence/{plan.key}/zip/" in page
    opened = archive(client, f"{landing.url}evidence/{plan.key}/zip/")
    assert sorted(opened.namelist()) == ["commitments/C1/water.md", "index.csv", "index.json"]
    assert opened.read("commitments/C1/water.md") == b"# Water\n" * 500
    rows = {row["title"]: row for row in table(opened)}
    assert set(rows) == {"water.md", "Participants"}
    assert rows["water.md"]["sha256"] == shown.current.sha256
    assert (rows["water.md"]["commitment"], rows["water.md"]["milestone"]) == ("C1", str(milestone.number))
    assert rows["water.md"]["link"].endswith(f"/evidence/{shown.public_id}/v1/")
    assert (rows["Participants"]["file"], rows["Participants"]["sha256"]) == ("", "")
    assert rows["Participants"]["note"] == "the file is not public"
    document = json.loads(opened.read("index.json"))
    assert [row["title"] for row in document["rows"]] == [row["title"] for row in table(opened)]


def plan_address(landing: Any) -> str:
    return str(ActionPlanPage.objects.get(code="joint").get_url())


def test_a_draft_commitment_is_not_told_by_a_path_or_in_the_index(
    client: Client, plan: Plan, landing: Any, plan_page: ActionPlanPage, keep: Keep
) -> None:
    factories.commitment(plan_page, title="Secret promise", code="C9", live=False)
    draft = Commitment.objects.filter(code="C9").first() or plan.commitments.create(
        code="C9", title="Secret promise", scope="joint", start="2026-03-01", end="2027-06-30"
    )
    item = keep("Text.", "text.txt", folder=folders.for_commitment(draft))
    actions.link(item, plan)
    actions.link(item, draft)
    opened = archive(client, f"{landing.url}evidence/{plan.key}/zip/")
    assert "process/text.txt" in opened.namelist()
    assert "C9" not in opened.read("index.csv").decode()
    assert "Secret promise" not in opened.read("index.json").decode()


def test_who_keeps_the_repository_takes_everything_in_use(admin: Client, plan: Plan, keep: Keep) -> None:
    keep("One.", "same.txt")
    keep("Two.", "SAME.txt", privacy="restricted")
    opened = archive(admin, reverse("ogp_evidence_export", args=[plan.key]))
    assert {opened.read(name) for name in opened.namelist() if name.startswith("process/")} == {
        b"One.",
        b"Two.",
    }
    assert "process/SAME (2).txt" in opened.namelist()


def test_a_plan_in_draft_has_no_public_export(
    client: Client, plan_page: Any, plan: Plan, landing: Any
) -> None:
    plan_page.unpublish()
    assert client.get(f"{landing.url}evidence/{plan.key}/zip/").status_code == 404


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd", "process/passwd"),
        ('a<b>:"c"|?*.txt', "process/a-b-c-.txt"),
        ("x" * 250 + ".pdf", "process/" + "x" * 116 + ".pdf"),
        ("...", "process/file"),
    ],
)
def test_names_lead_nowhere_and_fit_every_system(plan: Plan, keep: Keep, name: str, path: str) -> None:
    keep("Text.", name)
    assert [one.path for one in entries(plan, everything=True)] == [path]


def test_the_number_of_queries_does_not_grow(
    plan: Plan, keep: Keep, django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        actions.link(keep(f"Text {number}."), plan)
    with django_assert_max_num_queries(12):
        entries(plan, everything=False)


def test_the_command_writes_folders_and_says_what_is_under_repair(
    plan: Plan, keep: Keep, tmp_path: Path
) -> None:
    keep("One.", "one.txt")
    lost = keep("Two.", "two.txt")
    storage().delete(lost.current.stored.name)
    out = StringIO()
    with pytest.raises(SystemExit, match="1"):
        call_command("ogp_evidence_export", "joint", "--to", str(tmp_path / "new"), "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert (told["files"], told["bytes"]) == (1, 4)
    assert told["left_out"] == [{"title": "two.txt", "note": "the file is under repair"}]
    assert (tmp_path / "new" / "process" / "one.txt").read_bytes() == b"One."
    with pytest.raises(CommandError, match="not an empty folder"):
        call_command("ogp_evidence_export", "joint", "--to", str(tmp_path / "new"))
