"""The public pages: what a resident meets, and that no input breaks them."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.addresses import file_address, item_address, search_address
from ogp_wagtail.evidence.extraction import Extraction, Place
from ogp_wagtail.evidence.extraction import Passage as Piece
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage
from ogp_wagtail.evidence.work import keep as store_text
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.pages.models import ActionPlanPage, OpenGovernmentPage
from ogp_wagtail.plans.models import Commitment, Plan
from tests import factories
from tests.evidence.test_engine import HOSTILE

Keep = Callable[..., EvidenceItem]


@pytest.fixture
def search(client: Client, landing: OpenGovernmentPage) -> Callable[..., str]:
    """Opens the search and returns its HTML."""

    def opened(**question: Any) -> str:
        response = client.get(search_address(fresh(landing), anew()), question)
        assert response.status_code == 200
        return response.content.decode()

    return opened


def anew() -> HttpRequest:
    """A request that remembers nothing of another test's site."""
    return RequestFactory().get("/")


def fresh(landing: OpenGovernmentPage) -> OpenGovernmentPage:
    return OpenGovernmentPage.objects.get(pk=landing.pk)


@pytest.fixture
def report(keep: Keep) -> EvidenceItem:
    """A report of eight pages, the reservoir on the seventh."""
    item = keep(b"%PDF-", "report.pdf", title="Yearly report", kind="EV-4.6")
    texts = [f"Page {number} speaks of roads." for number in range(1, 7)]
    texts += ["Page seven: the <b>reservoir</b> & its cost.", "The end."]
    pieces = tuple(Piece(Place("page", number), text) for number, text in enumerate(texts, 1))
    EvidenceVersion.objects.update(text_state="waiting", reason_code="")
    version = EvidenceVersion.objects.select_related("item__plan").get()
    store_text(version, Extraction(pieces, "pdf", pages=8))
    return item


def test_a_hit_says_where_the_words_stand_and_opens_there(
    client: Client, search: Callable[..., str], report: EvidenceItem
) -> None:
    page = search(q="reservoir")
    assert "1 result<" in page
    assert "page 7 of report.pdf" in page
    assert "the &lt;b&gt;<mark>reservoir</mark>&lt;/b&gt; &amp; its cost" in page
    address = re.search(r'<h3[^>]*><a href="([^"]+)">Yearly report</a>', page)[1]  # type: ignore[index]
    assert address.endswith("?q=reservoir#page-7")
    opened = client.get(address).content.decode()
    assert 'id="page-7"' in opened
    assert "&lt;b&gt;<mark>reservoir</mark>&lt;/b&gt;" in opened
    assert re.search(r'href="[^"]*/evidence/[^"]+/v1/#page=7"', opened)


def test_a_reader_goes_from_one_place_in_a_document_to_the_next(
    client: Client, landing: OpenGovernmentPage, keep: Keep
) -> None:
    sections = [
        f"# Part {number}\n\n{'The reservoir.' if number in (2, 5, 60) else 'No.'}\n\n"
        for number in range(1, 70)
    ]
    item = keep("".join(sections), title="Long")
    address = item_address(fresh(landing), item, anew())
    first, second = (
        client.get(address, {"q": "reservoir", "page": page}).content.decode() for page in ("1", "2")
    )
    assert "The words stand in 3 places" in first
    assert re.findall(r'<li><a href="(.*?)">section Part (\d+)</a>', first) == [
        ("?q=reservoir#p2", "2"),
        ("?q=reservoir#p5", "5"),
        ("?q=reservoir&amp;page=2#p60", "60"),
    ]
    assert '<a href="?q=reservoir&amp;page=2#p60">Next place: section Part 60</a>' in first
    assert '<a href="?q=reservoir#p5">Previous place: section Part 5</a>' in second
    assert "Next place" not in second
    assert "do not stand in this text" in client.get(address, {"q": "nowhere"}).content.decode()


def test_words_found_in_the_title_are_marked_there_and_nothing_in_it_runs(
    search: Callable[..., str], keep: Keep
) -> None:
    keep("Figures.", title="<i>Reservoirs</i> of the valley")

    page = search(q="reservoir")

    assert "&lt;i&gt;<mark>Reservoirs</mark>&lt;/i&gt; of the valley" in page


def test_a_long_text_is_shown_in_parts_and_the_hit_opens_the_right_one(
    client: Client, search: Callable[..., str], keep: Keep
) -> None:
    sections = [f"# Section {number}\n\nNothing.\n\n" for number in range(1, 70)]
    keep("".join(sections) + "# Water\n\nThe reservoir.\n", title="Long")
    address = re.search(r'<h3[^>]*><a href="([^"]+)">Long</a>', search(q="reservoir"))[1]  # type: ignore[index]
    path, anchor = address.replace("&amp;", "&").split("#")
    assert "page=2" in path
    opened = client.get(path).content.decode()
    assert f'id="{anchor}"' in opened
    assert "<mark>reservoir</mark>" in opened


