"""Who finds, sees and gets evidence: the matrix, at the time of the question (D6)."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import Client, RequestFactory
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.addresses import file_address, item_address, search_address
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.serving import serve_guard
from ogp_wagtail.pages.models import ActionPlanPage, OpenGovernmentPage
from ogp_wagtail.plans.models import Commitment, Meeting, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]
SECRET = "canary reservoir"


def is_seen(client: Client, landing: Any, item: EvidenceItem) -> dict[str, bool]:
    """Whether a visitor finds the item, opens its page, reads its text and gets its file."""
    item = EvidenceItem.objects.select_related("current__document").get(pk=item.pk)
    landing = OpenGovernmentPage.objects.get(pk=landing.pk)
    hits = client.get(search_address(landing, RequestFactory().get("/")), {"q": "canary"})
    own = client.get(item_address(landing, item, RequestFactory().get("/")))
    file = client.get(file_address(landing, item.current, RequestFactory().get("/")))
    got = file.status_code == 200 and SECRET.encode() in b"".join(file)
    results = hits.content.decode().replace("<mark>", "").replace("</mark>", "")
    return {
        "hit": item.title in results,
        "page": own.status_code == 200,
        "text": "reservoir" in own.content.decode(),
        "file": got,
    }


EVERYTHING = {"hit": True, "page": True, "text": True, "file": True}
NOTHING = {"hit": False, "page": False, "text": False, "file": False}


@pytest.fixture
def item(keep: Keep) -> EvidenceItem:
    return keep(f"The {SECRET}.", "canary.txt", title="Title of the canary")


def test_evidence_of_a_published_plan_is_public(client: Client, landing: Any, item: EvidenceItem) -> None:
    assert is_seen(client, landing, item) == EVERYTHING


def test_restricted_evidence_is_not(client: Client, landing: Any, item: EvidenceItem) -> None:
    EvidenceItem.objects.update(privacy="restricted")
    assert is_seen(client, landing, item) == NOTHING


def test_of_affiliations_only_the_entry_is_public(client: Client, landing: Any, item: EvidenceItem) -> None:
    EvidenceItem.objects.update(privacy="affiliations")
    assert is_seen(client, landing, item) == NOTHING | {"page": True}


def test_withdrawn_evidence_is_not(client: Client, landing: Any, item: EvidenceItem) -> None:
    actions.withdraw(item, "By mistake.")
    assert is_seen(client, landing, item) == NOTHING


def test_evidence_whose_document_was_deleted_keeps_its_entry(
    client: Client, landing: Any, item: EvidenceItem
) -> None:
    get_document_model().objects.all().delete()
    assert is_seen(client, landing, item) == NOTHING | {"page": True}


@pytest.mark.parametrize("above", [False, True], ids=["its own collection", "a collection above"])
def test_a_restricted_collection_hides_it(
    client: Client, landing: Any, item: EvidenceItem, above: bool
) -> None:
    collection = Collection.objects.get(name="Open government")
    if above:
        inner = collection.add_child(name="Inner")
        get_document_model().objects.update(collection=inner)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert is_seen(client, landing, item) == NOTHING


@pytest.mark.parametrize("kind", ["draft", "behind a log-in"])
def test_evidence_of_a_plan_that_is_not_public_is_not(
    client: Client, landing: Any, plan_page: ActionPlanPage, item: EvidenceItem, kind: str
) -> None:
    if kind == "draft":
        Page.objects.get(pk=plan_page.pk).unpublish()
    else:
        PageViewRestriction.objects.create(page=plan_page.page_ptr, restriction_type="login")
    assert is_seen(client, landing, item) == NOTHING


def draft_commitment(plan: Plan) -> Commitment:
    days = {"start": date(2026, 3, 1), "end": date(2027, 6, 30)}
    return plan.commitments.create(code="draft", title="Secret promise", scope="joint", **days)


def test_evidence_of_a_draft_commitment_in_a_public_plan_is_not(
    client: Client, landing: Any, plan: Plan, item: EvidenceItem
) -> None:
    actions.link(item, draft_commitment(plan))
    assert is_seen(client, landing, item) == NOTHING


def test_nor_is_what_lies_in_its_folder(client: Client, landing: Any, plan: Plan, keep: Keep) -> None:
    folder = folders.for_commitment(draft_commitment(plan))
    item = keep(f"The {SECRET}.", "canary.txt", title="Title of the canary", folder=folder)
    assert is_seen(client, landing, item) == NOTHING


def test_it_is_when_it_also_proves_something_public(
    client: Client, landing: Any, plan_page: ActionPlanPage, plan: Plan, item: EvidenceItem
) -> None:
    actions.link(item, draft_commitment(plan))
    factories.meeting(plan_page, title="Kick-off")
    actions.link(item, Meeting.objects.get())
    assert is_seen(client, landing, item) == EVERYTHING


def test_an_items_page_names_only_public_targets(
    client: Client, landing: Any, plan_page: ActionPlanPage, plan: Plan, item: EvidenceItem
) -> None:
    factories.meeting(plan_page, title="Kick-off")
    for target in (Meeting.objects.get(), draft_commitment(plan)):
        actions.link(item, target)
    page = client.get(item_address(landing, item, RequestFactory().get("/"))).content.decode()
    assert "Kick-off" in page
    assert "Secret promise" not in page


def test_neither_hit_nor_facet_names_what_is_not_public(
    client: Client, landing: Any, plan: Plan, item: EvidenceItem
) -> None:
    actions.link(item, draft_commitment(plan))
    actions.link(item, plan)
    address = search_address(landing, RequestFactory().get("/"))
    key = Commitment.objects.get(title="Secret promise").key
    for question in ({"q": "canary"}, {"q": "canary", "commitment": str(key)}, {"commitment": str(key)}):
        page = client.get(address, question).content.decode()
        assert "Secret promise" not in page


def test_an_editor_opens_what_is_not_public_but_the_search_page_stays_public(
    admin: Client, landing: Any, item: EvidenceItem
) -> None:
    EvidenceItem.objects.update(privacy="restricted")
    assert is_seen(admin, landing, item) == EVERYTHING | {"hit": False}


def test_an_earlier_version_is_as_public_as_its_item(
    client: Client, landing: Any, item: EvidenceItem
) -> None:
    first = item.current
    actions.replace(item, BytesIO(b"Another."), "other.txt")
    address = file_address(landing, first, RequestFactory().get("/"))
    assert b"".join(client.get(address)) == f"The {SECRET}.".encode()
    EvidenceItem.objects.update(privacy="restricted")
    assert client.get(address).status_code == 404


def test_the_guard_leads_from_the_documents_own_address_to_the_versions(
    landing: Any, item: EvidenceItem, superuser: Any
) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    document = item.current.document
    address = file_address(landing, item.current, request)
    assert serve_guard(document, request).url == address
    EvidenceItem.objects.update(privacy="restricted")
    with pytest.raises(Http404):
        serve_guard(document, request)
    request.user = superuser
    assert serve_guard(document, request).url == address


def test_the_guard_leaves_the_sites_other_documents_alone(db: None) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    other = get_document_model().objects.create(title="Other", file="other.txt")
    assert serve_guard(other, request) is None
