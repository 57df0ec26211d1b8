"""Years of a coalition's life in the browser, from an application to the final learning exercise.

Two cities whose terms end on 2026-12-31 and on 2028-05-31 file their joint plan on 2025-02-28. At each step the
dates that the screens show are compared with those that the handbook's rules give for these facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import dateformat
from pytest_django import Settings
from wagtail.models import Collection, Locale, Page, Site

from ogp_wagtail.members.models import Application, Jurisdiction, Person
from ogp_wagtail.monitoring.models import MilestoneMove, ProgressEntry, ProgressUpdate
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, MeetingPage
from ogp_wagtail.plans.models import Commitment, Endorsement, Milestone, Plan
from tests import factories
from tests.browser import chromium
from tests.browser.editor import Editor
from tests.browser.site import LiveSite
from tests.life import acts
from tests.life.clock import Clock, clock_of
from tests.members import joining
from tests.monitoring import worlds

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PEOPLE = ("ana", "monitor", "unit")
JOINED, FILED, PLAN_END = date(2024, 12, 15), date(2025, 2, 28), date(2028, 3, 31)
ALBA_LIMIT = date(2026, 10, 31)
ROWS = """() => [...document.querySelectorAll('.ogp-calendar tbody tr')].map(
    row => [row.cells[1].textContent, row.cells[0].textContent.trim(), row.cells[2].textContent.trim()]
)"""
RULES = re.compile(r"(?:[A-Z]+(?:-[A-Z]+)*-\d\d, )+")
QUARTERS = [
    date(year, month, day)
    for year in (2025, 2026, 2027)
    for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
]
# What the handbook's rules give for these two cities and this day of filing.
WORKED = {
    "INC-01": [date(2025, 4, 28)],
    "AMEND-04": [date(2025, 8, 28)],
    "COAL-06": [ALBA_LIMIT, PLAN_END],
    "PLAN-COUNT-06": [date(2025, 11, 1), date(2027, 4, 1)],
    "GAP-01": [date(2028, 7, 31)],
    "TRK-01": [*QUARTERS[1:], PLAN_END],
}
WITHOUT_RULE = (date(2028, 4, 30), date(2028, 5, 31))  # the reports at the end, the learning exercise


def said(day: date) -> str:
    """A day as the admin writes it."""
    return dateformat.format(day, "N j, Y")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser whose event loop, which runs in this thread, does not keep Django from the database."""
    with pytest.MonkeyPatch.context() as patch, chromium.running() as running:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield running


@pytest.fixture
def site(live_server: Any, settings: Settings, tmp_path: Path) -> LiveSite:
    """The site served from this process, so that it reads the clock of the story; nobody is logged out by it."""
    settings.SESSION_COOKIE_AGE = 10 * 365 * 86400
    settings.WAGTAIL_GRAVATAR_PROVIDER_URL = None
    settings.WAGTAIL_ENABLE_UPDATE_CHECK = settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
    (tmp_path / "server.log").touch()
    return LiveSite(live_server.url, tmp_path, {name: name for name in PEOPLE})


