"""One request to one checked address, in the time that is left."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from socket import SHUT_RDWR

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import parse_url

from .outcome import Refusal
from .policy import Policy
from .target import Target

_CONNECT = 10.0  # seconds for one address to take the call
_HEADERS = {"User-Agent": "ogp-wagtail (keeps evidence)", "Accept": "*/*", "Accept-Encoding": "gzip"}


@contextmanager
def answered(target: Target, policy: Policy, deadline: float) -> Iterator[BaseHTTPResponse]:
    """The answer to a request for a target, its body still to be read; raises `Refusal` where there is none.

    Nothing is sent that says more of us than our name: no cookies, no credentials, no referrer.
    """
    connection = _connected(target, policy, deadline)
    watch = threading.Timer(max(deadline - time.monotonic(), 0), _cut, [connection])
    watch.daemon = True
    watch.start()
    try:
        connection.request(
            "GET", target.path, headers={"Host": target.authority, **_HEADERS}, preload_content=False
        )
        yield connection.getresponse()
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise Refusal(_reason(error, deadline)) from error
    finally:
        watch.cancel()
        connection.close()


def _connected(target: Target, policy: Policy, deadline: float) -> HTTPConnection:
    """A connection to the first of the target's addresses that takes the call."""
    reason = "no_connection"
    for address in target.addresses:
        connection = _connection(target, address, policy)
        connection.timeout = min(_CONNECT, max(deadline - time.monotonic(), 0.01))
        watch = threading.Timer(connection.timeout, _cut, [connection])
        watch.daemon = True
        watch.start()
        try:
            connection.connect()
        except (HTTPError, HTTPException, OSError) as error:
            connection.close()
            reason = _reason(error, deadline)
        else:
            return connection
        finally:
            watch.cancel()
    raise Refusal(reason)


def _connection(target: Target, address: str, policy: Policy) -> HTTPConnection:
    """Not yet open. The name is only said to the site; where the call goes, the address alone decides."""
    proxy = parse_url(policy.proxy) if policy.proxy else None
    host = (proxy.host or "").strip("[]") if proxy else address
    port = (proxy.port or 3128) if proxy else target.port
    connection: HTTPConnection
    if target.scheme == "https":
        trusted = ssl.create_default_context()
        connection = HTTPSConnection(host, port, ssl_context=trusted, server_hostname=target.host)
    else:
        connection = HTTPConnection(host, port)
    if proxy:
        connection.set_tunnel(address, target.port)
    return connection


def _cut(connection: HTTPConnection) -> None:
    """Time is up: a site that sends a byte now and then is never late by itself."""
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(SHUT_RDWR)


def _reason(error: Exception, deadline: float) -> str:
    causes = (error, error.__cause__, error.__context__)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return "not_secure"
    was_refused = isinstance(error, NewConnectionError)
    if time.monotonic() >= deadline or (
        isinstance(error, ConnectTimeoutError | TimeoutError) and not was_refused
    ):
        return "too_slow"
    return "no_connection" if isinstance(error, OSError | HTTPError) else "bad_answer"
