"""Forum, website, news and repository (MSF, WEB, REPO; Annexes 3 and 4)."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, Edition, MilestoneFacts, PlanFacts, review_filing
from ogp_wagtail.handbook.facts import EntryFacts, EvidenceFacts, MoveFacts, NoticeFacts, UpdateFacts
from ogp_wagtail.handbook.openness import check_openness
from ogp_wagtail.handbook.openness.news import MONTHS_NAMED, months_without_news
from ogp_wagtail.handbook.openness.repository import (
    TableRow,
    evidence_table,
    folders_needed,
    last_updated,
    repository,
)
from ogp_wagtail.handbook.review import as_filed
from ogp_wagtail.handbook.timetable import timetable

from .build import (
    NEWS,
    SUBMITTED,
    WEBSITE,
    changed,
    city,
    complete_commitment,
    complete_plan,
    council,
    rules,
)

PLAN = as_filed(complete_plan(), SUBMITTED)
LATER = date(2024, 4, 10)


def found(
    plan: PlanFacts = PLAN, on: date = SUBMITTED, edition: Edition = CURRENT, **values: Any
) -> list[str]:
    return rules(check_openness(changed(plan, **values), edition, day=on))


def severities(rule: str, plan: PlanFacts = PLAN, on: date = SUBMITTED, **values: Any) -> list[str]:
    findings = check_openness(changed(plan, **values), CURRENT, day=on)
    return [str(one.severity) for one in findings if one.rule == rule]


def site(**values: Any) -> dict[str, Any]:
    return {"website": dataclasses.replace(WEBSITE, **values)}


def web(**values: Any) -> Edition:
    return dataclasses.replace(CURRENT, web=dataclasses.replace(CURRENT.web, **values))


def test_everything_is_open() -> None:
    assert found() == []


def test_msf_01_an_existing_council_will_do() -> None:
    assert "MSF-01" not in found(spaces=(council(),))


def test_msf_01_a_forum_is_recommended_and_never_an_error() -> None:
    assert severities("MSF-01", spaces=()) == ["warning"]


FORUM = dataclasses.replace(council(), name="Forum", kind="multi-stakeholder-forum")


def test_msf_02_a_forum_of_both_sides_that_meets_regularly() -> None:
    assert found(spaces=(FORUM,)) == []


@pytest.mark.parametrize("values", [{"sectors": frozenset({"ngs"})}, {"meets_regularly": False}])
def test_msf_02_one_side_alone_or_no_rhythm_is_no_forum(values: dict[str, Any]) -> None:
    assert severities("MSF-02", spaces=(dataclasses.replace(FORUM, **values),)) == ["error"]
    assert severities("MSF-02", spaces=(council(**values),)) == [], "of another space it is not asked"


def test_msf_02_keeps_the_plan_from_being_filed() -> None:
    plan = complete_plan(spaces=(dataclasses.replace(FORUM, meets_regularly=False),))
    assert rules(review_filing(plan, day=SUBMITTED)) == ["MSF-02"]


def test_msf_03_told_before_the_submission() -> None:
    assert found(spaces=(council(su_informed_on=SUBMITTED),)) == []


def test_msf_03_never_told_is_an_error_and_told_late_a_warning() -> None:
    assert severities("MSF-03", spaces=(council(su_informed_on=None),)) == ["error"]
    assert severities("MSF-03", spaces=(council(su_informed_on=date(2024, 3, 16)),)) == ["warning"]


def test_msf_03_members_that_cocreate_separately_tell_it_each() -> None:
    told = council(members=frozenset({"a"}))
    silent = dataclasses.replace(council(su_informed_on=None, members=frozenset({"b"})), name="Assembly")
    pair = changed(PLAN, members=(city("a"), city("b")), cocreation_mode="separate", spaces=(told, silent))
    findings = check_openness(pair, CURRENT, day=SUBMITTED)
    assert [(one.rule, one.subject) for one in findings] == [("MSF-03", "member B")]


def test_msf_04_several_kinds_of_groups() -> None:
    assert "MSF-04" not in found()


def test_msf_04_one_kind_alone_is_warned_and_none_on_record_is_advice() -> None:
    assert severities("MSF-04", spaces=(council(group_types=frozenset({"university"})),)) == ["warning"]
    assert severities("MSF-04", spaces=(council(group_types=frozenset()),)) == ["advice"]


def test_web_without_a_site_the_list_is_not_asked() -> None:
    assert found(website=None) == []


def test_web_01_linked_and_searchable() -> None:
    assert found(**site(linked=True, searchable=True)) == []


@pytest.mark.parametrize("values", [{"linked": False}, {"searchable": False}])
def test_web_01_an_unlinked_page_is_hard_to_find(values: dict[str, Any]) -> None:
    assert severities("WEB-01", **site(**values)) == ["warning"]


def test_web_02_agency_and_contact() -> None:
    assert "WEB-02" not in found()


def test_web_02_the_agency_is_missing() -> None:
    assert severities("WEB-02", **site(lead_agency=False)) == ["warning"]
    assert severities("WEB-02", **site(contact=False)) == ["warning"]


def news(*topics: str, **values: Any) -> NoticeFacts:
    values = {"published_on": date(2024, 2, 10), **values}
    return NoticeFacts("x", "news", "News", topics=frozenset(topics), **values)


def test_web_03_timeline_opportunities_and_decisions() -> None:
    told = (news("timeline", "opportunities", "decision-making", "draft-commitments"),)
    assert "WEB-03" not in found(notices=told)


def test_web_03_a_timeline_alone_is_not_enough() -> None:
    assert severities("WEB-03", notices=(news("timeline"),)) == ["warning"]


def opportunity(**values: Any) -> NoticeFacts:
    return dataclasses.replace(NEWS[0], **values)


def test_web_04_site_and_radio_before_the_event() -> None:
    assert "WEB-04" not in found(notices=(opportunity(), NEWS[1]))


@pytest.mark.parametrize(
    "values",
    [
        {"channels": frozenset({"website"})},
        {"channels": frozenset()},
        {"channels": frozenset({"radio-tv"})},
        {"published_on": date(2024, 1, 21)},
        {"published_on": date(2024, 1, 20)},
    ],
)
def test_web_04_the_site_alone_or_after_the_event_is_warned(values: dict[str, Any]) -> None:
    assert severities("WEB-04", notices=(opportunity(**values), NEWS[1])) == ["warning"]


def test_web_05_notes_drafts_contributions_and_responses() -> None:
    assert "WEB-05" not in found()


def test_web_05_no_response_of_the_government() -> None:
    silent = tuple(dataclasses.replace(one, answered_on=None) for one in PLAN.contributions)
    findings = check_openness(changed(PLAN, contributions=silent), CURRENT, day=SUBMITTED)
    assert [(one.rule, one.message) for one in findings] == [
        ("WEB-05", "Of the making of the plan, news lack: the government's response.")
    ]


def stuck(*updates: UpdateFacts) -> PlanFacts:
    milestone = MilestoneFacts("m", "A data set", status="stuck")
    commitment = complete_commitment("C1", milestones=(milestone,), included_on=SUBMITTED)
    return changed(PLAN, commitments=(commitment,), updates=updates)


def update(**values: Any) -> UpdateFacts:
    return UpdateFacts("u", date(2024, 4, 1), date(2024, 6, 30), entries=(EntryFacts("c1", **values),))


@pytest.mark.parametrize(
    "values",
    [{"delay_reason": "No tender."}, {"moves": (MoveFacts("m", "not-started", "stuck", "No tender."),)}],
)
def test_web_06_a_delay_that_is_explained(values: dict[str, Any]) -> None:
    assert found(stuck(update(**values))) == []


def test_web_06_a_stuck_milestone_without_a_reason() -> None:
    assert severities("WEB-06", stuck()) == ["warning"]
    assert severities("WEB-06", stuck(update(text="Busy."))) == ["warning"]


def test_web_07_updates_can_be_commented() -> None:
    assert found(PLAN, LATER) == []


def test_web_07_without_comments_there_is_a_warning_once_the_plan_runs() -> None:
    assert severities("WEB-07", PLAN, LATER, **site(comments=False)) == ["warning"]
    assert severities("WEB-07", PLAN, SUBMITTED, **site(comments=False)) == []


def test_web_08_a_strategy_is_linked() -> None:
    assert "WEB-08" not in found(**site(strategy="https://open.example.org/strategy"))


def test_web_08_without_one_there_is_advice() -> None:
    assert severities("WEB-08", **site(strategy="")) == ["advice"]


def test_web_09_updated_in_the_quarter() -> None:
    assert "WEB-09" not in found(PLAN, LATER, **site(updated_on=date(2024, 4, 2)))


def test_web_09_seven_months_old() -> None:
    old = EvidenceFacts("e", added_on=date(2024, 3, 1))
    plan = changed(PLAN, commitments=())
    assert severities("WEB-09", plan, date(2024, 10, 16), evidence=(old,)) == ["warning", "warning"]
    assert severities("WEB-09", plan, date(2024, 6, 15)) == [], "three months are still fresh"
    assert severities("WEB-09", plan, date(2028, 1, 1)) == [], "the plan is over"


def months(
    *published: date, on: date = date(2024, 4, 1), edition: Edition = CURRENT, **values: Any
) -> list[str]:
    told = tuple(news(published_on=one) for one in published)
    start = NoticeFacts("s", "opportunity", published_on=date(2024, 1, 5))
    plan = changed(PLAN, **{"notices": (start, *told), "meetings": (), **site(updated_on=None), **values})
    return [str(month) for month in months_without_news(plan, edition, on)]


def test_web_10_news_on_the_last_of_january_and_the_first_of_february_cover_two_months() -> None:
    assert months(date(2024, 1, 31), date(2024, 2, 1), date(2024, 3, 1)) == []


def test_web_10_no_news_in_february() -> None:
    assert months(date(2024, 3, 1)) == ["02/2024"]
    assert severities("WEB-10", PLAN, date(2024, 4, 1), notices=(), **site(updated_on=None)) == ["warning"]


def test_web_10_a_month_is_looked_at_when_it_is_over() -> None:
    assert months(on=date(2024, 2, 29)) == []
    assert months(on=date(2024, 3, 1)) == ["02/2024"]


def test_web_10_only_cocreation_or_under_the_other_reading_the_whole_plan() -> None:
    told = (date(2024, 2, 1), date(2024, 3, 1))
    assert months(*told, on=date(2024, 6, 1)) == []
    assert months(*told, on=date(2024, 6, 1), edition=web(monthly_scope="all")) == ["04/2024", "05/2024"]


def test_web_10_the_timetable_follows_the_same_reading() -> None:
    def dates(edition: Edition) -> list[date]:
        return [one.date for one in timetable(PLAN, edition) if one.rule == "WEB-10"]

    assert dates(CURRENT) == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)]
    assert dates(web(monthly_scope="all"))[-1] == date(2027, 10, 31)


def test_web_10_a_mistyped_year_names_the_last_months_only() -> None:
    old = NoticeFacts("s", "opportunity", published_on=date(24, 1, 5))
    (finding,) = (
        one
        for one in check_openness(changed(PLAN, notices=(old,)), CURRENT, day=date(2024, 4, 1))
        if one.rule == "WEB-10"
    )
    assert finding.message.count("/") == MONTHS_NAMED


@pytest.mark.parametrize("rule", ["WEB-01", "WEB-02", "WEB-03", "WEB-04", "WEB-05", "WEB-06", "WEB-07"])
def test_web_missing_items_are_warned_or_left_out_by_the_edition(rule: str) -> None:
    bare = site(linked=False, lead_agency=False, comments=False)
    plan = changed(stuck(), notices=(opportunity(channels=frozenset(), topics=frozenset()),), **bare)
    assert rule in found(plan, LATER)
    assert rule not in found(plan, LATER, web(missing_item="off"))


PROCESS = EvidenceFacts("e0", "Minutes", added_on=SUBMITTED)
OF_C1 = EvidenceFacts(
    "e1", "Data", dated_on=date(2024, 4, 5), added_on=LATER, folder="c1", proves=frozenset({"m"})
)
OF_C2 = EvidenceFacts("e2", "Law", added_on=LATER, folder="c2", proves=frozenset({"c2"}))


def test_repo_01_a_repository_gives_its_evidence_by_folder() -> None:
    assert repository(changed(PLAN, evidence=(PROCESS, OF_C1))) == {"": (PROCESS,), "c1": (OF_C1,)}


def test_repo_01_a_member_without_one_is_not_blocked() -> None:
    assert repository(PLAN) == {}
    assert not [rule for rule in found(PLAN, LATER) if rule.startswith("REPO")]


def test_repo_02_five_commitments_need_six_folders() -> None:
    five = tuple(complete_commitment(f"C{number}", included_on=SUBMITTED) for number in range(1, 6))
    plan = changed(PLAN, commitments=five)
    assert folders_needed(plan) == ("", "c1", "c2", "c3", "c4", "c5")
    full = tuple(dataclasses.replace(OF_C1, folder=folder) for folder in folders_needed(plan))
    assert "REPO-02" not in found(plan, LATER, evidence=full)


def test_repo_02_the_folder_of_the_process_is_missing() -> None:
    findings = check_openness(changed(PLAN, evidence=(OF_C1, OF_C2)), CURRENT, day=LATER)
    assert [(one.rule, one.severity, one.message) for one in findings] == [
        ("REPO-02", "advice", "In the repository there is nothing yet on: the process.")
    ]


def test_repo_02_a_commitment_that_has_not_begun_has_nothing_to_show() -> None:
    assert "REPO-02" not in found(PLAN, SUBMITTED, evidence=(PROCESS,))
    assert "REPO-02" in found(PLAN, LATER, evidence=(PROCESS,))


def test_repo_03_commitments_milestones_and_their_evidence_in_one_table() -> None:
    rows = evidence_table(changed(PLAN, evidence=(PROCESS, OF_C1, OF_C2)))
    assert TableRow("C1", "A data set", "not-started", "Data", date(2024, 4, 5)) in rows
    assert TableRow("C2", "", "", "Law", None) in rows
    assert TableRow("C1", "", "", "", None) in rows


def test_repo_03_evidence_linked_to_no_commitment_has_no_line() -> None:
    assert "Minutes" not in {row.evidence for row in evidence_table(changed(PLAN, evidence=(PROCESS,)))}


def test_repo_04_the_day_of_the_last_update() -> None:
    plan = changed(PLAN, evidence=(PROCESS, OF_C1))
    assert last_updated(plan) == LATER
    assert "REPO-04" not in found(plan)


def test_repo_04_without_a_date_there_is_a_warning() -> None:
    assert severities("REPO-04", evidence=(EvidenceFacts("e"),)) == ["warning"]


def test_repo_05_affiliations_are_shown_and_names_hidden() -> None:
    listed = dataclasses.replace(PROCESS, key="list", privacy="affiliations")
    assert "REPO-05" not in found(evidence=(PROCESS, listed))
    hidden = dataclasses.replace(PROCESS, key="list", privacy="restricted")
    assert "REPO-05" not in found(evidence=(PROCESS, hidden))


def test_repo_05_a_whole_folder_hidden() -> None:
    hidden = tuple(dataclasses.replace(PROCESS, key=key, privacy="restricted") for key in ("a", "b"))
    assert severities("REPO-05", evidence=hidden) == ["warning"]


@pytest.mark.parametrize("on", [date.min, date.max, date(2024, 2, 29)])
def test_no_day_makes_openness_raise(on: date) -> None:
    odd = changed(
        PLAN,
        submitted_on=min(on, SUBMITTED),
        period_end=on,
        notices=(opportunity(published_on=on, event_on=on),),
        evidence=(dataclasses.replace(PROCESS, added_on=on),),
        **site(updated_on=on),
    )
    for looked in (date.min, on, date.max):
        check_openness(odd, CURRENT, day=looked)