def test_without_words_the_newest_documents_are_listed(search: Callable[..., str], keep: Keep) -> None:
    keep("One.", title="Older")
    keep("Two.", title="Newer")
    page = search()
    assert "entries, the newest first" in page
    assert page.index("Newer") < page.index("Older")


def test_no_hit_gives_advice(search: Callable[..., str], keep: Keep) -> None:
    keep("One.")
    page = search(q="nowhere", type="pdf")
    assert "0 results" in page
    assert "check the spelling" in page
    assert 'href="?q=nowhere"' in page


def test_a_site_without_evidence_says_what_will_be_there(search: Callable[..., str]) -> None:
    assert "Nothing has been published yet" in search()


def counted(page: str) -> int:
    """How many results a page says there are."""
    return int(re.search(r">(\d+) (?:result|entr)", page)[1])  # type: ignore[index]


def choices(page: str, facet: str) -> dict[str, int]:
    """The choices of a facet by label, with their counts."""
    boxes = re.findall(rf'name="{facet}" value="[^"]*"(?: checked)?> <bdi>(.*?)</bdi>.*?\((\d+)\)', page)
    return {label: int(number) for label, number in boxes}


@pytest.fixture
def river(keep: Keep, plan_page: ActionPlanPage) -> Commitment:
    """A commitment, and two documents that speak of a river: minutes about it, and a decree about nothing."""
    factories.commitment(plan_page, title="Clean river", code="C1")
    commitment = Commitment.objects.get()
    actions.link(keep("The river.", title="Minutes", kind="EV-3.3", dated_on=date(2026, 3, 1)), commitment)
    keep("The river.", "river.txt", title="Decree", kind="EV-4.2", dated_on=date(2025, 3, 1))
    run_waiting()
    return commitment


def test_plans_commitments_and_files_are_found_together(
    search: Callable[..., str], river: Commitment
) -> None:
    page = search(q="river")
    assert counted(page) == 3
    assert choices(page, "what") == {"Files": 2, "Commitments": 1}
    assert choices(page, "type") == {"Markdown": 1, "TXT": 1}
    assert choices(page, "year") == {"2026": 2, "2025": 1}
    assert choices(page, "commitment") == {}, "a single choice narrows nothing"
    assert re.search(r'<a href="[^"#]*/">Clean <mark>river</mark>', page)


def test_one_value_or_another_in_a_facet_and_all_facets(
    search: Callable[..., str], river: Commitment
) -> None:
    question: dict[str, Any] = {"q": "river", "kind": ["EV-3.3", "EV-4.2"]}
    both = search(**question)
    assert counted(both) == 2
    assert choices(both, "type") == {"Markdown": 1, "TXT": 1}
    assert len(choices(both, "kind")) == 2
    one = search(q="river", kind="EV-3.3")
    assert len(choices(one, "kind")) == 2, "the counts of a facet leave out what was chosen in it"
    assert choices(one, "type") == {}, "a single choice narrows nothing"
    assert counted(search(**question, year="2025")) == 1
    assert counted(search(**question, year=["2025", "2026"])) == 2
    assert counted(search(q="river", commitment=str(river.key))) == 2
    assert counted(search(q="river", what="commitment", year="2025")) == 0


def test_what_is_in_force_can_be_taken_away_value_by_value(
    search: Callable[..., str], river: Commitment
) -> None:
    page = search(q="river", kind=["EV-3.3", "EV-4.2"], type="md", sort="date", junk="1")
    chips = re.search(r'<ul class="ogp-chips".*?</ul>', page, re.DOTALL)[0]  # type: ignore[index]
    addresses = re.findall(r'href="([^"]*)"', chips)
    assert addresses == [
        "?q=river&amp;kind=EV-4.2&amp;type=md&amp;sort=date",
        "?q=river&amp;kind=EV-3.3&amp;type=md&amp;sort=date",
        "?q=river&amp;kind=EV-3.3&amp;kind=EV-4.2&amp;sort=date",
        "?q=river&amp;sort=date",
    ]


def test_hits_are_put_in_order_by_day(search: Callable[..., str], river: Commitment) -> None:
    for q in ("river", ""):
        page = search(q=q, what="file", sort="date")
        assert page.index("Minutes</a>") < page.index("Decree</a>")
        page = search(q=q, what="file", sort="added")
        assert page.index("Decree</a>") < page.index("Minutes</a>")


