"""A clerk drops a folder on a plan: each file arrives by itself, and is sorted and described with the others."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from ogp_wagtail.evidence import folders, permissions, suggestions, uploading
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink, Folder
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]
JSON = {"Accept": "application/json"}


def where(plan: Plan) -> str:
    return reverse("ogp_repository", args=[plan.key])


def file(name: str = "minutes.txt", data: bytes = b"The reservoir.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def send(client: Client, plan: Plan, *files: Any, **values: Any) -> Any:
    return client.post(where(plan), {"do": "upload", "files": list(files), **values})


def send_one(client: Client, plan: Plan, one: Any, **values: Any) -> Any:
    return client.post(where(plan), {"do": "upload", "files": one, **values}, headers=JSON)


@pytest.fixture
def commitment(plan_page: ActionPlanPage) -> Commitment:
    factories.commitment(plan_page, title="Clean river", code="C1")
    return Commitment.objects.get(code="C1")


@pytest.fixture
def editor(plan: Plan) -> Callable[[Page], Client]:
    """A person who keeps the evidence of the plans below a page, and of no others."""

    def keeping(page: Page) -> Client:
        group = Group.objects.create(name=f"Keepers of {page.pk}")
        names = ["access_admin", "add_evidenceitem", "change_evidenceitem"]
        group.permissions.set(Permission.objects.filter(codename__in=names))
        change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=change)
        user = get_user_model().objects.create_user(username=f"clerk{page.pk}", password="x")
        user.groups.add(group)
        client = Client()
        client.force_login(user)
        return client

    return keeping


def test_several_files_arrive_and_one_that_fails_does_not_stop_the_others(
    admin: Client, plan: Plan, commitment: Commitment, settings: Any
) -> None:
    settings.OGP_WAGTAIL = {"EVIDENCE_MAX_UPLOAD_MB": 1}
    files = [
        file("C1 minutes.txt"),
        file("empty.pdf", b""),
        file("huge.bin", b"x" * (1024 * 1024 + 1)),
        file("agenda.txt", b"Points."),
    ]
    page = send(admin, plan, *files).content.decode()
    assert set(EvidenceItem.objects.values_list("title", "folder__path")) == {
        ("C1 minutes.txt", "commitments/C1"),
        ("agenda.txt", "process"),
    }
    assert "huge.bin</strong>: The file is larger than 1 MB." in page
    assert "empty.pdf</strong>: The file is empty." in page
    assert EvidenceItem.objects.get(title="agenda.txt").current.sha256 in page


def test_the_script_sends_one_file_a_request_and_is_told_what_became_of_it(admin: Client, plan: Plan) -> None:
    answer = send_one(admin, plan, file("a.txt"), path="archive/minutes/a.txt").json()
    item = EvidenceItem.objects.get()
    assert (answer["outcome"], answer["item"], answer["sha256"]) == ("added", item.pk, item.current.sha256)
    refused = send_one(admin, plan, file("b.txt", b""))
    assert (refused.status_code, refused.json()["outcome"]) == (400, "refused")


def test_a_file_that_the_plan_has_is_said_and_not_stored_twice(admin: Client, plan: Plan, keep: Keep) -> None:
    item = keep("The reservoir.", title="Minutes of May")
    answer = send_one(admin, plan, file("copy.txt")).json()
    assert (answer["outcome"], answer["item"]) == ("known", item.pk)
    assert "“Minutes of May”" in answer["message"]
    EvidenceItem.objects.update(withdrawn_on=date(2026, 1, 1))
    assert "withdrawn" in send_one(admin, plan, file("copy.txt")).json()["message"]
    assert EvidenceItem.objects.count() == 1


def test_of_another_plans_files_nothing_is_told(admin: Client, plan: Plan, keep: Keep) -> None:
    other = Plan.objects.create(code="other", title="Other", language="en")
    keep("The reservoir.", plan=other, privacy="restricted")
    answer = send_one(admin, plan, file()).json()
    assert (answer["outcome"], answer["message"]) == ("added", "arrived")


def test_a_folder_of_another_plan_is_not_taken(admin: Client, plan: Plan) -> None:
    other = folders.process(Plan.objects.create(code="other", title="Other", language="en"))
    send_one(admin, plan, file(), folder=str(other.pk))
    assert EvidenceItem.objects.get().folder.plan == plan


class Unread:
    """A body of which nothing may be read."""

    def read(self, *args: Any) -> bytes:
        raise AssertionError("the body was read")

    readline = read


def test_an_upload_that_says_it_is_too_long_is_refused_before_it_is_read(admin: Client, plan: Plan) -> None:
    for path, headers in ((where(plan), JSON), (reverse("ogp_evidence:add"), {})):
        answer = admin.generic(
            "POST",
            path,
            b"",
            content_type="multipart/form-data; boundary=x",
            headers=headers,
            CONTENT_LENGTH=str(2 * 1024**3),
            **{"wsgi.input": Unread()},
        )
        assert answer.status_code == (413 if headers else 302)
    assert not EvidenceItem.objects.exists()


def test_more_files_than_the_site_takes_at_once_are_refused_in_words(
    admin: Client, plan: Plan, settings: Any
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = [file(f"{number}.txt") for number in range(3)]
    answer = admin.post(where(plan), {"do": "upload", "files": files}, follow=True)
    assert "Choose fewer" in answer.content.decode()


def test_forms_of_other_sites_are_refused(plan: Plan, superuser: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)
    assert send(client, plan, file()).status_code == 403
    assert client.post(reverse("ogp_evidence:add"), {"plan": plan.pk}).status_code == 403
    assert not EvidenceItem.objects.exists()


def test_a_storage_that_fails_is_said_at_the_file(
    admin: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any, **kwargs: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploading.actions, "store", full)
    assert "No space left" in send_one(admin, plan, file()).json()["message"]


def test_the_page_says_how_each_file_is_read_and_how_many_wait(admin: Client, plan: Plan, keep: Keep) -> None:
    keep("The reservoir.")
    keep(b"", "scan.pdf")
    send_one(admin, plan, file("waits.txt", b"Later."))
    page = admin.get(where(plan)).content.decode()
    assert "scan.pdf is empty: the file holds no data. Upload it again." in page
    assert "2 of 3" in page
    assert 'http-equiv="refresh"' not in page
    assert 'http-equiv="refresh"' in admin.get(where(plan), {"watch": ""}).content.decode()
    run_waiting()
    assert admin.get(where(plan), headers=JSON).json()["waiting"] == 0


def test_only_who_edits_the_plan_keeps_its_repository(
    editor: Callable[[Page], Client], plan: Plan, plan_page: ActionPlanPage, landing: Page, keep: Keep
) -> None:
    theirs = factories.plan(landing, title="Theirs", code="theirs")
    other = Plan.objects.get(code="theirs")
    keep("Their minutes.", plan=other, title="Their secret", privacy="restricted")
    client = editor(plan_page)
    assert client.get(where(plan)).status_code == 200
    assert client.get(where(other)).status_code in (302, 403)
    assert send_one(client, other, file()).status_code in (302, 403)
    assert "Their secret" not in client.get(reverse("ogp_evidence:index")).content.decode()
    assert "Theirs" not in client.get(reverse("ogp_evidence:add")).content.decode()
    item = EvidenceItem.objects.get()
    for view in ("edit", "inspect", "delete"):
        assert client.get(reverse(f"ogp_evidence:{view}", args=[item.pk])).status_code in (302, 404), view
    assert editor(theirs).get(where(other)).status_code == 200
    for page in (f"evidence/{item.public_id}/v1/", f"document/{item.public_id}/"):
        assert client.get(f"{landing.url}{page}").status_code == 404, page


def test_the_ticked_are_described_at_once(
    admin: Client, plan: Plan, commitment: Commitment, keep: Keep
) -> None:
    one, two, three = (keep(f"Text {number}.", f"minutes-{number}.txt") for number in range(3))
    folder = folders.for_commitment(commitment)
    values = {
        "folder": folder.pk,
        "kind": "suggested",
        "proves": f"commitment-{commitment.pk}",
        "privacy": "",
    }
    admin.post(where(plan), {"do": "describe", "item": [one.pk, two.pk], **values})
    assert list(EvidenceItem.objects.order_by("pk").values_list("folder__path", "kind", "privacy")) == [
        ("commitments/C1", "EV-3.3", "public"),
        ("commitments/C1", "EV-3.3", "public"),
        ("process", "", "public"),
    ]
    assert set(EvidenceLink.objects.values_list("item", "commitment")) == {
        (one.pk, commitment.pk),
        (two.pk, commitment.pk),
    }
    admin.post(where(plan), {"do": "describe", "item": [three.pk], "kind": "EV-4.9", "privacy": "restricted"})
    three.refresh_from_db()
    assert (three.kind, three.privacy) == ("EV-4.9", "restricted")


def test_the_ticked_are_withdrawn_only_with_a_reason(admin: Client, plan: Plan, keep: Keep) -> None:
    items = [keep("One."), keep("Two.")]
    ticked = {"do": "withdraw", "item": [item.pk for item in items]}
    answer = admin.post(where(plan), {**ticked, "reason": " "}, follow=True)
    assert "Give the reason" in answer.content.decode()
    assert not EvidenceItem.objects.exclude(withdrawn_on=None).exists()
    admin.post(where(plan), {**ticked, "reason": "They name minors."})
    assert set(EvidenceItem.objects.values_list("withdrawn_reason", flat=True)) == {"They name minors."}


def test_another_plans_items_and_choices_cannot_be_named(admin: Client, plan: Plan, keep: Keep) -> None:
    other = Plan.objects.create(code="other", title="Other", language="en")
    theirs, mine = keep("Theirs.", plan=other), keep("Mine.")
    admin.post(where(plan), {"do": "describe", "item": [theirs.pk], "kind": "EV-4.9"})
    admin.post(where(plan), {"do": "describe", "item": [mine.pk], "folder": folders.process(other).pk})
    admin.post(where(plan), {"do": "describe", "item": ["x"], "kind": "EV-4.9"})
    assert set(EvidenceItem.objects.values_list("kind", flat=True)) == {""}
    mine.refresh_from_db()
    assert mine.folder.plan == plan


def test_the_number_of_queries_of_the_page_does_not_grow(
    admin: Client, plan: Plan, keep: Keep, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        keep(f"Text {number}.", f"minutes-{number}.txt")
    with django_assert_max_num_queries(40):
        admin.get(where(plan))


def guesses() -> Iterator[Any]:
    yield "Acta de la sesión 3.pdf", "", "", "EV-3.3"
    yield "scan_004.pdf", "process/Listas de asistencia", "", "EV-3.4"
    yield "scan_004.pdf", "process", "MINUTES of the forum", "EV-3.3"
    yield "IMG_1.JPG", "commitments/C1", "", "EV-4.10"
    yield "Décret n° 12.docx", "", "", "EV-4.2"
    yield "notes.txt", "", "", None
    yield "factual.txt", "", "", None


@pytest.mark.parametrize(("name", "folder", "text", "kind"), list(guesses()))
def test_a_type_is_suggested_by_words(name: str, folder: str, text: str, kind: str | None) -> None:
    guess = suggestions.kind_of(name, folder, text)
    assert (guess.kind if guess else None) == kind


def test_a_path_names_its_folder_by_a_commitments_code(plan: Plan, commitment: Commitment) -> None:
    rows = list(Folder.objects.select_related("commitment"))
    found = suggestions.folder_of("archive/C1 Water/photo.jpg", rows)
    assert found is not None
    assert found.commitment == commitment
    assert suggestions.folder_of("archive/C10/photo.jpg", rows) is None


def test_who_has_rights_over_evidence_and_no_page_keeps_the_whole_site(plan: Plan) -> None:
    user = get_user_model().objects.create_user(username="archivist", password="x")
    assert not permissions.can_keep_repository(user, plan)
    names = ["access_admin", "add_evidenceitem"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    assert permissions.can_keep_repository(get_user_model().objects.get(pk=user.pk), plan)
