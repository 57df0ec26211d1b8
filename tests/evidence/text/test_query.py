"""What users type becomes a query, whatever they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_wagtail.evidence.text import Query, Term, parse, tokenize

HOSTILE = [
    "", " ", '"', '""', '"""', "-", "--", '-"', '-""', "OR", "OR OR", "a OR", "OR a", "AND", "NOT",
    "NEAR(a b)", "*", "a*", "^a", "a:b", "s:a", "{a b}:c", "(", ")", "(((", "a)", "\\", "'", "';--",
    "' or 1=1 --", "%", "_", "\0", "a\0b", "\ud800", "a\udfffb", '"\ud800', "\ufffe", "\u202e", "<->",
    "a & b | !c", ":*", "=a^1", "{}", "[]", "/.*/", "a~2", "a^5", "+a -b", "\t\n\r", "🙂", "½", "Ⅷ", "ß",
    "İ", "ﷺ", "\u0301", "-\u0301", "x" * 100_000, '"' * 100_000, "a " * 50_000, "-a " * 50_000,
    "a OR " * 50_000, '"a b" ' * 20_000, "中" * 100_000, "-" * 100_000,
]  # fmt: skip


def term(text: str, language: str = "es") -> Term:
    (token,) = tokenize(text, language)
    return Term((token.word,), (token.stem,))


def exact(text: str, language: str = "es") -> Term:
    tokens = tokenize(text, language)
    return Term(tuple(t.word for t in tokens), tuple(t.stem for t in tokens), is_exact=True)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Compromisos abiertos", Query(((term("compromisos"),), (term("abiertos"),)))),
        ('"gobierno abierto" plan', Query(((exact("gobierno abierto"),), (term("plan"),)))),
        ("“gobierno abierto”", Query(((exact("gobierno abierto"),),))),
        ('"gobierno abierto', Query(((exact("gobierno abierto"),),))),
        ('"plan"', Query(((exact("plan"),),))),
        ("plan -agua", Query(((term("plan"),),), (term("agua"),))),
        ('plan -"agua potable"', Query(((term("plan"),),), (exact("agua potable"),))),
        ("plan -co-creación", Query(((term("plan"),),), (exact("co creación"),))),
        ("co-creación", Query(((term("co"),), (term("creación"),)))),
        ("agua OR luz plan", Query(((term("agua"), term("luz")), (term("plan"),)))),
        ("co-creación OR luz", Query(((exact("co creación"), term("luz")),))),
        ('luz OR "agua potable" OR gas', Query(((term("luz"), exact("agua potable"), term("gas")),))),
        ("OR plan OR", Query(((term("plan"),),))),
        ("plan plan Plan", Query(((term("plan"),),))),
        ("uno or dos", Query(((term("uno"),), (term("or"),), (term("dos"),)))),
        ("", Query()),
        ("!?", Query()),
    ],
)
def test_words_phrases_exclusions_and_either_or(text: str, query: Query) -> None:
    assert parse(text, "es") == query


def test_chinese_asks_for_pairs_of_signs_and_for_a_single_sign_alone() -> None:
    assert parse("中国人", "zh").groups == ((term_of("中国"),), (term_of("国人"),))
    assert parse("中", "zh").groups == ((term_of("中"),),)
    assert parse("中国", "zh").words == ("中国", "中", "国")


def term_of(pair: str) -> Term:
    return Term((pair,), (pair,))


def test_to_exclude_alone_is_no_search() -> None:
    assert parse("-agua", "es").is_empty
    assert not parse("plan -agua", "es").is_empty


def test_what_scores_are_the_distinct_words_and_stems_looked_for() -> None:
    query = parse('ciudades "ciudades abiertas" -agua', "es")

    assert query.words == ("ciudades", "abiertas")
    assert query.stems == (term("ciudades").stems[0], term("abiertas").stems[0])


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
@pytest.mark.parametrize("language", ["es", "zh", "xx", ""])
def test_hostile_input_is_a_query_like_any_other(text: str, language: str) -> None:
    check(parse(text, language))


@given(st.text(), st.sampled_from(["es", "ar", "zh", "hi", "xx"]))
def test_any_text_is_a_query(text: str, language: str) -> None:
    check(parse(text, language))


@given(
    st.lists(
        st.sampled_from(['"', "-", "OR", " ", "co-creación", "中国人", "a", "\0", "\ud800"]), max_size=60
    )
)
def test_any_mixture_of_marks_is_a_query(pieces: list[str]) -> None:
    check(parse("".join(pieces), "es"))


def check(query: Query) -> None:
    """Within the caps, and of tokens alone, so that no engine's syntax gets through."""
    terms = [*query.terms, *query.excluded]
    assert len(terms) <= 32
    assert query.is_empty == (not query.groups)
    assert all(query.groups)
    for each in terms:
        assert len(each.words) == len(each.stems) > 0
        assert each.is_exact or len(each.words) == 1
        for token in (*each.words, *each.stems):
            assert token
            assert not any(sign.isascii() and not sign.isalnum() for sign in token)
            token.encode("utf-8")
    hash(query)
