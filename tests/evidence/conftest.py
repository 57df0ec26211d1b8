"""A published plan and its repository."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from wagtail.models import Page

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.work import read_now
from ogp_wagtail.pages.models import ActionPlanPage, OpenGovernmentPage
from ogp_wagtail.plans.models import Plan
from tests import factories

Keep = Callable[..., EvidenceItem]


@pytest.fixture
def landing(home: Page) -> OpenGovernmentPage:
    return factories.landing(home)


@pytest.fixture
def plan_page(landing: OpenGovernmentPage) -> ActionPlanPage:
    return factories.plan(landing, title="Joint plan", code="joint")


@pytest.fixture
def plan(plan_page: ActionPlanPage) -> Plan:
    return Plan.objects.get(code="joint")


@pytest.fixture
def keep(plan: Plan) -> Keep:
    """Stores a text as evidence of the plan and reads it, as a worker would."""

    def kept(text: str | bytes, name: str = "minutes.md", **facts: Any) -> EvidenceItem:
        data = text.encode() if isinstance(text, str) else text
        owner = facts.pop("plan", plan)
        folder = facts.pop("folder", None) or folders.process(owner)
        stored = actions.store(owner, folder, BytesIO(data), name, **facts)
        read_now(stored.version)
        return EvidenceItem.objects.select_related("current").get(pk=stored.item.pk)

    return kept