def test_no_hit_offers_links_that_find_more(search: Callable[..., str], river: Commitment) -> None:
    page = search(q='"river clean" -minutes', year=["2025", "2026"])
    assert counted(page) == 0
    for address in (
        "?q=river+clean&amp;year=2025",
        "?q=river+OR+clean&amp;",
        "?q=river&amp;year",
        "&amp;year=2026",
    ):
        assert f'href="{address}' in page or address in page
    assert counted(search(q="river OR clean")) == 3


def test_an_unknown_value_finds_nothing_and_says_so(search: Callable[..., str], river: Commitment) -> None:
    """A saved search of a plan that is no longer public must not become a search of everything."""
    page = search(q="river", plan="gone")
    assert counted(page) == 0
    assert "not found on this site" in page


def test_pages_of_results(search: Callable[..., str], keep: Keep) -> None:
    for number in range(12):
        keep("The river.", title=f"Item {number:02}", source_path=str(number))
    first, second = search(q="river"), search(q="river", page="2")
    titles = re.findall(r"Item \d\d(?=</a>)", first + second)
    assert sorted(titles) == [f"Item {number:02}" for number in range(12)]
    assert len(re.findall(r"Item \d\d(?=</a>)", second)) == 2
    assert '<ol class="ogp-hits" start="11">' in second
    assert search(q="river", page="99").count('class="ogp-hit"') == 2, "the last page"


ODD = ["abc", "-1", "0", "1e309", "9" * 5000, "٣", "\x00", "<script>alert(1)</script>", "'", "None"]


@pytest.mark.parametrize("value", [*HOSTILE, *ODD], ids=lambda value: ascii(value)[:20])
def test_no_input_breaks_the_search_or_comes_back_unescaped(
    search: Callable[..., str], keep: Keep, value: str
) -> None:
    keep("The river.")
    value = value.encode("utf-8", "replace").decode()
    for name in ("q", "page", "plan", "commitment", "kind", "type", "added_by__password", "order"):
        page = search(**{"q": "river", name: value})
        assert "<script>alert(1)" not in page


def test_parameters_that_are_no_filters_do_nothing(search: Callable[..., str], keep: Keep) -> None:
    keep("The river.")
    assert counted(search(q="river", kind="EV-99", year="MMXX", city="1e9", sort="-added_by", what="x")) == 1
    assert "1 result<" in search(q="river", added_by__username="x", plan__key="y", withdrawn_on="2020-01-01")


def test_an_items_page_tells_what_it_is_and_gives_all_versions(
    client: Client, landing: OpenGovernmentPage, plan_page: ActionPlanPage, keep: Keep
) -> None:
    factories.commitment(plan_page, title="Clean river", code="C1", milestones=1)
    item = keep("First.", title="Minutes", kind="EV-3.3")
    actions.link(item, Commitment.objects.get().milestones.get())
    actions.replace(item, BytesIO(b"Second."), "second.txt")
    page = client.get(item_address(fresh(landing), item, anew())).content.decode()
    assert "Clean river: Milestone 1" in page
    assert "Agendas and minutes of forum meetings" in page
    for version in item.versions.all():
        assert version.sha256 in page
        assert f'href="{file_address(fresh(landing), version, anew())}"' in page
    assert "still being read" in page


def test_an_unreadable_file_says_so_and_can_be_downloaded(
    client: Client, landing: OpenGovernmentPage, keep: Keep
) -> None:
    item = keep(b"\x00\x01\x02", "photo.raw")
    page = client.get(item_address(fresh(landing), item, anew())).content.decode()
    assert "photo.raw cannot be read; convert it to PDF" in page
    assert b"".join(client.get(file_address(fresh(landing), item.current, anew()))) == b"\x00\x01\x02"


@pytest.mark.parametrize(
    ("name", "data", "disposition", "policy"),
    [
        ("a.pdf", b"%PDF-1.4", "inline", "default-src 'none'"),
        ("a.html", b"<script>alert(1)</script>", "attachment", "default-src 'none'; sandbox"),
        ("a.svg", b"<svg onload='alert(1)'/>", "attachment", "default-src 'none'; sandbox"),
        ("a.xml", b"<a/>", "attachment", "default-src 'none'; sandbox"),
        ("a.txt", b"text", "attachment", "default-src 'none'; sandbox"),
    ],
)
def test_files_cannot_run_in_the_sites_name(
    client: Client,
    landing: OpenGovernmentPage,
    keep: Keep,
    name: str,
    data: bytes,
    disposition: str,
    policy: str,
) -> None:
    response = client.get(file_address(fresh(landing), keep(data, name).current, anew()))
    assert response["Content-Disposition"].startswith(disposition)
    assert response["Content-Security-Policy"] == policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response) == data


