"""A clerk drops a folder of files on a plan, describes them at once, and makes the pack for OGP."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.browser import chromium
from tests.browser.editor import Editor
from tests.browser.site import LiveSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def clerk(browser: Any, site: LiveSite) -> Editor:
    """The point of contact of the demo, in English."""
    return Editor(browser, site, "demo-poc")


@pytest.fixture
def repository(site: LiveSite) -> str:
    """The address of the repository of the demo's joint plan."""
    key = str(site.rows("SELECT key FROM ogp_wagtail_plan WHERE code = 'costa-clara'")[0][0])
    return f"/admin/ogp/repository/{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}/"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Minutes of ten meetings, and a file that is empty."""
    for number in range(10):
        (tmp_path / f"C1 acta {number}.txt").write_text(f"Acta {number} sobre cormoranes.", encoding="utf-8")
    (tmp_path / "empty.pdf").touch()
    return sorted(tmp_path.iterdir())


def test_dropped_files_arrive_one_by_one_and_are_described_at_once(
    clerk: Editor, site: LiveSite, repository: str, files: list[Path]
) -> None:
    clerk.open(repository)
    clerk.tab.set_input_files("#ogp-files", files)
    clerk.tab.get_by_role("button", name="Upload").click()
    clerk.tab.get_by_role("link", name="Show them in the list").wait_for()
    arrived = clerk.tab.inner_text("[data-ogp-arrived]")
    assert arrived.count(": arrived") == 10
    assert "empty.pdf: The file is empty." in arrived
    assert clerk.tab.inner_text("[data-ogp-count]") == "11 arrived, of 11"
    clerk.look("clerk-uploaded")

    clerk.tab.get_by_role("link", name="Show them in the list").click()
    clerk.tab.wait_for_load_state()
    for number in range(10):
        clerk.tab.get_by_label(f"C1 acta {number}.txt", exact=True).check()
    clerk.tab.select_option("[name=kind]", "suggested")
    clerk.tab.get_by_role("button", name="Change the ticked ones").click()
    clerk.tab.get_by_text("10 items were changed.").wait_for()
    rows = site.rows(
        "SELECT kind, path FROM ogp_wagtail_evidenceitem i JOIN ogp_wagtail_folder f ON f.id = i.folder_id "
        "WHERE title LIKE 'C1 acta%'"
    )
    assert set(rows) == {("EV-3.3", "commitments/C1")}


@pytest.mark.parametrize("page", ["", "claims/", "pack/"])
def test_the_pages_fit_a_small_screen_and_everybody_can_use_them(
    clerk: Editor, repository: str, page: str
) -> None:
    clerk.open(repository + page)
    assert clerk.outside() == []
    assert chromium.violations(clerk.tab) == []
    clerk.look(f"clerk-{page.strip('/') or 'repository'}")


def test_without_script_the_form_says_the_same(
    clerk: Editor, site: LiveSite, browser: Any, repository: str, files: list[Path]
) -> None:
    state = clerk.tab.context.storage_state()
    tab = browser.new_context(java_script_enabled=False, storage_state=state).new_page()
    tab.goto(site.url + repository)
    fresh = files[0].with_name("sin guion.txt")
    fresh.write_text("Sin guion.", encoding="utf-8")
    tab.set_input_files("#ogp-files", [fresh, files[-1]])
    tab.click(".ogp-upload button[type=submit]")
    arrived = tab.inner_text(".ogp-arrived")
    assert "sin guion.txt: arrived" in arrived
    assert "empty.pdf: The file is empty." in arrived


def test_the_pack_for_ogp_is_made_of_what_is_ticked(clerk: Editor, repository: str, tmp_path: Path) -> None:
    clerk.open(f"{repository}pack/")
    with clerk.tab.expect_download() as download:
        clerk.tab.get_by_role("button", name="Make the pack (ZIP)").click()
    download.value.save_as(tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert {"evidence-1.pdf", "index.html", "index.json"} <= set(pack.namelist())
        assert all(one.file_size <= 10_000_000 for one in pack.infolist())
