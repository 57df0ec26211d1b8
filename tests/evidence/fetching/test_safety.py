"""No link leads into a private network, whatever it looks like and whoever answers for its name."""

import ipaddress
from dataclasses import replace
from io import BytesIO

import pytest

from ogp_wagtail.evidence.fetching import Fetched, Policy, fetch
from ogp_wagtail.evidence.fetching.policy import is_public
from tests.evidence.fetching.conftest import Open
from tests.evidence.fetching.server import Site
from tests.evidence.fetching.test_web import code

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",  # noqa: S104
    "100.64.0.1", "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.9",
    "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.88.99.1", "168.63.129.16",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1", "fe80::1", "fec0::1",
    "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001:0:1::1", "3fff::1", "100::1",
    "::127.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_of_the_open_internet_is_refused(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.6.139", "2606:4700:4700::1111", "2a00:1450:4001::8a"])
def test_an_address_of_the_open_internet_is_allowed(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]",
     "0", "①②⑦.⓪.⓪.①"],
)  # fmt: skip
def test_this_machine_is_refused_by_default_however_it_is_written(site: Site, host: str) -> None:
    policy = Policy(ports=frozenset({site.port}), seconds=5)

    assert code(fetch(site.url("/minutes.pdf", host), BytesIO(), policy)) in (
        "private_address",
        "no_such_host",  # some systems do not read the odd ways of writing a number
        "not_web",
    )
    assert site.asked == []


def test_a_redirect_into_a_private_network_is_refused(site: Site, opened: Open, policy: Policy) -> None:
    answers = {"city.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}
    site.moves = {"/in": (302, site.url("/minutes.pdf", "inside.example"))}

    guarded = replace(policy, resolve=lambda host, port: answers[host])
    assert code(opened("/in", guarded)) == "private_address"
    assert [request["path"] for request in site.asked] == ["/in"]


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "gopher://city.example/", "ftp://city.example/", "data:,x"]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(site: Site, opened: Open, to: str) -> None:
    site.moves = {"/out": (302, to)}

    assert code(opened("/out")) == "not_web"


def test_a_name_that_changes_its_answer_is_asked_once_and_held_to_it(
    site: Site, opened: Open, policy: Policy
) -> None:
    """DNS rebinding: a first look at the name gives an allowed address, the second a private one."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    rebinding = replace(policy, resolve=lambda host, port: next(answers))

    assert isinstance(opened("/minutes.pdf", rebinding), Fetched)
    assert code(opened("/minutes.pdf", rebinding)) == "private_address"
    assert len(site.asked) == 1


def test_one_private_address_among_several_is_enough_to_refuse(opened: Open, policy: Policy) -> None:
    mixed = replace(policy, resolve=lambda host, port: ["127.0.0.1", "10.0.0.1"])

    assert code(opened("/minutes.pdf", mixed)) == "private_address"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ftp://city.example/a", "not_web"),
        ("javascript:alert(1)", "not_web"),
        ("//city.example/a", "not_web"),
        ("http:///a", "not_web"),
        ("", "not_web"),
        ("http://city.example/a\r\nHost: b", "not_web"),
        ("http://city.example\\@inside.example/", "not_web"),
        ("http://[::1/", "not_web"),
        ("http://city.example:99999/", "not_web"),
        ("http://ana:word@city.example/", "credentials"),
        ("http://city.example:22/", "port"),
        ("https://city.example:6379/", "port"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(address: str, expected: str) -> None:
    policy = Policy(resolve=lambda host, port: ["193.0.6.139"])

    assert code(fetch(address, BytesIO(), policy)) == expected


def test_a_name_without_an_address_says_so() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    assert code(fetch("http://ctiy.example/", BytesIO(), Policy(resolve=nobody))) == "no_such_host"
