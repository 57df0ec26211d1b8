"""A link is followed to its end within limits, and what is there is kept with its hash."""

import hashlib
import shutil
import socket
import ssl
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from ogp_wagtail.evidence.fetching import REASONS, Fetched, Policy, Unopened
from tests.evidence.fetching.conftest import Open
from tests.evidence.fetching.server import PDF, Site


def code(outcome: Fetched | Unopened) -> str:
    assert isinstance(outcome, Unopened), outcome
    assert outcome.message == REASONS[outcome.reason_code] % outcome.params
    return outcome.reason_code


def test_a_link_gives_its_bytes_with_hash_type_and_name(site: Site, opened: Open) -> None:
    file = BytesIO()
    outcome = opened("/minutes.pdf?v=2#page=3", into=file)

    assert isinstance(opened("/minutes.pdf"), Fetched)
    assert isinstance(outcome, Unopened)  # the page is called otherwise with its question
    site.pages["/minutes.pdf?v=2"] = PDF
    outcome = opened("/minutes.pdf?v=2#page=3", into=file)
    assert outcome == Fetched(
        site.url("/minutes.pdf?v=2"),
        "",
        "application/pdf",
        "minutes.pdf",
        len(PDF),
        hashlib.sha256(PDF).hexdigest(),
    )
    assert file.read() == PDF


def test_a_site_learns_nothing_of_us_but_our_name(
    site: Site, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    opened("/minutes.pdf")

    assert site.asked == [
        {
            "path": "/minutes.pdf",
            "Host": f"city.example:{site.port}",
            "User-Agent": "ogp-wagtail (keeps evidence)",
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
        }
    ]


def test_the_sites_own_name_for_a_file_is_taken(opened: Open) -> None:
    outcome = opened("/named")

    assert isinstance(outcome, Fetched)
    assert outcome.name == "acta ñ.pdf"


def test_what_was_packed_for_the_way_is_kept_as_it_was(opened: Open) -> None:
    file = BytesIO()
    opened("/packed", into=file)

    assert file.getvalue() == PDF


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/nothing", "gone"), ("/gone", "gone"), ("/locked", "locked"), ("/broken", "answered"),
        ("/brotli", "bad_answer"), ("/short", "no_connection"), ("/noise", "bad_answer"),
    ],
)  # fmt: skip
def test_an_answer_without_a_file_says_why(opened: Open, path: str, expected: str) -> None:
    assert code(opened(path)) == expected


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_no_more_is_taken_than_is_allowed(opened: Open, policy: Policy, path: str) -> None:
    file = BytesIO()

    assert code(opened(path, replace(policy, most_bytes=1_000_000), file)) == "too_large"
    assert len(file.getvalue()) <= 1_000_000


@pytest.mark.parametrize("path", ["/trickle", "/headers"])
def test_a_site_that_sends_a_byte_now_and_then_is_given_up(opened: Open, policy: Policy, path: str) -> None:
    assert code(opened(path, replace(policy, seconds=0.5))) == "too_slow"


def test_a_redirect_is_followed_and_told_when_it_is_for_good(site: Site, opened: Open) -> None:
    site.moves = {"/old": (301, "/older"), "/older": (308, site.url("/minutes.pdf", "new.example"))}
    outcome = opened("/old")

    assert isinstance(outcome, Fetched)
    assert outcome.moved_to == outcome.address == site.url("/minutes.pdf", "new.example")
    assert site.asked[-1]["Host"] == f"new.example:{site.port}"


def test_a_redirect_for_now_is_followed_and_the_link_stays_right(site: Site, opened: Open) -> None:
    site.moves = {"/today": (302, "/minutes.pdf")}
    outcome = opened("/today")

    assert isinstance(outcome, Fetched)
    assert outcome.moved_to == ""


def test_a_link_that_leads_in_a_circle_is_given_up_after_five_steps(site: Site, opened: Open) -> None:
    site.moves = {"/round": (302, "/round")}

    assert code(opened("/round")) == "too_many_redirects"
    assert len(site.asked) == 6


def test_nobody_at_home_is_no_connection(opened: Open, policy: Policy) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    outcome = opened(f"http://city.example:{port}/", replace(policy, ports=frozenset({port})))
    assert code(outcome) == "no_connection"
    assert isinstance(outcome, Unopened)
    assert outcome.may_pass


def test_the_second_address_is_tried_when_the_first_does_not_answer(opened: Open, policy: Policy) -> None:
    both = replace(policy, resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])

    assert isinstance(opened("/minutes.pdf", both), Fetched)


def test_a_site_that_cannot_prove_who_it_is_is_not_taken_for_it(
    site: Site, opened: Open, tmp_path: Path
) -> None:
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed: it makes the certificate that nobody vouches for")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [*["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=city.example"],
         *("-addext", "subjectAltName=DNS:city.example", "-keyout", key, "-out", certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.socket = context.wrap_socket(site.socket, server_side=True)

    assert code(opened(f"https://city.example:{site.port}/minutes.pdf")) == "not_secure"
    assert site.asked == []


def test_each_reason_is_a_sentence() -> None:
    params = {"port": 22, "ports": "80", "host": "x", "most": 5, "status": 404}
    for template in REASONS.values():
        assert (template % params)[0].isupper()
        assert template.endswith(".")
