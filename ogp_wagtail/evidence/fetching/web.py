"""Following a link to its end, each step of the way checked anew."""

import time
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse

from . import body, naming
from .connection import answered
from .outcome import Fetched, Refusal, Unopened
from .policy import Policy
from .target import Target, target_of

_FOR_GOOD = {301, 308}
_REDIRECTS = _FOR_GOOD | {302, 303, 307}
_GONE = {404, 410}
_LOCKED = {401, 402, 403, 407, 451}


@dataclass
class _Way:
    """How far a link was followed. `moved_to` follows redirects for good, up to the first that is for now."""

    policy: Policy
    deadline: float
    moved_to: str = ""
    is_for_good: bool = field(default=True)

    def redirected(self, target: Target, response: BaseHTTPResponse) -> str:
        """Where the answer sends us on to."""
        location = response.headers.get("Location", "").strip().replace(" ", "%20")
        following = urljoin(target.url, location)
        self.is_for_good = self.is_for_good and response.status in _FOR_GOOD
        if self.is_for_good:
            self.moved_to = following
        return following


def fetch(address: str, into: IO[bytes], policy: Policy | None = None) -> Fetched | Unopened:
    """Write what is at the end of a link into a file, from its beginning; or say why that was not possible.

    Raises nothing, whatever the address is and whatever answers.
    """
    chosen = policy or Policy()
    way = _Way(chosen, time.monotonic() + chosen.seconds)
    try:
        return _followed(address, into, way)
    except Refusal as refusal:
        return refusal.unopened


def _followed(address: str, into: IO[bytes], way: _Way) -> Fetched:
    for _step in range(way.policy.redirects + 1):
        target = target_of(address, way.policy)
        with answered(target, way.policy, way.deadline) as response:
            if response.status not in _REDIRECTS:
                return _kept(target, response, into, way)
            address = way.redirected(target, response)
    raise Refusal("too_many_redirects")


def _kept(target: Target, response: BaseHTTPResponse, into: IO[bytes], way: _Way) -> Fetched:
    _refuse_error(response.status)
    written = body.save(response, into, way.policy.most_bytes, way.deadline)
    kind = naming.media_type(response.headers.get("Content-Type", ""))
    name = naming.file_name(target.url, response.headers.get("Content-Disposition", ""), kind)
    return Fetched(target.url, way.moved_to, kind, name, written.size, written.sha256)


def _refuse_error(status: int) -> None:
    if status in _GONE:
        raise Refusal("gone", status=status)
    if status in _LOCKED:
        raise Refusal("locked", status=status)
    if status != 200:
        raise Refusal("answered", status=status)
