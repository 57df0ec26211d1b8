"""A file whose name promises another type says what it really is."""

import pytest

from ogp_wagtail.evidence.extraction import really


@pytest.mark.parametrize(
    ("kind", "ending", "said"),
    [
        ("pdf", "pdf", ""), ("docx", "docm", ""), ("html", "htm", ""), ("text", "md", ""), ("csv", "", ""),
        ("", "pdf", ""), ("pdf", "docx", "PDF"), ("docx", "txt", "DOCX"), ("text", "pdf", "TEXT"),
        ("html", "xls", "HTML"), ("email", "pdf", "EMAIL"),
    ],
)  # fmt: skip
def test_the_type_is_said_where_the_name_says_another(kind: str, ending: str, said: str) -> None:
    assert really(kind, ending) == said