@pytest.fixture
def no_traceback(site: LiveSite, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever a step does, the server never breaks."""
    yield
    assert [one.getMessage() for one in caplog.records if one.name == "django.request" and one.exc_info] == []


@pytest.fixture
def home(site: LiveSite) -> Page:
    """The home page, made anew where an earlier test emptied the database."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    home = Page.objects.filter(depth=2).first()
    home = home or root.add_child(instance=Page(title="Home", slug="home", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    return home


@pytest.fixture
def clock() -> Iterator[Clock]:
    with clock_of(date(2024, 10, 1)) as clock:
        yield clock


def apply_for_brava(contact: Person) -> Application:
    """An application with nothing missing, in a call that is open."""
    brava = joining.applicant(term_end=date(2028, 5, 31), point_of_contact=contact)
    brava.name = "Brava"
    brava.save()
    call = joining.call(name="Call of 2024", opens=date(2024, 9, 1), closes=date(2024, 11, 30))
    return joining.application(brava, call=call)


def write_the_plan(under: Page, ana: Any, monitor: Any) -> worlds.World:
    """The joint plan of both cities, with a joint commitment and one of Alba alone, until the day Alba can keep."""
    alba = factories.jurisdiction("Alba", term_end=date(2026, 12, 31), joined_on=JOINED)
    days = {"PLAN_START": JOINED, "START": date(2025, 3, 1), "END": ALBA_LIMIT}
    with pytest.MonkeyPatch.context() as patch:
        for name, day in days.items():
            patch.setattr(factories, name, day)
        page = factories.complete_plan(
            factories.landing(under),
            ana,
            alba,
            Jurisdiction.objects.get(name="Brava"),
            first=JOINED,
            last=PLAN_END,
        )
    _prepared(page)
    acts.speaks_for(Plan.objects.get(key=page.key).monitoring_body, monitor)
    return worlds.World(ActionPlanPage.objects.get(pk=page.pk), ana, monitor)


def _prepared(page: ActionPlanPage) -> None:
    """The co-creation of the plan, in the first weeks of 2025."""
    for meeting in MeetingPage.objects.child_of(page):
        meeting.held_on = date(2025, 2, 10)
        factories.publish(meeting)
    space = page.spaces.get()
    space.su_informed_on = date(2025, 1, 10)
    page.spaces = [space]
    factories.publish(page)
    endorsement = Endorsement.objects.get(plan__key=page.key)
    endorsement.endorsed_on = date(2025, 2, 20)
    endorsement.save()
    body = Plan.objects.get(key=page.key).monitoring_body
    body.approved_on = date(2025, 2, 20)
    body.save()


class Years:
    """The people at their screens, each with a log-in of their own, and the clock on the wall."""

    def __init__(self, browser: Any, site: LiveSite, home: Page, clock: Clock) -> None:
        self.home, self.clock = home, clock
        self.ana, self.monitor, self.unit = (Editor(browser, site, name) for name in PEOPLE)
        self.world: worlds.World

    @property
    def desk(self) -> str:
        return f"/admin/ogp/desk/{self.world.page.key}/"

    def on(self, year: int, month: int, day: int) -> None:
        self.clock.day = date(year, month, day)

    @property
    def cast(self) -> acts.World:
        """The world as the story of years knows it, with its two members."""
        members = tuple(Jurisdiction.objects.filter(name__in=["Alba", "Brava"]).order_by("name"))
        of = self.world
        return acts.World(of.page.get_parent(), of.page, of.contact, of.monitor, None, members)

    def report(self, kind: str, row: Any) -> None:
        """The person of the monitoring body files a report on its page."""
        for one in row.invitations.all():
            one.sent_on = self.clock.day - timedelta(days=5)
            one.save()
        self.monitor.open(f"/admin/ogp/{kind}/inspect/{row.pk}/")
        self.monitor.look(f"years-{kind}")
        self.monitor.press(self.monitor.tab.get_by_role("button", name="File the report"))
        assert "The report was filed." in self.monitor.said()

    def tell(self, quarter: date, code: str, new: str) -> None:
        """The point of contact publishes what the tracker says of a quarter."""
        row = ProgressUpdate.objects.create(plan=self.world.plan, quarter=quarter)
        for commitment in self.world.plan.commitments.all():
            ProgressEntry.objects.create(update=row, commitment=commitment, text="We go on.")
        for step in Milestone.objects.filter(commitment__plan=self.world.plan, commitment__code=code):
            MilestoneMove.objects.create(update=row, milestone=step, new=new, reason="As planned.")
        self.ana.open(f"/admin/ogp/updates/inspect/{row.pk}/")
        self.ana.look("years-update")
        assert "We go on." in self.ana.tab.locator("main").inner_text()
        self.ana.press(self.ana.tab.get_by_role("button", name="Publish the update"))
        assert "The update was published." in self.ana.said()

    def confer(self, status: str, trigger: str, **values: str) -> None:
        """Somebody of the Support Unit records the status that Alba was given today."""
        self.unit.open("/admin/ogp/statuses/new/")
        self.unit.choose("jurisdiction", "Alba")
        self.unit.choose("status", status)
        self.unit.choose("trigger", trigger)
        typed = {"conferred_on": self.clock.day.isoformat(), "reason": "As its letter says."} | values
        for name, value in typed.items():
            self.unit.text(name, value)
        self.unit.create()
        assert "created" in self.unit.said()

    def file_on_desk(self, what: str) -> None:
        """The point of contact files what waits on the desk."""
        self.ana.open(self.desk)
        self.ana.look(f"years-desk-{what}")
        assert self.ana.outside() == []
        self.ana.press(self.ana.tab.get_by_role("button", name=f"File {what}").first)
        assert "was filed" in self.ana.said()

    def calendar(self, picture: str = "") -> tuple[dict[tuple[str, str], str], str]:
        """What the calendar shows today: how each rule's dates stand, and the forecast's words."""
        self.ana.open(f"/admin/ogp/calendar/{self.world.page.key}/")
        if picture:
            self.ana.look(picture)
            assert self.ana.outside() == []
        rows = [
            (rule, day, state)
            for what, day, state in self.ana.tab.evaluate(ROWS)
            for rule in RULES.findall(what)[-1].split(", ")[:-1]  # one line may name two rules
        ]
        told = self.ana.tab.locator("[aria-labelledby=ogp-forecast]")
        words = " ".join(told.inner_text().split()) if told.count() else ""
        return {(rule, day): state for rule, day, state in rows}, words


@pytest.fixture
def years(browser: Any, site: LiveSite, home: Page, clock: Clock, users: dict[str, Any]) -> Years:
    return Years(browser, site, home, clock)


@pytest.fixture
def users(site: LiveSite, django_user_model: Any) -> dict[str, Any]:
    """The point of contact, the person of the monitoring body, and somebody of the Support Unit."""
    create = django_user_model.objects.create_superuser
    return {name: create(name, f"{name}@example.org", name) for name in PEOPLE}


def test_a_coalition_goes_from_its_application_to_the_final_learning_exercise(
    years: Years, users: dict[str, Any]
) -> None:
    joins(years)
    years.on(2025, 2, 21)
    years.world = write_the_plan(years.home, users["ana"], users["monitor"])
    files_the_plan(years)
    goes_to_work(years)
    falls_silent(years)
    puts_it_right(years)
    replaces_a_commitment(years)
    comes_to_its_end(years)


def joins(years: Years) -> None:
    """Brava's application is filed on its page, and the Support Unit accepts it."""
    row = apply_for_brava(factories.person("Ana Ruiz"))
    page = f"/admin/ogp/applications/inspect/{row.pk}/"
    years.ana.open(page)
    years.ana.look("years-application")
    assert "Nothing is missing and nothing is forbidden." in years.ana.tab.content()
    years.ana.press(years.ana.tab.get_by_role("button", name="File the application"))
    assert "filed on 2024-10-01" in years.ana.tab.content()
    years.clock.day = JOINED
    years.unit.open(page)
    years.unit.choose("decide-decision", "Accepted")
    years.unit.text("decide-reasons", "It meets the criteria.")
    years.unit.press(years.unit.tab.get_by_role("button", name="Record the decision"))
    assert Jurisdiction.objects.get(name="Brava").joined_on == JOINED


def files_the_plan(years: Years) -> None:
    """The point of contact files, and the calendar shows the dates of the handbook's worked timeline."""
    years.clock.day = FILED
    years.ana.open(years.desk)
    years.ana.look("years-desk-before")
    years.ana.press(years.ana.tab.get_by_role("button", name="File the plan"))
    assert "SHA-256" in years.ana.said()
    years.ana.look("years-desk-filed")
    states, forecast = years.calendar("years-calendar-filed")
    for rule, days in WORKED.items():
        assert {day for one, day in states if one == rule} == {said(day) for day in days}, rule
    assert {said(day) for day in WITHOUT_RULE} <= {day for _rule, day in states}
    assert "0 of 2 quarters missed; condition met on 2025-10-01" in forecast


def goes_to_work(years: Years) -> None:
    """The monitoring body reports on the beginning, the first quarter is told, a commitment is amended."""
    years.on(2025, 4, 20)
    years.report("inception-reports", worlds.inception(years.world))
    years.on(2025, 6, 20)
    years.tell(date(2025, 4, 1), "C1", "in-progress")
    years.on(2025, 7, 10)
    page = CommitmentPage.objects.get(scope="separate")
    years.ana.open(f"/admin/pages/{page.pk}/edit/")
    years.ana.text("end", "2026-09-30")
    years.ana.save_draft()
    factories.amendment(page, years.clock.day)
    years.file_on_desk("C2")
    assert Commitment.objects.get(key=page.key).end == date(2026, 9, 30)
    states, forecast = years.calendar()
    assert states["INC-01", said(date(2025, 4, 28))] == "Done on April 20, 2025"
    assert states["TRK-01", said(date(2025, 6, 30))] == "Done on June 20, 2025"
    assert "condition met on 2026-01-01 if nothing is published by 2025-12-31" in forecast


def falls_silent(years: Years) -> None:
    """Two quarters without an update: the condition is met, and the status follows only when it is conferred."""
    years.on(2025, 10, 1)
    states, forecast = years.calendar()
    assert states["TRK-01", said(date(2025, 9, 30))] == "Missed"
    assert "1 of 2 quarters missed; condition met on 2026-01-01" in forecast
    assert "Condition met" not in forecast
    years.on(2026, 1, 1)
    _states, forecast = years.calendar("years-calendar-silent")
    assert "Condition met" in forecast
    assert "Member Alba: active" in forecast
    years.on(2026, 1, 12)
    years.confer("Inactive", "No update for two quarters", quarters="2025-Q3, 2025-Q4")
    states, forecast = years.calendar()
    assert "Member Alba: inactive (since Jan. 12, 2026)" in forecast
    assert states["STAT-11", said(date(2026, 7, 12))] == "Open"
    years.on(2026, 7, 20)
    states, forecast = years.calendar("years-calendar-inactive")
    assert states["STAT-11", said(date(2026, 7, 12))] == "Missed"
    years.confer("Acting contrary to process", "Inactive for six months")
    states, forecast = years.calendar()
    assert "Member Alba: acting contrary to process" in forecast
    assert states["STAT-14", said(date(2026, 11, 20))] == "Open"


def puts_it_right(years: Years) -> None:
    """An update with what was finished is published; Alba is active again within its four months."""
    years.on(2026, 9, 20)
    everything = Milestone.objects.filter(commitment__plan=years.world.plan).order_by("pk")
    for index, step in enumerate(everything):
        if step.commitment.code == "C2":
            acts.prove(years.cast, index)
    years.tell(date(2026, 7, 1), "C2", "finished")
    years.on(2026, 9, 25)
    years.confer("Active", "What was missed has been put right")
    states, forecast = years.calendar()
    assert "Member Alba: active (since Sept. 25, 2026)" in forecast
    assert "STAT-14" not in {rule for rule, _day in states}  # the clock was stopped in time


def replaces_a_commitment(years: Years) -> None:
    """Declared implemented, it keeps its place until it is assessed as complete; then another takes it."""
    years.on(2026, 9, 28)
    years.ana.open(years.desk)
    row = years.ana.tab.get_by_role("row").filter(has_text="C2 ")
    years.ana.press(row.get_by_role("link", name="Declare implemented"))
    years.ana.look("years-declare")
    assert years.ana.outside() == []
    years.ana.text("implemented_on", "2026-09-28")
    years.ana.press(years.ana.tab.locator("main form button[type=submit]").last)
    assert Commitment.objects.get(code="C2").implemented_on == years.clock.day
    assert "2 of 10 places are in use" in years.ana.tab.content()
    states, _forecast = years.calendar()
    assert said(date(2026, 10, 28)) in {day for _rule, day in states}  # its report, a month later
    years.on(2026, 10, 5)
    years.report("end-of-commitment-reports", worlds.assessment(years.world, "C2"))
    years.ana.open(years.desk)
    assert "1 of 10 places are in use" in years.ana.tab.content()
    years.on(2026, 10, 8)
    values = {"scope": "separate", "months": 12, "whose": 1, "discussed": True, "agreed": True}
    acts.new_commitment(years.cast, years.clock, **values)
    years.file_on_desk("C3")
    assert "2 of 10 places are in use" in years.ana.tab.content()
    assert Commitment.objects.get(code="C3").end == date(2027, 10, 31)


def comes_to_its_end(years: Years) -> None:
    """After the plan's last day its commitments are assessed, and the final learning report closes it."""
    years.on(2028, 4, 20)
    for code in ("C1", "C3"):
        report = worlds.assessment(years.world, code, completion="substantial")
        years.report("end-of-commitment-reports", report)
    years.on(2028, 5, 20)
    held = worlds.learning(years.world, exercise_on=date(2028, 5, 10))
    years.report("learning-reports", held)
    states, _forecast = years.calendar("years-calendar-end")
    at = {(rule, day): state.split(",")[0] for (rule, day), state in states.items()}
    assert at["INC-01", said(date(2025, 4, 28))] == "Done on April 20"
    assert at["TRK-01", said(date(2025, 9, 30))] == "Missed"
    assert at["TRK-01", said(date(2026, 9, 30))] == "Done on Sept. 20"
    learning = {at[one] for one in at if one[1] == said(date(2028, 5, 31))}
    assert learning == {"Done on May 20"}
    years.ana.open(years.world.page.get_url())
    years.ana.look("years-public")
    shown = years.ana.tab.locator("main").text_content()  # what is folded, too
    for word in ("OGP-2", "OGP-3", "C3"):
        assert word in shown
