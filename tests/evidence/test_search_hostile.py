"""Whatever is put into the address of a search, there is an answer, and it tells no more than anybody may know."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client, RequestFactory
from lxml import etree

from ogp_wagtail.evidence.addresses import search_address
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.pages.models import OpenGovernmentPage
from tests.evidence.test_engine import HOSTILE

Keep = Callable[..., EvidenceItem]
RAW = [
    "%00",
    "%ED%A0%80",
    "%FF%FE",
    "%",
    "%zz",
    "a%0D%0ASet-Cookie:x",
    "%E2%80%AE",
    "%F0%9F%98%80" * 50,
    "&&==&=;",
]
LONG = [
    "a" * 100_000,
    '"' * 999,
    "( " * 5_000,
    " ".join(f"w{number}" for number in range(20_000)),
    "-" * 3_000,
]
SYNTAX = [
    *(
        "river AND",
        "river*",
        "^river",
        "!river",
        "NOT river",
        "%",
        "_",
        "river~2",
        "river^9",
        "\\",
        "river\\",
    ),
    *(
        "NEAR(river canary, 2)",
        "words : river",
        "{stems words} : river",
        "river:* & canary",
        "river <-> canary",
    ),
    *("'river' || 'canary'", "river/regex/", "_id:1", '{"match_all":{}}', "[2020 TO 2030]", "' OR 1=1 --"),
    *("; DROP TABLE x", "${7*7}{{7*7}}"),
]
PARAMETERS = (
    *("q", "page", "sort", "plan", "what", "kind", "commitment", "city", "year", "language", "type"),
    "item__plan__code",
)


@pytest.fixture
def base(landing: OpenGovernmentPage, keep: Keep) -> str:
    """The search of a site with one public document, and a hidden one that has a word of its own."""
    keep("The river runs.", title="Open", kind="EV-3.3")
    hidden = keep(
        "The canaryword of the river.", "secret.docx.md", title="Hidden river", kind="EV-4.2", source_path="2"
    )
    EvidenceItem.objects.filter(pk=hidden.pk).update(privacy="restricted")
    return search_address(OpenGovernmentPage.objects.get(pk=landing.pk), RequestFactory().get("/"))


def scrambled(number: int) -> list[str]:
    """Strings of signs that some language knows, the same at each run."""
    dice = random.Random(7)  # noqa: S311 - no secret
    signs = "\"'()[]{}<>*^~:!&|\\-+%_/?=;#@$`\t\u202e\u0000\u00ad\ufeffaé水ไم😀 OR "
    return ["".join(dice.choices(signs, k=dice.randint(1, 40))) for _each in range(number)]


def body(client: Client, address: str) -> str:
    """What is answered; the answer is 200, whatever was asked."""
    response = client.get(address)
    assert response.status_code == 200, address[:200]
    return (b"".join(response) if response.streaming else response.content).decode()  # type: ignore[arg-type]


def test_any_words_are_answered_and_nothing_hidden_is_told(client: Client, base: str) -> None:
    for text in (*SYNTAX, *HOSTILE, *LONG, *scrambled(15)):
        page = body(client, f"{base}?q={quote(text.encode('utf-8', 'replace'))}")
        assert 'id="ogp-results"' in page
        assert "Hidden" not in page
        assert "secret.docx" not in page
        assert "<script>alert" not in page


VALUES = (
    *RAW,
    *(quote(text.encode("utf-8", "replace")) for text in (*LONG[:2], *SYNTAX[:6], *scrambled(3))),
)


@pytest.mark.parametrize("name", PARAMETERS)
def test_any_value_of_any_parameter_is_answered(client: Client, base: str, name: str) -> None:
    """Each parameter gets every fourth value, and neighbours get different ones: a page takes its time."""
    for value in VALUES[PARAMETERS.index(name) % 4 :: 4]:
        page = body(client, f"{base}?q=river&{name}={value}")
        assert "Hidden" not in page
        assert "<script>alert" not in page


def test_hundreds_of_parameters_are_answered(client: Client, base: str) -> None:
    many = [(name, f"{number}") for number in range(60) for name in (*PARAMETERS, f"x{number}")]
    page = body(client, f"{base}?{urlencode(many)}")
    assert "x59" not in page, "what is no parameter is not repeated"
    assert len(re.findall("<li>", page)) < 500


@pytest.mark.parametrize("form", ["feed", "json", "csv"])
def test_feed_and_files_take_the_same(client: Client, base: str, form: str) -> None:
    for text in (*SYNTAX[:8], *LONG[:2], *scrambled(5)):
        made = body(client, f"{base}{form}/?q={quote(text)}&year={quote(text)}&sort={quote(text)}")
        assert "Hidden" not in made
        if form == "json":
            json.loads(made)
        elif form == "feed":
            etree.fromstring(made.encode())


def test_counts_facets_and_suggestions_know_only_what_is_seen(client: Client, base: str) -> None:
    page = body(client, f"{base}?q=river")
    assert ">1 result<" in page
    assert "EV-4.2" not in page
    for q in ("canaryword", "canarywort", "canaryw0rd", "Hidden"):
        answer = body(client, f"{base}?q={q}")
        assert ">0 results<" in answer
        assert "Did you mean" not in answer
    document: dict[str, Any] = json.loads(body(client, f"{base}json/?q=river"))
    assert [one["title"] for one in document["results"]] == ["Open"]


def test_only_reading_is_answered(client: Client, base: str) -> None:
    for path in ("", "feed/", "csv/"):
        assert client.post(f"{base}{path}").status_code == 405
    assert client.get(f"{base}exe/").status_code == 404
    assert client.head(f"{base}feed/").status_code == 200
