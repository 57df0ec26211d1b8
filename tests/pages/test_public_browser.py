"""Every public page in a real browser: no axe violation, no sideways scrolling at 320 px, everything reachable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from wagtail.models import Page

from tests import factories
from tests.browser.chromium import REFLOWS, running, violations
from tests.pages.shown import CSS, Shown

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]

STYLED = "getComputedStyle(document.querySelector('.ogp')).overflowWrap === 'break-word'"
DEAD_ANCHORS = """[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href"))
    .filter(href => !document.getElementById(href.slice(1)))"""
TWICE = """[...document.querySelectorAll("[id]")].map(one => one.id).filter((id, i, ids) => ids.indexOf(id) !== i)"""
HEADINGS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(h => Number(h.tagName[1]))"""


@pytest.fixture
def sources(home: Page) -> dict[str, str]:
    """By address: a landing page without and one with a plan of two cities, the plan, a commitment, a meeting."""
    empty, landing = factories.landing(home), factories.landing(home)
    plan = factories.plan(landing, long_term_vision="<p>Water for all.</p>")
    joint = factories.commitment(plan, scope="joint", milestones=3, problem="<p>Water is cut.</p>")
    factories.commitment(plan)
    meeting = factories.meeting(plan)
    pages = (empty, landing, plan, joint, meeting)
    return {f"http://testserver{page.get_url()}": Shown(page).source for page in pages}


@pytest.fixture
def browser(sources: dict[str, str]) -> Iterator[Any]:
    """Started when the pages are rendered: its event loop keeps Django from the database."""
    with running() as chromium:
        yield chromium


def opened(browser: Any, sources: dict[str, str], **options: Any) -> Any:
    """A tab to which the site's pages and our stylesheet are served."""
    tab = browser.new_page(**options)
    tab.route("**/*", lambda route: route.fulfill(**answer(route.request.url, sources)))
    return tab


def answer(address: str, sources: dict[str, str]) -> dict[str, Any]:
    if address.endswith("/ogp.css"):
        return {"body": CSS.read_text(encoding="utf-8"), "content_type": "text/css"}
    return {"body": sources.get(address, ""), "content_type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_meets_wcag_and_reflows(sources: dict[str, str], browser: Any, scheme: Any) -> None:
    for width in (1280, 320):
        size = {"width": width, "height": 800}
        page = opened(browser, sources, viewport=size, color_scheme=scheme)
        for address in sources:
            page.goto(address)
            assert page.evaluate(STYLED)
            assert page.evaluate(REFLOWS), f"{address} scrolls sideways at {width} px"
            assert violations(page) == [], address
        page.close()


def test_anchors_lead_somewhere_names_are_used_once_and_headings_are_in_order(
    sources: dict[str, str], browser: Any
) -> None:
    page = opened(browser, sources)
    for address in sources:
        page.goto(address)
        assert page.evaluate(DEAD_ANCHORS) == []
        assert page.evaluate(TWICE) == []
        levels = page.evaluate(HEADINGS)
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_axe_sees_what_is_wrong(sources: dict[str, str], browser: Any) -> None:
    page = opened(browser, sources)
    page.goto(list(sources)[2])
    page.evaluate("document.querySelector('.ogp').insertAdjacentHTML('beforeend', '<input><a href=/></a>')")
    assert len(violations(page)) >= 2
