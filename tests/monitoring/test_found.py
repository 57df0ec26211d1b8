"""Reports and updates are found in the search once they are filed or published."""

from __future__ import annotations

import pytest

from ogp_wagtail import findable
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.search import Found, search
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.monitoring.actions import file_report, publish_update
from tests.monitoring.worlds import IN_QUARTER, IN_TIME, World, inception, update

pytestmark = pytest.mark.django_db


def found(words: str) -> list[Found]:
    if not is_searchable():
        pytest.skip("this database has no search engine; run on SQLite or PostgreSQL")
    run_waiting()
    reports = SearchEntry.objects.public().filter(traits__what="report")
    return search(words, reports, "en").found


def test_a_filed_report_is_found_by_its_answers_and_a_draft_is_not(filed: World) -> None:
    draft = inception(filed)
    assert found("minutes forum") == []
    file_report(draft, filed.monitor, IN_TIME)
    (hit,) = found("minutes forum")
    assert hit.entry.title.startswith("Inception report: ")
    assert "Minutes" in hit.snippet
    assert hit.entry.subject == draft
    assert findable.kind_named("inception").place(draft) == (filed.page.translation_key, "ogp-reports")


def test_a_published_update_is_found_by_what_it_says_of_a_commitment(filed: World) -> None:
    draft = update(filed, text="The gauge was installed.")
    entry = draft.entries.get()
    assert found("gauge") == []
    publish_update(draft, filed.contact, IN_QUARTER)
    (hit,) = found("gauge")
    assert (hit.passage.place_name, hit.passage.anchor) == (str(entry.commitment), "ogp-updates")
    assert hit.entry.traits.commitments == f" {entry.commitment.key} "
