"""Every missing, changed, swapped or stray file is named, in as many runs as one likes."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from ogp_wagtail.evidence import verifying
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, StoredFile
from ogp_wagtail.evidence.models.stored import FOLDER, storage

Keep = Callable[..., EvidenceItem]


def overwrite(name: str, data: bytes) -> None:
    storage().delete(name)
    storage().save(name, ContentFile(data))


def found() -> set[tuple[str, str]]:
    return {(one.what, one.item) for one in verifying.verify_all().findings}


def test_all_is_well(keep: Keep) -> None:
    keep("First.")
    keep("First.")
    report = verifying.verify_all()
    assert (report.checked, report.findings) == (1, [])


def test_a_missing_and_a_changed_file_are_named_at_each_item_that_has_them(keep: Keep) -> None:
    one, twin, other = keep("First."), keep("First."), keep("Other.")
    storage().delete(one.current.stored.name)
    overwrite(other.current.stored.name, b"Others")
    assert found() == {
        ("missing", str(one.public_id)),
        ("missing", str(twin.public_id)),
        ("changed", str(other.public_id)),
    }
    assert verifying.status()["spoiled"] == 2
    assert len(verifying.status()["problems"]) == 1


def test_two_files_that_changed_places_are_swapped(keep: Keep) -> None:
    one, two = keep("First."), keep("Other.")
    overwrite(one.current.stored.name, b"Other.")
    overwrite(two.current.stored.name, b"First.")
    assert found() == {("swapped", str(one.public_id)), ("swapped", str(two.public_id))}


def test_rows_that_were_swapped_are_named(keep: Keep) -> None:
    one, two = keep("First."), keep("Other.")
    EvidenceVersion.objects.filter(item=one).update(stored=two.current.stored)
    assert ("swapped", str(one.public_id)) in found()


def test_a_stray_file_is_named_and_a_document_without_its_file(keep: Keep) -> None:
    item = keep("First.")
    storage().save(f"{FOLDER}/zz/stray", ContentFile(b"?"))
    overwrite(item.current.document.file.name, b"Another.")
    assert found() == {("stray", ""), ("document", str(item.public_id))}


def test_a_limited_run_goes_on_where_the_one_before_ended(keep: Keep) -> None:
    items = [keep(f"Number {number}.") for number in range(5)]
    before = dict(StoredFile.objects.values_list("pk", "verified_at"))
    for _run in range(2):
        assert verifying.verify_all(2).checked == 2
    after = dict(StoredFile.objects.values_list("pk", "verified_at"))
    looked_at = [
        item.current.stored_id
        for item in items
        if after[item.current.stored_id] > before[item.current.stored_id]
    ]
    assert looked_at == [item.current.stored_id for item in items[:4]]


def test_more_files_than_a_batch_are_all_read(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "BATCH", 2)
    for number in range(5):
        keep(f"Number {number}.")
    assert verifying.verify_all().checked == 5
    assert verifying.verify_all(3).checked == 3
    assert verifying.verify_slice().checked == 5


def test_the_command_names_findings_and_ends_with_one(keep: Keep) -> None:
    item, out = keep("First."), StringIO()
    call_command("ogp_verify", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"checked": 1, "findings": []}
    storage().delete(item.current.stored.name)
    with pytest.raises(SystemExit, match="1"):
        call_command("ogp_verify", stdout=out)
    assert f"missing: {item.current.stored.name} (evidence {item.public_id}, version 1)" in out.getvalue()


def test_no_files_to_verify_is_wrong_use(db: None) -> None:
    with pytest.raises(CommandError, match="--limit") as wrong:
        call_command("ogp_verify", "--limit", "0")
    assert wrong.value.returncode == 2
