"""Extracted text is fit to be searched, quoted and stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_wagtail.evidence.extraction.cleaning import clean
from ogp_wagtail.evidence.extraction.passages import split
from ogp_wagtail.evidence.extraction.rows import cell_name


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("co\ufffecreación", "cocreación"),
        ("com\x02\r\npromiso", "compromiso"),
        ("com-\r\npromiso", "compromiso"),
        ("Anne-\nMarie", "Anne-Marie"),
        ("2010-\n2014", "2010-\n2014"),
        ("in\ufffe 2014", "in- 2014"),
        ("ﬁnance e\u0301t\u00adé", "finance été"),
        ("a \x00\ud800b\u200b", "a b"),
        ("one  \r\ntwo\r\n\r\n\r\n\r\nthree", "one\ntwo\n\nthree"),
        ("page\x0cpage", "page\npage"),
        ("٣ ﻻ", "٣ لا"),
    ],
)
def test_text_is_cleaned(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text())
def test_clean_text_can_be_stored_anywhere(text: str) -> None:
    cleaned = clean(text)

    assert "\0" not in cleaned
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned


@given(st.text(alphabet="ab. \n", max_size=300), st.integers(10, 50))
def test_a_split_text_loses_nothing_but_blanks_and_keeps_to_the_length(text: str, length: int) -> None:
    pieces = list(split(text, length))

    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= length for piece in pieces)


def test_a_text_is_cut_at_a_paragraphs_end_rather_than_in_a_sentence() -> None:
    assert list(split("One. Two\n\nThree. Four", 15)) == ["One. Two", "Three. Four"]


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (39, 25, "Z40"), (0, 26, "AA1"), (9, 701, "ZZ10")]
)
def test_cells_are_named_as_spreadsheets_do(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name
