"""Who does what, orientation, and who may act together (ROLE, ORIENT, V-NGS, COAL-03, COAL-16)."""

import dataclasses
import inspect
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    MeetingFacts,
    PlanFacts,
    Severity,
    errors,
    next_dates,
    review,
    timetable,
)
from ogp_wagtail.handbook.facts import (
    EvidenceFacts,
    IrmPublicationFacts,
    MembershipFacts,
    OrganisationFacts,
    OrientationFacts,
    ReportFacts,
    RoleFacts,
    WebsiteFacts,
)
from ogp_wagtail.handbook.limits import check_designations, check_members
from ogp_wagtail.handbook.limits.designations import one_holder_at_a_time
from ogp_wagtail.handbook.orientation import check_orientation, orientation_completed_on
from ogp_wagtail.handbook.permissions import (
    ACTIONS,
    is_allowed,
    may,
    partners_in_neutral_order,
    roles_allowed,
)
from ogp_wagtail.handbook.stakeholders import check_organisation, citizens_take_part, is_non_governmental
from ogp_wagtail.handbook.status import status_on
from ogp_wagtail.handbook.tasks import (
    irm_links,
    open_tasks_of_the_monitoring_body,
    reflections_are_linked,
    tasks_of_the_monitoring_body,
)
from ogp_wagtail.handbook.timetable import is_ogps_own
from ogp_wagtail.handbook.vocabularies import NGS_TYPES, ROLES

from .build import SUBMITTED, changed, city, complete_commitment, complete_plan, day, plan_of, rules

PLAN = complete_plan()
STARTED = date(2024, 1, 10)
BOTH_SIDES = (
    OrientationFacts("Ana", "government", date(2023, 12, 1), STARTED),
    OrientationFacts("Luz", "ngs", date(2023, 12, 1), date(2024, 1, 5)),
)
MEMBER = MembershipFacts(
    "mty",
    "Monterrey",
    lead_agency="City hall",
    senior_official="Eva Soto",
    point_of_contact="Ana Ruiz",
    orientation=BOTH_SIDES,
    stakeholders_mapped_on=date(2024, 1, 9),
)
FIRST_MEETING = dataclasses.replace(PLAN.meetings[0], held_on=STARTED)


def member(**values: Any) -> MembershipFacts:
    return dataclasses.replace(MEMBER, **values)


def designations(**values: Any) -> list[str]:
    return rules(check_designations(changed(PLAN, **values), day=SUBMITTED))


def test_role_01_agency_official_and_contact_are_designated() -> None:
    assert designations(memberships=(MEMBER,)) == []
    assert designations(memberships=(member(lead_agency=""),)) == ["ROLE-01"]
    assert designations(memberships=(member(senior_official=" "),)) == ["ROLE-01"]


def test_role_01_the_contact_is_vacant_on_the_day_of_submission() -> None:
    assert designations(point_of_contact=None) == ["ROLE-01"]


def test_role_01_one_person_in_two_roles_is_a_warning_only() -> None:
    both = member(senior_official="ana ruiz")
    (said,) = check_designations(changed(PLAN, memberships=(both,)), day=SUBMITTED)
    assert (said.rule, said.severity) == ("ROLE-01", Severity.WARNING)


def test_role_01_of_unknown_memberships_only_the_contact_is_asked() -> None:
    assert designations(memberships=()) == []


def test_coal_14_and_role_01_a_coalition_without_a_contact() -> None:
    pair = {"members": (city("a"), city("b")), "point_of_contact": ""}
    assert designations(**pair) == ["COAL-14"]


CONTACT_A = RoleFacts("point-of-contact", "A", date(2024, 1, 1), date(2025, 5, 31))


@pytest.mark.parametrize(("start", "expected"), [("2025-06-01", []), ("2025-05-31", ["ROLE-02"])])
def test_role_02_the_next_contact_begins_after_the_last_ended(start: str, expected: list[str]) -> None:
    roles = (RoleFacts("point-of-contact", "B", day(start)), CONTACT_A)
    assert rules(one_holder_at_a_time(roles, MEMBER)) == expected
    assert designations(memberships=(member(roles=roles),)) == expected