def test_a_hostile_file_name_reaches_no_header_and_no_page_as_it_is(
    client: Client, landing: OpenGovernmentPage, keep: Keep, search: Callable[..., str]
) -> None:
    name = '<img src=x onerror=alert(1)>"\r\nSet-Cookie: a=b.txt'
    item = keep("The river.", name)
    response = client.get(file_address(fresh(landing), item.current, anew()))
    assert "\n" not in response["Content-Disposition"]
    assert "Set-Cookie" not in response.headers
    assert b"".join(response) == b"The river."
    for page in (search(q="river"), client.get(item_address(fresh(landing), item, anew())).content.decode()):
        assert "<img src=x" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_unknown_items_and_files_are_not_found(
    client: Client, landing: OpenGovernmentPage, plan: Plan
) -> None:
    base = fresh(landing).get_url(anew())
    for path in ("document/00000000-0000-4000-8000-000000000000/", "document/x/", "file/999999/", "file/x/"):
        assert client.get(f"{base}{path}").status_code == 404


def test_the_search_only_reads(client: Client, landing: OpenGovernmentPage) -> None:
    assert client.post(search_address(fresh(landing), anew())).status_code == 405


def test_the_pages_are_reached_in_spanish_too(
    client: Client, landing: OpenGovernmentPage, locales: Any, keep: Keep
) -> None:
    keep("Las decisiones de la asamblea.", "acta.txt", title="Acta", language="es")
    spanish = fresh(landing).copy_for_translation(locales["es"], copy_parents=True)
    spanish.save_revision().publish()
    response = client.get(search_address(fresh(spanish), anew()), {"q": "decisión"})
    assert "Acta</a>" in response.content.decode()


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_the_hits(
    client: Client, landing: OpenGovernmentPage, plan_page: ActionPlanPage, keep: Keep
) -> None:
    factories.meeting(plan_page, title="Kick-off")
    meeting = Plan.objects.get().meetings.get()
    address = f"{search_address(fresh(landing), anew())}?{urlencode({'q': 'river'})}"
    actions.link(keep("The river.", title="Item"), meeting)
    queries(client, address)
    few = queries(client, address)
    for number in range(9):
        actions.link(keep("The river.", title=f"Item {number}", source_path=str(number)), meeting)
    assert queries(client, address) == few
    asked = few - bare(client, landing) - len(settings_of_postgresql(client, address))
    assert asked <= (8 if connection.vendor == "postgresql" else 6), "what the search itself asks"


def settings_of_postgresql(client: Client, address: str) -> list[str]:
    """Statements that only tell PostgreSQL how to go about one search, and begin and end that."""
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    statements = [str(one["sql"]) for one in captured]
    return [one for one in statements if "SAVEPOINT" in one or "_setting(" in one or "set_config(" in one]


def bare(client: Client, landing: OpenGovernmentPage) -> int:
    """How many queries lead to an address below the landing page, whatever is there: here one that finds nothing."""
    with CaptureQueriesContext(connection) as captured:
        nothing = f"{fresh(landing).get_url(anew())}document/00000000-0000-4000-8000-000000000000/"
        assert client.get(nothing).status_code == 404
    return len(captured) - 2  # the landing page here, and the item there


@pytest.mark.parametrize("place", ["plan", "commitment", "meeting"])
def test_the_evidence_stands_on_the_page_of_what_it_proves(
    client: Client, plan_page: ActionPlanPage, keep: Keep, place: str
) -> None:
    pages = {
        "plan": plan_page,
        "commitment": factories.commitment(plan_page, title="Clean river", code="C1"),
        "meeting": factories.meeting(plan_page, title="Kick-off"),
    }
    plan = Plan.objects.get()
    rows = {"plan": plan, "commitment": plan.commitments.get(), "meeting": plan.meetings.get()}
    item = keep("The river.", title="Proof of it", folder=folders.process(plan))
    actions.link(item, rows[place])
    for name, page in pages.items():
        shown = "Proof of it" in client.get(page.get_url()).content.decode()
        assert shown == (name == place), name


def test_the_landing_page_leads_to_the_search(client: Client, landing: OpenGovernmentPage) -> None:
    page = client.get(landing.get_url()).content.decode()
    assert f'action="{search_address(fresh(landing), anew())}"' in page


def test_passages_know_their_place_in_words(report: EvidenceItem) -> None:
    assert [str(passage) for passage in Passage.objects.order_by("number")][:2] == ["page 1", "page 2"]
    assert (
        str(Passage(place_kind="sheet", place_name="Budget", place_range="A1:F40")) == "sheet Budget, A1:F40"
    )
    assert str(Passage(place_kind="sheet", place_name="Budget")) == "sheet Budget"
    assert str(Passage(place_kind="part", place_number=2)) == "part 2"
