"""Nothing that was once stored is lost, and the index follows (D8)."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.documents import get_document_model

from ogp_wagtail.evidence import actions, files, folders, work
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink, EvidenceVersion, Passage, SearchEntry
from ogp_wagtail.evidence.models.stored import storage
from ogp_wagtail.evidence.search import search
from ogp_wagtail.jobs import runner
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.plans.models import Meeting, Plan

Keep = Callable[..., EvidenceItem]


def bytes_of(version: EvidenceVersion) -> bytes:
    with version.stored.open() as file:
        return file.read()


def titles(words: str) -> list[str]:
    answer = search(words, SearchEntry.objects.in_use(), "en")
    return [found.item.title for found in answer.found]


def test_a_stored_file_is_a_document_of_the_site_with_a_version_a_hash_and_a_job(plan: Plan) -> None:
    stored = actions.store(plan, folders.process(plan), BytesIO(b"# Water\n\nWe met."), "minutes.md")
    version = stored.version
    assert (version.number, version.size, version.file_type) == (1, 16, "md")
    assert version.sha256 == hashlib.sha256(b"# Water\n\nWe met.").hexdigest()
    assert bytes_of(version) == b"# Water\n\nWe met."
    assert version.document.collection.name == "Open government"
    assert (version.document.file_size, len(version.document.file_hash)) == (16, 40)
    assert Job.objects.get(kind="evidence.extract").payload == {
        "version": version.pk,
        "sha256": version.sha256,
    }


def test_reading_gives_passages_with_their_places_and_makes_them_found(keep: Keep) -> None:
    item = keep("# Decisions\n\nThe reservoir will be enlarged.\n", title="Meeting of May")
    passage = Passage.objects.get(version=item.current, place_kind="heading")
    assert passage.place == {"kind": "heading", "name": "Decisions"}
    assert str(passage) == "section Decisions"
    assert titles("reservoirs") == ["Meeting of May"]


def test_a_replaced_file_stays_as_an_earlier_version_and_is_no_longer_found(keep: Keep) -> None:
    item = keep("The reservoir will be enlarged.")
    first = item.current
    changed = actions.replace(item, BytesIO(b"The aqueduct will be enlarged."), "new.txt")
    assert titles("reservoir") == [], "from the moment it is replaced"
    work.read_now(changed.version)
    assert titles("aqueduct") == ["minutes.md"]
    assert [version.number for version in item.versions.all()] == [2, 1]
    assert bytes_of(first) == b"The reservoir will be enlarged."


def test_the_same_file_again_is_no_new_version(keep: Keep) -> None:
    item = keep("The same.")
    assert actions.replace(item, BytesIO(b"The same."), "minutes.md").outcome == "unchanged"
    assert item.versions.count() == 1


def test_reading_twice_leaves_the_same(keep: Keep) -> None:
    item = keep("The reservoir will be enlarged.")
    before = list(Passage.objects.values())
    work.read(item.current.pk, item.current.sha256)
    assert list(Passage.objects.values()) == before
    assert len(titles("reservoir")) == 1


def test_a_worker_killed_while_it_reads_loses_nothing(plan: Plan) -> None:
    stored = actions.store(plan, folders.process(plan), BytesIO(b"The reservoir."), "a.txt")
    assert runner.next_due() is not None, "the worker that is killed now"
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    runner.run_waiting()
    stored.version.refresh_from_db()
    assert stored.version.text_state == "readable"


def test_a_reading_that_fails_each_time_says_so_at_the_file(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = actions.store(plan, folders.process(plan), BytesIO(b"The reservoir."), "a.txt")
    monkeypatch.setattr(work, "extract", None)
    for _attempt in range(runner.ATTEMPTS):
        Job.objects.update(run_after=timezone.now())
        runner.run_waiting()
    stored.version.refresh_from_db()
    assert (Job.objects.get(kind="evidence.extract").state, stored.version.text_state) == (
        "failed",
        "unreadable",
    )
    assert "tell the administrator" in stored.version.reason


def test_a_withdrawn_item_is_kept_with_its_day_and_reason(keep: Keep) -> None:
    item = keep("The reservoir will be enlarged.")
    actions.withdraw(item, "It names a minor.")
    assert titles("reservoir") == []
    kept = EvidenceItem.objects.get()
    assert kept.withdrawn_on is not None
    assert kept.withdrawn_reason == "It names a minor."
    assert bytes_of(kept.current) == b"The reservoir will be enlarged."


def test_a_deleted_document_leaves_its_trace(keep: Keep) -> None:
    item = keep("The reservoir will be enlarged.")
    get_document_model().objects.all().delete()
    item.refresh_from_db()
    assert item.current.document is None
    assert bytes_of(item.current) == b"The reservoir will be enlarged."
    assert not EvidenceItem.objects.public().exists()
    actions.put_back(item)
    with item.current.document.open_file() as file:
        assert file.read() == b"The reservoir will be enlarged."


def test_deleting_a_whole_item_takes_it_out_of_the_index(keep: Keep) -> None:
    keep("The reservoir will be enlarged.").delete()
    other = keep("The reservoir is old.", title="Other")
    assert titles("reservoir") == [other.title]


def test_a_new_title_is_found(keep: Keep) -> None:
    item = keep("Nothing about it.", title="Old")
    item.title = "Waterworks"
    item.save()
    work.index_anew(item.pk)
    assert titles("waterworks") == ["Waterworks"]


def test_a_link_goes_to_something_of_the_items_own_plan(keep: Keep, plan: Plan) -> None:
    item = keep("Minutes.")
    meeting = Meeting.objects.create(
        plan=plan, title="Kick-off", held_on=date(2026, 1, 15), purposes=["co-creation"]
    )
    first, second = actions.link(item, meeting), actions.link(item, meeting)
    assert first == second
    other = Plan.objects.create(code="other", title="Other", language="en")
    with pytest.raises(ValueError, match="belongs to another plan"):
        actions.link(item, other)


def test_a_link_has_exactly_one_target(keep: Keep, plan: Plan) -> None:
    item = keep("Minutes.")
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceLink.objects.create(item=item)
    meeting = Meeting.objects.create(
        plan=plan, title="Kick-off", held_on=date(2026, 1, 15), purposes=["co-creation"]
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceLink.objects.create(item=item, plan=plan, meeting=meeting)


@pytest.mark.parametrize(
    ("name", "data", "state", "says"),
    [
        ("empty.pdf", b"", "unreadable", "is empty"),
        ("plans.zip", b"PK\x05\x06" + bytes(18), "unreadable", "convert it to PDF"),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "unreadable",
            "old format",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_kept_and_says_why(
    keep: Keep, name: str, data: bytes, state: str, says: str
) -> None:
    version = keep(data, name).current
    assert version.text_state == state
    assert says in version.reason
    assert bytes_of(version) == data


def test_a_file_that_the_storage_has_lost_says_so(plan: Plan) -> None:
    stored = actions.store(plan, folders.process(plan), BytesIO(b"gone"), "gone.txt")
    storage().delete(stored.version.stored.name)
    assert "missing in the storage" in work.read_now(stored.version).reason


def test_a_plan_has_a_folder_for_its_process_and_one_for_each_commitment(
    plan_page: object, plan: Plan
) -> None:
    commitments = [
        plan.commitments.create(
            code=code, title=code, scope="joint", start=date(2026, 3, 1), end=date(2027, 6, 30)
        )
        for code in ("C1", "C2")
    ]
    assert set(plan.folders.values_list("path", "commitment")) == {
        ("process", None),
        *((f"commitments/{row.code}", row.pk) for row in commitments),
    }


@pytest.mark.parametrize(
    ("name", "stored", "shown"),
    [
        ("../../etc/passwd", "passwd", "passwd"),
        (
            "<img src=x onerror=alert(1)>.pdf",
            "img-src-x-onerror-alert-1.pdf",
            "<img src=x onerror=alert(1)>.pdf",
        ),
        ("é" * 255 + ".pdf", "e" * 60 + ".pdf", ("é" * 255 + ".pdf")[-255:]),
        ("a\u202efdp.exe", "afdp.exe", "afdp.exe"),
        ("line\r\nbreak.txt", "linebreak.txt", "linebreak.txt"),
        ("C:\\Users\\ana\\plan.docx", "plan.docx", "plan.docx"),
        ("...", "file", "..."),
        ("", "file", "file"),
        ("\udcff.md", "file.md", "?.md"),
    ],
)
def test_odd_file_names_are_stored_plainly_and_shown_as_they_are(name: str, stored: str, shown: str) -> None:
    assert files.storage_name(name) == stored
    assert files.display_name(name) == shown
