"""Elasticsearch answers what the database answers: the same hits, totals and facets, in the same order."""

from collections.abc import Callable

import pytest

from ogp_wagtail.evidence import index
from ogp_wagtail.evidence.engines.base import Page
from ogp_wagtail.evidence.engines.elastic import asking
from ogp_wagtail.evidence.engines.elastic.engine import ElasticsearchEngine
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import EvidenceItem, SearchEntry
from ogp_wagtail.evidence.text import parse
from tests.evidence.elastic.conftest import settle

Keep = Callable[..., EvidenceItem]

ASKED = [
    "budget", "BUDGETS", "budget river", "reservoir OR river", "budget -river", '"open data"', '"data open"',
    'council -"open data"', "asamblea", "decidio", "水资源", '"水资源管理"', "水", "nowhere", "-budget", "",
    "budget OR", '"open data" OR river', "co-creation", 'council OR "open data"',
]  # fmt: skip
HOSTILE = [
    '"', "*", "words:b", "a AND (b", "_id:1", "a~2", "a^9", "/a/", "[1 TO 2]", "\\", "\x00", "\ud800", "ﷺ",
    "{{7*7}}", '{"match_all":{}}', "a" * 100_000, "a " * 20_000, "字" * 300, "-a " * 99, '"' * 999,
]  # fmt: skip


@pytest.fixture
def library(elastic: ElasticsearchEngine, keep: Keep) -> ElasticsearchEngine:
    keep("The council budgets for the reservoir. Open data for all.", title="Budget", kind="EV-4.7")
    keep("The council cleans the river; no budget is needed.", title="River", kind="EV-3.3")
    keep("# Roads\n\nThe river once.\n\n# Water\n\nRiver, river and river.\n", title="Report")
    keep("El presupuesto participativo se decidió en asamblea.", name="acta.txt", title="Acta", language="es")
    keep("水资源管理计划公开。co-creation", name="plan.txt", title="Plan", language="zh")
    settle(elastic.server)
    return elastic


def both(elastic: ElasticsearchEngine, words: str, chosen: Chosen | None = None, **page: int) -> list[Page]:
    """The answers of the server and of the database."""
    asked = {"limit": 10} | page
    return [
        engine.search(parse(words, "en"), SearchEntry.objects.in_use(), chosen=chosen, **asked)
        for engine in (elastic, elastic.own)
    ]


def test_the_server_answers_as_the_database_does(library: ElasticsearchEngine) -> None:
    for words in ASKED:
        there, here = both(library, words)
        assert there == here, words


def test_what_was_chosen_narrows_hits_and_total(library: ElasticsearchEngine) -> None:
    for kinds, total in ((["EV-4.7"], 1), (["EV-4.7", "EV-3.3"], 2)):
        there, here = both(library, "council", {"kind": kinds})
        assert there == here
        assert (there.total, there.facets["kind"]) == (total, {"EV-4.7": 1, "EV-3.3": 1})
    there, here = both(library, "council", {"language": ["xx"]})
    assert there == here
    assert there.total == 0


def test_who_may_see_what_is_asked_of_the_database_at_the_search(library: ElasticsearchEngine) -> None:
    EvidenceItem.objects.filter(title="River").update(withdrawn_on="2026-01-01")
    there, here = both(library, "council")
    assert there == here
    assert there.total == 1


def test_hits_that_are_seen_are_found_behind_hundreds_that_are_not(
    elastic: ElasticsearchEngine, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ogp_wagtail.evidence.engines.elastic.engine.SPARE", 0)
    monkeypatch.setattr("ogp_wagtail.evidence.engines.elastic.engine.RANKED", 3)
    for number in range(8):
        keep("water " * (20 - number), title=f"Item {number}")
    settle(elastic.server)
    for hidden in (range(5), range(2)):
        EvidenceItem.objects.update(withdrawn_on=None)
        EvidenceItem.objects.filter(title__in=[f"Item {n}" for n in hidden]).update(withdrawn_on="2026-01-01")
        page = elastic.search(parse("water", "en"), SearchEntry.objects.in_use(), limit=3)
        assert page.total == 8 - len(hidden)
        assert len(page.hits) == 3


def test_entries_are_all_found_however_many_parts_it_takes(
    library: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ENTRIES", 1)
    there, here = both(library, "council OR river OR asamblea OR 水")
    assert there == here
    assert there.total == 5


def test_pages_follow_each_other(library: ElasticsearchEngine) -> None:
    for offset in range(4):
        there, here = both(library, "council OR river OR 水", limit=1, offset=offset)
        assert there == here


def test_what_is_taken_out_is_not_found(library: ElasticsearchEngine) -> None:
    index.take_out(SearchEntry.objects.get(title="River"))
    settle(library.server)
    there, here = both(library, "cleans")
    assert there == here == Page()


def test_no_text_makes_the_search_fail_or_fall_back(library: ElasticsearchEngine) -> None:
    for words in HOSTILE:
        there, here = both(library, words)
        assert there == here, ascii(words)[:30]
