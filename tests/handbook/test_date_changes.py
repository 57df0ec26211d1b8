"""Terms that change after a plan was filed (PLAN-PERIOD-09), and coalitions on record (COAL-04, 15, 19, 20)."""

import dataclasses
from typing import Any

from ogp_wagtail.handbook import CURRENT, PlanFacts, review
from ogp_wagtail.handbook.facts import CoalitionFacts, DateChangeFacts
from ogp_wagtail.handbook.findings import errors
from ogp_wagtail.handbook.limits import check_coalition, check_period, one_joint_plan
from ogp_wagtail.handbook.limits.changes import as_it_was_filed
from ogp_wagtail.handbook.limits.ending import period_start

from .build import changed, city, commitment, day, parts, plan_of, rules

FILED = day("2024-03-15")


def moved(new: str, member: str = "mty", old: str = "2027-12-31", **values: Any) -> DateChangeFacts:
    return DateChangeFacts("d", "term-end", member, day(old), day(new), **values)


def brought_forward(**values: Any) -> PlanFacts:
    """An early election: the term ends half a year sooner than when the plan was filed."""
    change = moved("2027-06-30", **values)
    return plan_of(city(term_end="2027-06-30"), submitted_on=FILED, date_changes=(change,))


def conflicts(plan: PlanFacts) -> list[Any]:
    return [one for one in review(plan, day=day("2026-01-01")) if one.rule == "PLAN-PERIOD-09"]


def test_plan_period_09_an_early_election_lists_the_conflicts_and_asks_to_contact_ogp() -> None:
    told, end = conflicts(brought_forward())
    assert told.message == (
        "The end of the term of Mty changed from 2027-12-31 to 2027-06-30 after the plan was filed."
    )
    assert "OGP Local team" in told.hint
    assert end.message == (
        "The plan was filed to end on 2027-10-31; by the terms of today it would end by 2027-04-30."
    )
    assert {told.severity, end.severity} == {"warning"}


def test_plan_period_09_nothing_shifts_and_the_filed_end_is_no_error() -> None:
    plan = brought_forward()
    assert plan.period_end == day("2027-10-31")
    assert "PLAN-PERIOD-02" not in rules(errors(review(plan, day=day("2026-01-01"))))
    unexplained = changed(plan, date_changes=())
    assert "PLAN-PERIOD-02" in rules(check_period(unexplained, CURRENT))


def test_plan_period_09_once_it_is_noted_and_told_the_conflict_alone_remains() -> None:
    plan = brought_forward(note="Early election", told_on=day("2025-12-01"))
    assert [one.field for one in conflicts(plan)] == ["period_end"]


def test_plan_period_09_a_postponed_election_has_no_conflict() -> None:
    change = moved("2028-06-30", note="Postponed", told_on=day("2025-12-01"))
    plan = plan_of(city(term_end="2028-06-30"), submitted_on=FILED, date_changes=(change,))
    assert conflicts(plan) == []


def test_plan_period_09_in_a_draft_the_term_is_simply_the_one_of_today() -> None:
    plan = changed(brought_forward(), submitted_on=None)
    assert conflicts(plan) == []
    assert "PLAN-PERIOD-02" in rules(errors(review(plan, day=day("2024-03-01"))))


def test_plan_period_09_in_a_joint_plan_each_members_parts_are_listed() -> None:
    days = {"included_on": FILED, "submitted_on": FILED}
    own = commitment("C1", start="2025-06-01", end="2026-10-31", participations=parts("a"), **days)
    other = commitment("C2", start="2025-06-01", end="2026-10-31", participations=parts("b"), **days)
    plan = plan_of(
        city("a", "2026-06-30"),
        city("b", "2028-05-31"),
        end="2028-03-31",
        submitted_on=FILED,
        commitments=(own, other),
        date_changes=(moved("2026-06-30", "a", "2026-12-31", note="x", told_on=FILED),),
    )
    (finding,) = conflicts(plan)
    assert finding.message == (
        "A's part was filed to end on 2026-10-31; by its term of today it would end by 2026-04-30."
    )
    assert "COAL-06" not in rules(review(plan, day=day("2026-01-01")))
    fresh = dataclasses.replace(own, key="c3", code="C3", submitted_on=None, included_on=None)
    found = review(changed(plan, commitments=(fresh,)), day=day("2026-01-01"))
    assert "COAL-06" in rules(found), "what is new obeys the term of today"


def test_plan_period_09_a_day_of_joining_that_changed_is_noted_and_conflicts_with_nothing() -> None:
    change = DateChangeFacts("d", "joined-on", "mty", day("2023-12-01"), day("2023-12-15"))
    (finding,) = conflicts(plan_of(submitted_on=FILED, date_changes=(change,)))
    assert "day of joining" in finding.message


