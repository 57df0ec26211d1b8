"""A web address taken apart, and its host's name resolved: once, and for good."""

import ipaddress
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from .outcome import Refusal
from .policy import Policy

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Target:
    """Where to connect (`addresses`, all of them allowed), and what to ask for there."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def authority(self) -> str:
        """The host as the site knows it, with its port where that is not the usual one."""
        named = f"[{self.host}]" if ":" in self.host else self.host
        return named if self.port == _PORTS[self.scheme] else f"{named}:{self.port}"


def target_of(address: str, policy: Policy) -> Target:
    """Take an address apart and resolve its host; raises `Refusal` for what may not be opened.

    Who gives it is not asked again: the connection goes to one of these addresses (no DNS rebinding).
    """
    url = _parsed(address)
    scheme, host = url.scheme or "", (url.host or "").strip("[]")
    if scheme not in _PORTS or not host:
        raise Refusal("not_web")
    if url.auth:
        raise Refusal("credentials")
    port = url.port or _PORTS[scheme]
    if port not in policy.ports:
        raise Refusal("port", port=port, ports=", ".join(map(str, sorted(policy.ports))))
    return Target(scheme, host, port, url.request_uri, _allowed(host, port, policy))


def _parsed(address: str) -> Url:
    if any(sign.isspace() or not sign.isprintable() or sign == "\\" for sign in address):
        raise Refusal("not_web")
    try:
        return parse_url(address)
    except LocationParseError:
        raise Refusal("not_web") from None


def _allowed(host: str, port: int, policy: Policy) -> tuple[str, ...]:
    """The host's addresses. One that is not allowed is enough to refuse them all: it is a trap or a mistake."""
    try:
        found = policy.resolve(host, port)
    except (OSError, UnicodeError):
        raise Refusal("no_such_host", host=host) from None
    for one in found:
        if not policy.allows(ipaddress.ip_address(one.partition("%")[0])):
            raise Refusal("private_address")
    if not found:
        raise Refusal("no_such_host", host=host)
    return tuple(found)
