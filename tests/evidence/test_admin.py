"""A clerk's work in the admin: add, find the reason, describe, replace, withdraw."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ogp_wagtail.evidence import folders, permissions
from ogp_wagtail.evidence.models import EvidenceItem, Folder, SearchEntry
from ogp_wagtail.evidence.search import search
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Milestone, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]


def address(view: str, *args: Any) -> str:
    return reverse(f"ogp_evidence:{view}", args=args)


def values(plan: Plan, **others: Any) -> dict[str, Any]:
    return {
        "plan": plan.pk,
        "source_class": "primary",
        "privacy": "public",
        "title": "",
        "language": "",
    } | others


def upload(data: bytes = b"The reservoir.", name: str = "minutes.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_file_is_added_read_and_found(admin: Client, plan: Plan, superuser: Any) -> None:
    response = admin.post(address("add"), values(plan, file=upload()))
    assert response.status_code == 302, response.context["form"].errors
    item = EvidenceItem.objects.get()
    assert (item.title, item.folder.path, item.added_by) == ("minutes.txt", "process", superuser)
    run_waiting()
    assert search("reservoir", SearchEntry.objects.in_use(), "en").total == 1


def test_what_it_proves_decides_the_folder_and_is_linked(
    admin: Client, plan_page: ActionPlanPage, plan: Plan
) -> None:
    factories.commitment(plan_page, title="Clean river", code="C1")
    commitment = Commitment.objects.get()
    admin.post(address("add"), values(plan, file=upload(), commitments=[commitment.pk]))
    item = EvidenceItem.objects.get()
    assert item.folder == folders.for_commitment(commitment)
    assert item.links.get().commitment == commitment
    admin.post(address("edit", item.pk), values(plan, title="Minutes", commitments=[]))
    assert not item.links.exists()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (None, "Choose the file"),
        (upload(b"x" * 1024 * 1024 + b"x"), "larger than 1 MB"),
        (upload(b""), "empty"),
    ],
    ids=["none", "too large", "empty"],
)
def test_a_missing_or_too_large_file_is_an_error_at_its_field(
    admin: Client, plan: Plan, settings: Any, file: Any, says: str
) -> None:
    settings.OGP_WAGTAIL = {"EVIDENCE_MAX_UPLOAD_MB": 1}
    data = values(plan) | ({"file": file} if file else {})
    response = admin.post(address("add"), data)
    assert response.status_code == 200
    assert says in " ".join(response.context["form"].errors["file"])
    assert not EvidenceItem.objects.exists()


def test_another_plans_folder_and_commitments_are_refused_at_their_fields(admin: Client, plan: Plan) -> None:
    other = Plan.objects.create(code="other", title="Other", language="en")
    days = {"start": "2026-03-01", "end": "2027-06-30"}
    commitment = Commitment.objects.create(plan=other, code="C9", title="Theirs", scope="joint", **days)
    data = values(plan, file=upload(), folder=folders.process(other).pk, commitments=[commitment.pk])
    errors = admin.post(address("add"), data).context["form"].errors
    assert set(errors) == {"folder", "commitments"}


def test_the_list_says_how_each_file_stands(admin: Client, keep: Keep) -> None:
    keep("Text.", title="Good")
    keep(b"", "empty.pdf", title="Bad")
    page = admin.get(address("index")).content.decode()
    assert "searchable" in page
    assert "empty.pdf is empty: the file holds no data. Upload it again." in page
    narrowed = admin.get(address("index"), {"current__text_state": "unreadable"}).content.decode()
    assert "Bad" in narrowed
    assert "Good" not in narrowed
    assert "Good" in admin.get(address("index"), {"q": "goo"}).content.decode()


def test_the_number_of_queries_of_the_list_does_not_grow(
    admin: Client, keep: Keep, django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        keep("Text.", source_path=str(number))
    with django_assert_max_num_queries(30):
        admin.get(address("index"))


def test_another_file_becomes_a_new_version_and_a_new_title_is_indexed(
    admin: Client, plan: Plan, keep: Keep
) -> None:
    item = keep("The river.", title="Old")
    admin.post(address("edit", item.pk), values(plan, title="Old", file=upload()))
    run_waiting()
    assert [version.number for version in item.versions.all()] == [2, 1]
    admin.post(address("edit", item.pk), values(plan, title="Aqueduct"))
    run_waiting()
    assert search("aqueduct", SearchEntry.objects.in_use(), "en").total == 1
    page = admin.get(address("inspect", item.pk)).content.decode()
    for version in item.versions.all():
        assert version.sha256 in page


def test_instead_of_deleting_an_item_is_withdrawn_with_a_reason(admin: Client, keep: Keep) -> None:
    item = keep("The river.")
    assert "reason" in admin.get(address("delete", item.pk)).content.decode()
    assert admin.post(address("delete", item.pk)).status_code == 200, "without a reason"
    item.refresh_from_db()
    assert item.withdrawn_on is None
    admin.post(address("delete", item.pk), {"reason": "It names a minor."})
    item.refresh_from_db()
    assert item.withdrawn_reason == "It names a minor."
    assert "withdrawn on" in admin.get(address("index")).content.decode()


def test_folders_are_made_inside_others_and_kept_when_needed(admin: Client, plan: Plan, keep: Keep) -> None:
    process = folders.process(plan)
    for _time in range(2):
        admin.post(
            reverse("ogp_folders:add"), {"plan": plan.pk, "parent": process.pk, "name": "Minutes / 2026"}
        )
    made = Folder.objects.get(path="process/Minutes - 2026")
    keep("Text.", folder=made)
    for folder in (process, made):
        admin.post(reverse("ogp_folders:delete", args=[folder.pk]))
    assert Folder.objects.filter(pk__in=[process.pk, made.pk]).count() == 2
    assert admin.get(reverse("ogp_folders:index")).status_code == 200
    admin.post(reverse("ogp_folders:edit", args=[made.pk]), {"name": "Records"})
    made.refresh_from_db()
    assert (made.name, made.path) == ("Records", "process/Minutes - 2026")


@pytest.fixture
def clerk(db: None) -> Callable[..., Any]:
    """Makes a person who may enter the admin and has these rights over evidence."""

    def made(*rights: str) -> Any:
        user = get_user_model().objects.create_user(
            username="clerk", email="clerk@example.org", password="clerk"
        )
        names = ["access_admin", *(f"{right}_evidenceitem" for right in rights)]
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        return get_user_model().objects.get(pk=user.pk)

    return made


@pytest.mark.parametrize(
    ("rights", "may"),
    [
        ((), (False, False, False, False)),
        (("view",), (False, False, False, True)),
        (("add",), (True, False, False, True)),
        (("change",), (False, True, False, True)),
        (("delete",), (False, False, True, True)),
    ],
)
def test_each_right_allows_what_its_name_says(
    clerk: Callable[..., Any], client: Client, keep: Keep, rights: tuple[str, ...], may: tuple[bool, ...]
) -> None:
    user, item = clerk(*rights), keep("Text.")
    assert may == (
        permissions.can_add_evidence(user),
        permissions.can_change_evidence(user, item),
        permissions.can_withdraw_evidence(user, item),
        permissions.can_see_drafts(user),
    )
    client.force_login(user)
    views = (
        address("add"),
        address("edit", item.pk),
        address("delete", item.pk),
        address("inspect", item.pk),
    )
    assert may == tuple(client.get(view).status_code == 200 for view in views)


def test_each_choice_is_named_with_its_plan_and_a_known_item_is_offered_those_of_its_own(
    admin: Client, plan: Plan, keep: Keep
) -> None:
    days = {"start": date(2026, 1, 1), "end": date(2027, 1, 1)}
    for owner in (plan, Plan.objects.create(code="otro", title="Otro", language="es")):
        row = Commitment.objects.create(plan=owner, code="C1", title="Water", scope="separate", **days)
        Milestone.objects.create(commitment=row, number=1, deliverable="First report")
    item = keep("The river.")

    added = admin.get(address("add")).content.decode()
    edited = admin.get(address("edit", item.pk)).content.decode()

    assert "otro: C1 First report" in added
    assert f"{plan.code}: C1 First report" in edited
    assert "otro:" not in edited


def test_a_redacted_copy_that_makes_its_item_public_keeps_the_original_closed(
    admin: Client, plan: Plan, keep: Keep
) -> None:
    item = keep("Ana and Bo met.", title="Minutes", privacy="restricted")
    form = values(plan, title="Minutes", file=upload(b"Two people met."), note="names removed")
    assert admin.post(address("edit", item.pk), form).status_code == 302
    assert list(item.versions.values_list("number", "is_closed", "note")) == [
        (2, False, "names removed"),
        (1, True, ""),
    ]


def test_earlier_files_are_closed_on_request(admin: Client, plan: Plan, keep: Keep) -> None:
    item = keep("Ana and Bo met.", title="Minutes")
    form = values(plan, title="Minutes", file=upload(b"Two people met."), close_earlier="on")
    admin.post(address("edit", item.pk), form)
    assert list(item.versions.values_list("number", "is_closed")) == [(2, False), (1, True)]


def test_a_file_whose_document_was_deleted_is_put_back(admin: Client, plan: Plan, keep: Keep) -> None:
    item = keep("Minutes.", title="Minutes")
    assert "put_back" not in admin.get(address("edit", item.pk)).content.decode()
    item.current.document.delete()
    assert "its document was deleted" in admin.get(address("index")).content.decode()
    admin.post(address("edit", item.pk), values(plan, title="Minutes", put_back="on"))
    assert EvidenceItem.objects.get().current.document is not None
