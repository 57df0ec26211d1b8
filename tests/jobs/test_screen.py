"""The screen "Work in the background": who sees it, what its buttons do, and that it stays quick."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from ogp_wagtail.jobs import kinds, runner
from ogp_wagtail.jobs.models import Job, queue_name

KIND = "tests.screen"
OPERATOR = ("access_admin", "view_job")


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Work that leaves nothing, on a site where it waits for a worker."""
    kind = kinds.Kind(lambda **payload: None, label="tell a tale")
    monkeypatch.setattr(kinds, "_kinds", {KIND: kind, "tests.other": kind})
    settings.OGP_WAGTAIL = {"JOBS": "worker"}


def address() -> str:
    return reverse("ogp_background")


def failed(
    key: str = "a", kind: str = KIND, error: str = "OSError: [Errno 28] No space left on device"
) -> Job:
    values: dict[str, Any] = {"attempts": 3, "error": error, "finished_at": timezone.now()}
    return Job.objects.create(kind=kind, key=key, state="failed", **values)


def browser(*permissions: str) -> Client:
    """Somebody with these permissions alone."""
    user = get_user_model().objects.create_user(username="olga", password="olga")
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_a_failed_job_is_shown_with_its_error_in_words(admin: Client) -> None:
    failed()
    html = admin.get(address()).content.decode()
    assert "Tell a tale" in html
    assert "The disk is full." in html
    assert "[Errno 28]" in html
    assert "1 job was given up." in html


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (runner.DIED, "The worker was stopped or killed"),
        ("OperationalError: database is locked", "The database did not answer"),
        ("ZeroDivisionError: division by zero", "The program met an error that it does not know."),
    ],
)
def test_errors_have_words(admin: Client, error: str, words: str) -> None:
    failed(error=error)
    assert words in admin.get(address()).content.decode()


def test_an_error_cannot_write_into_the_page(admin: Client) -> None:
    failed(key="<b>x</b>", error="<script>alert(1)</script>")
    html = admin.get(address()).content.decode()
    assert "<script>alert(1)" not in html
    assert "<b>x</b>" not in html


def test_try_again_lets_one_job_wait_anew(admin: Client) -> None:
    job, other = failed("a"), failed("b")
    response = admin.post(address(), {"again": f"job:{job.pk}"}, follow=True)
    assert "1 job will be tried again." in response.content.decode()
    job.refresh_from_db()
    other.refresh_from_db()
    assert (job.state, job.attempts, job.waiting_key) == ("waiting", 0, queue_name(KIND, "a"))
    assert other.state == "failed"


def test_try_again_of_a_kind_takes_all_of_it_and_no_other(admin: Client) -> None:
    failed("a")
    failed("b")
    failed("c", kind="tests.other")
    admin.post(address(), {"again": f"kind:{KIND}"})
    assert dict(Job.objects.values_list("key", "state")) == {"a": "waiting", "b": "waiting", "c": "failed"}


def test_what_waits_already_is_not_queued_twice(admin: Client) -> None:
    job = failed()
    Job.objects.create(kind=KIND, key="a", waiting_key=queue_name(KIND, "a"))
    admin.post(address(), {"again": f"job:{job.pk}"})
    assert sorted(Job.objects.values_list("state", flat=True)) == ["aside", "waiting"]


def test_on_a_site_without_workers_it_is_done_at_once(
    admin: Client, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "inline"}
    job = failed()
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(address(), {"again": f"job:{job.pk}"})
    job.refresh_from_db()
    assert job.state == "done"


def test_put_aside_takes_it_off_the_list(admin: Client) -> None:
    job = failed()
    html = admin.post(address(), {"aside": f"job:{job.pk}"}, follow=True).content.decode()
    assert "1 job was put aside." in html
    assert "The disk is full." not in html


def test_only_failed_jobs_can_be_tried_again(admin: Client) -> None:
    job = Job.objects.create(kind=KIND, key="a", state="running", attempts=1)
    html = admin.post(address(), {"again": f"job:{job.pk}"}, follow=True).content.decode()
    assert "0 jobs will be tried again." in html
    job.refresh_from_db()
    assert job.state == "running"


@pytest.mark.parametrize(
    "value", ["", "job:", "job:x", "job:-1", "job:" + "9" * 40, "kind:", "plan:1", "kind:\x00"]
)
def test_a_value_that_no_button_has_is_a_bad_request(admin: Client, value: str) -> None:
    assert admin.post(address(), {"again": value}).status_code == 400


def test_who_may_only_look_has_no_buttons_and_can_press_none(db: None) -> None:
    job = failed()
    client = browser(*OPERATOR)
    html = client.get(address()).content.decode()
    assert "The disk is full." in html
    assert "Try again" not in html
    client.post(address(), {"again": f"job:{job.pk}"})
    job.refresh_from_db()
    assert job.state == "failed"


def test_who_may_not_look_sees_neither_screen_nor_menu(db: None) -> None:
    failed()
    client = browser("access_admin")
    response = client.get(address(), follow=True)
    assert "disk is full" not in response.content.decode()
    assert address() not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.post(address(), {"again": f"kind:{KIND}"}).status_code in {302, 403}
    assert Job.objects.get().state == "failed"


def test_the_menu_leads_to_it(admin: Client) -> None:
    assert address() in admin.get(reverse("wagtailadmin_home")).content.decode()


def test_as_many_queries_for_forty_failures_as_for_one(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    failed("first")
    admin.get(address())
    with django_assert_max_num_queries(100) as one:
        admin.get(address())
    for number in range(39):
        failed(str(number))
    with django_assert_max_num_queries(len(one)):
        admin.get(address())
