"""A published plan with a meeting and a commitment."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page

from ogp_wagtail.plans.models import Plan
from tests import factories


@pytest.fixture
def page(home: Page) -> Any:
    return factories.plan(factories.landing(home))


@pytest.fixture
def plan(page: Any) -> Plan:
    return Plan.objects.with_owner().get(key=page.key)