def test_role_02_two_current_contacts_are_one_too_many() -> None:
    roles = [RoleFacts("point-of-contact", name, date(2025, 6, 1)) for name in "AB"]
    (said,) = one_holder_at_a_time(roles, MEMBER)
    assert said.message == "On 2025-06-01 both A and B hold the role of Point of contact."


def test_role_02_two_roles_may_be_held_at_once() -> None:
    roles = (CONTACT_A, RoleFacts("lead-agency", "City hall", date(2024, 1, 1)))
    assert list(one_holder_at_a_time(roles, MEMBER)) == []


SUBMISSIONS = ("submit-plan", "submit-commitment", "submit-amendment")


@pytest.mark.parametrize("action", SUBMISSIONS)
def test_role_03_others_draft_and_the_contact_alone_submits(action: str) -> None:
    assert roles_allowed(action) == ("point-of-contact",)
    assert is_allowed("draft", "ngs")
    assert not is_allowed(action, "ngs")
    assert not is_allowed(action, "monitoring-body")


def test_role_04_the_contact_has_an_e_mail_address() -> None:
    assert designations(point_of_contact_email="ana@example.org") == []
    assert designations(point_of_contact_email="") == ["ROLE-04"]
    assert designations(point_of_contact_email="", point_of_contact=None) == ["ROLE-01"]


def test_role_05_evidence_of_each_cocreation_meeting_is_public() -> None:
    assert designations() == []
    assert is_allowed("upload-evidence", "point-of-contact")


def test_role_05_evidence_on_the_contacts_own_disk_is_flagged() -> None:
    kept = dataclasses.replace(PLAN.meetings[0], evidenced=False)
    assert designations(meetings=(kept,)) == ["ROLE-05"]
    later = dataclasses.replace(kept, held_on=date(2024, 3, 16))
    assert designations(meetings=(later,)) == []


@pytest.mark.parametrize(("privacy", "expected"), [("public", []), ("restricted", ["ROLE-05"])])
def test_role_05_attached_evidence_counts_when_it_is_public(privacy: str, expected: list[str]) -> None:
    kept = dataclasses.replace(PLAN.meetings[0], evidenced=False)
    proof = EvidenceFacts("e", proves=frozenset({kept.key}), privacy=privacy)
    assert designations(meetings=(kept,), evidence=(proof,)) == expected


def test_role_06_stakeholders_propose_endorse_comment_and_are_responsible() -> None:
    for action in ("draft", "endorse-plan", "be-responsible", "comment", "raise-civic-space"):
        assert is_allowed(action, "ngs")
    responsible = complete_commitment("C1")
    milestone = dataclasses.replace(responsible.milestones[0], responsible="Water users")
    plan = complete_plan(commitments=(dataclasses.replace(responsible, milestones=(milestone,)),))
    assert errors(review(plan, day=SUBMITTED)) == []


def test_role_06_endorsing_is_for_stakeholders_alone() -> None:
    assert roles_allowed("endorse-plan") == ("ngs",)
    assert not is_allowed("be-responsible", "monitoring-body")


def test_role_07_a_youth_council_is_a_stakeholder() -> None:
    assert is_non_governmental("ngs")
    assert check_organisation(OrganisationFacts("1", "Youth council", "ngs", "youth-council")) == []


def test_role_07_a_department_is_none() -> None:
    assert not is_non_governmental("government")
    department = OrganisationFacts("1", "Department of parks", "government", "youth-council")
    assert rules(check_organisation(department)) == ["ROLE-07"]


def test_role_08_a_meeting_with_an_under_represented_group() -> None:
    headquarters = frozenset({"civil-society-organisation", "government"})
    only = dataclasses.replace(PLAN.meetings[0], group_types=headquarters)
    assert rules(citizens_take_part(changed(PLAN, meetings=(only,)), SUBMITTED)) == ["ROLE-08"]
    tagged = dataclasses.replace(only, under_represented=True)
    assert rules(citizens_take_part(changed(PLAN, meetings=(only, tagged)), SUBMITTED)) == []
    assert rules(citizens_take_part(PLAN, SUBMITTED)) == []
    assert rules(citizens_take_part(changed(PLAN, meetings=()), SUBMITTED)) == []


