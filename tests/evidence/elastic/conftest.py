"""A real Elasticsearch, 8 and 9, each test process with indexes of its own."""

import os
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.elastic import mirroring, rebuilding
from ogp_wagtail.evidence.engines.elastic.engine import ElasticsearchEngine
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.server import Server

SERVERS = {"8": "OGP_TEST_ELASTICSEARCH_URL", "9": "OGP_TEST_ELASTICSEARCH9_URL"}


@pytest.fixture(params=SERVERS)
def elastic(request: pytest.FixtureRequest, settings: Any, db: None) -> Iterator[ElasticsearchEngine]:
    """The site's engine, with an empty index."""
    variable = SERVERS[request.param]
    if not os.environ.get(variable):
        pytest.skip(f"{variable} names no Elasticsearch {request.param} to test on")
    settings.OGP_WAGTAIL = search(os.environ[variable], f"test-{os.getpid()}-{uuid.uuid4().hex[:8]}")
    built = engine()
    assert isinstance(built, ElasticsearchEngine)
    rebuilding.renew(built.server)
    yield built
    indices = built.server.client.indices
    built.server.client.indices.delete(
        index=",".join(indices.get(index=Names(built.server.options.prefix).all))
    )


def search(url: str, prefix: str, **more: Any) -> dict[str, Any]:
    """The site's settings for a server."""
    return {"SEARCH": {"ENGINE": "elasticsearch", "URL": url, "PREFIX": prefix} | more}


def settle(server: Server) -> None:
    """Tell the server all that was noted, and have it show that at once."""
    mirroring.catch_up(server)
    server.client.indices.refresh(index=Names(server.options.prefix).alias)


def throw_away(server: Server) -> None:
    """Lose the index, as with a disk."""
    found = server.client.indices.get(index=Names(server.options.prefix).alias)
    server.client.indices.delete(index=",".join(found))
