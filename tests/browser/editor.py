"""The hands of an editor in the Wagtail admin: they type, choose and press what a person would."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from tests.browser.site import LiveSite

PICTURES = os.environ.get("OGP_BROWSER_PICTURES")  # a folder: each step of each walk is pictured there
EDITS = (
    "document.querySelector('[data-edit-form]')?.dataset.wUnsavedHasEditsValue"  # what Wagtail has not saved
)
# The calendar that opens at a date field covers what is below it until one clicks elsewhere.
NO_CALENDAR = """document.addEventListener("DOMContentLoaded", () => {
    const style = document.createElement("style");
    style.textContent = ".xdsoft_datetimepicker { display: none !important }";
    document.head.append(style);
})"""

# The admin's main column hides what is too wide: whether the page scrolls sideways says nothing.
OUTSIDE = """() => [...document.querySelectorAll('main *')].filter(
    one => !one.closest('[role=region], table') && one.getBoundingClientRect().right > 321
).map(one => one.outerHTML.slice(0, 80))"""


class Editor:
    """A person who has logged in."""

    def __init__(self, browser: Any, site: LiveSite, name: str, locale: str = "en-US") -> None:
        self.site = site
        context = browser.new_context(locale=locale, viewport={"width": 1280, "height": 900})
        context.add_init_script(NO_CALENDAR)
        self.tab = context.new_page()
        self.tab.set_default_timeout(60_000)
        self.open("/admin/login/")
        self.text("username", name)
        self.text("password", site.passwords[name])
        self.press(self.tab.locator("button[type=submit]"))

    def open(self, path: str) -> None:
        """Open an address of the site and wait until its scripts have run."""
        self.tab.goto(self.site.url + path)
        self._ready()

    def add(self) -> None:
        """Press "Add …" of a list."""
        self.press(self.tab.get_by_role("link", name=re.compile("^Add ")).first)

    def look(self, name: str) -> None:
        """Picture the page at both widths, where pictures are wanted."""
        if PICTURES:
            for width in (320, 1280):
                self.tab.set_viewport_size({"width": width, "height": 3000})
                self.tab.wait_for_timeout(300)
                self.tab.screenshot(path=Path(PICTURES) / f"{name}-{width}.png")
            self.tab.set_viewport_size({"width": 1280, "height": 900})

    def outside(self) -> list[str]:
        """What lies beyond the edge of a screen of 320 px, tables that scroll by themselves aside."""
        self.tab.set_viewport_size({"width": 320, "height": 900})
        self.tab.wait_for_timeout(300)
        found = list(self.tab.evaluate(OUTSIDE))
        self.tab.set_viewport_size({"width": 1280, "height": 900})
        return found

    def choose_parent(self, title: str) -> None:
        """On the way to a new page: look for the page under which it goes, and go on."""
        self.tab.locator("[data-chooser-action-choose]:visible").click()
        modal = self.tab.locator(".modal-dialog")
        modal.locator("[name=q]").fill(title)
        modal.get_by_role("link", name=title, exact=True).click()
        modal.wait_for(state="hidden")
        self.press(self.tab.locator("footer [type=submit]"))

    # Fields

    def text(self, name: str, words: str) -> None:
        """Fill a field: a line of text, or a day as YYYY-MM-DD."""
        field = self.tab.locator(f"[name='{name}']")
        field.fill(words)
        field.press("Tab")

    def rich(self, name: str, words: str) -> None:
        """Write into a field of formatted text."""
        self.tab.locator(f"[data-contentpath='{name}'] [contenteditable=true]").first.fill(words)

    def choose(self, name: str, label: str) -> None:
        """Choose from a list by what it shows."""
        self.tab.select_option(f"[name='{name}']", label=label)

    def tick(self, label: str) -> None:
        """Tick a box."""
        self.tab.get_by_label(label, exact=True).check()

    def row(self, relation: str) -> str:
        """Add a row; returns the prefix of its fields."""
        total = self.tab.locator(f"[name='{relation}-TOTAL_FORMS']")
        number = int(total.input_value())
        self.tab.click(f"#id_{relation}-ADD")
        self.tab.wait_for_selector(f"[name='{relation}-{number}-DELETE']", state="attached")
        return f"{relation}-{number}"

    def value(self, name: str) -> str:
        """What a field holds."""
        return str(self.tab.locator(f"[name='{name}']").input_value())

    # Saving

    def create(self) -> None:
        """Press "Create" or "Save" of a form that has no drafts."""
        self.press(self.tab.locator("footer button[type=submit], form button[type=submit].action-save").first)

    def save_draft(self) -> None:
        """Press "Save draft"."""
        self._settle()
        self.press(self.tab.get_by_role("button", name="Save draft"))

    def publish(self) -> None:
        """Press "Publish", which is in the menu beside "Save draft"."""
        self._settle()
        self.tab.get_by_role("button", name="More actions").click()
        self.press(self.tab.locator("button[name='action-publish']"))

    def _ready(self) -> None:
        """Wait until the scripts have run, and until Wagtail notices what one types from now on."""
        self.tab.wait_for_load_state("networkidle")
        if self.tab.locator("[data-w-autosave-interval-value]").count():
            self.tab.wait_for_function(f"{EDITS} !== undefined")

    def _settle(self) -> None:
        """Wait until Wagtail, which saves half a second after one stops typing, has saved; it does not always."""
        self.tab.wait_for_timeout(500)
        for _tenth in range(50):
            if self.tab.evaluate(EDITS) != "true":
                break
            self.tab.wait_for_timeout(100)

    def press(self, button: Any) -> None:
        with self.tab.expect_navigation():
            button.click()
        self._ready()

    # What the admin says

    def said(self) -> str:
        """The messages at the top of the page."""
        return " ".join(self.tab.locator(".messages").first.inner_text().split())

    def error_at(self, name: str) -> str:
        """The error at a field."""
        place = f"[data-field]:has([name='{name}']) [data-field-errors]"
        return " ".join(self.tab.locator(place).first.inner_text().split())

    def error_above(self, relation: str) -> str:
        """The error above rows."""
        place = f"[name='{relation}-TOTAL_FORMS'] ~ .error-message"
        return " ".join(self.tab.locator(place).first.inner_text().split())