def six_commitments(assessed: int) -> PlanFacts:
    commitments = tuple(
        complete_commitment(f"C{n}", included_on=SUBMITTED, implemented_on=date(2025, 4, 1)) for n in range(6)
    )
    reports = tuple(
        ReportFacts(f"r{one.key}", "end-of-commitment", one.key, submitted_on=date(2025, 5, 1))
        for one in commitments[:assessed]
    )
    return complete_plan(commitments=commitments, reports=reports, submitted_on=SUBMITTED)


def test_role_09_every_commitment_is_assessed() -> None:
    assert len(tasks_of_the_monitoring_body(six_commitments(0))) == 1 + 6 + 1
    open_kinds = [task.kind for task in open_tasks_of_the_monitoring_body(six_commitments(6))]
    assert open_kinds == ["inception", "learning"]
    for action in ("file-inception", "file-end-of-commitment", "file-learning"):
        assert roles_allowed(action) == ("monitoring-body",)


def test_role_09_a_sample_leaves_the_others_open() -> None:
    left = [
        task.commitment for task in open_tasks_of_the_monitoring_body(six_commitments(3)) if task.commitment
    ]
    assert left == ["c3", "c4", "c5"]


def test_role_10_the_support_unit_confers_status_and_nobody_else() -> None:
    assert roles_allowed("confer-status") == ("support-unit",)
    assert may("confer-status", "point-of-contact") == "request"
    assert roles_allowed("evaluate-requirements") == ("support-unit",)


def test_role_11_the_irm_comments_and_approves_nothing() -> None:
    assert may("approve-monitoring-body", "irm") == "comment"
    assert not [
        action for action in ACTIONS if is_allowed(action, "irm") and action not in ("read", "comment")
    ]


def test_role_11_nothing_in_a_plan_waits_for_the_irm() -> None:
    assert errors(review(complete_plan(irm_publications=()), day=SUBMITTED)) == []


REFLECTION = IrmPublicationFacts("reflection", "How cities use it", "https://example.org/reflection")


def test_role_12_the_link_is_shown() -> None:
    plan = complete_plan(
        irm_publications=(REFLECTION,), website=WebsiteFacts(irm_link="https://example.org/irm")
    )
    assert irm_links(plan) == ["https://example.org/irm", "https://example.org/reflection"]
    assert list(reflections_are_linked(plan)) == []


def test_role_12_a_reflection_without_an_address_reaches_nobody() -> None:
    plan = complete_plan(irm_publications=(dataclasses.replace(REFLECTION, url=""),))
    assert irm_links(plan) == []
    assert rules(reflections_are_linked(plan)) == ["ROLE-12"]


def test_role_13_the_next_analysis_is_in_the_calendar_as_ogps_own() -> None:
    last = IrmPublicationFacts("analysis", published_on=date(2023, 6, 30))
    plan = complete_plan(irm_publications=(last, REFLECTION))
    (entry,) = [one for one in timetable(plan) if one.rule == "ROLE-13"]
    assert (entry.subject, entry.date) == ("OGP", date(2025, 6, 30))
    assert is_ogps_own(entry)


def test_role_13_no_date_of_a_members_is_ogps() -> None:
    own = [one for one in next_dates(complete_plan(), CURRENT, SUBMITTED, 99) if is_ogps_own(one)]
    assert own == []


def orientation(*, late: str = "warn", day: date = SUBMITTED, **values: Any) -> list[Any]:
    edition = dataclasses.replace(CURRENT, orientation=dataclasses.replace(CURRENT.orientation, late=late))
    values = {"meetings": (FIRST_MEETING,), "memberships": (MEMBER,), **values}
    return check_orientation(changed(PLAN, **values), edition, day=day)


def test_orient_01_completion_on_the_day_of_the_first_meeting_is_in_time() -> None:
    assert orientation_completed_on(MEMBER) == STARTED
    assert orientation() == []


