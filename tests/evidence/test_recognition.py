"""Pages that are pictures wait for recognition, become searchable in their place, and are read once."""

from typing import Any

import pytest

from ogp_wagtail.evidence import outcomes, recognition, work
from ogp_wagtail.evidence.extraction import can_recognise
from ogp_wagtail.evidence.models import EvidenceVersion
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.runner import run_waiting
from tests.evidence.conftest import Keep
from tests.evidence.extraction.test_recognition import partly_scanned, picture

pytestmark = pytest.mark.django_db
needs_tesseract = pytest.mark.skipif(
    not can_recognise(), reason="tesseract is not installed (Debian: tesseract-ocr)"
)


def texts(version: EvidenceVersion) -> list[tuple[int | None, str]]:
    return [(row.place_number, row.text) for row in version.passages.order_by("number")]


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the program: what the rooms ask whether it is there says no."""
    for module in (outcomes, recognition, work):
        monkeypatch.setattr(module, "can_recognise", lambda: False)


@needs_tesseract
def test_a_scan_says_that_it_is_being_recognised_and_is_searchable_afterwards(keep: Keep) -> None:
    version = keep(picture("TIFF", "The first page", "The second page"), "scan.tif").current
    assert version is not None
    assert version.reason == "contains pictures of text (pages: 2); their text is being recognised."
    assert Job.objects.get(kind=work.RECOGNISE).queue == "slow"
    run_waiting()
    version.refresh_from_db()

    assert texts(version) == [(1, "The first page"), (2, "The second page")]
    assert (version.text_state, version.reason, version.scanned_pages) == ("readable", "", [])


@needs_tesseract
def test_recognised_pages_stand_between_those_that_had_text(keep: Keep) -> None:
    item = keep(partly_scanned(), "minutes.pdf")
    version = item.current
    assert version is not None
    assert texts(version) == [(1, "The agenda"), (4, "The signatures")]
    assert (version.text_state, version.reason_code, version.scanned_pages) == (
        "readable",
        "recognising",
        [2],
    )
    run_waiting()
    version.refresh_from_db()

    assert texts(version) == [(1, "The agenda"), (2, "The council approved"), (4, "The signatures")]
    assert version.passages.exclude(words="").count() == 3
    assert version.reason == ""


@needs_tesseract
def test_pages_are_stored_some_at_a_time_and_none_twice(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "AT_ONCE", 1)
    version = keep(picture("TIFF", "One", "Two", "Three"), "scan.tif").current
    assert version is not None
    recognition.recognise_pages(version.pk, version.sha256)
    version.refresh_from_db()
    assert version.scanned_pages == [2, 3]
    assert version.reason_params == {"pages": 2}
    run_waiting()

    assert [number for number, _text in texts(version)] == [1, 2, 3]


@needs_tesseract
def test_two_workers_at_the_same_pages_store_them_once(keep: Keep) -> None:
    version = keep(picture("PNG"), "scan.png").current
    assert version is not None
    pieces = recognition.said_on(version, [1])
    recognition.recognise_pages(version.pk, version.sha256)
    recognition.recognise_pages(version.pk, version.sha256)

    assert len(pieces) == 1
    assert len(texts(version)) == 1


@needs_tesseract
def test_a_picture_without_text_says_that_nothing_was_recognised(keep: Keep) -> None:
    version = keep(picture("PNG", ""), "photo.png").current
    assert version is not None
    run_waiting()
    version.refresh_from_db()

    assert (version.text_state, version.reason_code) == ("scan", "not_recognised")
    assert not Job.objects.filter(kind=work.RECOGNISE, state="waiting").exists()


def test_without_the_program_a_scan_says_so(nothing_installed: None, keep: Keep) -> None:
    version = keep(picture("PNG"), "scan.png").current
    assert version is not None

    assert version.reason == (
        "contains pictures of text only (pages: 1); text recognition is not installed here."
    )
    assert version.scanned_pages == [1]
    assert not Job.objects.filter(kind=work.RECOGNISE).exists()


@needs_tesseract
def test_once_it_is_installed_what_waited_is_recognised(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        for module in (outcomes, recognition, work):
            patch.setattr(module, "can_recognise", lambda: False)
        version = keep(picture("PNG"), "scan.png").current
    assert version is not None
    assert recognition.recognise_all() == 1
    run_waiting()

    assert texts(version) == [(1, "The council approved")]


@needs_tesseract
def test_a_partly_scanned_file_shows_its_text_and_what_is_missing(
    keep: Keep, plan_page: Any, client: Any
) -> None:
    item = keep(partly_scanned(), "minutes.pdf")
    page = client.get(f"{plan_page.get_parent().url}document/{item.public_id}/").content.decode()

    assert "The agenda" in page
    assert "their text is being recognised" in page


def test_passages_of_a_file_in_two_languages_have_each_its_own(keep: Keep, settings: Any) -> None:
    settings.LANGUAGES = [("en", "English"), ("es", "Spanish")]
    spanish = (
        "La mesa de trabajo aprueba el compromiso de la ciudad y los plazos que se acuerdan con las partes."
    )
    english = "The forum of the city has agreed to the plan, and it is on the record that this was by a vote."
    version = keep(f"# Uno\n\n{spanish}\n\n# 7\n\n7 x 3\n\n# Two\n\n{english}", "acta.md").current
    assert version is not None

    assert [row.language for row in version.passages.order_by("number")] == ["es", "es", "en"]
