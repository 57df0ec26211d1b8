"""A link instead of a file is opened, kept with its hash, and looked at again (EV-01, EV-07)."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from ogp_wagtail.evidence import folders, links
from ogp_wagtail.evidence.fetching import Policy
from ogp_wagtail.evidence.forms import EvidenceForm
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.runner import run_one, run_waiting
from ogp_wagtail.plans.models import Plan
from tests.evidence.conftest import Keep
from tests.evidence.fetching.server import PDF, Site, running

pytestmark = pytest.mark.django_db
HOST = "archive.city.org"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on this machine; only that this machine may be asked is changed in the policy."""
    with running() as web:
        allowed = partial(
            Policy,
            allows=lambda address: address.is_loopback,
            resolve=lambda host, port: ["127.0.0.1"],
        )
        monkeypatch.setattr(links, "Policy", allowed)
        yield web


@pytest.fixture(autouse=True)
def _port(web: Site, settings: Any) -> None:
    settings.OGP_WAGTAIL = {"EVIDENCE_LINK_PORTS": [web.port]}


def linked(plan: Plan, address: str, **facts: Any) -> EvidenceItem:
    return EvidenceItem.objects.create(
        plan=plan, folder=folders.process(plan), title="Minutes", address=address, **facts
    )


def looked_at(item: EvidenceItem, keep: bool = False) -> EvidenceItem:
    """The item after its link was opened, as a worker would."""
    job = links.fetch_later(item, keep=keep)
    assert job is not None
    run_one(job.pk)
    return EvidenceItem.objects.select_related("current").get(pk=item.pk)


def test_what_a_link_shows_is_kept_with_its_hash_and_the_link_stays(plan: Plan, web: Site) -> None:
    item = looked_at(linked(plan, web.url("/minutes.pdf", HOST)))

    assert item.address == web.url("/minutes.pdf", HOST)
    assert item.current is not None
    assert item.current.sha256 == hashlib.sha256(PDF).hexdigest()
    assert item.current.file_name == "minutes.pdf"
    assert item.current.fetched_from == item.address
    assert (item.link_state, item.is_broken, item.checked_on) == ("opens", False, timezone.localdate())
    assert item.link_in_words == "The link opens."


def test_a_page_that_was_kept_can_be_searched(plan: Plan, web: Site) -> None:
    web.pages["/page"] = b"<!DOCTYPE html><html><body><h1>Acta</h1><p>Se aprueba.</p></body></html>"
    item = looked_at(linked(plan, web.url("/page", HOST)))
    run_waiting()

    assert item.current is not None
    assert [row.text for row in item.current.passages.all()] == ["Acta\nSe aprueba."]


def test_a_file_that_a_clerk_gave_beside_the_link_stays_the_file(keep: Keep, web: Site) -> None:
    item = keep("words", address=web.url("/minutes.pdf", HOST))
    before = item.current
    item = looked_at(item)

    assert item.current == before
    assert item.link_state == "opens"


def test_a_link_that_shows_something_else_than_was_kept_says_so_and_keeps_what_was(
    plan: Plan, web: Site
) -> None:
    item = looked_at(linked(plan, web.url("/minutes.pdf", HOST)))
    kept = item.current
    web.pages["/minutes.pdf"] = b"%PDF-1.4 other minutes"
    item = looked_at(item)

    assert item.link_state == "changed"
    assert item.current == kept
    assert not item.is_broken


def test_a_clerk_may_keep_what_a_link_shows_today(plan: Plan, web: Site) -> None:
    item = looked_at(linked(plan, web.url("/minutes.pdf", HOST)))
    web.pages["/minutes.pdf"] = b"%PDF-1.4 other minutes"
    item = looked_at(item, keep=True)

    assert [version.number for version in item.versions.all()] == [2, 1]
    assert item.link_state == "opens"


def test_a_page_that_says_the_same_with_another_hour_in_it_has_not_changed(plan: Plan, web: Site) -> None:
    page = "<!DOCTYPE html><html><head><meta content={}></head><body><p>The minutes.</p></body></html>"
    web.pages["/page"] = page.format("10:00").encode()
    item = looked_at(linked(plan, web.url("/page", HOST)))
    run_waiting()
    web.pages["/page"] = page.format("11:00").encode()

    assert looked_at(item).link_state == "opens"


