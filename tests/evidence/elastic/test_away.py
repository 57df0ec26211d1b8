"""The server is away, slow, or lacks the index: publishing goes on, the search falls back and says so, and what was
missed is made up for.
"""

import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory

from ogp_wagtail.evidence import outside
from ogp_wagtail.evidence.addresses import search_address
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.elastic import mirroring
from ogp_wagtail.evidence.engines.elastic.breaker import Breaker
from ogp_wagtail.evidence.engines.elastic.engine import ElasticsearchEngine
from ogp_wagtail.evidence.models import EvidenceItem, IndexChange, IndexMirror, SearchEntry
from ogp_wagtail.evidence.search import Answer, search
from ogp_wagtail.pages.models import OpenGovernmentPage
from tests.evidence.elastic import conftest

Keep = Callable[..., EvidenceItem]


def ask(words: str) -> Answer:
    return search(words, SearchEntry.objects.in_use(), "en")


@pytest.fixture
def refusing(settings: Any) -> str:
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.OGP_WAGTAIL = conftest.search(f"http://127.0.0.1:{port}", "away")
    return f"127.0.0.1:{port}"


@pytest.fixture
def silent(settings: Any) -> Iterator[None]:
    """An address that takes connections and never answers."""
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen(20)
        url = f"http://127.0.0.1:{mute.getsockname()[1]}"
        settings.OGP_WAGTAIL = conftest.search(url, "silent", TIMEOUT=0.3)
        yield


