"""A few of the faults that ``benchmarks/faults.py`` brings about by the hundred."""

import json

import pytest

from tests.processes import run

QUIET = {"PYTHONWARNINGS": "ignore", "OGP_TEST_DATABASE_URL": ""}


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["workers", "disk"])
def test_whatever_breaks_each_job_ends_once(scenario: str) -> None:
    done = run("-m", "benchmarks.faults", scenario, "--kills", "5", "--json", **QUIET)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)[scenario]
    assert told["states"] == {"done": told["jobs"]}
    assert (told["not_ended"], told["ended_twice"], told["done_without_effect"]) == (0, 0, 0)
