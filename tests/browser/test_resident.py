"""A resident reads the demo: without script, with the keyboard alone, on a small screen, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser import chromium
from tests.browser.site import LiveSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANDING = "/es/gobierno-abierto/"
PLAN = "Plan de acción conjunto de gobierno abierto"
COMMITMENT = "Vigilancia ciudadana de la calidad del agua"
MEETING = "Taller de apertura"
TITLES = {
    "es": ["Gobierno abierto", PLAN, COMMITMENT, MEETING],
    "en": [
        "Open government",
        "Joint open government action plan",
        "Citizen oversight of water quality",
        "Opening workshop",
    ],
}
PHRASE = '"no se reutiliza jamás"'  # stands on the third page of a PDF, and nowhere else
HOSTILE = [
    '"',
    '"open',
    "NEAR(",
    "a AND",
    "NOT",
    "*",
    "^",
    "-",
    "col:umn",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "\0",
    "%00",
    "\u202e",
    "é" * 400,
    "a " * 500,
    "((((((((",
    "   ",
    "😀",
]


@pytest.fixture
def tab(browser: Any, site: LiveSite) -> Iterator[Any]:
    """A browser that runs no script, at the landing page."""
    context = browser.new_context(java_script_enabled=False, locale="es-ES", base_url=site.url)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(LANDING)
    yield page
    context.close()


def press_link(tab: Any, name: str | re.Pattern[str]) -> None:
    """Reach a link with the tabulator and press Enter; fails where the keyboard does not get there."""
    link = tab.get_by_role("link", name=name).first
    link.wait_for()
    wanted = link.evaluate("link => link.href")
    for _step in range(200):
        tab.keyboard.press("Tab")
        if tab.locator("a:focus").count() and tab.locator("a:focus").evaluate("a => a.href") == wanted:
            with tab.expect_navigation():
                tab.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach the link {name}")


def test_without_script_the_keyboard_leads_from_the_landing_page_to_the_text_of_the_evidence(
    tab: Any,
) -> None:
    press_link(tab, PLAN)
    assert tab.locator("h1").inner_text() == PLAN
    press_link(tab, re.compile(COMMITMENT))
    assert COMMITMENT in tab.locator("h1").inner_text()
    press_link(tab, "Informe de calidad del agua, primera ronda")
    assert tab.locator("h1").inner_text() == "Informe de calidad del agua, primera ronda"
    assert tab.locator("#ogp-text").count() == 1


def test_a_hit_names_file_and_page_and_opens_there_with_the_words_marked(tab: Any) -> None:
    tab.get_by_role("searchbox").fill(PHRASE)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    hit = tab.locator(".ogp-hit")
    assert hit.count() == 1
    assert re.search(r"página 3 de .+\.pdf", hit.inner_text(), re.IGNORECASE)
    assert "jamás" in hit.locator("mark").all_inner_texts()
    press_link(tab, hit.locator("h3").inner_text())
    target = tab.locator(":target")
    assert "jamás" in " ".join(target.locator("mark").all_inner_texts())
    place = target.bounding_box()
    assert place["y"] < tab.viewport_size["height"], "it does not open at the place"


def test_a_search_without_a_hit_says_so(tab: Any) -> None:
    tab.goto(f"{LANDING}search/?q=xyzzyxyzzy")
    assert tab.locator("mark").count() == 0
    assert "0" in tab.locator("#ogp-results").inner_text()


@pytest.mark.parametrize("title", [PLAN, COMMITMENT, MEETING])
def test_each_page_leads_to_itself_in_the_other_language(tab: Any, site: LiveSite, title: str) -> None:
    tab.goto(address(site, title))
    tab.get_by_role("link", name="English").click()
    assert tab.locator("html").get_attribute("lang") == "en"
    assert tab.locator("h1").inner_text() not in ("", title)
    tab.get_by_role("link", name="Español").click()
    assert title in tab.locator("h1").inner_text()


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_kind_of_page_meets_wcag_and_reflows(browser: Any, site: LiveSite, language: str) -> None:
    context = browser.new_context(base_url=site.url)
    tab = context.new_page()
    pages = addresses(site, language)
    tab.goto(pages[-1])
    document = tab.locator(".ogp-hit h3 a").first.get_attribute("href")
    for path in (*pages, document):
        tab.goto(path)
        for width in (1280, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.evaluate(chromium.REFLOWS), f"{path} scrolls sideways at {width} px"
            assert chromium.violations(tab) == [], f"{path} at {width} px"
    context.close()


def test_whatever_is_searched_there_is_an_answer(tab: Any, site: LiveSite) -> None:
    for words in HOSTILE:
        answer = tab.goto(f"{LANDING}search/?q={quote(words)}")
        assert answer.status == 200, words
        assert tab.locator("#ogp-results").count() == 1, words


def address(site: LiveSite, title: str) -> str:
    """The public address of a page of the demo."""
    [[path, language]] = site.rows(
        "SELECT page.url_path, locale.language_code FROM wagtailcore_page page"
        " JOIN wagtailcore_locale locale ON locale.id = page.locale_id WHERE page.title = ?",
        title,
    )
    return f"/{language}/{str(path).split('/', 2)[2]}"


def addresses(site: LiveSite, language: str) -> list[str]:
    """The landing page, a plan, a commitment, a meeting, and a search that finds something."""
    landing, *pages = [address(site, title) for title in TITLES[language]]
    return [landing, *pages, f"{landing}search/?q=agua"]