def test_plan_period_01_a_later_plan_may_be_read_to_follow_the_last_one_from_day_to_day() -> None:
    numbers = dataclasses.replace(CURRENT.plan, later_start_default="day_after_previous")
    edition = dataclasses.replace(CURRENT, plan=numbers)
    plan = plan_of(period_start=None, submitted_on=FILED, previous_period_end=day("2023-12-31"))
    assert period_start(plan, edition) == day("2024-01-01")
    assert period_start(plan, CURRENT) == FILED
    assert period_start(plan_of(period_start=None, submitted_on=FILED), edition) == FILED


PAIR = (city("a"), city("b"))


def agreed(**values: Any) -> PlanFacts:
    whole = {"agreement_on": FILED, "signatories": frozenset({"a", "b"}), "purposes": frozenset({"other"})}
    return plan_of(*PAIR, agreement=True, coalition=CoalitionFacts("c", **(whole | values)))


def test_coal_15_a_dated_and_signed_agreement_is_on_record_and_its_content_is_free() -> None:
    assert list(check_coalition(agreed())) == []


def test_coal_15_without_agreement_it_is_a_warning() -> None:
    (finding,) = check_coalition(changed(agreed(), agreement=False))
    assert (finding.rule, finding.severity) == ("COAL-15", "warning")


def test_coal_15_who_has_not_signed_and_when_is_asked_for() -> None:
    found = list(check_coalition(agreed(agreement_on=None, signatories=frozenset({"a"}))))
    assert [(one.rule, one.severity) for one in found] == [("COAL-15", "advice")] * 2
    assert "for B" in found[1].message


def test_coal_19_one_purpose_or_several_are_fine_and_none_is_asked_for() -> None:
    several = frozenset({"similar-themes", "policy-coordination"})
    assert list(check_coalition(agreed(purposes=several))) == []
    (finding,) = check_coalition(agreed(purposes=frozenset()))
    assert (finding.rule, finding.severity) == ("COAL-19", "advice")


def test_coal_20_each_member_states_its_own_term_end() -> None:
    four = [city(name, f"2028-0{number}-28") for number, name in enumerate("abcd", 1)]
    assert not [one for one in check_period(plan_of(*four), CURRENT) if one.field == "term_end"]
    silent = [four[0], *(city(name, None) for name in "bcd")]
    found = [one.subject for one in check_period(plan_of(*silent), CURRENT) if one.field == "term_end"]
    assert found == ["member B", "member C", "member D"]


def test_coal_04_a_coalition_submits_exactly_one_plan() -> None:
    plan = plan_of(*PAIR)
    assert list(one_joint_plan(plan, [plan], "Rivers")) == []
    other = dataclasses.replace(plan, key="2", code="P2")
    (finding,) = one_joint_plan(plan, [plan, other], "Rivers")
    assert (finding.rule, finding.message) == (
        "COAL-04",
        "Rivers already has its joint plan, P2; it submits exactly one.",
    )


def test_plan_period_09_a_member_is_seen_with_the_first_of_the_dates_it_had() -> None:
    changes = (
        moved("2027-06-30", old="2027-12-31"),
        moved("2028-12-31", old="2027-06-30"),
        moved("2020-01-01", "b", old="2019-01-01"),
    )
    period = DateChangeFacts("p", "own-period", "mty", day("2026-05-31"), day("2026-06-30"))
    now = city(term_end="2028-12-31", period_end=day("2026-06-30"))
    plan = plan_of(now, city("b"), city("c"), date_changes=(*changes, period))
    assert as_it_was_filed(plan, now) == city(term_end="2027-12-31", period_end=day("2026-05-31"))
    assert as_it_was_filed(plan, city("c", period_end=day("2026-06-30"))) == city(
        "c", period_end=day("2026-06-30")
    )


def test_plan_period_09_a_change_is_settled_only_when_it_is_noted_and_told() -> None:
    for half in ({"note": "Early election"}, {"told_on": day("2025-12-01")}):
        told, _ = conflicts(brought_forward(**half))
        assert told.field == "date_changes"


def test_plan_period_09_a_change_of_what_is_not_known_is_said_in_its_own_words() -> None:
    change = DateChangeFacts("d", "term-start", "gone", day("2027-12-31"), day("2027-06-30"))
    (told,) = conflicts(plan_of(submitted_on=FILED, date_changes=(change,)))
    assert told.message.startswith("The term-start of gone changed from 2027-12-31 to 2027-06-30")


def test_plan_period_09_a_part_to_the_last_day_allowed_or_of_nobody_known_has_no_conflict() -> None:
    days = {"included_on": FILED, "submitted_on": FILED}
    fits = commitment("C1", start="2025-06-01", end="2026-10-31", participations=parts("a", "x"), **days)
    plan = plan_of(
        city("a", "2026-12-31"),
        city("b", "2028-05-31"),
        end="2028-03-31",
        submitted_on=FILED,
        commitments=(fits,),
        date_changes=(moved("2026-12-31", "a", "2027-06-30", note="x", told_on=FILED),),
    )
    assert conflicts(plan) == []
