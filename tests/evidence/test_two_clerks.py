"""Clerks of two cities at once: the same file becomes one item of each plan, and its bytes are kept once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from pytest_django import Settings
from wagtail.models import Collection, Locale

from ogp_wagtail.evidence import documents, verifying
from ogp_wagtail.evidence.models import EvidenceItem, StoredFile
from ogp_wagtail.evidence.uploading import Arrived, take
from ogp_wagtail.plans.models import Plan

pytestmark = pytest.mark.django_db(transaction=True)

CLERKS = 8


@pytest.fixture
def plans(settings: Settings) -> list[Plan]:
    """Two plans, and what the first upload to a site would make."""
    settings.OGP_WAGTAIL = {"JOBS": "worker"}
    Locale.objects.get_or_create(language_code="en")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    documents.collection()
    return [Plan.objects.create(code=code, title=code, language="en") for code in ("ours", "theirs")]


def test_the_same_file_of_eight_clerks_is_one_item_a_plan_and_kept_once(
    plans: list[Plan], media: Path
) -> None:
    barrier = Barrier(CLERKS)

    def upload(number: int) -> Arrived:
        try:
            barrier.wait()
            file = SimpleUploadedFile(f"{number}.txt", b"The same minutes.")
            return take(plans[number % 2], file, "", None, None)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLERKS) as pool:
        outcomes = Counter(one.outcome for one in pool.map(upload, range(CLERKS)))
    assert outcomes == {"added": 2, "known": CLERKS - 2}
    assert EvidenceItem.objects.count() == 2
    assert StoredFile.objects.count() == 1
    assert verifying.verify_all().findings == []
