"""A plan as facts costs the same number of queries, however much there is in it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from ogp_wagtail.pages import whole
from ogp_wagtail.plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db

AT_MOST = 20


def queries(page: Any, reading: Any) -> list[str]:
    with CaptureQueriesContext(connection) as counted:
        reading(Plan.objects.with_owner().get(key=page.key))
    return [query["sql"] for query in counted]


@pytest.mark.parametrize("reading", [whole.published, whole.drafted])
def test_more_of_everything_asks_no_more(home: Page, reading: Any) -> None:
    page = factories.plan(factories.landing(home))
    for _number in range(2):
        factories.commitment(page)
        factories.meeting(page)
    few = queries(page, reading)
    for _number in range(4):
        factories.commitment(page, milestones=4)
        factories.meeting(page)
    many = queries(page, reading)
    assert len(many) == len(few), "\n".join(query[:300] for query in many)
    assert len(many) <= AT_MOST, "\n".join(query[:300] for query in many)
