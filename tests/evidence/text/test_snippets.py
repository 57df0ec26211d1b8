"""What is shown of a hit is its own text, with the found words marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_wagtail.evidence.text import Part, mark_all, parse, snippet, to_html


def marked(text: str, words: str, language: str) -> list[str]:
    return [part.text for part in mark_all(text, parse(words, language), language) if part.marked]


@pytest.mark.parametrize(
    ("language", "words", "text", "expected"),
    [
        ("es", "participacion", "La Participación de todos", ["Participación"]),
        ("es", "compromiso", "Los compromisos y el Compromiso", ["compromisos", "Compromiso"]),
        ("en", "commitments", "A commitment is made", ["commitment"]),
        ("fr", "évaluations", "L'evaluation du plan", ["evaluation"]),
        ("ar", "مشاركة", "حق المشاركة في القرار", ["المشاركة"]),
        ("zh", "中国人", "我们中国人民", ["中国人"]),
        ("es", '"gobierno abierto"', "gobierno y Gobierno  Abierto", ["Gobierno", "Abierto"]),
        ("es", "agua OR luz", "la luz del agua", ["luz", "agua"]),
        ("es", "plan -agua", "un plan de agua", ["plan"]),
        ("es", "nada", "otra cosa", []),
    ],
)
def test_whole_original_words_are_marked(language: str, words: str, text: str, expected: list[str]) -> None:
    assert marked(text, words, language) == expected


def test_a_snippet_is_cut_where_most_of_the_words_stand_together() -> None:
    text = "agua " + "uno dos tres " * 60 + "el agua y la luz " + "cuatro cinco " * 60 + "luz"
    parts = snippet(text, parse("agua luz", "es"), "es", 80)

    assert "el agua y la luz" in "".join(part.text for part in parts)
    assert [part.text for part in parts if part.marked] == ["agua", "luz"]
    assert parts[0] == parts[-1] == Part("…", False)
    assert sum(len(part.text) for part in parts) <= 100


def test_a_snippet_cuts_no_word() -> None:
    text = "palabra " * 200 + "agua " + "palabra " * 200
    shown = "".join(part.text for part in snippet(text, parse("agua", "es"), "es", 90)).strip("… ")

    assert set(shown.split()) == {"palabra", "agua"}


def test_a_short_text_is_shown_whole() -> None:
    parts = snippet("El agua es de todos.", parse("agua", "es"), "es")
    assert parts == [Part("El ", False), Part("agua", True), Part(" es de todos.", False)]


def test_a_text_without_hit_is_shown_from_its_beginning() -> None:
    parts = snippet("  uno dos tres " * 50, parse("agua", "es"), "es", 40)

    assert parts[0].text.startswith("uno dos tres")
    assert parts[-1] == Part("…", False)
    assert not any(part.marked for part in parts)


def test_html_is_escaped_and_only_the_marks_are_ours() -> None:
    parts = mark_all('<script>agua & "luz"</script>', parse("agua script", "es"), "es")

    assert to_html(parts) == (
        "&lt;<mark>script</mark>&gt;<mark>agua</mark> &amp; &quot;luz&quot;&lt;/<mark>script</mark>&gt;"
    )


@given(st.text(), st.text(), st.sampled_from(["es", "ar", "zh", "xx"]))
def test_the_marked_text_is_the_text(text: str, words: str, language: str) -> None:
    query = parse(words, language)

    assert "".join(part.text for part in mark_all(text, query, language)) == text
    assert all(part.text for part in mark_all(text, query, language))


@given(st.text(alphabet="ab agua \n", max_size=600), st.integers(10, 100))
def test_a_snippet_is_a_piece_of_the_text(text: str, length: int) -> None:
    parts = snippet(text, parse("agua a", "es"), "es", length)
    shown = "".join(part.text for part in parts if part.text != "…")

    assert shown in text
    assert len(shown) <= length + max((len(word) for word in text.split()), default=0) + length // 6 + 1
