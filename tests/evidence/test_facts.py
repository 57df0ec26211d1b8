"""Items of evidence as the handbook sees them: with what they prove, in one query."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.facts import evidence_of
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.models.link import KINDS, TARGETS
from ogp_wagtail.handbook.evidence import claims
from ogp_wagtail.handbook.facts import EvidenceFacts, PlanFacts
from ogp_wagtail.monitoring.models import InceptionReport, ProgressUpdate
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Meeting, Milestone, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]


def facts_of(plan: Plan) -> PlanFacts:
    return whole.published(Plan.objects.with_owner().get(pk=plan.pk))


def only_item(plan: Plan) -> EvidenceFacts:
    (item,) = facts_of(plan).evidence
    return item


def test_ev_04_an_item_tells_what_it_is_and_what_it_proves(
    plan_page: ActionPlanPage, plan: Plan, keep: Keep
) -> None:
    factories.commitment(plan_page, code="C1")
    commitment, milestone = Commitment.objects.get(), Milestone.objects.get()
    item = keep(
        "A data set",
        folder=folders.for_commitment(commitment),
        kind="EV-4.4",
        dated_on=date(2026, 5, 1),
        privacy="affiliations",
    )
    for target in (commitment, milestone):
        actions.link(item, target)
    assert only_item(plan) == EvidenceFacts(
        str(item.public_id),
        "minutes.md",
        "EV-4.4",
        "primary",
        has_source=True,
        dated_on=date(2026, 5, 1),
        added_on=timezone.localdate(item.added_on),
        privacy="affiliations",
        proves=frozenset({str(commitment.key), str(milestone.key)}),
        folder=str(commitment.key),
    )


def test_ev_04_an_item_in_the_folder_of_the_process_that_proves_nothing_yet(plan: Plan, keep: Keep) -> None:
    keep("Scan")
    assert (only_item(plan).proves, only_item(plan).folder) == (frozenset(), "")


def test_what_was_withdrawn_proves_nothing(plan: Plan, keep: Keep) -> None:
    actions.withdraw(keep("Wrong file"), "Not ours.")
    assert facts_of(plan).evidence == ()


def linked(plan: Plan, **values: Any) -> EvidenceItem:
    """An item that is an address and no file."""
    values = {"title": "Portal", "address": "https://example.org/data"} | values
    return EvidenceItem.objects.create(plan=plan, folder=folders.process(plan), **values)


def test_ev_07_a_link_that_no_longer_opens_is_broken_until_it_opens_again(plan: Plan) -> None:
    item = linked(plan)
    assert (only_item(plan).has_source, only_item(plan).is_broken) == (True, False)
    actions.checked(item, False, date(2026, 7, 1))
    assert (only_item(plan).is_broken, only_item(plan).checked_on) == (True, date(2026, 7, 1))
    actions.checked(item, True, date(2026, 7, 2))
    assert not only_item(plan).is_broken


def evidenced(plan: Plan) -> bool:
    (meeting,) = facts_of(plan).meetings
    return meeting.evidenced


def test_meet_04_primary_evidence_stands_for_minutes_on_the_page(
    plan_page: ActionPlanPage, plan: Plan
) -> None:
    factories.meeting(plan_page, minutes="")
    item = linked(plan, source_class="secondary")
    actions.link(item, Meeting.objects.get())
    assert not evidenced(plan), "a secondary source only says that people met (EV-02)"
    EvidenceItem.objects.update(source_class="primary")
    assert evidenced(plan)
    actions.checked(item, False, date(2026, 7, 1))
    assert not evidenced(plan)


def test_meet_04_minutes_on_the_page_are_evidence(plan_page: ActionPlanPage, plan: Plan) -> None:
    factories.meeting(plan_page)
    assert evidenced(plan)
    assert [one.status for one in claims(facts_of(plan))] == ["proven"]


def test_ev_03_every_kind_of_target_can_be_proved(plan_page: ActionPlanPage, plan: Plan) -> None:
    page = factories.commitment(plan_page)
    factories.meeting(plan_page)
    Commitment.objects.filter(key=page.key)._update_lawfully(submitted_on=date(2026, 2, 1))
    targets = [
        plan,
        Commitment.objects.get(),
        Milestone.objects.get(),
        Meeting.objects.get(),
        factories.amendment(page),
        InceptionReport.objects.create(plan=plan),
        ProgressUpdate.objects.create(plan=plan, quarter=date(2026, 4, 1)),
    ]
    item = linked(plan)
    for target in targets:
        assert actions.link(item, target).target == target
    assert only_item(plan).proves == {str(target.key) for target in targets}
    assert {KINDS[target._meta.model_name] for target in targets} == set(TARGETS) - {"assessment", "learning"}


def test_a_target_of_another_plan_is_refused(landing: Any, plan: Plan) -> None:
    other = Plan.objects.get(key=factories.plan(landing).key)
    with pytest.raises(ValueError, match="another plan"):
        actions.link(linked(plan), InceptionReport.objects.create(plan=other))


def test_evidence_of_a_report_is_public_once_the_report_is(plan: Plan) -> None:
    report = InceptionReport.objects.create(plan=plan)
    actions.link(linked(plan), report)
    assert not EvidenceItem.objects.listed().exists()
    InceptionReport.objects.filter(pk=report.pk)._update_lawfully(published_on=date(2026, 3, 1))
    assert EvidenceItem.objects.listed().exists()


def test_any_number_of_items_is_read_in_one_query(plan_page: ActionPlanPage, plan: Plan, keep: Keep) -> None:
    factories.commitment(plan_page)
    for number in range(4):
        item = linked(plan, title=f"Link {number}")
        actions.link(item, Commitment.objects.get())
        actions.link(item, Milestone.objects.get())
    keep("A file")
    with CaptureQueriesContext(connection) as counted:
        found = evidence_of(plan, PlanFacts("1", "P"))
    assert len(counted) == 1
    assert [len(one.proves) for one in found["evidence"]] == [2, 2, 2, 2, 0]


def add(admin: Client, plan: Plan, **values: Any) -> Any:
    sent = {"plan": plan.pk, "source_class": "primary", "privacy": "public", "title": "", "language": ""}
    return admin.post(reverse("ogp_evidence:add"), sent | values)


def test_ev_01_a_direct_link_is_kept_without_a_file(admin: Client, plan: Plan) -> None:
    assert add(admin, plan, address="https://example.org/data").status_code == 302
    item = EvidenceItem.objects.get()
    assert (item.title, item.current) == ("https://example.org/data", None)
    for view in ("index", "inspect", "edit"):
        address = reverse(f"ogp_evidence:{view}", args=[] if view == "index" else [item.pk])
        assert admin.get(address).status_code == 200


def test_ev_01_a_statement_without_file_or_link_is_refused(admin: Client, plan: Plan) -> None:
    response = add(admin, plan, title="Meeting held")
    assert "file" in response.context["form"].errors
    assert not EvidenceItem.objects.exists()


def test_another_address_has_not_been_opened_yet(admin: Client, plan: Plan) -> None:
    item = linked(plan)
    actions.checked(item, False, date(2026, 7, 1))
    values = {"plan": plan.pk, "source_class": "primary", "privacy": "public", "title": "Portal"}
    address = reverse("ogp_evidence:edit", args=[item.pk])
    admin.post(address, values | {"address": item.address})
    item.refresh_from_db()
    assert item.is_broken
    admin.post(address, values | {"address": "https://example.org/moved"})
    item.refresh_from_db()
    assert (item.is_broken, item.checked_on) == (False, None)


def test_a_link_is_shown_on_the_items_own_page(client: Client, plan: Plan, landing: Any) -> None:
    item = linked(plan)
    page = client.get(f"{landing.url}document/{item.public_id}/").content.decode()
    assert 'href="https://example.org/data"' in page
    EvidenceItem.objects.update(privacy="affiliations")
    assert (
        "https://example.org/data"
        not in client.get(f"{landing.url}document/{item.public_id}/").content.decode()
    )


def test_amendments_and_updates_are_offered_where_there_are_such(
    admin: Client, plan_page: ActionPlanPage, plan: Plan
) -> None:
    form = admin.get(reverse("ogp_evidence:add")).context["form"]
    assert not {"amendments", "updates", "inceptions"} & form.fields.keys()
    update = ProgressUpdate.objects.create(plan=plan, quarter=date(2026, 4, 1))
    InceptionReport.objects.create(plan=plan)
    form = admin.get(reverse("ogp_evidence:add")).context["form"]
    assert "updates" in form.fields
    assert "inceptions" not in form.fields, "a report is the monitoring body's until it is filed"
    add(admin, plan, address="https://example.org/data", updates=[update.pk])
    assert EvidenceItem.objects.get().links.get().progress_update == update
