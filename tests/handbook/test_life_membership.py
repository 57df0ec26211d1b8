"""The life of a membership as the table of the handbook has it (§19)."""

import dataclasses

import pytest

from ogp_wagtail.handbook.findings import errors
from ogp_wagtail.handbook.life.membership import MEMBERSHIP, may_become, no_clock_runs, step_is_allowed
from ogp_wagtail.handbook.vocabularies import STATUSES

from .build import rules
from .tracked import conferred

ALLOWED = {
    "applicant": {"active", "not-selected"},
    "active": {"inactive", "probation"},
    "inactive": {"active", "probation"},
    "probation": {"active", "revoked"},
}


@pytest.mark.parametrize("present", STATUSES.slugs)
@pytest.mark.parametrize("status", STATUSES.slugs)
def test_stat_01_the_table_allows_these_steps_and_no_others(present: str, status: str) -> None:
    trigger = {"inactive": "STAT-11", "active": "STAT-12"}.get(present, "") if status == "probation" else ""
    found = rules(step_is_allowed(conferred(status, "2025-01-01", trigger), present))
    assert (found == []) is (status in ALLOWED.get(present, set()))
    assert set(may_become(present)) == ALLOWED.get(present, set())


def test_stat_01_a_step_refused_names_those_that_are_allowed() -> None:
    (finding,) = step_is_allowed(conferred("revoked", "2025-01-01"), "active")
    assert (finding.message, finding.hint) == (
        "“Revoked” does not follow on “Active”.",
        "Possible: Inactive, Acting contrary to process.",
    )
    (final,) = step_is_allowed(conferred("active", "2025-01-01"), "revoked")
    assert final.hint == "“Revoked” is final."


def test_stat_06_from_each_status_its_own_trigger_leads_to_probation() -> None:
    for present, trigger, other in (("inactive", "STAT-11", "STAT-12"), ("active", "STAT-12", "STAT-11")):
        right, wrong = (conferred("probation", "2025-01-01", one) for one in (trigger, other))
        assert list(step_is_allowed(right, present)) == []
        assert [one.rule for one in step_is_allowed(wrong, present)] == ["STAT-06"]


def test_stat_11_unavoidable_rest_never_leads_to_probation() -> None:
    probation = conferred("probation", "2025-04-11", "STAT-11")
    resting = conferred("inactive", "2024-10-10", "voluntary", is_voluntary=True, is_unavoidable=True)
    assert rules(errors(no_clock_runs(probation, resting))) == ["STAT-11"]
    avoidable = dataclasses.replace(resting, is_unavoidable=False)
    for before in (avoidable, conferred("inactive", "2024-10-10", "STAT-05"), None):
        assert list(no_clock_runs(probation, before)) == []


def test_stat_18_no_row_of_the_table_is_a_letter_on_civic_space() -> None:
    assert all("civic" not in one.event for one in MEMBERSHIP.transitions)
    assert all(one.guard for one in MEMBERSHIP.transitions)
