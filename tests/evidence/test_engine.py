"""What every search engine does: the same for SQLite now and for the others to come."""

import random
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogp_wagtail.evidence import folders, frequencies, index
from ogp_wagtail.evidence.drift import drift, repair
from ogp_wagtail.evidence.engines.base import Page
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.models import EvidenceItem, IndexedToken, Passage, SearchEntry, SearchIndex
from ogp_wagtail.evidence.rebuilding import begin, put_some, rebuild, start_from_nothing
from ogp_wagtail.evidence.text import parse
from ogp_wagtail.plans.models import Plan

Keep = Callable[..., EvidenceItem]


def ask(words: str, language: str = "en", limit: int = 10, offset: int = 0) -> Page:
    return engine().search(parse(words, language), SearchEntry.objects.in_use(), limit=limit, offset=offset)


def found(words: str, language: str = "en") -> list[str]:
    titles = dict(SearchEntry.objects.values_list("pk", "title"))
    return [titles[hit.entry] for hit in ask(words, language).hits]


@pytest.fixture
def library(keep: Keep) -> None:
    keep("The council budgets for the reservoir. Open data for all.", title="Budget", kind="EV-4.7")
    keep("The council cleans the river; no budget is needed.", title="River", kind="EV-3.3")
    keep("El presupuesto participativo se decidió en asamblea.", name="acta.txt", title="Acta", language="es")
    keep("水资源管理计划公开。", name="plan.txt", title="Plan", language="zh")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("budget", {"Budget", "River"}),
        ("BUDGETS", {"Budget", "River"}),
        ("budget river", {"River"}),
        ("reservoir OR river", {"Budget", "River"}),
        ("budget -river", {"Budget"}),
        ('"open data"', {"Budget"}),
        ('"data open"', set()),
        ('council -"open data"', {"River"}),
        ("asamblea", {"Acta"}),
        ("decidio", {"Acta"}),
        ("水资源", {"Plan"}),
        ("nowhere", set()),
        ("-budget", set()),
        ("", set()),
    ],
)
def test_words_phrases_alternatives_and_exclusions(library: None, words: str, titles: set[str]) -> None:
    assert set(found(words)) == titles
    assert ask(words).total == len(titles)


def test_another_form_of_the_word_is_found_in_the_readers_language(library: None) -> None:
    assert found("decidieron", "es") == ["Acta"]


def test_the_title_counts_more_than_the_text(keep: Keep) -> None:
    keep("A long text about water, waste and roads.", title="Roads")
    keep("A long text about roads, waste and lights.", title="Water")
    assert found("water") == ["Water", "Roads"]


def test_the_word_itself_ranks_above_another_form_of_it(keep: Keep) -> None:
    keep("They were meeting.", title="One")
    keep("They have met in meetings.", title="Two")
    assert found("meetings") == ["Two", "One"]


def test_one_hit_an_item_at_its_best_passage(keep: Keep) -> None:
    item = keep("# Roads\n\nThe river once.\n\n# Water\n\nRiver, river and river.\n", title="Report")
    hits = ask("river").hits
    assert [hit.entry for hit in hits] == [item.search_entry.pk]
    assert Passage.objects.get(pk=hits[0].passage).place_name == "Water"


def test_facets_count_the_items_found(library: None) -> None:
    facets = ask("council").facets
    assert facets["kind"] == {"EV-4.7": 1, "EV-3.3": 1}
    assert facets["type"] == {"md": 2}
    assert facets["plan"] == {"joint": 2}


def test_only_the_items_given_are_found_and_counted(library: None) -> None:
    river = SearchEntry.objects.filter(title="River")
    page = engine().search(parse("council", "en"), river, limit=10)
    assert (page.total, page.facets["kind"]) == (1, {"EV-3.3": 1})
    assert engine().search(parse("council", "en"), SearchEntry.objects.none(), limit=10) == Page()


def test_pages_follow_each_other_without_gap_or_repeat(keep: Keep) -> None:
    for number in range(7):
        keep("water " * (number + 1), title=f"Item {number}")
    whole = [hit.entry for hit in ask("water", limit=7).hits]
    parts = [hit.entry for offset in (0, 3, 6) for hit in ask("water", limit=3, offset=offset).hits]
    assert parts == whole
    assert len(set(whole)) == 7


def test_equal_hits_come_in_the_order_of_their_ids(keep: Keep) -> None:
    for number in range(4):
        keep("The same text.", title="Same", source_path=str(number))
    passages = [hit.passage for hit in ask("same").hits]
    assert passages == sorted(passages)


def test_what_is_taken_out_is_neither_found_nor_counted(keep: Keep) -> None:
    item = keep("The reservoir.", title="Gone")
    keep("The river.", title="Here")
    index.take_out(item.search_entry)
    assert ask("reservoir").total == 0
    assert frequencies.of(["reservoir", "=reservoir", "river"]) == {"river": 1}
    assert SearchIndex.objects.get().passages == 1