def test_what_is_published_meanwhile_is_found_and_waits_for_the_server(refusing: str, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    engine().catch_up()
    answer = ask("reservoir")
    assert ([found.entry.title for found in answer.found], answer.is_simplified) == (["Minutes"], True)
    assert IndexChange.objects.exists()
    assert "ConnectionError" in IndexMirror.objects.get().error
    assert IndexMirror.objects.get().away_since is not None


def test_the_page_says_that_the_search_is_simplified(
    refusing: str, client: Client, landing: OpenGovernmentPage, keep: Keep
) -> None:
    keep("The reservoir.", title="Minutes")
    page = client.get(search_address(landing, RequestFactory().get("/")), {"q": "reservoir"}).content.decode()
    assert "simplified search" in page
    assert "Minutes" in page


def test_status_says_what_is_wrong(refusing: str, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    status = engine().status()
    assert status["passages"] is None
    assert status["passages_in_database"] == 1
    assert status["changes"] >= 1
    assert "does not answer" in status["problems"][0]


def test_only_the_first_waits_for_a_server_that_does_not_answer(silent: None, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    began = time.monotonic()
    assert ask("reservoir").is_simplified
    first = time.monotonic() - began
    began = time.monotonic()
    assert all(ask("reservoir").total == 1 for _ in range(5))
    assert first >= 0.3
    assert (time.monotonic() - began) / 5 < first


def test_who_publishes_on_a_site_without_workers_waits_no_longer_than_a_search(
    silent: None, keep: Keep
) -> None:
    keep("The reservoir.", title="Minutes")
    began = time.monotonic()
    outside.tell()
    waited = time.monotonic() - began
    assert 0.3 <= waited < 10  # the time-out of a search, and not the thirty seconds of a worker
    assert IndexChange.objects.exists()


def test_to_index_anew_while_the_server_is_away_says_so(refusing: str, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    with pytest.raises(CommandError, match="does not answer"):
        call_command("ogp_reindex")


def test_a_site_may_do_without_the_databases_index(refusing: str, keep: Keep, settings: Any) -> None:
    settings.OGP_WAGTAIL["SEARCH"]["FALLBACK"] = False
    keep("The reservoir.", title="Minutes")
    answer = ask("reservoir")
    assert (answer.total, answer.is_simplified) == (0, True)


def test_a_server_that_comes_back_is_told_what_it_missed(
    elastic: ElasticsearchEngine, keep: Keep, refusing: str, settings: Any
) -> None:
    there = conftest.search(elastic.server.options.urls[0], elastic.server.options.prefix)
    first = keep("The reservoir.", title="Away")
    engine().repair()
    settings.OGP_WAGTAIL = there
    assert ask("reservoir").total == 0
    engine().repair()
    conftest.settle(elastic.server)
    answer = ask("reservoir")
    assert ([found.entry.item for found in answer.found], answer.is_simplified) == ([first], False)
    assert not IndexChange.objects.exists()
    assert IndexMirror.objects.get().away_since is None


def test_an_index_that_was_thrown_away_is_filled_anew(elastic: ElasticsearchEngine, keep: Keep) -> None:
    keep("The reservoir.", title="Minutes")
    conftest.settle(elastic.server)
    conftest.throw_away(elastic.server)
    assert ask("reservoir").is_simplified
    keep("The reservoir again.", title="More", source_path="more")
    elastic.catch_up()
    assert IndexChange.objects.exists()  # and no index without a mapping was made by writing
    elastic.server.breaker.worked()
    elastic.repair()
    conftest.settle(elastic.server)
    answer = ask("reservoir")
    assert (answer.total, answer.is_simplified) == (2, False)


def test_a_server_without_an_index_gets_one_by_indexing_anew(
    elastic: ElasticsearchEngine, keep: Keep
) -> None:
    conftest.throw_away(elastic.server)
    keep("The reservoir.", title="Minutes")
    elastic.catch_up()
    assert not elastic.server.breaker.lets_through()
    call_command("ogp_reindex", verbosity=0)
    conftest.settle(elastic.server)
    answer = ask("reservoir")
    assert (answer.total, answer.is_simplified) == (1, False)


def test_a_passage_that_the_server_refuses_does_not_hold_up_the_others(
    elastic: ElasticsearchEngine, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = keep("The reservoir.", title="Good"), keep("The river.", title="Bad", source_path="bad")
    written = mirroring.indexing

    def spoilt(alias: str, passage: int, entry: int, *rest: Any) -> dict[str, Any]:
        action = written(alias, passage, entry, *rest)
        return action | {"stamp": "no number"} if entry == bad.search_entry.pk else action

    monkeypatch.setattr(mirroring, "indexing", spoilt)
    conftest.settle(elastic.server)
    assert [found.entry.title for found in ask("reservoir").found] == ["Good"]
    assert ask("river").total == 0
    assert not IndexChange.objects.exists()
    assert "stamp" in SearchEntry.objects.get(item=bad).index_error
    assert SearchEntry.objects.get(item=good).index_error == ""


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"ENGINE": "elasticsearch", "URLS": "ftp://search"}, "'ftp://search' is no address"),
        ({"ENGINE": "elasticsearch", "HOST": "search"}, "'HOST' means nothing"),
        ({"ENGINE": "elasticsearch", "TIMEOUT": 0}, "TIMEOUT"),
        ({"ENGINE": "elasticsearch", "PREFIX": "Our City"}, "PREFIX"),
    ],
)
def test_a_wrong_setting_is_named_and_the_database_searches(
    said: dict[str, Any], named: str, settings: Any, keep: Keep
) -> None:
    settings.OGP_WAGTAIL = {"SEARCH": said}
    (warning,) = (found for found in run_checks() if found.id == "ogp_wagtail.W013")
    assert named in warning.msg
    keep("The reservoir.", title="Minutes")
    assert (ask("reservoir").total, ask("reservoir").is_simplified) == (1, False)


def test_after_a_failure_one_may_try_when_the_pause_is_over() -> None:
    now = 0.0
    breaker = Breaker(30, clock=lambda: now)
    assert breaker.lets_through()
    breaker.failed("refused")
    assert not breaker.lets_through()
    now = 31.0
    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]
    breaker.worked()
    assert breaker.lets_through()
