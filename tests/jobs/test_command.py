"""``ogp_work``: runs what waits, says how it went, stops when told."""

import json
import signal
from io import StringIO

import pytest
from django.core.management import call_command

from ogp_wagtail.jobs import kinds
from ogp_wagtail.jobs.models import Job, queue_name
from ogp_wagtail.management.commands.ogp_work import Command

KIND = "tests.command"


@pytest.fixture
def three_jobs(db: None) -> None:
    kinds.register_kind(KIND, lambda bad=False: 1 / 0 if bad else None)
    for key, payload in (("a", {}), ("b", {}), ("c", {"bad": True})):
        Job.objects.create(kind=KIND, key=key, waiting_key=queue_name(KIND, key), payload=payload)


def test_once_empties_the_queue_and_counts(three_jobs: None) -> None:
    out = StringIO()
    call_command("ogp_work", "--once", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"done": 2, "again": 1, "failed": 0, "waiting": 1}


def test_people_read_a_sentence(db: None) -> None:
    out = StringIO()
    call_command("ogp_work", "--once", stdout=out)
    assert out.getvalue() == "0 done, 0 to be tried again, 0 given up, 0 waiting\n"


def test_a_worker_that_is_told_to_stop_finishes_the_job_at_hand(three_jobs: None) -> None:
    kinds.register_kind(KIND, lambda bad=False: signal.raise_signal(signal.SIGTERM))
    out = StringIO()
    call_command(Command(stdout=out), "--json")
    assert json.loads(out.getvalue())["done"] == 1
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
