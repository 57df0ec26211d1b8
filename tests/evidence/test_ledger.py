"""The ledger of claims: each with its proofs, and first what nothing proves (EV-03)."""

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ogp_wagtail.evidence import actions
from ogp_wagtail.evidence.ledger import Ledger, ledger
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.tables import as_csv
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Meeting, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]
DAY = date(2026, 6, 1)


@pytest.fixture
def meetings(plan_page: ActionPlanPage) -> list[Meeting]:
    for title, day in (("Kick-off", date(2026, 1, 15)), ("Second", date(2026, 2, 15))):
        factories.meeting(plan_page, title=title, held_on=day, minutes="")
    return list(Meeting.objects.order_by("held_on"))


def standing(plan: Plan) -> list[tuple[str, str]]:
    found: Ledger = ledger(Plan.objects.with_owner().get(pk=plan.pk), DAY)
    return [(one.subject.partition(": ")[2] or one.subject, one.status) for one in found.lines]


def test_what_nothing_proves_comes_first(plan: Plan, meetings: list[Meeting], keep: Keep) -> None:
    first, second = meetings
    actions.link(keep("Signed minutes.", kind="EV-3.3"), first)
    actions.link(keep("The city consults!", source_class="secondary"), second)
    lines = ledger(Plan.objects.with_owner().get(pk=plan.pk), DAY).lines
    assert [(one.what, one.key, one.status) for one in lines] == [
        ("meeting-held", str(second.key), "claimed"),
        ("meeting-held", str(first.key), "proven"),
    ]
    assert [(one.counts, one.kind) for one in lines[0].proofs] == [(False, "")]
    assert [(one.counts, one.kind) for one in lines[1].proofs] == [(True, "EV-3.3")]


def test_a_withdrawn_proof_proves_nothing(plan: Plan, meetings: list[Meeting], keep: Keep) -> None:
    item = keep("Signed minutes.")
    actions.link(item, meetings[0])
    before = standing(plan)
    actions.withdraw(item, "It names a minor.")
    assert {status for _name, status in before} == {"claimed", "proven"}
    assert {status for _name, status in standing(plan)} == {"claimed"}


def test_the_number_of_queries_does_not_grow(
    plan: Plan, meetings: list[Meeting], keep: Keep, plan_page: ActionPlanPage
) -> None:
    whole = Plan.objects.with_owner().get(pk=plan.pk)
    actions.link(keep("Signed minutes."), meetings[0])
    with CaptureQueriesContext(connection) as few:
        ledger(whole, DAY)
    for number in range(5):
        factories.meeting(plan_page, title=f"Meeting {number}", held_on=date(2026, 3, number + 1), minutes="")
        actions.link(keep(f"Minutes {number}."), Meeting.objects.latest("pk"))
    with CaptureQueriesContext(connection) as many:
        ledger(whole, DAY)
    assert len(many) == len(few)


def test_the_page_and_its_downloads_say_the_same(
    admin: Client, plan: Plan, meetings: list[Meeting], keep: Keep
) -> None:
    actions.link(keep("Signed minutes.", title="=cmd()"), meetings[0])
    where = reverse("ogp_ledger", args=[plan.key])
    page = admin.get(where).content.decode()
    assert "=cmd()" in page
    assert "No evidence is linked to it." in page
    told = admin.get(where, {"form": "json"}).json()
    assert told["counts"] == {"claimed": 1, "link-broken": 0, "proven": 1}
    answer = admin.get(where, {"form": "csv"})
    table = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["claim"], row["status"], row["evidence"]) for row in table] == [
        ("meeting-held", "claimed", ""),
        ("meeting-held", "proven", "'=cmd()"),
    ]
    assert 'filename="joint-claims.csv"' in answer.headers["Content-Disposition"]


def test_only_who_works_on_the_plan_sees_it(client: Client, plan: Plan) -> None:
    assert client.get(reverse("ogp_ledger", args=[plan.key])).status_code == 302


def test_no_text_becomes_a_formula() -> None:
    assert as_csv([["=1+1", "+2", "-3", "@x", "fine", None, 4]]).endswith("'=1+1,'+2,'-3,'@x,fine,,4\r\n")
