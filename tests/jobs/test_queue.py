"""Queueing: in the caller's transaction, once a kind and key, run after commit."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from ogp_wagtail.jobs import kinds
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.queue import enqueue, enqueue_many

KIND = "tests.note"


@pytest.fixture
def notes() -> Iterator[list[str]]:
    """What the work of the tests' kind was called with."""
    called: list[str] = []
    kinds.register_kind(KIND, lambda text: called.append(text))
    yield called
    kinds._kinds.pop(KIND)


def test_a_job_runs_after_the_commit_and_not_before(
    db: None, notes: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        job = enqueue(KIND, key="a", text="hello")
        assert notes == []
    job.refresh_from_db()
    assert (notes, job.state, job.attempts) == (["hello"], Job.State.DONE, 1)


@pytest.mark.django_db(transaction=True)
def test_a_roll_back_takes_the_job_back(notes: list[str]) -> None:
    with transaction.atomic():
        enqueue(KIND, key="a", text="hello")
        transaction.set_rollback(True)
    assert (notes, Job.objects.count()) == ([], 0)


def test_a_site_with_workers_leaves_the_job_to_them(
    db: None,
    notes: list[str],
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "worker"}
    with django_capture_on_commit_callbacks(execute=True):
        job = enqueue(KIND, key="a", text="hello")
    job.refresh_from_db()
    assert (notes, job.state) == ([], Job.State.WAITING)


def test_the_same_work_waits_only_once(db: None, notes: list[str]) -> None:
    first, second = enqueue(KIND, key="a", text="one"), enqueue(KIND, key="a", text="two")
    other = enqueue(KIND, key="b", text="three")
    assert first == second
    assert first != other


def test_work_may_be_queued_again_while_it_runs(db: None, notes: list[str]) -> None:
    first = enqueue(KIND, key="a", text="one")
    Job.objects.filter(pk=first.pk).update(state=Job.State.RUNNING, waiting_key=None)
    assert enqueue(KIND, key="a", text="two") != first


def test_an_unknown_kind_is_refused_at_once(db: None) -> None:
    with pytest.raises(LookupError, match=r"No job kind 'tests\.nothing'"):
        enqueue("tests.nothing", key="a")


def test_many_jobs_are_queued_in_a_few_statements_and_run_after_commit(
    db: None,
    notes: list[str],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    enqueue(KIND, key="3", text="waits already")
    with django_capture_on_commit_callbacks(execute=True), django_assert_max_num_queries(4):
        assert enqueue_many(KIND, {str(number): {"text": str(number)} for number in range(20)}) == 20
    assert sorted(notes) == sorted([*(str(number) for number in range(20) if number != 3), "waits already"])
    assert set(Job.objects.values_list("state", flat=True)) == {Job.State.DONE}


def test_nobody_waits_for_slow_work_in_a_form(
    db: None, notes: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    kinds.register_kind(KIND, lambda text: notes.append(text), queue="slow")
    with django_capture_on_commit_callbacks(execute=True):
        job = enqueue(KIND, key="a", text="hello")
    job.refresh_from_db()
    assert (notes, job.state, job.priority < 0) == ([], Job.State.WAITING, True)


def test_a_queue_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"no queue 'fast'. Queues: default, slow"):
        kinds.register_kind(KIND, print, queue="fast")


def test_asked_for_again_a_job_that_waits_for_its_next_attempt_may_run_at_once(
    db: None, notes: list[str]
) -> None:
    job = enqueue(KIND, key="a", text="one")
    Job.objects.update(run_after=timezone.now() + timedelta(hours=1))
    enqueue(KIND, key="a", text="one")
    job.refresh_from_db()
    assert job.run_after <= timezone.now()


def test_databases_without_upsert_queue_the_same_way(
    db: None, notes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection.features, "supports_update_conflicts_with_target", False)
    first, second = enqueue(KIND, key="a", text="one"), enqueue(KIND, key="a", text="two")
    assert first == second
    assert Job.objects.count() == 1
