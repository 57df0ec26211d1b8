"""The demo as data: its plans with their addresses, and how to log in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from ogp_wagtail.exchange.demo import content
from ogp_wagtail.exchange.demo.logins import login_of
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Plan


def describe(made: Made, passwords: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What to print. Passwords are those given, else the published ones where these were used."""
    users = content.facts()["users"]
    if passwords is None and made.has_published_passwords:
        passwords = {name: fact["password"] for name, fact in users.items()}
    return {
        "plans": [plan(row) for row in Plan.objects.filter(key__in=made.plans)],
        "admin": in_full(admin_path()),
        "users": [
            {"user": login_of(name), "password": (passwords or {}).get(name), "role": fact["role"]}
            for name, fact in users.items()
        ],
        "has_random_passwords": not made.has_published_passwords,
    }


def plan(row: Plan) -> dict[str, Any]:
    """A plan and where it is to be seen: its page, or for a draft nothing yet but the admin."""
    page = ActionPlanPage.objects.filter(translation_key=row.key, locale__language_code=row.language).first()
    parts = page.get_url_parts() if page else None
    return {
        "code": row.code,
        "title": row.title,
        "filed_on": row.submitted_on,
        "is_public": bool(page and page.live),
        "url": in_full(parts[2]) if parts else "",
    }


def admin_path() -> str:
    """The path of the admin; empty where the site has none."""
    try:
        return reverse("wagtailadmin_home")
    except NoReverseMatch:
        return ""


def in_full(path: str) -> str:
    """A path with the address that the site gives as its own."""
    return urljoin(getattr(settings, "WAGTAILADMIN_BASE_URL", ""), path)
