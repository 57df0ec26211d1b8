"""Notices, contributions and websites for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from ogp_wagtail.participation.models import Contribution, Notice, ReasonedResponse, Website
from ogp_wagtail.plans.models import Plan


def notice(plan: Plan, **values: Any) -> Notice:
    values = {
        "title": "Come to the forum",
        "published_on": date(2026, 1, 5),
        "channels": ["website"],
    } | values
    return Notice.objects.create(plan=plan, **values)


def contribution(plan: Plan, **values: Any) -> Contribution:
    values = {"text": "Publish the budget.", "made_on": date(2026, 1, 15), "stage": "priorities"} | values
    return Contribution.objects.create(plan=plan, **values)


def response(to: Contribution, **values: Any) -> ReasonedResponse:
    values = {"outcome": "included", "reason": "It fits.", "answered_on": date(2026, 1, 20)} | values
    return ReasonedResponse.objects.create(contribution=to, **values)


def website(owner: Any, **values: Any) -> Website:
    return Website.objects.create(
        **{owner._meta.model_name: owner, "url": "https://open.example.org/"} | values
    )
