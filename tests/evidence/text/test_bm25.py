"""One order for all engines."""

import math
from collections import Counter

import pytest

from ogp_wagtail.evidence.text import Candidate, Corpus, parse, rank, streams
from ogp_wagtail.evidence.text.query import Query


def corpus_of(passages: list[tuple[str, str]]) -> tuple[list[Candidate], Corpus]:
    """Passages of (title, text), numbered from one, as an engine would hold them."""
    found = [Candidate(number, *streams(*passage, "es")) for number, passage in enumerate(passages, start=1)]
    stem_df = Counter(stem for each in found for stem in set(each.stems.split()))
    word_df = Counter(word for each in found for word in set(each.words.split()))
    average = sum(len(each.stems.split()) for each in found) / len(found)
    return found, Corpus(len(found), average, stem_df, word_df)


def order(query: Query, passages: list[tuple[str, str]]) -> list[int]:
    found, corpus = corpus_of(passages)
    return [each.id for each in rank(query, found, corpus)]


def test_the_score_is_the_formula() -> None:
    corpus = Corpus(10, 4.0, {"plan": 2}, {"planes": 1})
    (scored,) = rank(parse("planes", "es"), [Candidate(7, "plan x plan", "planes x plan")], corpus)

    def part(df: int, tf: int) -> float:
        return math.log(1 + (10 - df + 0.5) / (df + 0.5)) * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * 3 / 4))

    assert scored.id == 7
    assert scored.score == pytest.approx(part(2, 2) + 0.25 * part(1, 1))


def test_a_word_repeated_side_by_side_counts_each_time() -> None:
    corpus = Corpus(10, 3.0, {"agua": 1}, {"agua": 1})
    once, twice = (
        rank(parse("agua", "es"), [Candidate(1, s, s)], corpus)[0].score for s in ("agua x", "agua agua")
    )

    assert twice > once


def test_rare_words_short_passages_and_titles_come_first() -> None:
    filler = " ".join(f"palabra{n}" for n in range(30))
    passages = [
        ("", f"agua {filler}"),
        ("", "agua"),
        ("Agua", "texto"),
        ("", filler),
        ("", filler),
        ("", filler),
    ]

    assert order(parse("agua", "es"), passages)[:3] == [3, 2, 1]


def test_the_word_itself_ranks_above_another_form_of_it() -> None:
    assert order(parse("planes", "es"), [("", "un plan"), ("", "un planes"), ("", "otra cosa")])[0] == 2


def test_equal_scores_are_ordered_by_id() -> None:
    found, corpus = corpus_of([("", "agua")] * 5)

    assert [each.id for each in rank(parse("agua", "es"), reversed(found), corpus)] == [1, 2, 3, 4, 5]


def test_counts_that_lag_behind_the_passages_still_give_an_order() -> None:
    found = [Candidate(1, "agua", "agua"), Candidate(2, "", "")]

    for corpus in (Corpus(0, 0.0), Corpus(1, 0.0, {"agua": 5}, {"agua": 5})):
        ranked = rank(parse("agua", "es"), found, corpus)
        assert [each.id for each in ranked] == [1, 2]
        assert all(each.score >= 0 for each in ranked)


def test_an_empty_query_scores_nothing() -> None:
    found, corpus = corpus_of([("", "agua"), ("", "luz")])

    assert [each.score for each in rank(Query(), found, corpus)] == [0.0, 0.0]
