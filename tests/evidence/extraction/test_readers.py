"""Each format gives its text with the place where it stands."""

from pathlib import Path

import pytest

from ogp_wagtail.evidence.extraction import Extraction, Place, extract
from tests.evidence.extraction import files


def read(folder: Path, name: str, data: bytes) -> Extraction:
    outcome = extract(files.written(folder, name, data))
    assert isinstance(outcome, Extraction), outcome
    return outcome


def places_and_texts(outcome: Extraction) -> list[tuple[dict[str, str | int], str]]:
    return [(passage.place.as_dict(), passage.text) for passage in outcome.passages]


def test_a_pdf_gives_its_pages_by_number_and_leaves_out_the_empty_ones(tmp_path: Path) -> None:
    outcome = read(tmp_path, "plan.pdf", files.pdf(["Primera página", "", "Tercera"]))

    assert places_and_texts(outcome) == [
        ({"kind": "page", "number": 1}, "Primera página"),
        ({"kind": "page", "number": 3}, "Tercera"),
    ]
    assert (outcome.kind, outcome.pages, outcome.reader, outcome.language) == ("pdf", 3, "pypdfium2", "es-CO")


def test_a_pdf_without_its_first_line_is_still_read(tmp_path: Path) -> None:
    data = files.pdf(["Hello"]).replace(b"%PDF-1.4", b"********")

    assert read(tmp_path, "plan.pdf", data).passages[0].text == "Hello"


def test_a_word_cut_at_a_lines_end_is_whole_again(tmp_path: Path) -> None:
    outcome = read(tmp_path, "plan.pdf", files.pdf(["the commit-\nment of Anne-\nMarie"]))

    assert "the commitment of Anne-Marie" in outcome.passages[0].text


def test_a_long_page_gives_several_passages_of_the_same_page(tmp_path: Path) -> None:
    lines = "\n".join(f"line {number} with some words in it" for number in range(400))
    outcome = read(tmp_path, "plan.pdf", files.pdf([lines]))

    assert len(outcome.passages) > 1
    assert {passage.place for passage in outcome.passages} == {Place("page", 1)}
    assert max(len(passage.text) for passage in outcome.passages) <= 8000


def test_a_word_document_gives_its_text_under_its_headings_with_tables(tmp_path: Path) -> None:
    outcome = read(tmp_path, "acta.docx", files.word_document())

    assert places_and_texts(outcome) == [
        ({"kind": "part", "number": 1}, "Acta de la mesa"),
        (
            {"kind": "heading", "name": "Decisiones"},
            "Decisiones\nSe aprueba el compromiso 3.\nCiudad\nMontería",
        ),
        ({"kind": "heading", "name": "Próxima reunión"}, "Próxima reunión\nEl 5 de mayo."),
    ]
    assert outcome.passages[1].heading == "Decisiones"


def test_what_was_deleted_from_a_word_document_is_not_found_in_it(tmp_path: Path) -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = (
        f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>kept </w:t></w:r>'
        "<w:del><w:r><w:delText>removed</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>words</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )

    assert read(tmp_path, "a.docx", files.word_document_of(document)).passages[0].text == "kept words"


def test_entities_in_a_word_document_reach_no_file(tmp_path: Path) -> None:
    secret = files.written(tmp_path, "secret", b"the secret")
    document = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>open &x;</w:t></w:r></w:p></w:body></w:document>"
    )
    outcome = extract(files.written(tmp_path, "a.docx", files.word_document_of(document)))

    assert "the secret" not in str(outcome)


def test_a_workbook_gives_rows_with_sheet_and_cells_and_no_hidden_sheet(tmp_path: Path) -> None:
    outcome = read(tmp_path, "budget.xlsx", files.workbook())

    first = outcome.passages[0]
    assert first.place.as_dict() == {"kind": "sheet", "name": "Budget", "range": "B2:C47"}
    assert first.text.startswith("Year | Sum\n2019 | 1200.5\nline 0")
    assert outcome.passages[1].place.range == "B48:B69"
    assert "secret" not in str(outcome)


def test_html_gives_what_is_seen_under_its_headings(tmp_path: Path) -> None:
    page = """<!doctype html><html lang="fr"><head><title>x</title><style>p{}</style></head><body>
    <p>Bonjour <b>à</b> tous</p><h2>Décisions <i>prises</i></h2><ul><li>Une</li><li>Deux</li></ul>
    <script>alert("no")</script></body></html>"""
    outcome = read(tmp_path, "page.html", page.encode())

    assert places_and_texts(outcome) == [
        ({"kind": "part", "number": 1}, "Bonjour à tous"),
        ({"kind": "heading", "name": "Décisions prises"}, "Décisions prises\nUne\nDeux"),
    ]
    assert outcome.language == "fr"


def test_html_nested_beyond_reason_ends_with_an_outcome(tmp_path: Path) -> None:
    outcome = extract(files.written(tmp_path, "deep.html", b"<html><body>" + b"<div>" * 200_000 + b"deep"))

    assert isinstance(outcome, Extraction) or outcome.message


def test_markdown_keeps_front_matter_and_knows_headings_from_comments_in_code(tmp_path: Path) -> None:
    text = "---\ntitle: Plan\n# no heading\n---\nIntro\n\n## Goals ##\nOpen data\n"
    text += "```sh\n# a comment\n```\n### Next\nEnd"
    outcome = read(tmp_path, "plan.md", text.encode())

    assert [place for place, _ in places_and_texts(outcome)] == [
        {"kind": "part", "number": 1},
        {"kind": "heading", "name": "Goals"},
        {"kind": "heading", "name": "Next"},
    ]
    assert "title: Plan" in outcome.passages[0].text
    assert "# a comment" in outcome.passages[1].text


def test_csv_gives_rows_with_their_cells_whatever_its_delimiter(tmp_path: Path) -> None:
    data = 'ciudad;avance\nMontería;"40; casi"\n'.encode("cp1252")
    outcome = read(tmp_path, "avance.csv", data)

    assert places_and_texts(outcome) == [
        ({"kind": "sheet", "name": "avance", "range": "A1:B2"}, "ciudad | avance\nMontería | 40; casi")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    text = "La participación ciudadana en la gestión pública española es un derecho. " * 5
    outcome = read(tmp_path, "acta.txt", text.encode(encoding))

    assert places_and_texts(outcome) == [({"kind": "part", "number": 1}, text.strip())]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le conseil a délibéré à l'unanimité; l'été prochain, les élus français se réuniront."),
        ("cp1252", "Der Beschluß über die öffentliche Verwaltung für Bürger gehört den Städten."),
        ("cp1251", "Каждый человек имеет право на свободу убеждений и на свободное выражение их."),
        (
            "cp1250",
            "Każdy człowiek ma prawo do życia, wolności i bezpieczeństwa swej osoby. Są równi wobec prawa.",
        ),
    ],
)
def test_older_encodings_are_told_apart(tmp_path: Path, encoding: str, text: str) -> None:
    assert read(tmp_path, "acta.txt", (text * 3).encode(encoding)).passages[0].text == text * 3


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("plan.docx", files.pdf(["Hello"]), "pdf"),
        ("plan.pdf", files.word_document(), "docx"),
        ("budget.pdf", files.workbook(), "xlsx"),
        ("page.txt", b"<!DOCTYPE html><html><body>Hello</body></html>", "html"),
        ("notes.pdf", b"Only some words", "text"),
        ("notes", b"Only some words", "text"),
    ],
)
def test_the_content_decides_not_the_extension(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    assert read(tmp_path, name, data).kind == kind
