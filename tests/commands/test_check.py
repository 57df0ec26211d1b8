"""``ogp_check`` keeps the promise of the commands: one JSON document, exit codes 0, 1 and 2."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from tests import factories

pytestmark = pytest.mark.django_db


def check(*arguments: str) -> tuple[int, Any]:
    """Exit code and document."""
    out = StringIO()
    try:
        call_command("ogp_check", *arguments, "--json", stdout=out)
    except SystemExit as end:
        return int(end.code or 0), json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


def test_findings_of_a_draft_are_listed_with_rule_section_and_hint(home: Page) -> None:
    page = factories.plan(factories.landing(home))
    factories.commitment(page, live=False, end=None)

    code, answer = check(page.code, "--day", "2026-02-01")

    assert code == 1
    assert {"rule", "severity", "subject", "message", "hint", "section"} <= set(answer["findings"][0])
    assert "A2-02" in {one["rule"] for one in answer["findings"] if one["severity"] == "error"}


def test_a_site_without_plans_has_no_findings(home: Page) -> None:
    assert check() == (0, {"day": check()[1]["day"], "plans": [], "findings": []})


def test_an_unknown_plan_is_wrong_use_and_names_the_codes(home: Page) -> None:
    page = factories.plan(factories.landing(home))

    with pytest.raises(CommandError, match=page.code) as refusal:
        check("no-such-plan")

    assert refusal.value.returncode == 2


def test_a_day_that_is_none_is_wrong_use(home: Page) -> None:
    with pytest.raises(CommandError, match="--day"):
        check("--day", "2026-02-30")
