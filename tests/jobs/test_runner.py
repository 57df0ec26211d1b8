"""Running: one worker a job, later attempts after a failure, no loss by a killed worker."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ogp_wagtail.jobs import claiming, kinds, leases, runner
from ogp_wagtail.jobs.models import Job, queue_name

KIND = "tests.work"
Register = Callable[..., None]


@pytest.fixture
def work() -> Iterator[Register]:
    """Registers the work of the tests' kind."""

    def register(function: Callable[..., object], **options: object) -> None:
        kinds.register_kind(KIND, function, **options)  # type: ignore[arg-type]

    yield register
    kinds._kinds.pop(KIND, None)


def waiting(key: str = "a", **values: object) -> Job:
    return Job.objects.create(kind=KIND, key=key, waiting_key=queue_name(KIND, key), **values)


def later(minutes: float) -> None:
    """Let the time of all jobs come."""
    Job.objects.update(run_after=timezone.now() - timedelta(minutes=minutes))


def fail() -> None:
    raise ValueError("no such folder")


def test_a_failure_is_recorded_and_tried_again_after_a_pause(db: None, work: Register) -> None:
    work(fail)
    job = waiting()
    before = timezone.now()
    assert runner.run_waiting() == {"waiting": 1}
    job.refresh_from_db()
    assert job.error == "ValueError: no such folder"
    assert job.run_after >= before + runner.FIRST_PAUSE
    assert runner.run_waiting().total() == 0


def test_the_third_failure_is_the_last_and_the_room_is_told(db: None, work: Register) -> None:
    told: list[int] = []
    job = waiting(payload={"item": 7})
    work(lambda item: fail(), give_up=lambda item: told.append(item))
    for _attempt in range(3):
        later(1)
        runner.run_waiting()
    job.refresh_from_db()
    assert (job.state, job.attempts, told) == (Job.State.FAILED, 3, [7])
    later(1)
    assert runner.run_waiting().total() == 0


def test_a_killed_workers_job_is_taken_up_when_its_lease_has_run_out(db: None, work: Register) -> None:
    done: list[str] = []
    work(lambda: done.append("done"))
    job = waiting()
    assert runner.claim(job.pk), "the worker that is killed now"
    assert runner.run_waiting().total() == 0, "its lease holds"
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert runner.run_waiting() == {"done": 1}
    assert done == ["done"]


def test_work_that_kills_its_worker_each_time_is_given_up(db: None, work: Register) -> None:
    work(fail)
    job = waiting(attempts=3)
    Job.objects.update(state=Job.State.RUNNING, lease_until=timezone.now() - timedelta(seconds=1))
    assert runner.run_waiting() == {"failed": 1}
    job.refresh_from_db()
    assert job.error == runner.DIED


def test_a_worker_that_comes_back_late_does_not_overwrite_its_successor(db: None, work: Register) -> None:
    work(lambda: None)
    waiting()
    late = runner.next_due()
    assert late is not None
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    runner.free_lost()
    successor = runner.next_due()
    assert successor is not None
    runner.finish(late, Job.State.FAILED, "too late")
    assert Job.objects.get().state == Job.State.RUNNING


def test_a_failure_gives_way_to_the_same_work_queued_meanwhile(db: None, work: Register) -> None:
    work(lambda: waiting() and fail())
    first = waiting()
    runner.run_waiting(limit=1)
    first.refresh_from_db()
    assert first.state == Job.State.DONE
    assert Job.objects.filter(state=Job.State.WAITING).count() == 1


def test_the_urgent_goes_first(db: None, work: Register) -> None:
    order: list[str] = []
    work(lambda name: order.append(name))
    waiting("low", payload={"name": "low"})
    waiting("high", payload={"name": "high"}, priority=5)
    runner.run_waiting()
    assert order == ["high", "low"]


@pytest.mark.django_db(transaction=True)
def test_of_eight_workers_one_gets_the_job(work: Register) -> None:
    done: list[int] = []
    work(lambda: done.append(1))
    job = waiting()
    start = Barrier(8)

    def worker() -> None:
        start.wait()
        runner.run_one(job.pk)
        connection.close()

    threads = [Thread(target=worker) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [1]


@pytest.mark.django_db(transaction=True)
def test_a_lease_is_renewed_for_as_long_as_the_work_takes(work: Register) -> None:
    waiting()
    job = runner.next_due()
    assert job is not None
    assert job.lease_until is not None
    with leases.kept(job, every=0.05):
        for _tenth in range(50):
            sleep(0.1)
            renewed = Job.objects.get().lease_until
            if renewed and renewed > job.lease_until:
                break
        else:
            pytest.fail("the lease was not renewed within five seconds")


@pytest.mark.django_db(transaction=True)
def test_whoever_lost_the_lease_cannot_renew_it(work: Register) -> None:
    waiting()
    late = runner.next_due()
    assert late is not None
    Job.objects.update(attempts=2, lease_until=None)
    leases.renew(late)
    assert Job.objects.get().lease_until is None


def test_a_worker_takes_jobs_of_its_queues_alone(db: None, work: Register) -> None:
    work(lambda: None)
    waiting("quick")
    waiting("scan", queue="slow")
    assert runner.run_waiting(queues=["slow"]) == {"done": 1}
    assert Job.objects.get(state="done").key == "scan"


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 4), (3, 16), (9, 360)])
def test_pauses_grow_to_a_limit_and_are_not_all_the_same(attempts: int, minutes: int) -> None:
    pauses = {runner.pause_after(attempts) for _try in range(20)}
    assert len(pauses) > 1
    assert all(timedelta(minutes=minutes) <= pause <= timedelta(minutes=minutes) * 1.25 for pause in pauses)


def test_a_kind_may_be_tried_more_often(db: None, work: Register) -> None:
    work(fail, attempts=5)
    job = waiting()
    for _attempt in range(4):
        later(1)
        assert runner.run_waiting() == {"waiting": 1}
    later(1)
    assert runner.run_waiting() == {"failed": 1}
    job.refresh_from_db()
    assert job.attempts == 5


def test_a_job_tells_how_long_it_took_and_who_did_it(db: None, work: Register) -> None:
    work(lambda: sleep(0.02))
    job = waiting()
    runner.run_waiting()
    job.refresh_from_db()
    assert job.took is not None
    assert job.took >= timedelta(seconds=0.02)
    assert job.worker == claiming.worker_name()


def test_a_job_costs_two_statements(
    db: None, work: Register, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    work(lambda: None)
    waiting()
    with django_assert_num_queries(2 if claiming.returns_rows() else 4):
        job = runner.next_due()
        assert job is not None
        runner.run(job)


def test_databases_without_returning_take_jobs_the_same_way(
    db: None, work: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "returns_rows", lambda: False)
    work(lambda: None)
    one, two = waiting("one"), waiting("two")
    assert runner.run_one(two.pk) == "done"
    assert runner.run_one(two.pk) is None
    assert runner.run_waiting() == {"done": 1}
    one.refresh_from_db()
    assert (one.attempts, one.waiting_key) == (1, None)
