"""Plans, commitments and meetings are found beside evidence, by whom may see them at the time of the question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from wagtail.models import Locale, Page, PageViewRestriction

from ogp_wagtail import findable
from ogp_wagtail.evidence import actions, alike
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.models import EvidenceItem, Passage, SearchEntry, Traits
from ogp_wagtail.evidence.results import fragment
from ogp_wagtail.evidence.search import Answer, newest, search
from ogp_wagtail.jobs.runner import run_waiting
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, MeetingPage
from ogp_wagtail.plans.models import Commitment, Plan
from tests import factories

Keep = Callable[..., EvidenceItem]


def ask(words: str, *, drafts: bool = False, language: str = "en", **kw: Any) -> Answer:
    if not is_searchable():
        pytest.skip("this database has no search engine; run on SQLite or PostgreSQL")
    run_waiting()
    among = SearchEntry.objects.in_use() if drafts else SearchEntry.objects.public()
    return search(words, among, language, **kw)


def found(words: str, **kw: Any) -> dict[str, str]:
    """What was found, by title, and what it is."""
    return {one.entry.title: one.entry.traits.what for one in ask(words, **kw).found}


@pytest.fixture
def promise(plan_page: ActionPlanPage) -> CommitmentPage:
    return factories.commitment(
        plan_page, title="Open budgets", problem="<p>Nobody sees the <b>aqueduct</b>.</p>"
    )


@pytest.fixture
def kickoff(plan_page: ActionPlanPage) -> MeetingPage:
    return factories.meeting(
        plan_page, title="Kick-off", held_on=date(2026, 1, 15), minutes="<p>We spoke of the aqueduct.</p>"
    )


def test_all_kinds_rank_together(promise: Any, kickoff: Any, keep: Keep) -> None:
    keep("The aqueduct leaks.", title="Photo")
    assert found("aqueduct") == {"Photo": "file", "Open budgets": "commitment", "Kick-off": "meeting"}
    assert found("joint plan") == {"Joint plan": "plan"}
    facets = ask("aqueduct").facets
    assert facets["what"] == {"file": 1, "commitment": 1, "meeting": 1}
    assert facets["plan"] == {"joint": 3}
    assert facets["year"] == {"2026": 2}


def test_a_hit_on_a_page_says_its_heading_and_leads_there(promise: CommitmentPage) -> None:
    (hit,) = ask("aqueduct").found
    assert (hit.passage.place_name, hit.passage.anchor) == ("6 Problem", "ogp-problem")
    assert str(hit.html) == "Nobody sees the <mark>aqueduct</mark>."
    place = findable.kind_named("commitment").place(hit.entry.subject)
    assert place == (promise.translation_key, "")
    assert fragment(hit.passage.anchor, hit) == "#ogp-problem:~:text=aqueduct"


def test_a_draft_is_not_found(plan_page: ActionPlanPage) -> None:
    factories.commitment(plan_page, live=False, title="Secret", problem="<p>The aqueduct.</p>")
    assert found("aqueduct") == found("aqueduct", drafts=True) == {}


def test_what_is_published_anew_is_found_by_its_new_words(promise: CommitmentPage) -> None:
    promise.problem, promise.title = "<p>Nobody sees the reservoir.</p>", "Open waters"
    factories.publish(promise)
    assert found("aqueduct") == {}
    assert found("reservoir") == {"Open waters": "commitment"}


def test_what_is_unpublished_is_found_no_more(promise: CommitmentPage) -> None:
    assert found("aqueduct")
    promise.unpublish()
    assert search("aqueduct", SearchEntry.objects.public(), "en").total == 0, "at once, before any job"
    assert found("aqueduct") == {}
    assert not SearchEntry.objects.filter(commitment__isnull=False).exists()


@pytest.mark.parametrize("hidden", ["its page", "the plan"])
def test_a_restricted_page_is_not_found(
    promise: CommitmentPage, plan_page: ActionPlanPage, hidden: str
) -> None:
    page = promise if hidden == "its page" else plan_page
    assert found("aqueduct")
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")
    assert found("aqueduct") == {}
    assert ask("aqueduct").facets == {}
    assert found("aqueduct", drafts=True) == {"Open budgets": "commitment"}


def test_each_language_is_found_while_its_page_is_live(promise: CommitmentPage, plan_page: Any) -> None:
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    for page in (*plan_page.get_ancestors().filter(depth__gt=1), plan_page):
        page.specific.copy_for_translation(spanish)
    copy = promise.copy_for_translation(spanish)
    copy.title, copy.problem = "Presupuestos", "<p>Nadie ve el acueducto.</p>"
    assert found("acueductos", language="es") == {}
    factories.publish(copy)
    assert found("acueductos", language="es") == {"Presupuestos": "commitment"}
    assert ask("acueducto").facets["language"] == {"es": 1}
    Page.objects.get(pk=copy.pk).unpublish()
    assert found("acueducto") == {}
    assert found("aqueduct") == {"Open budgets": "commitment"}


def test_what_has_no_text_is_found_by_its_title(plan: Plan, keep: Keep) -> None:
    keep(b"PK\x05\x06" + bytes(18), "aqueduct plans.zip", title="Aqueduct drawings")
    (hit,) = ask("aqueduct").found
    assert (hit.entry.title, hit.passage.place_kind, hit.passage.anchor) == ("Aqueduct drawings", "title", "")


def test_several_values_of_a_facet_are_alternatives_and_leave_its_own_counts(keep: Keep) -> None:
    keep("The aqueduct.", "a.txt", kind="EV-4.7", title="One")
    keep("The aqueduct again.", "b.md", kind="EV-3.3", title="Two")
    keep("The aqueduct still.", "c.csv", kind="EV-3.3", title="Three")
    answer = ask("aqueduct", chosen={"type": ["txt", "md"]})
    assert {one.entry.title for one in answer.found} == {"One", "Two"}
    assert answer.total == 2
    assert answer.facets["type"] == {"txt": 1, "md": 1, "csv": 1}, "what another choice would find"
    assert answer.facets["kind"] == {"EV-4.7": 1, "EV-3.3": 1}
    both = ask("aqueduct", chosen={"type": ["txt", "md"], "kind": ["EV-3.3"]})
    assert [one.entry.title for one in both.found] == ["Two"]
    assert both.facets["type"] == {"md": 1, "csv": 1}
    assert newest(SearchEntry.objects.public(), chosen={"type": ["csv"]}).total == 1


def test_evidence_counts_at_the_commitments_and_cities_of_what_it_proves(
    keep: Keep, promise: CommitmentPage, plan_page: ActionPlanPage
) -> None:
    item = keep("The aqueduct leaks.", title="Photo")
    every = {str(city.pk) for city in factories.cities(plan_page)}
    assert set(ask("leaks").facets["city"]) == every
    commitment = Commitment.objects.get()
    actions.link(item, commitment)
    facets = ask("leaks").facets
    assert facets["commitment"] == {str(commitment.key): 1}
    assert set(facets["city"]) == {str(pk) for pk in alike.cities_of_commitments([commitment])} < every
    item.links.all().delete()
    assert "commitment" not in ask("leaks").facets


def test_things_that_are_alike_share_one_row(keep: Keep) -> None:
    for number in range(3):
        keep("The aqueduct.", f"{number}.txt", source_path=str(number))
    assert Traits.objects.filter(what="file", file_type="txt").count() == 1


def test_a_deleted_plan_takes_all_its_entries_along(promise: CommitmentPage, keep: Keep) -> None:
    keep("The aqueduct leaks.")
    assert ask("aqueduct").total == 2
    SearchEntry.objects.all().delete()
    assert (ask("aqueduct", drafts=True).total, Passage.objects.count()) == (0, 0)
