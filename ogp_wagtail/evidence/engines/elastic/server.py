"""The connection to Elasticsearch: one a process, and one exception for all ways in which it can be away."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError, UnsupportedProductError

from ogp_wagtail.evidence.engines.base import EngineAway
from ogp_wagtail.evidence.engines.elastic.breaker import Breaker
from ogp_wagtail.evidence.engines.elastic.options import Options

logger = logging.getLogger(__name__)


class ServerAway(EngineAway):
    """Elasticsearch cannot be asked now; the text says why."""


class IndexMissing(ServerAway):
    """The server answers and has no index of this site in the present layout."""


class Server:
    """A client and what is known of the server's health."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.breaker = Breaker(options.pause)
        self.client = Elasticsearch(
            list(options.urls),
            request_timeout=options.timeout,
            max_retries=len(options.urls) - 1,  # another node at once; the same one is not worth a wait
            **credentials(options),
        )

    def patient(self) -> Elasticsearch:
        """The client for work that nobody waits for."""
        return self.client.options(request_timeout=self.options.write_timeout, max_retries=2)

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Around questions to the server. Raises ``ServerAway`` at once where it has just failed."""
        if not self.breaker.lets_through():
            raise ServerAway(self.breaker.reason)
        try:
            yield
        except (TransportError, ApiError, UnsupportedProductError) as error:
            away = reason(error)
            self.breaker.failed(str(away))
            logger.warning("Elasticsearch: %s", away)
            raise away from error
        self.breaker.worked()


def reason(error: Exception) -> ServerAway:
    """What went wrong, in a form that tells a missing index from a missing server."""
    status = getattr(error, "status_code", None)
    text = f"{type(error).__name__}: {error}"[:300]
    return IndexMissing(text) if status == 404 else ServerAway(text)


def credentials(options: Options) -> dict[str, Any]:
    """What the client needs to be let in."""
    given: dict[str, Any] = {}
    if options.api_key:
        given["api_key"] = options.api_key
    elif options.username:
        given["basic_auth"] = (options.username, options.password)
    if options.ca_certs:
        given["ca_certs"] = options.ca_certs
    return given


def server(options: Options) -> Server:
    """The connection of this process; a fork makes its own."""
    return _server(options, os.getpid())


@lru_cache(maxsize=8)
def _server(options: Options, process: int) -> Server:
    return Server(options)