def test_a_rebuilt_index_answers_the_same(library: None) -> None:
    words = ["budget", "council", "asamblea", "水"]
    assert rebuild() == 5, "the page of the plan too"
    before = {word: found(word) for word in words}
    counts = dict(IndexedToken.objects.values_list("token", "documents"))
    start_from_nothing()
    assert [found(word) for word in words] == [[]] * 4
    assert rebuild() == 5
    assert {word: found(word) for word in words} == before
    assert dict(IndexedToken.objects.values_list("token", "documents")) == counts
    assert SearchIndex.objects.get().average_length < 300


HOSTILE = [
    '"', "'", "''", '""""', "*", "stems:a", "words : b", "a NEAR b", "NEAR(a b, 3)", "NOT", "AND", "OR OR OR",
    "()", ")(", "a^2", "-", "--", "+a", "%", "%s %d", "\\", "\x00", "a\x00b", "\ud800", "😀", "🏳️‍🌈", "\u202e", "ﷺ",
    "<script>", "{{7*7}}", "'; DROP TABLE x; --", "a" * 100_000, "a " * 20_000, '"' * 999, "(" * 999, "-a " * 99,
    "OR " * 99,
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words)[:20])
def test_no_text_makes_the_search_fail(library: None, words: str) -> None:
    assert ask(words).total >= 0


def test_what_the_engine_lost_is_noticed_and_repaired(library: None) -> None:
    rebuild()
    assert drift().is_in_step
    engine().clear()
    assert not drift().is_in_step
    assert repair() == 5
    assert drift().is_in_step
    assert set(found("budget")) == {"Budget", "River"}


def test_a_rebuild_that_is_interrupted_goes_on_where_it_was(library: None) -> None:
    rebuild()
    begin()
    first = SearchEntry.objects.order_by("pk")[:1].get()
    put_some([first])
    assert drift().behind == 4
    assert set(found("budget")) == {"Budget", "River"}, "the search answers meanwhile"
    assert rebuild() == 5
    first.refresh_from_db()
    assert drift().is_in_step
    assert SearchIndex.objects.get().rebuild_began_at is None


def test_things_without_an_entry_get_one(plan: Plan) -> None:
    repair()
    link = EvidenceItem(
        plan=plan, folder=folders.process(plan), title="Live ledger", address="https://a.example"
    )
    EvidenceItem.objects.bulk_create([link])
    assert drift().missing == 1
    assert repair() >= 1
    assert drift().is_in_step
    assert found("ledger") == ["Live ledger"]


@pytest.mark.parametrize(
    ("text", "language", "words", "is_found"),
    [
        ("المشاركة في إدارة المدينة", "ar", "مشاركة", True),
        ("प्रत्येक व्यक्ति को अधिकार है", "hi", "अधिकार", True),
        ("การมีส่วนร่วมของประชาชน", "th", "ส่วนร่วม", True),
        ("市民参加の計画", "ja", "参加", True),
        ("정부의 계획을 공개한다", "ko", "계획", True),
        ("人人有权参加治理本国的公共事务", "zh", "公共事务", True),
        ("人人有权参加治理本国的公共事务", "zh", '"事务公共"', False),
        ("Участие граждан в управлении", "ru", "управления", True),
        ("Die Straßen der Stadt", "de", "strasse", True),
        ("L’évaluation à Montpellier", "fr", "evaluations", True),
    ],
)
def test_every_script_is_found(keep: Keep, text: str, language: str, words: str, is_found: bool) -> None:
    keep(text, "text.txt", title="Text", language=language)
    assert found(words, language) == (["Text"] if is_found else [])


def hostile(count: int, seed: int = 6) -> Iterator[str]:
    """Questions made of everything that means something to an engine, a database or a parser, drawn by chance."""
    draw = random.Random(seed)  # noqa: S311 - for a repeatable test
    pieces = [*HOSTILE[:-7], "council", "budget", " ", "\t", "\n", "水", "\u0301", "\ufeff", "=", "<->", "&", "|", "!",
              ":*", "{", "}", "[", "]", "~", "?", "/", "_exists_:a", "\ud83d", "%00", "$1", ";", "ß", "ﬁ"]  # fmt: skip
    for _ in range(count):
        yield "".join(draw.choices(pieces, k=draw.randint(1, 30)))


def test_no_question_of_a_thousand_makes_the_search_fail_or_finds_more_than_there_is(library: None) -> None:
    there = SearchEntry.objects.count()
    assert all(0 <= ask(words, limit=1).total <= there for words in hostile(1000))


@given(st.text(max_size=300))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nor_does_any_text(library: None, words: str) -> None:
    assert ask(words, limit=1).total >= 0


@pytest.mark.parametrize(
    "syntax", ["stems:council", "council*", "cou*", "{stems}:council", "council:*", "^council"]
)
def test_the_engines_own_syntax_means_nothing(library: None, syntax: str) -> None:
    """Signs divide words and are no operators: a prefix finds nothing, and a column is a word like any other."""
    meant = " ".join(re.findall(r"\w+", syntax))
    assert found(syntax) == found(meant)
