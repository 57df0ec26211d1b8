"""Slides, OpenDocument, books and mail give their text where a reader would look for it."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ogp_wagtail.evidence.extraction import Extraction, extract
from tests.evidence.extraction import files
from tests.evidence.extraction.test_readers import places_and_texts, read


def test_a_presentation_gives_its_slides_in_the_order_shown_with_tables_and_notes(tmp_path: Path) -> None:
    outcome = read(tmp_path, "mesa.pptx", files.presentation())

    assert places_and_texts(outcome) == [
        ({"kind": "slide", "number": 1}, "Mesa técnica"),
        (
            {"kind": "slide", "number": 2},
            "Presupuesto\nDoce millones\nCiudad\nMontería\nDecir quién paga",
        ),
    ]
    assert (outcome.kind, outcome.pages) == ("pptx", 2)
    assert outcome.passages[1].heading == "Presupuesto"


def test_an_opendocument_text_gives_its_headings_and_neither_deletions_nor_remarks(tmp_path: Path) -> None:
    outcome = read(tmp_path, "acta.odt", files.text_of_opendocument())

    assert places_and_texts(outcome) == [
        ({"kind": "part", "number": 1}, "Acta de la mesa"),
        ({"kind": "heading", "name": "Decisiones"}, "Decisiones\nSe aprueba el compromiso 3."),
    ]
    assert (outcome.kind, outcome.language) == ("odt", "es")


def test_an_opendocument_presentation_gives_its_slides_with_notes(tmp_path: Path) -> None:
    outcome = read(tmp_path, "mesa.odp", files.slides_of_opendocument())

    assert places_and_texts(outcome) == [({"kind": "slide", "number": 1}, "Mesa técnica\nDecir quién paga")]
    assert (outcome.passages[0].heading, outcome.pages) == ("Mesa técnica", 2)


def test_an_opendocument_spreadsheet_gives_its_sheet_and_cells(tmp_path: Path) -> None:
    outcome = read(tmp_path, "plan.ods", files.sheets_of_opendocument())

    assert places_and_texts(outcome) == [
        ({"kind": "sheet", "name": "Plan", "range": "B2:C3"}, "Ciudad | Suma\nMontería | 12")
    ]
    assert outcome.kind == "ods"


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    outcome = read(tmp_path, "libro.epub", files.book())

    assert places_and_texts(outcome) == [
        ({"kind": "heading", "name": "Primero"}, "Primero\nLa mesa se reúne."),
        ({"kind": "heading", "name": "Segundo"}, "Segundo\nLa mesa decide."),
    ]
    assert (outcome.kind, outcome.language) == ("epub", "es")


def test_a_message_gives_its_headers_its_text_and_the_names_of_what_is_attached(tmp_path: Path) -> None:
    mail = files.message(
        "Van las actas.", "<p>Van <b>las actas</b>.</p>", ["acta 3.pdf"], Subject="Actas de la ñ"
    )
    outcome = read(tmp_path, "mail.eml", bytes(mail))

    assert outcome.kind == "email"
    assert places_and_texts(outcome) == [
        (
            {"kind": "message", "number": 1},
            "From: Ana <ana@example.org>\nTo: mesa@example.org\nSubject: Actas de la ñ\n\n"
            "Van las actas.\n\nacta 3.pdf",
        )
    ]
    assert outcome.passages[0].heading == "Actas de la ñ"


def test_a_message_that_is_only_a_page_is_read_as_one(tmp_path: Path) -> None:
    mail = files.message("", "<style>p {}</style><p>Van <b>las actas</b>.</p>")

    assert "Van las actas." in read(tmp_path, "mail.eml", bytes(mail)).passages[0].text


def test_a_forwarded_message_is_a_place_of_its_own(tmp_path: Path) -> None:
    outer = files.message("Reenvío.")
    outer.add_attachment(files.message("El original.", Subject="Primero"))
    outcome = read(tmp_path, "mail.txt", bytes(outer))

    assert [passage.place.number for passage in outcome.passages] == [1, 2]
    assert "El original." in outcome.passages[1].text
    assert "El original." not in outcome.passages[0].text


def test_minutes_that_begin_like_a_message_stay_text(tmp_path: Path) -> None:
    data = b"Date: 5 May\nSubject: minutes\n\nWe met."

    assert read(tmp_path, "minutes.txt", data).kind == "text"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", files.presentation(), "pptx"),
        ("a.pptx", files.text_of_opendocument(), "odt"),
        ("a.zip", files.book(), "epub"),
        ("a.xlsx", files.slides_of_opendocument(), "odp"),
        ("a.html", bytes(files.message("Hello.")), "email"),
        ("both.zip", files.pdf(["Hello"]) + files.word_document(), "pdf"),
        ("both.docx", files.pdf(["Hello"]) + files.zipped({"a": b"b"}), "pdf"),
    ],
)
def test_the_content_decides_whatever_the_name_says(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    assert read(tmp_path, name, data).kind == kind


ODD = "<script>alert(1)</script> ../../etc/passwd a\u202egpj.exe"


def odd_word() -> bytes:
    return files.word_of(lambda document: document.add_heading(ODD, 1))


def odd_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.title, book.active["A1"] = "<b>..&", ODD
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        ("docx", odd_word()),
        ("xlsx", odd_workbook()),
        ("eml", bytes(files.message(ODD, attached=["../../<b>.pdf"]))),
        ("csv", f'"{ODD}",b'.encode()),
        ("md", f"# {ODD}\n\nbody".encode()),
        ("pdf", files.pdf(["odd"])),
    ],
)
@pytest.mark.parametrize(
    "stem", ["<img src=x onerror=alert(1)>", "a\nb\rc\x01", "a\u202efdp", "..\\..\\x", "é" * 120]
)
def test_odd_names_and_markup_are_only_text(tmp_path: Path, suffix: str, data: bytes, stem: str) -> None:
    path = files.written(tmp_path, f"plain.{suffix}", data)
    outcome = extract(path, f"{stem}.{suffix}")

    assert isinstance(outcome, Extraction)
    for passage in outcome.passages:
        for said in (passage.text, passage.heading, passage.place.name):
            assert not {"\0", "\r", "\x01"} & set(said)


def billion_laughs(root: str) -> str:
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    return f"<!DOCTYPE x [{''.join(lines)}]>{root.format('&a9;')}"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", files.word_document_of(billion_laughs("<d><p><t>{}</t></p></d>"))),
        ("a.odt", files.text_of_opendocument(billion_laughs("<d><body><p>{}</p></body></d>"))),
        ("a.html", billion_laughs("<html><body><p>{}</p></body></html>").encode()),
        ("deep.docx", files.word_document_of("<p>" * 50_000)),
        ("deep.html", b"<html>" + b"<div>" * 200_000 + b"x"),
    ],
)
def test_a_bomb_of_markup_ends_with_an_outcome_and_no_laughter(
    tmp_path: Path, name: str, data: bytes
) -> None:
    outcome: Any = extract(files.written(tmp_path, name, data))

    assert "haha" not in str(outcome)


def test_a_message_nested_a_thousand_times_ends_with_an_outcome(tmp_path: Path) -> None:
    layers = [f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(3_000)]
    data = b"MIME-Version: 1.0\nTo: a@example.org\n" + b"".join(layers) + b"\nHello"

    assert extract(files.written(tmp_path, "deep.eml", data)) is not None
