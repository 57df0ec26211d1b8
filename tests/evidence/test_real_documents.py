"""Real public documents through the commands: none lost, and a sentence is found where it stands."""

import json
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage
from ogp_wagtail.plans.models import Plan

pytestmark = pytest.mark.slow


def take(folder: Path) -> dict[str, Any]:
    out = StringIO()
    with suppress(SystemExit):  # some files cannot be read
        call_command("ogp_evidence_import", "real", str(folder), "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def plan(db: None) -> Plan:
    return Plan.objects.create(code="real", title="Real", language="en")


def folder_of(real_data: Path, *parts: str) -> Path:
    folder = real_data.joinpath(*parts)
    if not folder.is_dir():
        pytest.skip(f"no folder {folder} among the real data")
    return folder


def test_a_countrys_documents_are_all_kept_and_a_phrase_is_found_on_its_page(
    plan: Plan, real_data: Path
) -> None:
    folder = folder_of(real_data, "documents", "usa_ogp")
    files = [path for path in folder.rglob("*") if path.is_file()]
    report = take(folder)
    assert report["added"] + len(report["skipped"]) == len(files)
    assert EvidenceVersion.objects.filter(text_state="waiting").count() == 0
    pages = Passage.objects.filter(place_kind="page", place_number=7, version__file_name="NAP1SA.pdf")
    words = pages.get().text.split()
    phrase = " ".join(words[len(words) // 2 : len(words) // 2 + 8])
    out = StringIO()
    call_command("ogp_search", f'"{phrase}"', "--plan", "real", "--json", stdout=out)
    hits = json.loads(out.getvalue())["hits"]
    assert {"kind": "page", "number": 7} in [hit["place"] for hit in hits if hit["file"] == "NAP1SA.pdf"]
    assert take(folder)["unchanged"] == report["added"]


def test_pdf_that_break_readers_are_kept_each_with_its_text_or_a_reason(plan: Plan, real_data: Path) -> None:
    folder = folder_of(real_data, "broken")
    files = [path for path in folder.rglob("*") if path.is_file()]
    report = take(folder)
    assert report["added"] + len(report["skipped"]) == len(files)
    for version in EvidenceVersion.objects.all():
        assert version.reason or version.passages.exists(), version.file_name
    assert EvidenceItem.objects.filter(current__document__isnull=True).count() == 0
