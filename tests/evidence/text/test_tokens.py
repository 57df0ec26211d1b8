"""The same words for every engine."""

import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_wagtail.evidence.text import language_of, streams, tokenize
from ogp_wagtail.evidence.text.tokens import BOUNDARY, occurrences

LANGUAGES = ["es", "en", "fr", "ar", "zh", "hi", "th", "xx", ""]


def words(text: str, language: str) -> list[str]:
    return [token.word for token in tokenize(text, language)]


def stems(text: str, language: str) -> list[str]:
    return [token.stem for token in tokenize(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "La Participación, en BOGOTÁ", ["la", "participacion", "en", "bogota"]),
        (
            "en",
            "co-creation of policy_makers' e2e-x",
            ["co", "creation", "of", "policy", "makers", "e2e", "x"],
        ),
        ("fr", "L’évaluation à Montpellier", ["l", "evaluation", "a", "montpellier"]),
        ("ar", "المُشاركة أ", ["المشاركة", "ا"]),
        ("zh", "中国人 2024年", ["中", "中国", "国", "国人", "人", "2024", "年"]),
        ("hi", "हिन्दी में", ["हिन्दी", "में"]),
        ("th", "มีส่วน", ["มี", "มีส่", "ส่", "ส่ว", "ว", "วน", "น"]),
        ("ko", "정부", ["정", "정부", "부"]),
        ("de", "Straße", ["strasse"]),
        ("tr", "İstanbul", ["istanbul"]),
        ("en", "½ ⑴ ﬁn", ["12", "1", "fin"]),
    ],
)
def test_words_are_folded_by_their_script(language: str, text: str, expected: list[str]) -> None:
    assert words(text, language) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "compromiso", "Compromisos"),
        ("en", "commitment", "commitments"),
        ("fr", "engagement", "engagements"),
        ("ar", "المشاركة", "مشاركة"),
        ("pt-br", "compromisso", "compromissos"),
        ("es-CO", "acuerdo", "acuerdos"),
    ],
)
def test_forms_of_a_word_share_their_stem(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_a_word_of_a_language_without_stemmer_is_its_own_stem() -> None:
    assert stems("commitments", "xx") == ["commitments"]


def test_accents_written_as_marks_of_their_own_make_the_same_words() -> None:
    text = "participación pública"
    assert words(unicodedata.normalize("NFD", text), "es") == words(text, "es")


@given(st.text(), st.sampled_from(LANGUAGES))
def test_a_token_knows_where_it_stands(text: str, language: str) -> None:
    tokens = tokenize(text, language)

    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert tokenize(text[token.start : token.end], language)


@given(
    st.text(alphabet="aá b,1水年ก່"),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["a", "b", "水", "水年", "1"]),
)
def test_occurrences_are_the_tokens_asked_for_at_their_numbers(text: str, language: str, word: str) -> None:
    numbered = list(enumerate(tokenize(text, language)))

    assert list(occurrences(text, language, {word}, set())) == [n for n in numbered if n[1].word == word]
    assert list(occurrences(text, language, set(), {word})) == [n for n in numbered if n[1].stem == word]


def test_a_mark_on_no_letter_of_its_script_is_no_token() -> None:
    assert words("0\u0ec8", "es") == ["0"]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_tokens_are_what_engines_split_at_blanks(text: str, language: str) -> None:
    for token in tokenize(text, language):
        for kind in (token.word, token.stem):
            assert 0 < len(kind) <= 64
            assert not any(sign.isascii() and not sign.isalnum() for sign in kind)
            assert kind.split() == [kind]
            assert kind == kind.lower() or not kind.isascii()
            kind.encode("utf-8")


def test_sqlite_keeps_our_tokens_as_they_are() -> None:
    text = "Participación हिन्दी ไทย 中国 المُشاركة Straße e2e-x ½"
    expected = {token.word for token in tokenize(text, "xx")}
    with sqlite3.connect(":memory:") as database:
        database.execute("create virtual table f using fts5(w, tokenize='ascii')")
        database.execute("create virtual table v using fts5vocab(f, 'row')")
        database.execute("insert into f values (?)", [streams("", text, "xx")[1]])
        found = {row[0] for row in database.execute("select term from v")}
    database.close()

    assert found == expected


@given(st.text(max_size=40), st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_both_streams_have_a_token_at_each_position(title: str, text: str, language: str) -> None:
    stem_stream, word_stream = streams(title, text, language)

    assert len(stem_stream.split(" ")) == len(word_stream.split(" "))


def test_the_title_stands_three_times_before_the_text_and_no_phrase_reaches_across() -> None:
    stem_stream, word_stream = streams("Planes", "Los compromisos", "es")

    assert word_stream == f"planes {BOUNDARY} " * 3 + "los compromisos"
    assert stem_stream == f"plan {BOUNDARY} " * 3 + "los compromis"


def test_a_passage_without_title_or_text_gives_what_there_is() -> None:
    assert streams("", "Uno", "es") == ("uno", "uno")
    assert streams("", "", "es") == ("", "")


def test_threads_may_share_a_language() -> None:
    texts = [f"compromisos{n} participaciones{n} ciudades{n}" for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: tokenize(text, "es"), texts * 2))

    assert together == [tokenize(text, "es") for text in texts * 2]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El plan de acción tiene compromisos que los ciudadanos proponen para la ciudad."),
        ("pt", "O plano de ação tem compromissos que os cidadãos propõem para a cidade, não é?"),
        ("en", "The action plan has commitments that are proposed by the citizens of the city."),
        ("fr", "Le plan d'action est fait des engagements que les citoyens proposent pour la ville."),
        ("ar", "كل شخص له الحق في أن يشارك في إدارة الشؤون العامة التي تهم المدينة"),
        ("zh", "人人有权参加治理本国的公共事务"),
        ("ja", "すべて人は、その国の政治に参与する権利を有する"),
        ("hi", "प्रत्येक व्यक्ति को अपने देश के शासन में भाग लेने का अधिकार है"),
    ],
)
def test_a_language_is_told_by_its_commonest_words_or_its_script(language: str, text: str) -> None:
    assert language_of(text, ["nl", "es", "pt", "en", "fr", "ar", "zh", "ja", "hi"]) == language


def test_the_default_language_is_taken_where_nothing_tells() -> None:
    assert language_of("2019 2020 1.200,50", ["es", "en"]) == "es"
    assert language_of("", ["en", "es"]) == "en"
    assert language_of("The plan of the city", ["es"]) == "es"
    assert language_of("anything", []) == ""


def test_the_sites_own_tag_is_given_back() -> None:
    assert language_of("The plan of the city and the rest", ["es-co", "en-us"]) == "en-us"
