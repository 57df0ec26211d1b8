"""An editor of a coalition at work in the admin, from the coalition to the evidence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from tests.browser.editor import Editor
from tests.browser.site import LiveSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]

YEAR = timezone.localdate().year
PLAN = "Plan de acción conjunto de gobierno abierto"


@pytest.fixture
def contact(browser: Any, site: LiveSite) -> Editor:
    """The point of contact of the demo, in English."""
    return Editor(browser, site, "demo-poc")


def page_id(site: LiveSite, title: str) -> object:
    """The number of the page of this title."""
    return site.rows("SELECT id FROM wagtailcore_page WHERE title = ?", title)[0][0]


# Coalition


def add_country(editor: Editor, name: str, code: str) -> None:
    editor.open("/admin/ogp/countries/new/")
    editor.text("name", name)
    editor.text("code", code)
    editor.create()


def add_jurisdiction(editor: Editor, name: str, country: str, term_end: str) -> None:
    editor.open("/admin/ogp/jurisdictions/new/")
    editor.text("name", name)
    editor.choose("country", country)
    editor.choose("kind", "City or municipality")
    term = editor.row("terms")
    editor.text(f"{term}-start", f"{YEAR - 1}-01-01")
    editor.text(f"{term}-end", term_end)
    editor.create()
    assert f"Jurisdiction '{name}' created" in editor.said()


def write_coalition(editor: Editor, name: str, country: str, *members: str) -> None:
    editor.open("/admin/ogp/coalitions/")
    editor.add()
    editor.text("name", name)
    editor.choose("country", country)
    for member in members:
        editor.choose(f"{editor.row('members')}-jurisdiction", member)


def test_the_menu_holds_the_work_in_its_order(contact: Editor) -> None:
    contact.tab.get_by_role("button", name="Open government").click()
    menu = contact.tab.get_by_role("link", name="Plans", exact=True).locator("xpath=ancestor::ul[1]")
    menu.wait_for()
    contact.look("menu")
    entries = menu.get_by_role("link").all_inner_texts()
    assert entries[:6] == ["Plans", "Commitments", "Coalitions", "Meetings", "Notices", "Contributions"]
    later = [
        "Quarterly updates",
        "Evidence",
        "Folders",
        "People",
        "Organisations",
        "Endorsements",
        "Amendments",
    ]
    assert [one for one in entries if one in later] == later
    assert {"Jurisdictions", "Monitoring bodies"} <= set(entries)
    assert "Inception reports" not in entries, "they are the monitoring body's"


def test_a_fifth_member_and_one_of_another_country_are_refused_at_their_rows_and_nothing_is_lost(
    contact: Editor,
) -> None:
    add_country(contact, "Elsewhere", "XE")
    add_jurisdiction(contact, "Faraway", "Elsewhere", f"{YEAR + 3}-12-31")
    cities = ["Altamira", "Puerto Sereno", "San Miguel del Llano", "Valle Claro", "Faraway"]
    write_coalition(contact, "Five", "Costa Clara", *cities)
    contact.create()
    contact.look("coalition-refused")
    assert "COAL-01" in contact.said()
    assert "COAL-01" in contact.error_above("members")
    assert "COAL-02" in contact.error_at("members-4-jurisdiction")
    assert contact.value("name") == "Five"
    chosen = contact.tab.locator("select[name^=members][name$=jurisdiction] option:checked")
    assert chosen.all_inner_texts() == cities
    assert contact.site.rows("SELECT * FROM ogp_wagtail_coalition WHERE name = 'Five'") == []


# Plan and commitments


@pytest.fixture
def three_valleys(contact: Editor) -> Editor:
    """The editor after she has made a coalition of three, with its contact and its monitoring body."""
    add_country(contact, "Tierra Alta", "XT")
    add_jurisdiction(contact, "Lomas", "Tierra Alta", f"{YEAR + 3}-12-31")
    add_jurisdiction(contact, "Ribera", "Tierra Alta", f"{YEAR + 4}-06-30")
    add_jurisdiction(contact, "Sierra", "Tierra Alta", f"{YEAR + 4}-12-31")
    write_coalition(contact, "Three Valleys", "Tierra Alta", "Lomas", "Ribera", "Sierra")
    contact.choose("point_of_contact", "Lucía Herrera Paz")
    contact.choose("monitoring_body", "Centro de Estudios de Gobierno Local, Universidad de Costa Clara")
    contact.look("coalition")
    contact.create()
    assert "Coalition 'Three Valleys' created" in contact.said()
    return contact


def test_a_coalition_writes_a_joint_plan_and_is_told_at_each_field_what_is_forbidden(
    three_valleys: Editor,
) -> None:
    editor = three_valleys
    write_plan(editor)
    write_joint_commitment(editor)
    read_the_desk(editor)


def write_plan(editor: Editor) -> None:
    """A draft may be unfinished; publishing asks for the last day."""
    editor.open("/admin/ogp/plans/")
    editor.add()
    if "choose_parent" in editor.tab.url:  # Wagtail 8.0 goes straight to the only landing page of a language
        editor.choose_parent("Gobierno abierto")
    editor.text("title", "A plan of three valleys")
    editor.choose("coalition", "Three Valleys")
    editor.rich("long_term_vision", "Everybody may see what is decided.")
    editor.save_draft()
    assert editor.site.rows("SELECT live FROM wagtailcore_page WHERE title = 'A plan of three valleys'") == [
        (0,)
    ]
    editor.publish()
    editor.look("plan-refused")
    assert "PLAN-PERIOD-04" in editor.error_at("period_end")
    editor.text("period_start", f"{YEAR + 1}-01-01")
    editor.text("period_end", f"{YEAR + 4}-10-31")
    editor.publish()
    assert "'A plan of three valleys' has been published" in editor.said()


def write_joint_commitment(editor: Editor) -> None:
    """Too short, without a member, a day too late for a member; then right."""
    editor.open("/admin/ogp/commitments/")
    editor.add()
    editor.choose_parent("A plan of three valleys")
    editor.text("title", "One register of contracts")
    editor.choose("scope", "Joint: every jurisdiction of the coalition")
    editor.text("start", f"{YEAR + 1}-02-01")
    editor.text("end", f"{YEAR + 1}-12-31")
    editor.rich("action", "All contracts are published in one place.")
    for city in ("Lomas", "Ribera"):
        editor.choose(f"{editor.row('participations')}-jurisdiction", city)
    editor.publish()
    editor.look("commitment-refused")
    assert "COM-DUR-01" in editor.error_at("end")
    assert f"{YEAR + 2}-01-31" in editor.error_at("end")
    assert "COAL-10" in editor.error_above("participations")
    editor.text("end", f"{YEAR + 3}-11-01")
    editor.choose(f"{editor.row('participations')}-jurisdiction", "Sierra")
    editor.publish()
    assert "COAL-06" in editor.error_above("participations")
    assert f"{YEAR + 3}-10-31" in editor.error_above("participations")
    assert "All contracts" in editor.tab.locator("[data-contentpath=action]").first.inner_text()
    editor.text("participations-0-end", f"{YEAR + 3}-10-31")
    editor.publish()
    assert "published" in editor.said()


def read_the_desk(editor: Editor) -> None:
    """The split as a matrix, and a finding that leads to its field."""
    editor.open("/admin/ogp/plans/")
    row = editor.tab.get_by_role("row").filter(has_text="A plan of three valleys")
    editor.press(row.get_by_role("link", name="Check and file"))
    editor.look("desk")
    split = editor.tab.get_by_role("region", name="Who does what")
    assert split.get_by_role("columnheader").all_inner_texts() == ["Commitment", "Lomas", "Ribera", "Sierra"]
    parts = split.get_by_role("row").last.get_by_role("cell").all_inner_texts()
    assert parts == [f"until 10/31/{YEAR + 3}", *[f"until 11/01/{YEAR + 3}"] * 2]
    desk = editor.tab.url
    for item, field in (("4.2", "achievements"), ("4.1", "goals")):
        finding = editor.tab.get_by_role("row").filter(has_text=f"Item {item} is empty")
        editor.press(finding.get_by_role("link", name="Plan"))
        assert field in editor.tab.url.partition("#")[2]
        editor.tab.locator(f'[data-contentpath="{field}"]').first.wait_for()
        editor.tab.goto(desk)


def test_a_new_milestone_of_a_live_commitment_keeps_its_key_from_draft_to_draft(contact: Editor) -> None:
    commitment = page_id(contact.site, "Presupuesto joven y consejos en los colegios")
    contact.open(f"/admin/pages/{commitment}/edit/")
    milestone = contact.row("milestones")
    contact.text(f"{milestone}-deliverable", "First words")
    contact.text(f"{milestone}-start_month", f"02/{YEAR + 1}")
    contact.save_draft()
    contact.look("milestone")
    key = contact.value(f"{milestone}-row_key")
    contact.text(f"{milestone}-deliverable", "Better words")
    contact.save_draft()
    assert contact.value(f"{milestone}-deliverable") == "Better words"
    assert contact.value(f"{milestone}-row_key") == key
    assert len(key) == 36


# Meeting, evidence, translation


def test_a_meeting_is_recorded_with_its_attendance_by_sector(contact: Editor) -> None:
    contact.open("/admin/ogp/meetings/")
    contact.add()
    contact.choose_parent(PLAN)
    contact.text("title", "Segunda sesión de seguimiento")
    contact.text("held_on", timezone.localdate().isoformat())
    contact.choose("mode", "Hybrid")
    contact.tick("Implementation")
    for text in ("agenda", "minutes", "decisions"):
        contact.rich(text, f"Words of the {text}.")
    attend(contact, "Red de Jóvenes", "Non-governmental stakeholder", "7")
    attend(contact, "Secretaría General", "Government", "2")
    contact.look("meeting")
    contact.publish()
    assert "published" in contact.said()
    contact.press(contact.tab.get_by_role("link", name="View live"))
    contact.look("meeting-live")
    shown = contact.tab.locator("main").inner_text()
    assert all(word in shown for word in ("Red de Jóvenes", "7", "Words of the minutes."))


def attend(editor: Editor, organisation: str, sector: str, people: str) -> None:
    row = editor.row("attendances")
    editor.text(f"{row}-affiliation", organisation)
    editor.choose(f"{row}-sector", sector)
    editor.text(f"{row}-headcount", people)


def test_a_file_is_uploaded_linked_to_a_commitment_and_found_by_its_words(
    contact: Editor, tmp_path: Path
) -> None:
    file = tmp_path / "acta-del-consejo.md"
    file.write_text("# Acta\n\nEl consejo aprobó la ordenanza del zorzal.\n", encoding="utf-8")
    contact.open("/admin/ogp/evidence/")
    contact.add()
    contact.choose("plan", PLAN)
    contact.tab.set_input_files("[name=file]", file)
    contact.choose("commitments", "costa-clara: C3 Vigilancia ciudadana de la calidad del agua")
    contact.create()
    contact.look("evidence")
    assert "created" in contact.said()
    contact.open("/es/gobierno-abierto/search/?q=zorzal")
    assert contact.tab.locator("mark").all_inner_texts() == ["zorzal"]
    contact.open(f"/es/gobierno-abierto/{slug_of(contact.site)}/vigilancia-ciudadana-de-la-calidad-del-agua/")
    assert contact.tab.get_by_role("link", name=re.compile("acta-del-consejo")).count() == 1


def slug_of(site: LiveSite) -> object:
    return site.rows("SELECT slug FROM wagtailcore_page WHERE title = ?", PLAN)[0][0]


def test_a_translator_is_offered_texts_alone_and_cannot_change_a_fact(contact: Editor) -> None:
    page = page_id(contact.site, "Joint open data portal")
    contact.open(f"/admin/pages/{page}/edit/")
    contact.look("translation")
    offered = contact.tab.locator("main").inner_text()
    assert "8 Action" in offered
    assert "First day" not in offered
    contact.tab.get_by_role("button", name="More actions").click()
    contact.press(contact.tab.get_by_role("button", name="Stop Synced translation"))
    contact.look("translation-stopped")
    for fact in ("start", "end", "scope", "participations-0-end", "milestones-0-start_month"):
        assert contact.tab.locator(f"[name='{fact}']").is_disabled(), fact
    assert contact.tab.locator("#id_participations-ADD").is_disabled()
    assert contact.tab.locator("[name='title']").is_enabled()
