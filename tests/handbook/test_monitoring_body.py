"""Who monitors the plan (MB-01 to MB-05, MB-07, MB-11, MB-12, V-MBTYPE)."""

import dataclasses

import pytest

from ogp_wagtail.handbook import CURRENT, MilestoneFacts, PartyFacts, PlanFacts, Severity
from ogp_wagtail.handbook.facts import ApproverFacts, MembershipFacts, MonitoringBodyFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.monitoring import check_monitoring_body
from ogp_wagtail.handbook.monitoring.body import approval_due

from .build import body, changed, city, commitment, complete_plan, day, rules
from .reports import reading

PLAN = complete_plan()
ON = day("2024-03-15")


def found(plan: PlanFacts = PLAN, **values: object) -> list[Finding]:
    return check_monitoring_body(changed(plan, **values), CURRENT, day=ON)


def found_of(**values: object) -> list[Finding]:
    return found(monitoring_body=body(**values))


def test_mb_01_a_body_that_is_named_with_its_contact_is_accepted() -> None:
    assert found() == []


def test_mb_01_and_coal_12_a_body_still_to_be_appointed_is_none() -> None:
    assert rules(found(monitoring_body=None)) == ["MB-01"]
    assert "MB-01" in rules(found(monitoring_body=MonitoringBodyFacts(" ")))
    pair = (city("a"), city("b"))
    assert rules(found(members=pair, monitoring_body=None)) == ["COAL-12"]


def test_mb_02_its_kind_is_stated() -> None:
    assert found_of(kind="other-independent") == []
    (finding,) = found_of(kind="")
    assert finding.rule == "MB-02"
    assert "research institution" in finding.hint


def test_v_mbtype_the_kind_is_one_of_five() -> None:
    assert "V-MBTYPE" not in rules(found_of(kind="peer-member"))
    assert rules(found_of(kind="consultancy")) == ["V-MBTYPE"]


@pytest.mark.parametrize(
    ("approved", "expected"), [("2024-03-15", []), ("2024-03-16", ["MB-03"]), (None, ["MB-03"])]
)
def test_mb_03_it_is_approved_by_the_day_of_submission(approved: str | None, expected: list[str]) -> None:
    assert rules(found_of(approved_on=day(approved) if approved else None)) == expected


@pytest.mark.parametrize(
    "approvers",
    [
        (),
        (ApproverFacts("The mayor", "government", True),),
        (ApproverFacts("A stranger", "ngs", False),),
    ],
)
def test_mb_03_it_is_approved_by_stakeholders_that_took_part(approvers: tuple[ApproverFacts, ...]) -> None:
    (finding,) = found_of(approvers=approvers)
    assert (finding.rule, finding.field) == ("MB-03", "monitoring_body_approved_by")
    assert "Name who approved it" in finding.hint


def test_mb_03_an_edition_may_ask_for_more_of_them() -> None:
    (finding,) = check_monitoring_body(PLAN, reading("ngs", min_mb_approvers=2), day=ON)
    assert "at least 2" in finding.message


def test_mb_04_who_implements_does_not_monitor() -> None:
    helper = commitment("C2", parties=(PartyFacts("other", "university "),))
    (finding,) = found(commitments=(helper,))
    assert (finding.rule, finding.severity) == ("MB-04", Severity.ERROR)
    assert "C2" in finding.message
    doer = commitment("C3", milestones=(MilestoneFacts("m", "A report", responsible="University"),))
    assert rules(found(commitments=(doer,))) == ["MB-04"]


def test_mb_04_a_working_group_whose_members_implement_nothing_is_independent() -> None:
    (finding,) = found_of(kind="embedded-mechanism", independence="Its members implement nothing.")
    assert (finding.rule, finding.severity) == ("MB-04", Severity.ADVICE)


def test_mb_04_who_coordinates_does_not_monitor() -> None:
    assert rules(found(point_of_contact="University")) == ["MB-04"]
    assert rules(found_of(contact="Ana Ruiz")) == ["MB-04"]
    assert rules(found_of(person="ana ruiz")) == ["MB-04"]


@pytest.mark.parametrize("role", ["senior_official", "lead_agency", "point_of_contact"])
def test_mb_04_nor_does_who_holds_an_office_of_a_member(role: str) -> None:
    (finding,) = found(memberships=(MembershipFacts("mty", "Mty", **{role: "UNIVERSITY"}),))
    assert (finding.rule, finding.severity) == ("MB-04", Severity.ERROR)
    assert role.replace("_", " ") in finding.message


def test_mb_04_a_body_within_the_forum_says_how_it_stays_independent() -> None:
    plan = changed(PLAN, monitoring_body=body(kind="embedded-mechanism"))
    (finding,) = found(plan)
    assert (finding.rule, finding.severity) == ("MB-04", Severity.WARNING)
    assert finding.field == "monitoring_body_independence"
    strict = reading("mb", embedded_in_forum="error")
    (finding,) = check_monitoring_body(plan, strict, day=ON)
    assert finding.severity is Severity.ERROR


def test_mb_05_what_the_body_gets_for_its_work_is_stated() -> None:
    assert found_of(resources="4 days a report, paid by the city") == []
    (finding,) = found_of(resources="")
    assert (finding.rule, finding.severity) == ("MB-05", Severity.WARNING)


def test_mb_07_a_body_that_does_not_say_that_it_uses_the_guidance_is_warned() -> None:
    assert found_of(uses_guidance=True) == []
    (finding,) = found_of(uses_guidance=False)
    assert (finding.rule, finding.severity) == ("MB-07", Severity.WARNING)


def test_mb_11_help_of_the_support_unit_is_recorded_and_never_mandatory() -> None:
    assert found_of(kind="irm-researcher", support_requested_on=day("2024-01-05")) == []
    (finding,) = found_of(kind="irm-researcher")
    assert (finding.rule, finding.severity) == ("MB-11", Severity.ADVICE)
    assert found_of(kind="independent-agency") == []


OLD = dataclasses.replace(body(), name="Institute", held_from=day("2024-01-01"), held_until=day("2025-04-30"))
NEW = {"held_from": day("2025-05-01"), "approved_on": day("2025-04-20"), "su_notified_on": day("2025-05-02")}


def replaced(**values: object) -> list[str]:
    new = body(**{**NEW, **values})
    return rules(found(submitted_on=ON, monitoring_body=new, former_monitoring_bodies=(OLD,)))


def test_mb_12_a_body_replaces_another_the_day_after_its_last() -> None:
    assert replaced() == []


def test_mb_12_two_bodies_at_once_are_refused() -> None:
    assert replaced(held_from=day("2025-04-30")) == ["MB-12"]
    open_ended = dataclasses.replace(OLD, held_until=None)
    findings = found(submitted_on=ON, former_monitoring_bodies=(open_ended,))
    assert rules(findings) == ["MB-12"]


def test_mb_12_the_new_body_is_approved_anew_and_the_support_unit_told() -> None:
    assert replaced(approved_on=day("2025-05-02")) == ["MB-03"]
    assert replaced(su_notified_on=None) == ["MB-12"]
    plan = changed(PLAN, submitted_on=ON, monitoring_body=body(**NEW), former_monitoring_bodies=(OLD,))
    assert approval_due(plan, ON) == day("2025-05-01")


def test_mb_12_a_body_replaced_before_the_submission_changes_nothing() -> None:
    earlier = dataclasses.replace(OLD, held_until=day("2024-03-14"))
    assert found(submitted_on=ON, former_monitoring_bodies=(earlier,)) == []
    assert approval_due(changed(PLAN, former_monitoring_bodies=(earlier,)), ON) == ON