def one_day_late() -> MembershipFacts:
    late = dataclasses.replace(BOTH_SIDES[0], completed_on=date(2024, 1, 11))
    return member(orientation=(late, BOTH_SIDES[1]))


@pytest.mark.parametrize(("late", "severity"), [("warn", Severity.WARNING), ("error", Severity.ERROR)])
def test_orient_01_a_day_later_is_late_as_the_edition_weighs_it(late: str, severity: Severity) -> None:
    (said,) = orientation(late=late, memberships=(one_day_late(),))
    assert (said.rule, said.severity) == ("ORIENT-01", severity)
    assert "2024-01-11" in said.message


def test_orient_01_one_who_has_not_completed_it_is_enough() -> None:
    waiting = dataclasses.replace(BOTH_SIDES[1], completed_on=None)
    assert rules(orientation(memberships=(member(orientation=(BOTH_SIDES[0], waiting)),))) == ["ORIENT-01"]


def test_orient_01_is_not_asked_before_cocreation_starts() -> None:
    nobody = member(orientation=BOTH_SIDES[:0])
    assert "ORIENT-01" not in rules(orientation(memberships=(nobody,), day=date(2024, 1, 9)))
    assert "ORIENT-01" in rules(orientation(memberships=(nobody,), day=STARTED))


def test_orient_01_stands_in_the_timetable_of_new_members() -> None:
    plan = changed(PLAN, meetings=(FIRST_MEETING,), memberships=(MEMBER,))
    assert [(one.subject, one.date) for one in timetable(plan) if one.rule == "ORIENT-01"] == [
        ("member Monterrey", STARTED)
    ]
    old = changed(plan, memberships=(member(is_new=False),))
    assert not [one for one in timetable(old) if one.rule == "ORIENT-01"]


def test_orient_02_participants_of_both_sides_have_access() -> None:
    two_and_three = tuple(
        OrientationFacts(f"P{n}", "government" if n < 2 else "ngs", date(2023, 12, 1), date(2024, 1, 2))
        for n in range(5)
    )
    assert orientation(memberships=(member(orientation=two_and_three),)) == []


def test_orient_02_access_of_the_contact_alone_is_not_enough() -> None:
    (said,) = orientation(memberships=(member(orientation=BOTH_SIDES[:1]),))
    assert said.rule == "ORIENT-02"
    assert "Non-governmental stakeholder" in said.message


def test_orient_02_each_participant_is_invited() -> None:
    forgotten = OrientationFacts("Leo", "ngs")
    said = orientation(memberships=(member(orientation=(*BOTH_SIDES, forgotten)),))
    assert rules(said) == ["ORIENT-02", "ORIENT-01"]
    assert "Leo" in said[0].message


@pytest.mark.parametrize(
    ("mapped", "expected"),
    [("2024-01-09", []), ("2024-01-10", ["ORIENT-03"]), (None, ["ORIENT-03"])],
)
def test_orient_03_the_map_is_dated_before_the_first_consultation(
    mapped: str | None, expected: list[str]
) -> None:
    drawn = member(stakeholders_mapped_on=day(mapped) if mapped else None)
    assert rules(orientation(memberships=(drawn,))) == expected


def test_orient_04_a_second_plan_needs_no_orientation() -> None:
    bare = MembershipFacts("mty", "Monterrey")
    assert orientation(memberships=(bare,))
    assert orientation(memberships=(dataclasses.replace(bare, is_new=False),)) == []
    assert orientation(memberships=(bare,), previous_period_end=date(2023, 12, 31)) == []


def test_orient_04_a_plan_of_unknown_memberships_hears_nothing() -> None:
    assert orientation(memberships=()) == []


@pytest.mark.parametrize("kind", NGS_TYPES.slugs)
def test_v_ngs_each_kind_of_the_list_is_one(kind: str) -> None:
    assert check_organisation(OrganisationFacts("1", "Group", "ngs", kind)) == []


def test_v_ngs_a_ministry_is_no_kind_of_stakeholder() -> None:
    assert rules(check_organisation(OrganisationFacts("1", "Group", "ngs", "ministry"))) == ["V-NGS"]


