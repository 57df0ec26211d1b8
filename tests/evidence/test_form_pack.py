"""The pack for OGP's form: three files at most, in its order, with links and hashes, and what did not fit."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from ogp_wagtail.evidence import folders
from ogp_wagtail.evidence.form_pack import building
from ogp_wagtail.evidence.form_pack.index_pdf import index_pdf, paragraph
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]


def pdf(text: str, pages: int = 1) -> bytes:
    """A PDF with a text on each page."""
    writer = PdfWriter()
    for number in range(pages):
        writer.append(BytesIO(index_pdf(paragraph(f"{text} {number + 1}"))))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def noisy(size: int) -> bytes:
    """A PDF that cannot be made smaller without loss: a picture of noise."""
    picture, out = Image.effect_noise((size, size), 120).convert("RGB"), BytesIO()
    picture.save(out, "PDF", quality=100)
    return out.getvalue()


def padded(size: int, seed: int) -> bytes:
    """A PDF of about this size that nothing makes smaller."""
    writer = PdfWriter(clone_from=BytesIO(pdf(f"Padded {seed}")))
    stream = DecodedStreamObject()
    stream.set_data(hashlib.shake_256(str(seed).encode()).digest(size))
    writer.pages[0][NameObject("/PieceInfo")] = writer._add_object(stream)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def text_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def packed(plan: Plan) -> building.FormPack:
    return building.build(plan, building.candidates(plan))


@pytest.fixture
def commitment(plan_page: ActionPlanPage) -> Commitment:
    factories.commitment(plan_page, title="Clean river", code="C1")
    return Commitment.objects.get(code="C1")


def test_the_files_are_merged_in_the_order_of_the_form_behind_an_index(
    plan: Plan, landing: Any, commitment: Commitment, keep: Keep
) -> None:
    river = folders.for_commitment(commitment)
    audit = keep(pdf("Audit", 2), "audit.pdf", title="Audit 水", folder=river, kind="EV-4.9")
    minutes = keep(pdf("Minutes"), "minutes.pdf", kind="EV-3.3", dated_on=date(2026, 2, 1))
    table = keep("a,b\n", "table.csv", title="Table", kind="EV-3.3", dated_on=date(2026, 1, 1))
    keep(pdf("Secret"), "secret.pdf", title="Hidden", privacy="restricted")
    pack = packed(plan)
    assert list(pack.files) == ["evidence-1.pdf"]
    assert [(one.title, one.file, one.first, one.last) for one in pack.items] == [
        ("Table", 0, 0, 0),
        ("minutes.pdf", 1, 2, 2),
        ("Audit 水", 1, 3, 4),
    ]
    assert "Only PDF files can be merged" in pack.items[0].why
    pages = text_of(pack.files["evidence-1.pdf"])
    assert [page.strip() for page in pages[1:]] == ["Minutes 1", "Audit 1", "Audit 2"]
    for item in (audit, minutes, table):
        assert item.current.sha256 in pages[0].replace("\n", "")
    assert "In file 1, pages 3 to 4." in pages[0]
    reader = PdfReader(BytesIO(pack.files["evidence-1.pdf"]))
    assert [entry.title for entry in reader.outline] == ["minutes.pdf", "Audit 水"]  # type: ignore[union-attr]
    links = [one.get_object()["/A"]["/URI"] for one in reader.pages[0]["/Annots"]]  # type: ignore[index]
    assert any(link.endswith(f"/evidence/{audit.public_id}/v1/") for link in links)


def test_what_does_not_fit_is_named_with_the_reason(
    plan: Plan, landing: Any, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MOST", 300_000)
    sizes = (600_000, 150_000, 150_000, 150_000, 150_000)
    for number, size in enumerate(sizes):
        keep(padded(size, number), f"{number}.pdf", dated_on=date(2026, 1, number + 1))
    keep(b"%PDF-1.4 broken", "broken.pdf", dated_on=date(2026, 1, 8))
    pack = packed(plan)
    assert all(len(data) <= 300_000 for data in pack.files.values())
    assert [one.file for one in pack.items] == [0, 1, 2, 3, 0, 0]
    assert "larger than a file of the form may be" in pack.items[0].why
    assert "three files of the form are full" in pack.items[4].why
    assert "damaged" in pack.items[5].why


def test_pictures_are_made_coarser_only_where_the_file_does_not_fit_otherwise(
    plan: Plan, landing: Any, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = noisy(900)
    keep(data, "photo.pdf")
    monkeypatch.setattr(building, "MOST", len(data))
    pack = packed(plan)
    assert pack.items[0].file == 1
    assert len(pack.files["evidence-1.pdf"]) < len(data)


def test_a_locked_file_is_said(plan: Plan, landing: Any, keep: Keep) -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf("Locked")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    keep(out.getvalue(), "locked.pdf")
    assert "password" in packed(plan).items[0].why


def test_a_long_index_goes_over_several_pages_and_the_page_numbers_hold(
    plan: Plan, landing: Any, keep: Keep
) -> None:
    for number in range(12):
        keep(pdf(f"Text-{number:02}"), f"{number:02}.pdf", title=f"Title {number} " * 12)
    pack = packed(plan)
    pages = text_of(pack.files["evidence-1.pdf"])
    for number, one in enumerate(pack.items):
        assert pages[one.first - 1].strip() == f"Text-{number:02} 1"


def test_the_page_makes_a_zip_of_the_ticked(admin: Client, plan: Plan, landing: Any, keep: Keep) -> None:
    one = keep(pdf("One"), "one.pdf")
    keep(pdf("Two"), "two.pdf")
    where = reverse("ogp_evidence_pack", args=[plan.key])
    assert "one.pdf" in admin.get(where).content.decode()
    answer = admin.post(where, {"item": [one.pk]})
    archive = zipfile.ZipFile(BytesIO(answer.content))
    assert sorted(archive.namelist()) == ["evidence-1.pdf", "index.html", "index.json"]
    assert "two.pdf" not in archive.read("index.html").decode()
    assert admin.post(where, {}).status_code == 302


def test_only_who_works_on_the_plan_makes_it(client: Client, plan: Plan) -> None:
    assert client.get(reverse("ogp_evidence_pack", args=[plan.key])).status_code == 302


def test_the_command_writes_the_files(plan: Plan, landing: Any, keep: Keep, tmp_path: Path) -> None:
    keep(pdf("One"), "one.pdf")
    out = StringIO()
    call_command("ogp_evidence_pack", "joint", "--to", str(tmp_path / "pack"), "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert told["files"] == {"evidence-1.pdf": (tmp_path / "pack" / "evidence-1.pdf").stat().st_size}
    assert [one["file"] for one in told["items"]] == [1]
    with pytest.raises(CommandError, match="the codes are: none yet"):
        call_command("ogp_evidence_pack", "joint", "--to", str(tmp_path), "--commitment", "C9")
