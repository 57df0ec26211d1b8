"""“Did you mean”, and words that mean the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.models import EvidenceItem, SearchEntry, Synonyms
from ogp_wagtail.evidence.search import search
from ogp_wagtail.evidence.suggesting import suggestion
from ogp_wagtail.evidence.text.spelling import distance

Keep = Callable[..., EvidenceItem]


@pytest.fixture(autouse=True)
def searchable(db: None) -> None:
    if not is_searchable():
        pytest.skip("this database has no search engine; run on SQLite or PostgreSQL")


def suggested(text: str) -> str:
    return suggestion(text, SearchEntry.objects.public(), "en")


def titles(words: str) -> list[str]:
    return [one.entry.title for one in search(words, SearchEntry.objects.public(), "en").found]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("budget", "budget", 0), ("budget", "bugdet", 1), ("budget", "buget", 1), ("budget", "budgets", 1),
        ("budget", "dubget", 2), ("budget", "river", 3), ("", "ab", 2), ("abcdef", "fedcba", 3),
    ],
)  # fmt: skip
def test_the_distance_counts_mistakes_and_gives_up_beyond_two(one: str, other: str, apart: int) -> None:
    assert distance(one, other) == distance(other, one) == apart


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("reservior", "reservoir"),
        ("resevoir budget", "reservoir budget"),
        ('"resevoir"', '"reservoir"'),
        ("erservoir", "reservoir"),
        ("reservoir", ""),
        ("xyzzyx", ""),
        ("", ""),
        ("-budgt", ""),
    ],
)
def test_a_typing_mistake_is_corrected(keep: Keep, typed: str, meant: str) -> None:
    keep("The reservoir has a budget.")
    assert suggested(typed) == meant


def test_no_suggestion_tells_of_a_word_that_the_visitor_may_not_read(keep: Keep) -> None:
    item = keep("The reservoir has a budget.")
    EvidenceItem.objects.filter(pk=item.pk).update(privacy="restricted")
    assert suggested("reservior") == ""


def test_synonyms_find_each_other_whatever_the_form(keep: Keep) -> None:
    keep("Ask the point of contact.", title="Minutes")
    keep("The POC was absent.", title="Notes")
    assert titles("POC") == ["Notes"]
    Synonyms.objects.create(words="POC, point of contact, focal person")
    assert set(titles("poc")) == set(titles("point of contact")) == set(titles('"point of contact"'))
    assert set(titles("focal person")) == {"Minutes", "Notes"}
    assert titles("poc absent") == ["Notes"]
    assert titles("contact") == ["Minutes"], "a part of a phrase has no synonyms"


def test_a_synonym_is_marked_in_the_hit(keep: Keep) -> None:
    keep("The POC was absent.", title="Notes")
    Synonyms.objects.create(words="POC, point of contact")
    (hit,) = search("point of contact", SearchEntry.objects.public(), "en").found
    assert str(hit.html) == "The <mark>POC</mark> was absent."


def test_an_editor_keeps_synonyms_and_one_word_alone_is_refused(admin: Client) -> None:
    refused = admin.post(reverse("ogp_synonyms:add"), {"words": "POC"})
    assert "Give at least two, divided by commas." in refused.content.decode()
    assert admin.post(reverse("ogp_synonyms:add"), {"words": "POC, point of contact"}).status_code == 302
    assert Synonyms.objects.get().each() == ["POC", "point of contact"]
