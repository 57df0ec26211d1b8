"""An import makes drafts, once, and says row by row what it did."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import Page

from ogp_wagtail.exchange.commitments import saving
from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.pages.models import ActionPlanPage, ActionPlanPageGoal, CommitmentPage
from ogp_wagtail.plans.models import Commitment, Milestone
from tests import factories
from tests.exchange.worlds import (
    actions,
    draft,
    drafts,
    joint_plan,
    load,
    load_text,
    single_plan,
    written,
)

ROWS = (
    "code,title,start,end,problem,policy areas,OGP values,lead agency,milestones\n"
    "C1,Open budget,2026-03-01,2027-06-30,Nobody knows,Open Data;fiscal-openness,Access to Information,"
    "Treasury,Data set|04/2026|09/2026|Ana|in progress;Portal\n"
    "C2,Open council,2026-03-01,2027-06-30,Closed doors,,,Council;Press office,\n"
)


def test_rows_become_drafts_below_the_plan(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    assert actions(load_text(plan, tmp_path, ROWS)) == ["new", "new"]
    page = draft(plan)
    assert not page.live
    assert page.latest_revision
    assert (page.title, page.start, page.end) == ("Open budget", date(2026, 3, 1), date(2027, 6, 30))
    assert page.problem == "<p>Nobody knows</p>"
    assert page.policy_areas == ["open-data", "fiscal-openness"]
    assert page.ogp_values == ["access-to-information"]
    assert [(party.role, party.organisation) for party in page.parties.all()] == [
        ("lead-government", "Treasury")
    ]
    first, second = page.milestones.all()
    assert (first.deliverable, first.start_month, first.end_month) == (
        "Data set",
        date(2026, 4, 1),
        date(2026, 9, 1),
    )
    assert (first.responsible, first.status) == ("Ana", "in-progress")
    assert (second.deliverable, second.start_month, second.status) == ("Portal", None, "not-started")
    assert not Commitment.objects.exists()


def test_an_imported_draft_can_be_published(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    for page in drafts(plan):
        factories.publish(page)
    assert Commitment.objects.in_force().count() == 2
    assert Milestone.objects.filter(commitment__code="C1").count() == 2


def test_a_dry_run_writes_nothing_and_says_the_same(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    before = written()
    dry = load_text(plan, tmp_path, ROWS, commit=False)
    assert written() == before
    assert not dry.committed
    assert dry.rows == load_text(plan, tmp_path, ROWS).rows


def test_a_dry_run_over_changed_drafts_writes_nothing(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    before = written()
    report = load_text(plan, tmp_path, ROWS.replace("Nobody knows", "Few know"), commit=False)
    assert actions(report) == ["changed", "same"]
    assert written() == before
    assert draft(plan).problem == "<p>Nobody knows</p>"


def test_run_again_nothing_changes(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    before = written()
    assert actions(load_text(plan, tmp_path, ROWS)) == ["same", "same"]
    assert written() == before


def test_a_changed_text_is_a_new_draft_of_that_page_alone(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    pages, revisions, _register = written()
    report = load_text(plan, tmp_path, ROWS.replace("Nobody knows", "Few know"))
    assert actions(report) == ["changed", "same"]
    assert written()[:2] == (pages, revisions + 1)
    assert draft(plan).problem == "<p>Few know</p>"


def test_a_live_commitment_keeps_its_live_version(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    factories.commitment(plan, code="C1", title="Open budget", problem="<p>As agreed</p>")
    row = Commitment.objects.get()
    report = load_text(plan, tmp_path, "code,title,end\nc1,Opener budget,2028-01-31\n")
    assert actions(report) == ["changed"]
    live = CommitmentPage.objects.get(code="C1")
    assert live.live
    assert live.has_unpublished_changes
    assert (live.title, live.end, live.problem) == ("Open budget", factories.END, "<p>As agreed</p>")
    assert (draft(plan).title, draft(plan).end) == ("Opener budget", date(2028, 1, 31))
    assert draft(plan).problem == "<p>As agreed</p>"
    row.refresh_from_db()
    assert (row.title, row.end) == ("Open budget", factories.END)


def test_the_register_keeps_its_milestones_when_the_import_is_published(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    factories.publish(draft(plan))
    before = set(Milestone.objects.values_list("key", flat=True))
    load_text(plan, tmp_path, ROWS.replace("in progress", "finished"))
    factories.publish(draft(plan))
    assert set(Milestone.objects.values_list("key", flat=True)) == before
    assert Milestone.objects.get(deliverable="Data set").status == "finished"


def test_a_change_of_a_filed_commitment_is_told_to_need_an_amendment(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    factories.commitment(plan, code="C1", title="Open budget")
    Commitment.objects._update_lawfully(submitted_on=date(2026, 1, 20))
    (row,) = load_text(plan, tmp_path, "code,title\nC1,Opener budget\n").rows
    assert row.rule == "AMEND-01"
    assert "2026-01-20" in row.message


def test_empty_cells_and_missing_columns_change_nothing(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    report = load_text(plan, tmp_path, "code,title,problem,start\nC1,,,\n")
    assert actions(report) == ["same"]


def test_an_editors_markup_of_the_same_words_stays(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    page = draft(plan)
    page.problem = '<p data-block-key="a1"><b>Nobody</b> knows</p>'
    page.save_revision()
    assert actions(load_text(plan, tmp_path, ROWS)) == ["same", "same"]
    assert "<b>Nobody</b>" in draft(plan).problem


def test_a_row_without_a_code_is_known_by_its_title(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    text = "title,problem\nOpen budget,Nobody knows\n"
    assert actions(load_text(plan, tmp_path, text)) == ["new"]
    assert actions(load_text(plan, tmp_path, text)) == ["same"]
    assert actions(load_text(plan, tmp_path, "code,title\nC7,open  BUDGET\n")) == ["changed"]
    assert [page.code for page in drafts(plan)] == ["C7"]


def test_two_codes_are_two_commitments_whatever_their_titles(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    report = load_text(plan, tmp_path, "code,title\nC1,Open budget\nC2,Open budget\n")
    assert actions(report) == ["new", "new"]
    assert "A2-01" in {finding.rule for finding in report.findings}


def test_refused_rows_do_not_stop_the_others(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    report = load_text(plan, tmp_path, "code,title,start\nC1,Open budget,soon\nC2,Open council,2026-03-01\n")
    assert actions(report) == ["refused", "new"]
    assert not report.is_clean
    assert [page.code for page in drafts(plan)] == ["C2"]


@pytest.mark.parametrize(
    ("header", "cell", "rule", "allowed"),
    [
        ("start", "soon", "A2-02", "YYYY-MM-DD"),
        ("start", "2026-02-30", "A2-02", "YYYY-MM-DD"),
        ("end", "01/02/2027", "A2-02", "2027-01-02 or 2027-02-01"),
        ("scope", "shared", "COAL-09", "separate, joint"),
        ("sectors", "Fishing", "A2-12", "education"),
        ("policy_areas", "open-data;nothing", "A2-11", "open-data"),
        ("OGP values", "kindness", "A2-13", "civic-participation"),
        ("resources secured", "maybe", "A2-15", "yes, no, partially"),
        ("baseline date", "soon", "A2-07", "baseline_on: “soon” is no date"),
        ("baseline_value", "9" * 61, "A2-07", "baseline_value: at most 60 characters"),
        (
            "goals",
            "Be kind",
            "A2-10",
            "goals: “Be kind” is no long-term goal of the plan; its goals are: none yet",
        ),
        ("resources", "gold", "A2-14", "resources: “gold” is not in the list; allowed: budget"),
        ("resources", "budget|1,000", "A2-14", "12000.50"),
        ("resources", "budget|1000|euros", "A2-14", "EUR"),
        ("resources", "a|b|c|d|e|f", "A2-14", "kind|amount|currency"),
        ("development_goals", "18", "A2-16", "development_goals: “18” is not in the list; allowed: 1, 2"),
        ("lead_agency", "Treasury|Oeste", "COAL-11", "Norte"),
        ("lead_agency", "Treasury|Norte|Sur", "A2-03", "organisation|jurisdiction"),
        ("jurisdictions", "Oeste", "COAL-09", "Norte"),
        ("milestones", "Portal|13/2026", "A2-17", "MM/YYYY"),
        ("milestones", "a|b|c|d|e|f", "A2-17", "deliverable|MM/YYYY"),
    ],
)
def test_a_cell_that_cannot_be_read_refuses_its_row_with_rule_and_what_is_allowed(
    home: Page, tmp_path: Path, header: str, cell: str, rule: str, allowed: str
) -> None:
    plan = single_plan(home)
    (row,) = load_text(plan, tmp_path, f'code,title,{header}\nC1,Open budget,"{cell}"\n').rows
    assert (row.action, row.rule, row.place.row) == ("refused", rule, 2)
    assert allowed in row.message
    assert drafts(plan) == []


ANNEX_2 = (
    "code,title,baseline,what it counts,as of,goals,how it leads to the goals,resources,lead agency,"
    "other programmes,development plans,Sustainable Development Goals,gender analysis\n"
    "C1,Open budget,26,% of complaints,2025-12-31,2;trust in the council,A step,"
    "budget|12000.50|eur|Servers|Treasury;Staff|2,Treasury|Norte; Council|Sur,Digital plan,Plan 2030,5;16,Equal\n"
)


def with_goals(home: Page) -> ActionPlanPage:
    page = joint_plan(home)
    page.goals = [ActionPlanPageGoal(text=text) for text in ("Trust in the council", "Clean water")]
    page.save_revision()
    return page


def test_items_7_10_14_and_16_of_annex_2_are_imported(home: Page, tmp_path: Path) -> None:
    plan = with_goals(home)
    report = load_text(plan, tmp_path, ANNEX_2)

    assert actions(report) == ["new"]
    assert report.ignored == ()
    page = draft(plan)
    assert (page.baseline_value, page.baseline_unit) == ("26", "% of complaints")
    assert page.baseline_on == date(2025, 12, 31)
    trust, water = (str(one.translation_key) for one in plan.get_latest_revision_as_object().goals.all())
    assert page.goals == [water, trust]
    assert page.contribution_to_goals == "<p>A step</p>"
    assert [(one.kind, one.amount, one.currency, one.provider) for one in page.resources.all()] == [
        ("budget", Decimal("12000.50"), "EUR", "Treasury"),
        ("staff", Decimal(2), "", ""),
    ]
    assert [(one.organisation, one.jurisdiction.name) for one in page.parties.all()] == [
        ("Treasury", "Norte"),
        ("Council", "Sur"),
    ]
    assert (page.other_programmes, page.development_plans) == ("<p>Digital plan</p>", "<p>Plan 2030</p>")
    assert (page.development_goals, page.gender_analysis) == (["5", "16"], "<p>Equal</p>")


def test_items_7_10_14_and_16_of_annex_2_are_the_same_the_second_time(home: Page, tmp_path: Path) -> None:
    plan = with_goals(home)
    load_text(plan, tmp_path, ANNEX_2)

    assert actions(load_text(plan, tmp_path, ANNEX_2)) == ["same"]
    assert actions(load_text(plan, tmp_path, ANNEX_2.replace("12000.50", "13000"))) == ["changed"]
    assert actions(load_text(plan, tmp_path, ANNEX_2.replace("Council|Sur", "Council|Norte"))) == ["changed"]


def test_a_row_without_a_title_is_refused(home: Page, tmp_path: Path) -> None:
    (row,) = load_text(single_plan(home), tmp_path, "code,title\nC1,\n").rows
    assert (row.action, row.rule) == ("refused", "A2-01")


def test_a_code_or_title_twice_in_a_file_refuses_the_second(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    report = load_text(plan, tmp_path, "code,title\nC1,One\nc1,Two\n,Three\n,three\n")
    assert actions(report) == ["new", "refused", "new", "refused"]
    assert "row 2" in report.rows[1].message
    assert "row 4" in report.rows[3].message


def test_a_code_that_no_address_can_hold_is_changed_and_told(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    (row,) = load_text(plan, tmp_path, "code,title\n1.1 a,Open budget\n").rows
    assert row.code == "1-1-a"
    assert "“1.1 a” becomes “1-1-a”" in row.message


def test_words_for_an_unknown_date_are_told_and_leave_it_open(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    (row,) = load_text(plan, tmp_path, "code,title,start,end\nC1,Open budget,Not Specified,NR\n").rows
    assert row.action == "new"
    assert "Not Specified" in row.message
    assert draft(plan).start is None


def test_a_title_too_long_is_shortened_and_kept_whole_in_the_text(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    title = "A & B " + "word " * 80
    text = f"code,title,notes\nC1,{title},Something more\n"
    (row,) = load_text(plan, tmp_path, text).rows
    assert "255" in row.message
    page = draft(plan)
    assert page.title.endswith("…")
    assert page.additional_information.startswith("<p>Something more</p><p>A &amp; B word")
    assert actions(load_text(plan, tmp_path, text)) == ["same"]


def test_a_joint_commitment_is_of_all_members(home: Page, tmp_path: Path) -> None:
    plan = joint_plan(home)
    load_text(plan, tmp_path, "code,title,scope\nC1,Open budget,Joint\n")
    assert [str(part.jurisdiction) for part in draft(plan).participations.all()] == ["Norte", "Sur"]


def test_a_member_may_have_its_own_last_day(home: Page, tmp_path: Path) -> None:
    plan = joint_plan(home)
    text = "code,title,scope,cities\nC1,Open budget,joint,norte: 2027-05-31; Sur\n"
    load_text(plan, tmp_path, text)
    parts = {str(part.jurisdiction): part.end for part in draft(plan).participations.all()}
    assert parts == {"Norte": date(2027, 5, 31), "Sur": None}
    assert actions(load_text(plan, tmp_path, text)) == ["same"]


def test_a_separate_commitment_of_nobody_in_particular_is_said_by_the_rule(
    home: Page, tmp_path: Path
) -> None:
    report = load_text(joint_plan(home), tmp_path, "code,title\nC1,Open budget\n")
    assert "COAL-09" in {finding.rule for finding in report.findings}


def test_a_milestone_may_stand_in_a_row_of_its_own(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    text = (
        "code,parent,title,start,end,status,agency\n"
        "C1.1,C1,Data set,04/2026,2026-09,Complete,Treasury\n"
        "C1,,Open budget,2026-03-01,2027-06-30,,\n"
        "C1.2,C1,Data set,,,dreamt of,Treasury; Press office\n"
    )
    report = load_text(plan, tmp_path, text)
    assert actions(report) == ["new", "new", "new"]
    assert "dreamt of" in report.rows[2].message
    first, second = draft(plan).milestones.all()
    assert (first.status, first.start_month, first.responsible) == ("finished", date(2026, 4, 1), "Treasury")
    assert second.status == "not-started"
    assert [party.organisation for party in draft(plan).parties.all()] == ["Treasury", "Press office"]
    assert actions(load_text(plan, tmp_path, text)) == ["same", "same", "same"]
    report = load_text(plan, tmp_path, text.replace("C1.1,C1,Data set", "C1.1,C1,Data sets"))
    assert actions(report) == ["changed", "same", "same"]
    assert [one.deliverable for one in draft(plan).milestones.all()] == ["Data sets", "Data set"]


def test_a_milestone_without_its_commitment_is_refused(home: Page, tmp_path: Path) -> None:
    (row,) = load_text(single_plan(home), tmp_path, "code,parent,title\nC9.1,C9,Data set\n").rows
    assert (row.action, row.rule) == ("refused", "A2-17")
    assert "C9" in row.message


def test_the_same_milestone_twice_is_refused(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    text = "code,parent,title\nC1,,Open budget\nC1.1,C1,One\nc1.1,C1,Two\n,C1,Three\n,C1,three\n"
    report = load_text(plan, tmp_path, text)
    assert actions(report) == ["new", "new", "refused", "new", "refused"]


def test_a_locked_page_is_left_alone(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, ROWS)
    CommitmentPage.objects.filter(code="C1").update(locked=True, locked_at=timezone.now())
    assert actions(load_text(plan, tmp_path, ROWS)) == ["same", "same"]
    before = written()
    report = load_text(plan, tmp_path, ROWS.replace("Nobody", "Somebody"))
    assert actions(report) == ["refused", "same"]
    assert "locked" in report.rows[0].message
    assert written() == before


def test_the_report_says_what_publishing_the_set_would_break(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    factories.commitment(plan, code="C0")
    rows = "".join(f"C{n},Title {n},2026-03-01,2027-06-30\n" for n in range(1, 6))
    report = load_text(plan, tmp_path, f"code,title,start,end\n{rows}")
    (finding,) = report.findings
    assert finding.rule == "PLAN-COUNT-01"
    assert (finding.values["count"], finding.values["allowed"]) == (6, 5)


def test_a_draft_plan_is_judged_by_what_its_page_says(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home, live=False)
    report = load_text(plan, tmp_path, "code,title,start,end\nC1,One,2026-03-01,2029-01-01\n")
    assert [finding.rule for finding in report.findings] == ["COM-DUR-02"]


def test_a_lawful_import_has_nothing_to_say(home: Page, tmp_path: Path) -> None:
    assert load_text(single_plan(home), tmp_path, ROWS).is_clean


def test_nothing_is_half_written(home: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = single_plan(home)
    before = written()
    slugs = iter(["one", "a/b"])
    monkeypatch.setattr(saving, "_free_slug", lambda _page, _taken: next(slugs))
    with pytest.raises(Exception, match="slug"):
        load_text(plan, tmp_path, ROWS)
    assert written() == before


def test_pages_get_slugs_of_their_own(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, "code,title\nC1,Open budget\nC2,Open budget\nC3,¿?\n")
    assert [page.slug for page in drafts(plan)] == ["open-budget", "open-budget-2", "c3"]


def test_ten_thousand_rows_are_understood(home: Page, tmp_path: Path) -> None:
    rows = "".join(f"C{n},Title {n},2026-03-01,2027-06-30\n" for n in range(10_000))
    report = load_text(single_plan(home), tmp_path, f"code,title,start,end\n{rows}", commit=False)
    assert report.counts["new"] == 10_000
    assert [finding.rule for finding in report.findings] == ["PLAN-COUNT-01"]


def test_a_plan_without_a_page_is_refused(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home, live=False)
    plan.delete()
    with pytest.raises(WrongInput, match="deleted"):
        load(plan, tmp_path)
