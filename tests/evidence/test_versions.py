"""A version's bytes are kept once, have one address for good, and are never mistaken for others (D8)."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from ogp_wagtail.evidence import actions, folders, keeping
from ogp_wagtail.evidence.addresses import file_address, item_address
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, StoredFile
from ogp_wagtail.evidence.models.stored import storage
from ogp_wagtail.plans.models import Plan

Keep = Callable[..., EvidenceItem]


def where(landing: Any, version: EvidenceVersion) -> str:
    return file_address(landing, version, RequestFactory().get("/"))


def body(response: Any) -> bytes:
    return response.getvalue()


def version_of(item: EvidenceItem, number: int) -> EvidenceVersion:
    return item.versions.select_related("item", "stored").get(number=number)


def files_in(media: Path) -> set[int]:
    return {path.stat().st_ino for path in media.rglob("*") if path.is_file()}


def test_the_same_bytes_of_two_items_are_stored_once(keep: Keep, media: Path) -> None:
    one, two = keep("The same.", "a.txt"), keep("The same.", "b.txt")
    assert one.current.stored == two.current.stored
    assert one.current.document != two.current.document
    assert len(files_in(media)) == 1


def test_an_address_is_for_good(client: Client, landing: Any, keep: Keep) -> None:
    item = keep("First.")
    actions.replace(item, BytesIO(b"Second."), "better.txt", note="a better scan")
    assert body(client.get(where(landing, version_of(item, 1)))) == b"First."
    assert body(client.get(where(landing, version_of(item, 2)))) == b"Second."
    page = client.get(item_address(landing, item, RequestFactory().get("/"))).content.decode()
    assert "a better scan" in page
    assert all(version.sha256 in page for version in item.versions.all())


def test_a_withdrawn_one_says_since_when_and_why(client: Client, landing: Any, keep: Keep) -> None:
    item = keep("First.")
    actions.withdraw(item, "It <names> a minor.")
    answer = client.get(where(landing, version_of(item, 1)))
    assert answer.status_code == 410
    assert "It &lt;names&gt; a minor." in answer.content.decode()
    EvidenceItem.objects.update(privacy="restricted")
    assert client.get(where(landing, version_of(item, 1))).status_code == 404, (
        "of what nobody saw nothing is told"
    )


def test_a_redacted_copy_is_public_and_its_original_is_not(
    client: Client, landing: Any, keep: Keep, superuser: Any
) -> None:
    item = keep("Ana and Bo met.", privacy="restricted")
    actions.replace(item, BytesIO(b"Two people met."), "redacted.txt", note="names removed")
    EvidenceItem.objects.update(privacy="public")
    page = client.get(item_address(landing, item, RequestFactory().get("/"))).content.decode()
    assert client.get(where(landing, version_of(item, 1))).status_code == 404
    assert body(client.get(where(landing, version_of(item, 2)))) == b"Two people met."
    assert version_of(item, 1).sha256 not in page
    assert "Version 1 of" in page
    client.force_login(superuser)
    assert body(client.get(where(landing, version_of(item, 1)))) == b"Ana and Bo met."


def test_a_document_replaced_in_wagtail_becomes_a_version_and_the_old_bytes_stay(
    admin: Client, landing: Any, keep: Keep
) -> None:
    item = keep("First.")
    document = item.current.document
    new = SimpleUploadedFile("new.txt", b"Second.")
    form = {"title": "Minutes", "collection": document.collection_id, "tags": "", "file": new}
    assert admin.post(reverse("wagtaildocs:edit", args=[document.pk]), form).status_code == 302
    item.refresh_from_db()
    assert (item.current.number, item.current.document_id) == (2, document.pk)
    assert body(admin.get(where(landing, version_of(item, 1)))) == b"First."
    assert body(admin.get(where(landing, version_of(item, 2)))) == b"Second."
    document.refresh_from_db()
    assert body(admin.get(document.url, follow=True)) == b"Second."


def test_a_document_that_only_changes_its_title_is_no_version(keep: Keep) -> None:
    item = keep("First.")
    document = item.current.document
    document.title = "Another"
    document.save()
    assert item.versions.count() == 1


def test_a_document_deleted_in_wagtail_takes_no_bytes_with_it(
    admin: Client, keep: Keep, django_capture_on_commit_callbacks: Any
) -> None:
    item = keep("First.")
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(reverse("wagtaildocs:delete", args=[item.current.document_id]))
    assert not get_document_model().objects.exists()
    with version_of(item, 1).stored.open() as file:
        assert file.read() == b"First."


def test_restricting_a_collection_closes_the_earlier_versions_too(
    client: Client, landing: Any, keep: Keep
) -> None:
    item = keep("First.")
    actions.replace(item, BytesIO(b"Second."), "b.txt")
    group = Group.objects.create(name="Few")
    restriction = CollectionViewRestriction.objects.create(
        collection=Collection.objects.get(name="Open government"), restriction_type="groups"
    )
    restriction.groups.add(group)
    for number in (1, 2):
        answer = client.get(where(landing, version_of(item, number)))
        assert (answer.status_code, "login" in answer.url) == (302, True)


def spoil(item: EvidenceItem, data: bytes | None) -> None:
    name = item.current.stored.name
    storage().delete(name)
    if data is not None:
        storage().save(name, ContentFile(data))


@pytest.mark.parametrize("data", [None, b"Other.", b"Longer than it was."], ids=["lost", "changed", "longer"])
def test_a_lost_or_changed_file_is_under_repair_and_no_other_is_given(
    client: Client, landing: Any, keep: Keep, data: bytes | None
) -> None:
    item = keep("First.")
    spoil(item, data)
    address = where(landing, version_of(item, 1))
    for _again in range(2):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "under repair" in answer.content.decode()
    page = client.get(item_address(landing, item, RequestFactory().get("/"))).content.decode()
    assert "under repair" in page


def test_the_same_file_uploaded_again_mends_a_lost_one(client: Client, landing: Any, keep: Keep) -> None:
    item = keep("First.")
    spoil(item, b"Other.")
    assert client.get(where(landing, version_of(item, 1))).status_code == 503
    keep("First.", "again.txt")
    assert body(client.get(where(landing, version_of(item, 1)))) == b"First."


def test_a_version_that_points_to_others_bytes_gives_nothing(
    client: Client, landing: Any, keep: Keep
) -> None:
    item, other = keep("First."), keep("Other.")
    EvidenceVersion.objects.filter(item=item).update(stored=other.current.stored)
    assert client.get(where(landing, version_of(item, 1))).status_code == 503


def test_bytes_of_which_no_version_is_left_are_dropped(
    keep: Keep, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    keep("First.").delete()
    with django_capture_on_commit_callbacks(execute=True):
        assert keeping.drop_unused() == 1
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("asked", "status", "given", "says"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=5-99", 206, b"56789", "bytes 5-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=4-2", 416, b"", "bytes */10"),
        ("bytes=0-1,4-5", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("pages=1-2", 200, b"0123456789", None),
    ],
)
def test_a_reader_may_ask_for_a_part(
    client: Client, landing: Any, keep: Keep, asked: str, status: int, given: bytes, says: str | None
) -> None:
    item = keep("0123456789", "digits.bin")
    answer = client.get(where(landing, version_of(item, 1)), headers={"Range": asked})
    assert (answer.status_code, body(answer), answer.headers.get("Content-Range")) == (status, given, says)
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_who_has_a_version_already_is_not_given_it_again(client: Client, landing: Any, keep: Keep) -> None:
    address = where(landing, version_of(keep("First."), 1))
    first = client.get(address)
    assert body(first) == b"First."
    tag = first.headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    stale = client.get(address, headers={"Range": "bytes=0-1", "If-Range": '"other"'})
    assert (stale.status_code, body(stale)) == (200, b"First.")


@pytest.mark.parametrize("name", ["page.html", "picture.svg", "page.xhtml", "feed.xml", "noending"])
def test_what_could_run_is_saved_not_shown(client: Client, landing: Any, keep: Keep, name: str) -> None:
    answer = client.get(where(landing, version_of(keep("<script>alert(1)</script>", name), 1)))
    assert body(answer) == b"<script>alert(1)</script>"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_upload_says_nothing_of_another_citys_files(plan: Plan, keep: Keep) -> None:
    other = Plan.objects.create(code="other", title="Other", language="en")
    keep("The secret.", plan=other, privacy="restricted")
    known = actions.store(plan, folders.process(plan), BytesIO(b"The secret."), "a.txt")
    unknown = actions.store(plan, folders.process(plan), BytesIO(b"Unknown...."), "b.txt")
    assert known.outcome == unknown.outcome == "added"
    assert "secret" not in storage().url(known.version.document.file.name)
    assert known.version.sha256 not in known.version.stored.name
