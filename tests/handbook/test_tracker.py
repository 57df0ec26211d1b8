"""The quarterly tracker (TRK) and each member's share in it (COAL-22)."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import CURRENT, Edition, PlanFacts, UpdateFacts
from ogp_wagtail.handbook.facts import EntryFacts, MoveFacts
from ogp_wagtail.handbook.tracker import check_tracker, commitments_of, is_suspended, quarters_of

from .build import changed, city, commitment, day, parts, plan_of, rules
from .tracked import entry, update, words_only

FILED = date(2024, 3, 15)
C1, C2 = (commitment(code, included_on=FILED, submitted_on=FILED) for code in ("C1", "C2"))
PLAN = plan_of(submitted_on=FILED, commitments=(C1, C2))


def quarters(*updates: UpdateFacts, plan: PlanFacts = PLAN, edition: Edition = CURRENT) -> dict[str, str]:
    """Quarter by quarter of 2024 and 2025: updated, progressed, or neither."""
    found = quarters_of(changed(plan, updates=updates), edition)
    words = {(False, False): "-", (True, False): "updated", (True, True): "progress"}
    return {one.name: words[one.was_updated, one.made_progress] for one in found[:4]}


def said(*updates: UpdateFacts, on: str = "2024-08-01", plan: PlanFacts = PLAN) -> list[str]:
    return rules(check_tracker(changed(plan, updates=updates), CURRENT, day=day(on)))


def test_trk_01_the_first_update_is_due_on_the_last_day_of_the_first_full_quarter() -> None:
    found = quarters_of(PLAN, CURRENT)
    assert (found[0].name, str(found[0].due), str(found[-1].due)) == ("2024-Q2", "2024-06-30", "2027-09-30")
    assert quarters(update("2024-06-30"))["2024-Q2"] == "progress"


def test_trk_01_one_day_later_it_belongs_to_the_next_quarter() -> None:
    late = update("2024-07-01", quarter=date(2024, 4, 1))
    assert quarters(late) == {"2024-Q2": "-", "2024-Q3": "progress", "2024-Q4": "-", "2025-Q1": "-"}
    assert said(late) == ["TRK-01", "TRK-04"]


def test_trk_01_what_was_missed_is_said_once_with_its_quarters() -> None:
    (finding,) = check_tracker(PLAN, CURRENT, day=day("2024-10-01"))
    assert finding.message == "Quarters without a published update: 2024-Q2, 2024-Q3."
    assert said(on="2024-06-30") == []


def test_trk_01_days_of_grace_are_another_reading() -> None:
    edition = dataclasses.replace(CURRENT, tracker=dataclasses.replace(CURRENT.tracker, grace_days=10))
    late = [update(on, quarter=date(2024, 4, 1)) for on in ("2024-07-10", "2024-07-11")]
    assert [quarters(one, edition=edition)["2024-Q2"] for one in late] == ["progress", "-"]
    own = update("2024-07-05")
    assert quarters(own, edition=edition)["2024-Q3"] == "progress"


def test_trk_01_quarters_from_submission_are_another_reading() -> None:
    tracker = dataclasses.replace(CURRENT.tracker, quarter_basis="from_submission")
    edition = dataclasses.replace(CURRENT, tracker=tracker)
    assert list(quarters(update("2024-06-14"), edition=edition).values())[:2] == ["progress", "-"]
    assert list(quarters(update("2024-06-15"), edition=edition).values())[:2] == ["-", "progress"]


def test_trk_01_a_plan_not_yet_filed_has_no_quarters() -> None:
    assert quarters_of(changed(PLAN, submitted_on=None), CURRENT) == []
    assert quarters_of(plan_of(city(term_end=None), end=None, submitted_on=FILED), CURRENT) == []


def test_trk_02_a_published_update_counts_with_its_date() -> None:
    assert said(update("2024-06-20", entry(), entry("c2")), on="2024-07-01") == []


def test_trk_02_a_draft_never_published_does_not_count() -> None:
    draft = update(None)
    assert quarters(draft)["2024-Q2"] == "-"
    assert said(draft, on="2024-06-01") == ["TRK-02"]
    assert said(draft, on="2024-07-01") == ["TRK-01", "TRK-02"]


def test_trk_03_a_changed_status_with_evidence_is_content() -> None:
    full = entry(evidenced=True, text="The data set is online.")
    assert said(update("2024-06-20", full, entry("c2")), on="2024-06-20") == []


def test_trk_03_work_continues_and_nothing_else_is_an_update_without_progress() -> None:
    empty = update("2024-06-20", words_only(), words_only("c2"))
    assert quarters(empty)["2024-Q2"] == "updated"
    assert said(empty, on="2024-06-20") == ["TRK-03", "TRK-03"]


@pytest.mark.parametrize("reason", [{"delay_reason": "Flood."}, {"next_steps": "Tender in May."}])
def test_trk_03_a_reason_or_a_next_step_is_content_and_yet_no_progress(reason: dict[str, str]) -> None:
    explained = update("2024-06-20", EntryFacts("c1", **reason), entry("c2"))
    assert said(explained, on="2024-06-20") == []
    assert quarters(update("2024-06-20", EntryFacts("c1", **reason)))["2024-Q2"] == "updated"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("not-started", "in-progress", "progress"),
        ("stuck", "in-progress", "progress"),
        ("not-started", "finished", "progress"),
        ("in-progress", "finished", "progress"),
        ("incomplete", "finished", "progress"),
        ("finished", "finished", "updated"),
        ("finished", "in-progress", "updated"),
        ("in-progress", "stuck", "updated"),
        ("not-started", "stuck", "updated"),
        ("in-progress", "incomplete", "updated"),
    ],
)
def test_trk_04_a_milestone_moves_toward_finished(old: str, new: str, expected: str) -> None:
    moved = update("2024-06-20", EntryFacts("c1", moves=(MoveFacts("m", old, new),)))
    assert quarters(moved)["2024-Q2"] == expected


def test_trk_04_one_of_several_commitments_that_moved_is_progress() -> None:
    one = update("2024-06-20", entry("c1"), words_only("c2"))
    assert quarters(one)["2024-Q2"] == "progress"


def test_trk_04_texts_edited_and_nothing_moved_is_updated_without_progress() -> None:
    texts = update("2024-06-20", words_only("c1"), words_only("c2"))
    assert quarters(texts)["2024-Q2"] == "updated"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"step": "A training was held.", "evidenced": True}, "progress"),
        ({"step": "A training was held."}, "updated"),
        ({"text": "Well.", "evidenced": True}, "updated"),
        ({"step": " ", "evidenced": True}, "-"),
        ({}, "-"),
    ],
)
def test_trk_04_a_step_is_described_and_evidenced(values: dict[str, object], expected: str) -> None:
    assert quarters(update("2024-06-20", EntryFacts("c1", **values)))["2024-Q2"] == expected  # type: ignore[arg-type]


def test_trk_04_an_update_of_no_commitment_of_the_plan_is_none() -> None:
    assert quarters(update("2024-06-20", entry("elsewhere")))["2024-Q2"] == "-"


def test_trk_04_commitments_left_out_are_stale() -> None:
    (finding,) = check_tracker(changed(PLAN, updates=(update("2024-06-20"),)), CURRENT, day=day("2024-06-20"))
    assert (finding.rule, finding.message) == ("TRK-04", "It says nothing of: C2.")
    done = dataclasses.replace(C2, implemented_on=day("2024-05-01"))
    assert said(update("2024-06-20"), on="2024-06-20", plan=changed(PLAN, commitments=(C1, done))) == []


def test_trk_05_the_point_of_contact_keeps_the_tracker() -> None:
    other = update("2024-06-20", entry(), entry("c2"), by_point_of_contact=False)
    assert quarters(other)["2024-Q2"] == "-"
    assert said(other, on="2024-06-20") == ["TRK-05"]
    own = update("2024-06-20", entry(), entry("c2"))
    assert said(own, on="2024-06-20") == []


def test_trk_05_reports_of_the_monitoring_body_are_no_update() -> None:
    assessed = dataclasses.replace(C1, implemented_on=day("2024-05-01"), assessed_on=day("2024-06-01"))
    assert quarters(plan=changed(PLAN, commitments=(assessed, C2)))["2024-Q2"] == "-"


# COAL-22: each member of a coalition has its own share in the tracker

OF_A = commitment("A1", "2025-03-01", "2026-10-31", participations=parts("a"), included_on=day("2025-02-28"))
OF_B = commitment("B1", "2025-03-01", "2028-03-31", participations=parts("b"), included_on=day("2025-02-28"))
SHARED = commitment(
    "J1",
    "2025-03-01",
    "2026-10-31",
    scope="joint",
    participations=parts("a", "b"),
    included_on=day("2025-02-28"),
)
PAIR = plan_of(
    city("a", "2026-12-31"),
    city("b", "2028-05-31"),
    end="2028-03-31",
    submitted_on=day("2025-02-28"),
    commitments=(OF_A, OF_B, SHARED),
)


def test_coal_22_a_member_has_its_separate_and_all_joint_commitments() -> None:
    assert [one.code for one in commitments_of(PAIR, "a")] == ["A1", "J1"]
    assert [one.code for one in commitments_of(PAIR, "b")] == ["B1", "J1"]
    assert len(commitments_of(PAIR)) == 3


@pytest.mark.parametrize(("about", "updated"), [("a1", ("a",)), ("b1", ("b",)), ("j1", ("a", "b"))])
def test_coal_22_an_update_counts_for_those_it_concerns(about: str, updated: tuple[str, ...]) -> None:
    plan = changed(PAIR, updates=(update("2025-06-30", entry(about)),))
    assert tuple(one for one in "ab" if quarters_of(plan, CURRENT, one)[0].was_updated) == updated


def finished(implemented: str = "2026-10-31", assessed: str = "2026-11-20") -> PlanFacts:
    """A has finished: its own commitment and the joint one are implemented and assessed."""
    on = {"implemented_on": day(implemented), "assessed_on": day(assessed)}
    done = (dataclasses.replace(OF_A, **on), OF_B, dataclasses.replace(SHARED, **on))  # type: ignore[arg-type]
    return changed(PAIR, commitments=done)


def test_coal_22_the_tests_stop_for_a_member_that_has_finished() -> None:
    plan = finished()
    assert not is_suspended(plan, "a", day("2026-11-19"), CURRENT)
    assert is_suspended(plan, "a", day("2026-11-20"), CURRENT)
    assert not is_suspended(plan, "b", day("2027-11-20"), CURRENT)
    exempt = [one.name for one in quarters_of(plan, CURRENT, "a") if one.is_exempt]
    assert (exempt[0], exempt[-1]) == ("2026-Q4", "2028-Q1")


def test_coal_22_implemented_and_not_assessed_is_not_finished() -> None:
    done = dataclasses.replace(OF_A, implemented_on=day("2026-10-31"))
    plan = changed(PAIR, commitments=(done, OF_B))
    assert not is_suspended(plan, "a", day("2027-06-01"), CURRENT)


def test_coal_22_a_withdrawn_commitment_keeps_no_member_busy_and_none_at_all_is_none_finished() -> None:
    gone = dataclasses.replace(SHARED, withdrawn_on=day("2025-06-01"))
    done = dataclasses.replace(OF_A, implemented_on=day("2026-10-31"), assessed_on=day("2026-11-01"))
    assert is_suspended(changed(PAIR, commitments=(done, OF_B, gone)), "a", day("2026-11-01"), CURRENT)
    assert not is_suspended(changed(PAIR, commitments=(OF_B,)), "a", day("2026-11-01"), CURRENT)


def test_coal_22_can_be_switched_off_and_is_not_for_a_single_plan() -> None:
    coalition = dataclasses.replace(CURRENT.coalition, suspend_finished_member=False)
    edition = dataclasses.replace(CURRENT, coalition=coalition)
    assert not is_suspended(finished(), "a", day("2027-01-01"), edition)
    done = dataclasses.replace(C1, implemented_on=day("2025-05-01"), assessed_on=day("2025-06-01"))
    assert not is_suspended(changed(PLAN, commitments=(done,)), "mty", day("2026-01-01"), CURRENT)


def test_coal_22_a_member_that_left_is_asked_for_nothing_more() -> None:
    gone = changed(PAIR, members=(city("a", "2026-12-31", left_on=day("2025-09-30")), PAIR.members[1]))
    assert [one.is_exempt for one in quarters_of(gone, CURRENT, "a")[:3]] == [False, True, True]


@pytest.mark.parametrize("extreme", [date.min, date.max])
def test_no_date_makes_the_tracker_raise(extreme: date) -> None:
    plan = changed(
        PLAN,
        submitted_on=extreme,
        period_end=extreme,
        updates=(UpdateFacts("u", extreme, extreme, entries=(entry(),)),),
    )
    assert check_tracker(plan, CURRENT, day=extreme) is not None
    assert quarters_of(changed(plan, submitted_on=date.min, period_end=date.max), CURRENT)
