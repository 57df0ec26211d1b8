"""Which network addresses may be opened, and how much of what is there."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_ON_THE_INTERNET = ipaddress.ip_network("2000::/3")  # RFC 4291 and IANA: all of IPv6 that is given out
# Within it, or public by number, and yet a way into somebody's own network:
_NOT_TO_BE_OPENED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "2002::/16",  # 6to4 (RFC 3056) and
        "2001::/23",  # Teredo (RFC 4380) and other protocols' own: they lead on to an IPv4 address
        "2001:db8::/32",  # examples (RFC 3849)
        "3fff::/20",  # examples (RFC 9637)
        "192.0.0.0/24",  # protocols' own (RFC 6890), some of it called global
        "192.88.99.0/24",  # relays of 6to4
        "168.63.129.16/32",  # what a machine at Azure asks about itself; elsewhere it is link-local
    )
)


def is_public(address: Address) -> bool:
    """Whether an address is on the open internet.

    Refused are private, loopback, link-local (where clouds keep their metadata), shared, multicast, reserved and
    unspecified addresses and examples (IANA's special-purpose registries), and IPv6 forms that carry an IPv4 one.
    """
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address not in _ON_THE_INTERNET:
        return False
    return not any(address in network for network in _NOT_TO_BE_OPENED if network.version == address.version)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system finds them. Raises `OSError` where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True)
class Policy:
    """What may be opened. `seconds` and `most_bytes` are for the whole way, redirects included.

    `proxy` is the address of a proxy that takes CONNECT, which then gets the checked address, never a name.
    """

    ports: frozenset[int] = frozenset({80, 443})
    most_bytes: int = 100 * 1024 * 1024
    seconds: float = 30.0
    redirects: int = 5
    proxy: str = ""
    allows: Callable[[Address], bool] = field(default=is_public)
    resolve: Callable[[str, int], list[str]] = field(default=resolve)
