"""Text in pictures is recognised page by page inside the sandbox, where the program for it is installed."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from ogp_wagtail.evidence.extraction import Extraction, Unreadable, can_recognise, extract, recognise
from ogp_wagtail.evidence.extraction.tesseract import data_for, installed
from tests.evidence.extraction import files

SAID = "The council approved"
needs_tesseract = pytest.mark.skipif(
    not can_recognise(), reason="tesseract is not installed (Debian: tesseract-ocr)"
)


def drawn(text: str = SAID) -> Image.Image:
    image = Image.new("L", (1000, 200), 255)
    ImageDraw.Draw(image).text((40, 60), text, fill=0, font=ImageFont.load_default(60))
    return image


def picture(kind: str, *texts: str) -> bytes:
    first, *others = [drawn(text) for text in texts or (SAID,)]
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": others} if others else {}
    first.save(buffer, kind, **more)
    return buffer.getvalue()


def partly_scanned() -> bytes:
    """A page of text, a page that is a picture, an empty page, a page of text."""
    writer = pypdf.PdfWriter()
    pages = files.pdf(["The agenda", "", "The signatures"])
    writer.append(io.BytesIO(pages), pages=(0, 1))
    writer.append(io.BytesIO(picture("PDF")))
    writer.append(io.BytesIO(pages), pages=(1, 3))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_a_picture_of_text_is_read_whatever_it_is_called(tmp_path: Path, kind: str) -> None:
    path = files.written(tmp_path, "scan.docx", picture(kind))
    outcome = recognise(path, 1, ["es", "en"])

    assert isinstance(outcome, Extraction), outcome
    assert [passage.text for passage in outcome.passages] == [SAID]
    assert outcome.passages[0].place.as_dict() == {"kind": "page", "number": 1}


@needs_tesseract
def test_each_page_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    path = files.written(tmp_path, "scan.tif", picture("TIFF", "The first page", "The second page"))

    assert extract(path) == Unreadable("scan", {"pages": 2})
    second = recognise(path, 2, ["en"])
    assert isinstance(second, Extraction)
    assert second.passages[0].text == "The second page"


@needs_tesseract
def test_an_empty_picture_says_nothing_and_is_no_failure(tmp_path: Path) -> None:
    outcome = recognise(files.written(tmp_path, "blank.png", picture("PNG", "")), 1, ["en"])

    assert isinstance(outcome, Extraction)
    assert outcome.passages == ()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "PDF"])
def test_a_picture_waits_for_recognition(tmp_path: Path, kind: str) -> None:
    assert extract(files.written(tmp_path, "scan.png", picture(kind))) == Unreadable("scan", {"pages": 1})


def test_the_text_of_a_partly_scanned_pdf_is_there_at_once_and_the_pictures_are_named(tmp_path: Path) -> None:
    outcome = extract(files.written(tmp_path, "minutes.pdf", partly_scanned()))

    assert isinstance(outcome, Extraction)
    assert [(one.place.number, one.text) for one in outcome.passages] == [
        (1, "The agenda"),
        (4, "The signatures"),
    ]
    assert outcome.scanned == (2,)


def bomb() -> bytes:
    """A PNG of 60,000 by 60,000 dots, by what its first bytes say."""
    small = bytearray(picture("PNG"))
    small[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(small)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (bomb(), {"bomb", "damaged"}),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), {"damaged"}),
        (picture("TIFF")[:100], {"damaged", "scan"}),  # how large it is stands there before it breaks off
    ],
)
def test_a_hostile_or_broken_picture_gives_a_reason(tmp_path: Path, data: bytes, codes: set[str]) -> None:
    path = files.written(tmp_path, "scan.png", data)
    for outcome in (extract(path), recognise(path, 1, ["en"])):
        assert isinstance(outcome, Unreadable)
        assert outcome.reason_code in codes | ({"scan"} if not can_recognise() else set())


@needs_tesseract
@pytest.mark.parametrize("page", [0, -3, 7])
def test_a_page_that_is_not_there_gives_a_reason(tmp_path: Path, page: int) -> None:
    assert isinstance(
        recognise(files.written(tmp_path, "a.pdf", files.pdf(["Hello"])), page, ["en"]), Unreadable
    )


def test_a_page_as_large_as_a_house_is_read_within_the_limits(tmp_path: Path) -> None:
    huge = files.pdf_of_a_picture().replace(b"/MediaBox[0 0 600 800]", b"/MediaBox[0 0 9e9 9e9]")

    assert recognise(files.written(tmp_path, "huge.pdf", huge), 1, ["en"]) is not None


@needs_tesseract
def test_languages_that_are_not_installed_are_left_out() -> None:
    known = sorted(installed())

    assert data_for(["xx", "en-GB"]).split("+")[0] in known
    assert data_for(["xx"]) in known
