"""What a site may say about its Elasticsearch, read once into a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

HERE: Final = "http://localhost:9200"
PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Options:
    """``timeout``: seconds that a search waits; ``write_timeout``: that a worker waits; ``pause``: seconds in
    which nobody asks a server that has just failed; ``fallback``: whether the database keeps an index too.
    """

    urls: tuple[str, ...] = (HERE,)
    prefix: str = "ogp"
    username: str = ""
    password: str = ""
    api_key: str = ""
    ca_certs: str = ""
    timeout: float = 2.0
    write_timeout: float = 30.0
    pause: float = 30.0
    fallback: bool = True


KEYS: Final = ("URL", *(name.upper() for name in Options.__dataclass_fields__))


def options(given: Mapping[str, Any]) -> Options:
    """The options of a site. Raises ``ImproperlyConfigured`` that names the key and what is allowed."""
    found = faults(given)
    if found:
        raise ImproperlyConfigured(f'OGP_WAGTAIL["SEARCH"]: {" ".join(found)}')
    values = {key.lower(): value for key, value in given.items() if key not in ("URL", "URLS")}
    return Options(urls=tuple(map(with_port, urls(given))), **values)


def faults(given: Mapping[str, Any]) -> list[str]:
    """What is wrong with the options, a sentence each."""
    unknown = [f"{key!r} means nothing; it may hold: {', '.join(KEYS)}." for key in given if key not in KEYS]
    wrong = [f"{url!r} is no address of http or https." for url in urls(given) if not is_address(url)]
    numbers = [
        f"{key} has to be a number of seconds above 0, not {given[key]!r}."
        for key in ("TIMEOUT", "WRITE_TIMEOUT", "PAUSE")
        if key in given and not (isinstance(given[key], int | float) and given[key] > 0)
    ]
    prefix = given.get("PREFIX", "ogp")
    name = [] if is_name(prefix) else [f"PREFIX takes small letters, digits and hyphens, not {prefix!r}."]
    return [*unknown, *wrong, *numbers, *name]


def urls(given: Mapping[str, Any]) -> list[Any]:
    """The addresses, whether one is given or several."""
    said = given.get("URLS", given.get("URL", HERE))
    return [said] if isinstance(said, str) else list(said)


def is_address(url: Any) -> bool:
    """Whether a server can be at this address."""
    return isinstance(url, str) and urlsplit(url).scheme in PORTS and bool(urlsplit(url).hostname)


def is_name(prefix: Any) -> bool:
    """Whether names of indexes can begin like this."""
    plain = isinstance(prefix, str) and prefix.replace("-", "").isalnum() and prefix[0].isalnum()
    return bool(plain) and prefix.isascii() and prefix == prefix.lower() and len(prefix) <= 100


def with_port(url: str) -> str:
    """The address with its port, which the client asks for."""
    parts = urlsplit(url)
    if parts.port:
        return url
    return parts._replace(netloc=f"{parts.netloc}:{PORTS[parts.scheme]}").geturl()