def status_of(status: str) -> list[tuple[str, str]]:
    found = check_members((city("a"), city("b", status=status)), None, CURRENT)
    return [(finding.rule, str(finding.severity)) for finding in found]


@pytest.mark.parametrize("status", ["applicant", "revoked", "not-selected"])
def test_coal_03_an_applicant_cannot_be_a_partner(status: str) -> None:
    assert status_of(status) == [("COAL-03", "error")]


@pytest.mark.parametrize("status", ["inactive", "probation"])
def test_coal_03_an_inactive_partner_is_a_warning(status: str) -> None:
    assert status_of("active") == []
    assert status_of(status) == [("COAL-03", "warning")]


@pytest.mark.parametrize("admission", ["applicant", "not-selected"])
def test_coal_03_one_that_has_not_joined_is_what_became_of_its_application(admission: str) -> None:
    waiting = member(admission=admission)
    assert status_on(waiting, SUBMITTED) == admission
    assert status_on(dataclasses.replace(waiting, joined_on=SUBMITTED), SUBMITTED) == "active"


def test_coal_03_is_not_asked_of_one_that_left() -> None:
    gone = city("b", status="revoked", left_on=SUBMITTED)
    assert check_members((city("a"), gone), None, CURRENT) == []


def test_coal_16_partners_stand_in_alphabetical_order() -> None:
    partners = [city("b"), city("c"), city("a")]
    assert [one.key for one in partners_in_neutral_order(partners)] == ["a", "b", "c"]
    assert partners_in_neutral_order(partners) == partners_in_neutral_order(reversed(partners))


def test_coal_16_no_right_depends_on_the_jurisdiction() -> None:
    assert list(inspect.signature(may).parameters) == ["action", "role"]
    assert not [field.name for field in dataclasses.fields(city()) if "lead" in field.name]


MATRIX = """
    draft                 yes yes yes -- -- comment
    submit-plan           yes -- -- -- -- --
    endorse-plan          -- -- yes -- -- --
    approve-amendment     -- -- yes -- -- --
    record-meeting        yes yes yes -- -- --
    update-tracker        yes draft comment -- -- comment
    declare-implemented   yes draft comment -- -- --
    file-learning         -- -- -- yes -- --
    comment               yes yes yes receives yes yes
    respond               yes yes -- own -- --
    evaluate-requirements -- -- -- evidence yes --
    confer-status         request -- consulted -- yes --
    raise-civic-space     -- -- yes -- receives --
    upload-evidence       yes yes yes yes -- --
    read                  yes yes yes yes yes yes
"""


@pytest.mark.parametrize("line", MATRIX.strip().splitlines())
def test_the_matrix_is_the_handbooks(line: str) -> None:
    action, *answers = line.split()
    columns = ("point-of-contact", "government", "ngs", "monitoring-body", "support-unit", "public")
    assert [may(action, role) or "--" for role in columns] == answers


def test_an_unknown_action_or_role_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"No action 'fly'\. Actions: draft"):
        may("fly", "ngs")
    with pytest.raises(ValueError, match=r"No role 'mayor'\. Roles: point-of-contact"):
        is_allowed("read", "mayor")
    assert all(isinstance(may(action, role), str) for action in ACTIONS for role in ROLES.slugs)


def test_no_date_makes_the_checks_raise() -> None:
    for extreme in (date.min, date(2024, 2, 29), date.max):
        meeting = MeetingFacts("m", held_on=extreme, purposes=frozenset({"co-creation"}))
        roles = (
            RoleFacts("point-of-contact", "A", extreme),
            RoleFacts("point-of-contact", "B", extreme, extreme),
        )
        plan = plan_of(
            meetings=(meeting,),
            memberships=(member(roles=roles, stakeholders_mapped_on=extreme),),
            irm_publications=(IrmPublicationFacts("analysis", published_on=extreme),),
        )
        assert "ROLE-02" in rules(check_designations(plan, day=extreme))
        assert check_orientation(plan, CURRENT, day=extreme) is not None
        assert timetable(plan)
