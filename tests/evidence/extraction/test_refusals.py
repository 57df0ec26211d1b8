"""A file without text gives a reason that a clerk understands; hostile files stay inside the child."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogp_wagtail.evidence.extraction import REASONS, Extraction, Limits, Unreadable, extract
from tests.evidence.extraction import files


def refused(path: Path, limits: Limits | None = None) -> Unreadable:
    outcome = extract(path, limits=limits)
    assert isinstance(outcome, Unreadable), outcome
    return outcome


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.pdf", b"", "empty"),
        ("locked.pdf", files.with_password(files.pdf(["Hello"]), "word"), "encrypted"),
        ("locked.docx", files.old_office("EncryptedPackage"), "encrypted"),
        ("locked.odt", files.text_of_opendocument(manifest=files.ENCRYPTED), "encrypted"),
        ("locked.epub", files.book(locked="OEBPS/one.xhtml"), "encrypted"),
        ("film.mp4", b"\0\0\0\x20ftypisom" + bytes(100), "other_type"),
        ("plan.pdf", b"MZ" + bytes(100), "other_type"),
        ("photos.zip", files.zipped({"a.jpg": b"x"}), "other_type"),
        ("drawing.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "other_type"),
        ("mail.msg", files.old_office("__properties_version1.0"), "other_type"),
        ("noise.bin", bytes(range(8)) * 50, "unknown_type"),
        ("acta.doc", files.old_office("WordDocument"), "old_format"),
        ("talk.ppt", files.old_office("PowerPoint Document"), "old_format"),
        ("acta.rtf", rb"{\rtf1 Hello}", "old_format"),
        ("half.pdf", b"%PDF-1.4\n1 0 obj\n<<", "damaged"),
        ("half.docx", files.word_document()[:3000], "damaged"),
        ("bad.docx", files.word_document_of("<w:document"), "damaged"),
        ("half.pptx", files.presentation()[:20_000], "damaged"),
        ("half.epub", files.book()[:300], "damaged"),
        ("no_spine.epub", files.zipped({"mimetype": b"application/epub+zip"}), "damaged"),
        ("no_content.odt", files.zipped({"mimetype": files.ODF + b"text"}), "damaged"),
        ("bad.odt", files.text_of_opendocument(content="<office:document-content"), "damaged"),
        ("bad.xls", files.old_office("Workbook"), "damaged"),
        ("bomb.docx", files.zip_bomb(), "bomb"),
        ("many.docx", files.zip_of_many(2001), "bomb"),
        ("scan.pdf", files.pdf_of_a_picture(), "scan"),
        ("blank.pdf", files.pdf([""]), "no_text"),
        ("blank.txt", b" \n\t ", "no_text"),
    ],
)
def test_a_file_without_text_says_why(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refused(files.written(tmp_path, name, data)).reason_code == code


def test_a_small_file_of_equal_rows_is_no_bomb(tmp_path: Path) -> None:
    rows = "<w:p><w:r><w:t>none</w:t></w:r></w:p>" * 100_000
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{namespace}"><w:body>{rows}</w:body></w:document>'

    assert isinstance(
        extract(files.written(tmp_path, "a.docx", files.word_document_of(document))), Extraction
    )


def test_a_pdf_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    data = files.with_password(files.pdf(["Hello"]), "")

    assert isinstance(extract(files.written(tmp_path, "a.pdf", data)), Extraction)


def test_a_pdf_that_never_ends_is_given_up(tmp_path: Path) -> None:
    path = files.written(tmp_path, "slow.pdf", files.pdf_that_never_ends())

    assert refused(path, Limits(cpu=1, wall=20)).reason_code == "too_slow"
    assert refused(path, Limits(cpu=20, wall=1)).reason_code == "too_slow"


def test_a_workbook_that_asks_for_all_memory_gets_none(tmp_path: Path) -> None:
    path = files.written(tmp_path, "greedy.xlsx", files.workbook_that_asks_for_all_memory())

    assert refused(path).reason_code == "too_much_memory"


def test_more_text_than_allowed_is_too_large(tmp_path: Path) -> None:
    path = files.written(tmp_path, "long.txt", b"many words " * 10_000)

    assert refused(path, Limits(output=50_000)).reason_code == "too_large"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert refused(tmp_path / "nothing.pdf").reason_code == "missing_file"


def test_each_reason_is_a_sentence_after_the_files_name() -> None:
    params: dict[str, str | int] = {"pages": 12, "library": "lxml", "type": "MP4"}
    for code in REASONS:
        message = Unreadable(code, params).message
        assert message[0].islower()
        assert message.endswith(".")
    assert "pages: 12" in Unreadable("scan", params).message


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400),
    st.sampled_from(["", "%PDF-1.4\n", "PK\x03\x04", "<html>", "MIME-Version: 1.0\nTo: a\n"]),
    st.integers(0, 10),
)
def test_any_content_ends_with_an_outcome(tmp_path: Path, data: bytes, start: str, which: int) -> None:
    suffix = [".pdf", ".docx", ".xlsx", ".xls", ".html", ".md", ".csv", ".txt", ".eml", ".ods", ""][which]
    path = files.written(tmp_path, f"any{suffix}", start.encode() + data)

    assert isinstance(extract(path), Extraction | Unreadable)


def test_the_broken_pdfs_of_six_readers_end_with_text_or_a_reason() -> None:
    folder = Path(os.environ.get("OGP_TEST_DATA", "../shared/data")) / "broken"
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder}: set OGP_TEST_DATA")
    outcomes = {path.name: extract(path) for path in sorted(folder.iterdir())}
    codes = [outcome.reason_code for outcome in outcomes.values() if isinstance(outcome, Unreadable)]

    assert len(outcomes) == 149
    assert len(outcomes) - len(codes) >= 85
    assert codes.count("encrypted") >= 20
    assert not {"reader_failed", "missing_file", "unknown_type"} & set(codes)
