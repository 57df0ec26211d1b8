"""What every search engine does, on Elasticsearch: the tests of the database's engine, with its corpus."""

from typing import Any

import pytest

from ogp_wagtail.evidence.engines.base import Page
from ogp_wagtail.evidence.engines.elastic.engine import ElasticsearchEngine
from tests.evidence.elastic.conftest import settle
from tests.evidence.test_engine import *  # noqa: F403 - its tests and its library are run here again


@pytest.fixture(autouse=True)
def told_before_it_is_asked(elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is told of changes before each question, as by a worker that is never late."""
    search = ElasticsearchEngine.search

    def settled(self: ElasticsearchEngine, *asked: Any, **more: Any) -> Page:
        settle(self.server)
        page = search(self, *asked, **more)
        assert not page.is_simplified
        return page

    monkeypatch.setattr(ElasticsearchEngine, "search", settled)
