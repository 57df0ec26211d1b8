"""A search to take away: as a feed, as files, and on the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from lxml import etree

from ogp_wagtail.evidence import actions, asked
from ogp_wagtail.evidence.addresses import search_address
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.taking import COLUMNS
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.pages.models import ActionPlanPage, OpenGovernmentPage
from ogp_wagtail.plans.models import Commitment
from tests import factories

Keep = Callable[..., EvidenceItem]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def river(keep: Keep, plan_page: ActionPlanPage) -> Commitment:
    """A commitment about a river, minutes that prove something of it, and a file with a name that is a formula."""
    factories.commitment(plan_page, title="Clean river", code="C1")
    commitment = Commitment.objects.get()
    actions.link(keep("# Decisions\n\nThe river.", title="Minutes", kind="EV-3.3"), commitment)
    keep("The river, \x0b again.", "river.txt", title='=HYPERLINK("http://a.example")', source_path="2")
    run_waiting()
    return commitment


@pytest.fixture
def base(landing: OpenGovernmentPage) -> str:
    return search_address(OpenGovernmentPage.objects.get(pk=landing.pk), RequestFactory().get("/"))


def taken(client: Client, base: str, form: str, **question: Any) -> bytes:
    response = client.get(f"{base}{form}/", question)
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f'attachment; filename="search.{form}"'
    return b"".join(response)  # type: ignore[arg-type]


def titles(client: Client, base: str, **question: Any) -> list[str]:
    """What a JSON download names, in its order."""
    return [one["title"] for one in json.loads(taken(client, base, "json", **question))["results"]]


def test_the_files_hold_the_same_rows_in_the_same_order(client: Client, base: str, river: Commitment) -> None:
    document = json.loads(taken(client, base, "json", q="river"))
    rows = list(csv.DictReader(StringIO(taken(client, base, "csv", q="river").decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(BytesIO(taken(client, base, "xlsx", q="river")))["Results"]
    assert document["total"] == len(rows) == sheet.max_row - 1 == 3
    assert [one["address"] for one in document["results"]] == [one["address"] for one in rows]
    assert [one.value for one in sheet["E"]][1:] == [one["address"] for one in rows]
    assert list(rows[0]) == list(COLUMNS)
    minutes = next(one for one in document["results"] if one["title"] == "Minutes")
    assert minutes["place"] == "section Decisions"
    assert minutes["commitments"] == "Clean river"
    assert minutes["address"].startswith("http://testserver/")
    assert len(minutes["sha256"]) == 64
    assert not minutes["passage"].startswith("<")


def test_filters_and_order_are_those_of_the_page(client: Client, base: str, river: Commitment) -> None:
    assert titles(client, base, q="river", kind="EV-3.3") == ["Minutes"]
    assert titles(client, base, q="river", what=["commitment"]) == ["Clean river"]
    assert titles(client, base, what="file", sort="added")[-1] == "Minutes"


def test_no_text_becomes_a_formula(client: Client, base: str, river: Commitment) -> None:
    rows = list(csv.DictReader(StringIO(taken(client, base, "csv", type="txt").decode("utf-8-sig"))))
    assert [one["title"] for one in rows] == ['\'=HYPERLINK("http://a.example")']
    sheet = openpyxl.load_workbook(BytesIO(taken(client, base, "xlsx", type="txt")))["Results"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ('=HYPERLINK("http://a.example")', "s")


def test_a_file_that_holds_not_everything_says_so(
    client: Client, base: str, river: Commitment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "MOST", 2)
    document = json.loads(taken(client, base, "json", q="river"))
    assert (document["total"], document["limit"], document["is_complete"]) == (3, 2, False)
    assert len(document["results"]) == 2
    assert "Only the first 2 of 3 results" in taken(client, base, "csv", q="river").decode()
    book = openpyxl.load_workbook(BytesIO(taken(client, base, "xlsx", q="river")))
    assert any("Only the first 2 of 3" in str(cell.value) for row in book["About"] for cell in row)
    assert "first 2 of these 3 results" in client.get(base, {"q": "river"}).content.decode()


def test_what_is_not_public_is_in_no_file_and_no_feed(client: Client, base: str, river: Commitment) -> None:
    EvidenceItem.objects.filter(title="Minutes").update(privacy="restricted")
    for form in ("json", "csv", "xlsx"):
        assert b"Minutes" not in taken(client, base, form, q="river")
    assert titles(client, base, q="river", what="file") == ['=HYPERLINK("http://a.example")']
    assert "Minutes" not in client.get(f"{base}feed/", {"q": "river"}).content.decode()


def test_the_feed_is_atom_with_lasting_ids_the_newest_first(
    client: Client, base: str, river: Commitment
) -> None:
    response = client.get(f"{base}feed/", {"q": "river", "what": "file"})
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = etree.fromstring(response.content)
    whole = "http://testserver" + base
    assert feed.findtext("a:id", namespaces=ATOM) == f"{whole}?q=river&what=file&sort=added"
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"{whole}feed/?q=river&what=file&sort=added"  # type: ignore[union-attr]
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    entries = feed.findall("a:entry", ATOM)
    assert [one.findtext("a:title", namespaces=ATOM) for one in entries][-1] == "Minutes"
    ids = [one.findtext("a:id", namespaces=ATOM) for one in entries]
    assert ids[-1] == EvidenceItem.objects.get(title="Minutes").public_id.urn
    updated = [one.findtext("a:updated", namespaces=ATOM) for one in entries]
    assert updated == sorted(updated, reverse=True)  # type: ignore[type-var]
    other = etree.fromstring(client.get(f"{base}feed/", {"q": "decisions"}).content)
    assert other.findtext("a:entry/a:id", namespaces=ATOM) == ids[-1]


def test_a_feed_without_news_is_not_sent_again(
    client: Client, base: str, keep: Keep, river: Commitment
) -> None:
    first = client.get(f"{base}feed/", {"q": "river"})
    again = client.get(f"{base}feed/", {"q": "river"}, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    keep("A river.", "new.txt", title="News", source_path="3")
    third = client.get(f"{base}feed/", {"q": "river"}, headers={"If-None-Match": first.headers["ETag"]})
    assert third.status_code == 200
    assert "News" in third.content.decode()


def test_a_feed_that_found_nothing_is_valid_and_stays_the_same(
    client: Client, base: str, river: Commitment
) -> None:
    first, second = (client.get(f"{base}feed/", {"q": "nowhere"}) for _time in range(2))
    assert first.headers["ETag"] == second.headers["ETag"]
    assert etree.fromstring(first.content).findtext("a:updated", namespaces=ATOM)


def test_the_page_leads_to_feed_and_files(client: Client, base: str, river: Commitment) -> None:
    page = client.get(base, {"q": "river", "type": ["md", "txt"]}).content.decode()
    for path in ("feed/", "csv/", "xlsx/", "json/"):
        assert f'href="{base}{path}?q=river&amp;type=md&amp;type=txt"' in page


def test_what_was_meant_is_suggested_only_where_it_is_seen(
    client: Client, base: str, river: Commitment
) -> None:
    page = client.get(base, {"q": "decisoins", "type": "md"}).content.decode()
    assert 'href="?q=decisions&amp;type=md"' in page
    EvidenceItem.objects.filter(title="Minutes").update(privacy="restricted")
    assert "q=decisions&" not in client.get(base, {"q": "decisoins"}).content.decode()


def find(*arguments: str) -> dict[str, Any]:
    out = StringIO()
    call_command("ogp_search", *arguments, "--json", stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_the_command_takes_the_filters_of_the_address(river: Commitment) -> None:
    assert find("river")["total"] == 2, "evidence alone, unless asked for something else"
    assert find("river", "--kind", "EV-3.3")["hits"][0]["title"] == "Minutes"
    assert find("river", "--type", "md", "--type", "txt")["total"] == 2
    (hit,) = find("river", "--what", "commitment")["hits"]
    assert (hit["title"], hit["item"], hit["file"]) == ("Clean river", "", "")
    assert hit["url"].startswith("http://testserver/")
    assert find("river", "--commitment", str(river.key), "--what", "file")["total"] == 1


def test_a_filter_that_can_be_no_value_is_wrong_use(river: Commitment) -> None:
    with pytest.raises(CommandError, match=r"argument --kind: 'EV-99'") as refused:
        call_command("ogp_search", "river", "--kind", "EV-99")
    assert refused.value.returncode == 2
