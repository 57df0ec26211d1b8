"""A database without a search engine: evidence is kept and shown, and the page says what is missing."""

from collections.abc import Callable
from typing import Any

from django.core.checks import run_checks
from django.test import Client, RequestFactory

from ogp_wagtail.evidence.addresses import item_address, search_address
from ogp_wagtail.evidence.models import EvidenceItem, IndexedToken, Passage, SearchEntry
from ogp_wagtail.evidence.rebuilding import rebuild
from ogp_wagtail.evidence.search import search
from ogp_wagtail.pages.models import OpenGovernmentPage

Keep = Callable[..., EvidenceItem]


def test_everything_but_the_search_works(
    client: Client, landing: OpenGovernmentPage, keep: Keep, settings: Any
) -> None:
    settings.OGP_WAGTAIL = {"SEARCH": "none"}
    item = keep("The reservoir.", title="Minutes")
    landing = OpenGovernmentPage.objects.get(pk=landing.pk)
    request = RequestFactory().get("/")
    asked = client.get(search_address(landing, request), {"q": "reservoir"})
    assert asked.status_code == 200
    assert "cannot be searched" in asked.content.decode()
    assert "Minutes</a>" in client.get(search_address(landing, request)).content.decode()
    assert "The reservoir." in client.get(item_address(landing, item, request)).content.decode()


def test_what_was_stored_without_an_engine_is_found_after_a_rebuild(keep: Keep, settings: Any) -> None:
    settings.OGP_WAGTAIL = {"SEARCH": "none"}
    keep("The reservoir.", title="Minutes")
    assert not IndexedToken.objects.exists()
    assert set(Passage.objects.values_list("words", flat=True)) == {""}
    settings.OGP_WAGTAIL = {}
    rebuild()
    assert search("reservoir", SearchEntry.objects.in_use(), "en").total == 1


def test_a_system_check_says_so(settings: Any) -> None:
    assert not [found for found in run_checks() if found.id == "ogp_wagtail.W010"]
    settings.OGP_WAGTAIL = {"SEARCH": "none"}
    (warning,) = (found for found in run_checks() if found.id == "ogp_wagtail.W010")
    assert "no engine for 'none'" in warning.msg
