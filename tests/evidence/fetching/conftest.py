"""The server on this machine, and what has to be allowed for it to be reached at all."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest

from ogp_wagtail.evidence.fetching import Fetched, Policy, Unopened, fetch
from tests.evidence.fetching.server import Site, running

Open = Callable[..., Fetched | Unopened]


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def policy(site: Site) -> Policy:
    """Each name is this machine's, and this machine may be asked: all else is as it is by default."""
    return Policy(
        ports=frozenset({site.port}),
        seconds=10,
        allows=lambda address: address.is_loopback,
        resolve=lambda host, port: ["127.0.0.1"],
    )


@pytest.fixture
def opened(site: Site, policy: Policy) -> Open:
    """Follows a link to a path of the server; gives what came of it."""

    def opened(path: str, policy: Policy = policy, into: Any = None) -> Fetched | Unopened:
        url = path if "://" in path else site.url(path)
        return fetch(url, into if into is not None else BytesIO(), policy)

    return opened
