"""What an edition leaves open, and the readings a plan keeps."""

import pytest

from ogp_wagtail.handbook import CURRENT, PlanFacts, edition_of
from ogp_wagtail.handbook.readings import faults_of, readings_of, with_readings


def test_a_plan_without_readings_is_judged_by_its_edition() -> None:
    assert edition_of(PlanFacts("1", "P")) is CURRENT
    assert edition_of(PlanFacts("1", "P", edition=CURRENT.code)) is CURRENT


def test_a_plan_is_judged_by_its_own_readings() -> None:
    readings = {
        "slot.release": "implemented",
        "status.no_update_counts_as_no_progress": "false",
        "tracker.grace_days": "5",
    }
    edition = edition_of(PlanFacts("1", "P", readings=readings))
    assert edition.slot.release == "implemented"
    assert edition.status.no_update_counts_as_no_progress is False
    assert edition.tracker.grace_days == 5
    assert edition.slot.basis == CURRENT.slot.basis


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("slot.release", "never", "Allowed: implemented_and_assessed, implemented."),
        ("slot.freed", "implemented", "Open are: eligibility."),
        ("status.auto_transition", True, "Allowed: true, false."),
        ("tracker.grace_days", "-1", "a whole number"),
        ("tracker.grace_days", "٣", "a whole number"),
        ("tracker.grace_days", 3, "a whole number"),
        ("tracker.grace_days", "1000", "a whole number"),
        ("commitment.min_months", "0", "a whole number"),
        ("coalition.max_members", "9", "nothing the handbook leaves open"),
    ],
)
def test_a_reading_that_is_not_allowed_is_refused_with_those_that_are(
    key: str, value: object, said: str
) -> None:
    (fault,) = faults_of(CURRENT, {key: value})
    assert fault.key == key
    assert said in str(fault)


def test_an_edition_is_not_made_of_readings_that_are_not_allowed() -> None:
    with pytest.raises(ValueError, match="no reading of “slot"):
        with_readings(CURRENT, {"slot.release": "never"})


def test_every_choice_of_the_edition_is_open_and_its_default_allowed() -> None:
    known = readings_of(CURRENT)
    assert {"slot.basis", "amend.after_window", "plan.later_start_default", "mb.embedded_in_forum"} <= set(
        known
    )
    assert all(reading.allows(reading.default) for reading in known.values())
    assert with_readings(CURRENT, {key: reading.default for key, reading in known.items()}) == CURRENT
