"""The frame of the site around our pages, and the one stylesheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from pytest_django import Settings
from wagtail.models import Page

import ogp_wagtail
from tests import factories
from tests.pages.shown import CSS, Shown
from tests.processes import REPOSITORY, succeed

TEMPLATES = Path(ogp_wagtail.__file__).parent / "templates" / "ogp_wagtail"

CHILD = """{% extends "ogp_wagtail/base.html" %}
{% block ogp_title %}Search{% endblock %}
{% block ogp_content %}<p>mine</p>{{ block.super }}{% endblock %}
{% block content %}<b>before</b>{{ block.super }}{% endblock %}"""


def child() -> Any:
    return engines["django"].from_string(CHILD)


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/")


def test_a_page_stands_in_the_sites_own_frame(request_: HttpRequest) -> None:
    source = render_to_string("ogp_wagtail/base.html", {}, request_)
    assert source.index('<main id="main">') < source.index('<div class="ogp">') < source.index("</main>")


def test_a_template_of_another_room_extends_it_without_a_context_of_ours() -> None:
    source = child().render()
    assert "<title>Search</title>" in source
    assert source.index("<b>before</b>") < source.index("ogp.css") < source.index("<p>mine</p>")
    assert [source.count(once) for once in ("before", "ogp.css", "mine")] == [1, 1, 1]


def test_the_frame_is_the_one_that_the_site_named_and_needs_no_restart(
    settings: Settings, tmp_path: Path, request_: HttpRequest
) -> None:
    (tmp_path / "other.html").write_text(
        "<body>other {% block content %}{% endblock %}</body>", encoding="utf-8"
    )
    get_template("ogp_wagtail/base.html")
    templates = [dict(settings.TEMPLATES[0], DIRS=[tmp_path])]
    settings.TEMPLATES = templates
    settings.OGP_WAGTAIL = {"BASE_TEMPLATE": "other.html"}
    assert child().render(request=request_).startswith("<body>other <b>before</b>")


def test_a_site_may_override_our_base_and_extend_the_original(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "ogp_wagtail").mkdir()
    (tmp_path / "ogp_wagtail" / "base.html").write_text(
        '{% extends "ogp_wagtail/base.html" %}{% block ogp_content %}<i>banner</i>{{ block.super }}{% endblock %}',
        encoding="utf-8",
    )
    site = dict(settings.TEMPLATES[0])
    settings.TEMPLATES = [dict(site, DIRS=[tmp_path, *site["DIRS"]])]
    source = child().render()
    assert source.count("<i>banner</i>") == 1
    assert source.index("mine") < source.index("banner")


@pytest.mark.django_db
def test_no_page_carries_a_script(home: Page) -> None:
    landing = factories.landing(home)
    plan = factories.plan(landing)
    for page in (landing, plan, factories.commitment(plan), factories.meeting(plan)):
        assert not Shown(page).root.select("script, [onclick], [style]")


def test_the_stylesheet_is_small_and_lies_in_its_layer() -> None:
    css = CSS.read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", css, flags=re.S).strip()
    assert len(css.encode()) <= 8_192
    assert rules.startswith("@layer ogp {")
    assert "!important" not in rules
    assert len(set(re.findall(r"(--ogp-[\w-]+)\s*:", rules))) <= 20


def test_every_rule_of_the_stylesheet_is_below_our_class() -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.S)
    selectors = [one.strip() for one in re.findall(r"([^{};]+)\{", rules)]
    assert [
        one for one in selectors if not one.startswith((".ogp", "@layer ogp", "@media", "@supports"))
    ] == []


def test_the_stylesheet_knows_no_left_and_right() -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.S)
    assert re.findall(r"\b(left|right|width|height|margin-top|margin-bottom)\b\s*:", rules) == []


def test_every_block_and_part_is_documented() -> None:
    documented = (REPOSITORY / "docs" / "reference" / "templates.md").read_text(encoding="utf-8")
    for name in ("base", "landing", "action_plan", "commitment", "meeting"):
        source = (TEMPLATES / f"{name}.html").read_text(encoding="utf-8")
        for block in re.findall(r"{% block (ogp_\w+) %}", source):
            assert f"`{block}`" in documented, f"{name}.html: {block}"
    for part in (TEMPLATES / "parts").iterdir():
        assert f"`{part.name}`" in documented, part.name


CITY = """
import django
django.setup()
from django.test import Client
from wagtail.models import Locale, Page, Site
from tests import factories
root = Page.objects.get(depth=1)
home = Page(title="Home", slug="city", locale=Locale.objects.get_or_create(language_code="en")[0])
root.add_child(instance=home)
Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
landing = factories.landing(home)
plan = factories.plan(landing)
for page in (landing, plan, factories.commitment(plan), factories.meeting(plan)):
    source = Client().get(page.get_url()).content.decode()
    assert source.count('<div class="city">') == source.count('<div class="ogp">') == 1, source
    assert f"<title>{page.title}</title>" in source, source
print("in the frame of the city")
"""


@pytest.mark.slow
def test_a_site_with_a_base_of_another_name_frames_every_page(tmp_path: Path) -> None:
    there = {"DJANGO_SETTINGS_MODULE": "tests.site.settings", "SITE_DATABASE": str(tmp_path / "city.sqlite3")}
    succeed("-m", "django", "migrate", "--verbosity", "0", **there)
    assert "in the frame of the city" in succeed("-c", CITY, **there)