def test_a_link_that_moved_for_good_says_where_to(plan: Plan, web: Site) -> None:
    web.moves = {"/old": (301, "/minutes.pdf")}
    item = looked_at(linked(plan, web.url("/old", HOST)))

    assert (item.link_state, item.link_moved_to) == ("moved", web.url("/minutes.pdf", HOST))
    assert not item.is_broken


@pytest.mark.parametrize(
    ("path", "state", "words"),
    [
        ("/gone", "gone", "The link leads to nothing any more. The site says that there is nothing"),
        (
            "/locked",
            "unopened",
            "The link did not open. The site shows this only to people whom it knows (403).",
        ),
    ],
)
def test_a_link_that_does_not_open_is_broken_and_says_why(
    plan: Plan, web: Site, path: str, state: str, words: str
) -> None:
    item = looked_at(linked(plan, web.url(path, HOST)))

    assert (item.link_state, item.is_broken, item.current) == (state, True, None)
    assert item.link_in_words.startswith(words)


def test_what_may_pass_is_tried_again_before_the_link_is_called_broken(plan: Plan, web: Site) -> None:
    item = linked(plan, web.url("/broken", HOST))
    for attempt in range(1, 4):
        item.refresh_from_db()
        assert not item.is_broken, attempt
        Job.objects.update(run_after=timezone.now())
        looked_at(item)
    item.refresh_from_db()

    assert (item.link_state, item.is_broken) == ("unopened", True)
    assert item.link_in_words == "The link did not open. The site answered with an error (500)."


def test_a_link_into_a_private_network_is_never_opened(
    plan: Plan, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "Policy", Policy)
    item = looked_at(linked(plan, web.url("/minutes.pdf", "127.0.0.1")))

    assert web.asked == []
    assert (item.link_reason_code, item.current) == ("private_address", None)


def test_a_link_that_was_changed_meanwhile_is_left_alone(plan: Plan, web: Site) -> None:
    item = linked(plan, web.url("/minutes.pdf", HOST))
    links.open_link(item.pk, web.url("/other.pdf", HOST))

    assert web.asked == []


def test_links_are_looked_at_again_after_a_month(plan: Plan, web: Site) -> None:
    today = timezone.localdate()
    linked(plan, web.url("/a", HOST), checked_on=today - timedelta(days=29))
    linked(plan, web.url("/b", HOST), checked_on=today - timedelta(days=31), withdrawn_on=today)
    linked(plan, "https://city.example/a")
    old = linked(plan, web.url("/c", HOST), checked_on=today - timedelta(days=30))
    new = linked(plan, web.url("/d", HOST))

    assert links.look_again() == 2
    assert {job.payload["item"] for job in Job.objects.filter(kind=links.FETCH)} == {old.pk, new.pk}


def form(plan: Plan, item: EvidenceItem | None = None, **data: Any) -> EvidenceForm:
    given = {"plan": plan.pk, "source_class": "primary", "privacy": "public", **data}
    user = get_user_model().objects.create_superuser(f"clerk{get_user_model().objects.count()}")
    made = EvidenceForm(given, {}, instance=item, for_user=user)
    assert made.is_valid(), made.errors
    return made


def test_an_item_added_with_a_link_and_no_file_has_its_link_opened(plan: Plan, web: Site) -> None:
    item = form(plan, address=web.url("/minutes.pdf", HOST)).save()
    run_waiting()
    item.refresh_from_db()

    assert item.link_state == "opens"
    assert item.current is not None


def test_another_link_is_opened_anew_and_nothing_is_said_of_it_before(plan: Plan, web: Site) -> None:
    item = looked_at(linked(plan, web.url("/gone", HOST)))
    item = form(plan, item, title="Minutes", address=web.url("/minutes.pdf", HOST)).save()
    assert (item.link_state, item.is_broken, item.checked_on) == ("", False, None)
    run_waiting()
    item.refresh_from_db()

    assert item.link_state == "opens"


def test_the_form_keeps_what_the_link_shows_today(plan: Plan, web: Site) -> None:
    item = looked_at(linked(plan, web.url("/minutes.pdf", HOST)))
    web.pages["/minutes.pdf"] = b"%PDF-1.4 other minutes"
    form(plan, item, title="Minutes", address=item.address, keep_again="on").save()
    run_waiting()

    assert item.versions.count() == 2


def test_a_site_that_opens_no_links_opens_none(plan: Plan, web: Site, settings: Any) -> None:
    settings.OGP_WAGTAIL = {"EVIDENCE_FETCH_LINKS": False}

    assert links.fetch_later(linked(plan, web.url("/minutes.pdf", HOST))) is None
