"""What people do with a plan over the years, each by the product's own acts, on the day the clock shows.

An act returns what it did, or raises the product's refusal. What it prepares (drafts of pages, of reports, of
updates, of amendments) is prepared outside the act itself, as it is in life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Page

from ogp_wagtail.coalitions.actions import leave
from ogp_wagtail.evidence import actions as evidence
from ogp_wagtail.evidence import folders
from ogp_wagtail.evidence.models import EvidenceLink
from ogp_wagtail.handbook.calendar import add_months
from ogp_wagtail.members.models import Jurisdiction, Organisation, Person, StatusEvent, Term
from ogp_wagtail.monitoring.actions import file_report, publish_update
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    MilestoneMove,
    ProgressEntry,
    ProgressUpdate,
)
from ogp_wagtail.pages.filing import file_amendment, file_commitment, file_plan
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, CommitmentPageAgreement
from ogp_wagtail.plans.acting import acting_as
from ogp_wagtail.plans.actions import declare_implemented
from ogp_wagtail.plans.models import Amendment, Commitment, Filing, Milestone, Plan
from tests import factories
from tests.life.clock import Clock
from tests.monitoring import worlds

Act = Callable[[], Any]

NEXT_TERM_END = date(2036, 12, 31)
REPORTS = ("inception", "assessment", "learning")


@dataclass
class World:
    """The people, and the page of the plan they work on; the plans before it stay where they are."""

    landing: Page
    page: ActionPlanPage
    contact: Any
    monitor: Any
    stranger: Any
    members: tuple[Jurisdiction, ...]

    @property
    def plan(self) -> Plan:
        return Plan.objects.with_owner().get(key=self.page.key)

    def pages(self) -> list[CommitmentPage]:
        """The pages of the plan's commitments, drafts included, in the order in which they were begun."""
        return list(CommitmentPage.objects.child_of(self.page).order_by("pk"))

    def commitments(self) -> list[Commitment]:
        return list(self.plan.commitments.order_by("pk"))

    def milestones(self) -> list[Milestone]:
        return list(Milestone.objects.filter(commitment__plan=self.plan).order_by("pk"))


def begin(home: Page, contact: Any) -> World:
    """Three cities, one of them without elections, and their complete plan, which may be filed on 2026-02-01."""
    joined = {"joined_on": date(2025, 6, 1)}
    members = (
        factories.jurisdiction("Alba", **joined),
        factories.jurisdiction("Brava", term_end=date(2028, 6, 30), **joined),
        factories.jurisdiction("Calma", term_end=None, **joined),
    )
    users = get_user_model().objects
    monitor, stranger = (users.create_user(name, f"{name}@example.org", name) for name in ("monitor", "eva"))
    landing = factories.landing(home)
    page = factories.complete_plan(landing, contact, *members)
    world = World(landing, page, contact, monitor, stranger, members)
    speaks_for(world.plan.monitoring_body, monitor)
    return world


def speaks_for(body: Any, user: Any) -> None:
    body.person = Person.objects.filter(user=user).first() or factories.person("Eve Stone", user=user)
    body.save()


# The plan and its commitments


def file_it(world: World, user: Any, day: date) -> Act:
    return lambda: file_plan(world.page.key, user, day)


def next_plan(world: World, clock: Clock, *members: Jurisdiction) -> None:
    """Members of a plan that is over make the next one: some of them together, in a new coalition, or one alone."""
    for one in (member for member in members if member.elected):
        Term.objects.get_or_create(jurisdiction=one, end=NEXT_TERM_END)
    first = clock.day - timedelta(days=31)
    world.page = factories.complete_plan(
        world.landing,
        world.contact,
        *(Jurisdiction.objects.get(pk=one.pk) for one in members),
        first=first,
        last=add_months(first, 24),
    )
    speaks_for(world.plan.monitoring_body, world.monitor)


def new_commitment(
    world: World, clock: Clock, *, scope: str, months: int, whose: int, discussed: bool, agreed: bool
) -> Act:
    """One commitment more: published before the plan is filed, published and filed afterwards."""
    first = add_months(clock.day, 1).replace(day=1)
    last = add_months(first, months) - timedelta(days=1)
    cities = factories.cities(world.page)
    owners = cities if scope == "joint" else [cities[whose % len(cities)]]
    page = factories.complete_commitment(
        world.page, live=False, scope=scope, start=first, end=last, members=[(one, None) for one in owners]
    )
    if agreed:
        water = Organisation.objects.filter(name="Water users").last()
        page.agreements = [CommitmentPageAgreement(organisation=water, agreed_on=clock.day)]
    page.save_revision()
    if discussed:
        meet(world, clock, "co-creation", commitments=[str(page.key)])
    return publication(world, page, clock)


def publication(world: World, page: CommitmentPage, clock: Clock) -> Act:
    """Publish what stands in the draft of a page, in the way that its plan and its commitment ask for."""
    is_later = world.plan.submitted_on and not Filing.objects.filter(commitment__key=page.key).exists()
    row = Commitment.objects.filter(key=page.key, submitted_on__isnull=False).first()
    if is_later and row is None:
        return lambda: file_commitment(page.key, world.contact, clock.day)
    return lambda: _publish(page, world.contact, clock.day)


def _publish(page: Page, user: Any, day: date) -> None:
    with acting_as(user, day):
        page.get_latest_revision().publish(user=user)


def change(page: CommitmentPage, what: str, months: int) -> None:
    """Leave a draft in which something is otherwise than on the published page."""
    if what == "end":
        page.end = add_months(page.end, months)
    elif what == "typo":
        page.problem = f"{page.problem.rstrip('.<>/p ')}!</p>"
    elif what == "sense":
        page.problem = f"<p>Another problem, {months} months older.</p>"
    elif what == "milestones":
        page.milestones = list(page.milestones.all())[:1]
    page.save_revision()


def declaration(world: World, clock: Clock, which: int, *, alone: bool, days_ago: int, user: Any) -> Act:
    """That a commitment, or one member's part in it, was fully implemented."""
    rows = world.commitments()
    row = rows[which % len(rows)]
    parts = [one.member.jurisdiction_id for one in row.participations.order_by("pk")]
    members = [parts[which % len(parts)]] if alone and parts else []
    done = clock.day - timedelta(days=days_ago)
    return lambda: declare_implemented(row, user, clock.day, implemented_on=done, members=members)


def finish(world: World, clock: Clock, which: int) -> Act:
    """Carry a commitment out: every milestone is proved and, in the update of this quarter, finished."""
    rows = world.commitments()
    row = rows[which % len(rows)]
    steps = world.milestones()
    mine = [place for place, step in enumerate(steps) if step.commitment_id == row.pk and not step.retired]
    for place in mine:
        prove(world, place)
    return update(world, clock, [(place, "finished") for place in mine], world.contact)


def amendment(world: World, page: CommitmentPage, clock: Clock, kind: str, **values: Any) -> Act:
    """An amendment that takes effect today; of the timeline, it comes with the draft that it amends."""
    drafted = Amendment.objects.filter(commitment__key=page.key, kind=kind, filed_on__isnull=True).first()
    one = drafted or factories.amendment(page, clock.day, kind=kind, **values)
    return lambda: file_amendment(one.pk, world.contact, clock.day)


# Reports and updates


def report(world: World, clock: Clock, kind: str, which: int, completion: str, user: Any) -> Act:
    """A report of the monitoring body, the one that is being written or a new one."""
    plan = world.plan
    of = worlds.World(world.page, world.contact, world.monitor)
    if kind == "inception":
        row = InceptionReport.objects.filter(plan=plan).first() or worlds.inception(of)
    elif kind == "learning":
        held = {"exercise_on": clock.day}
        row = LearningReport.objects.filter(plan=plan).first() or worlds.learning(of, **held)
    else:
        row = _assessment(of, world.commitments(), which, completion)
    return lambda: file_report(row, user, clock.day)


def _assessment(of: Any, commitments: list[Commitment], which: int, completion: str) -> Any:
    waiting = [one for one in commitments if one.implemented_on and not one.assessed_on] or commitments
    commitment = waiting[which % len(waiting)]
    drafted = EndOfCommitmentReport.objects.filter(commitment=commitment, submitted_on__isnull=True).first()
    if drafted is None:
        return worlds.assessment(of, commitment.code, completion=completion)
    drafted.completion = completion
    drafted.save()
    return drafted


def update(world: World, clock: Clock, moves: Iterable[tuple[int, str]], user: Any) -> Act:
    """The update of the quarter that is running, with moves of milestones by their place in the plan."""
    first = clock.day.replace(month=(clock.day.month - 1) // 3 * 3 + 1, day=1)
    row = ProgressUpdate.objects.filter(plan=world.plan, quarter=first).first()
    if row is None:
        row = ProgressUpdate.objects.create(plan=world.plan, quarter=first)
        ProgressEntry.objects.create(update=row, commitment=world.commitments()[0], text="We go on.")
    if row.published_on is None:
        row.moves.all().delete()
        steps = world.milestones()
        for which, new in {steps[which % len(steps)]: new for which, new in moves}.items():
            MilestoneMove.objects.create(
                update=row, milestone=which, new=new, reason="As it went.", next_steps="We look at it."
            )
    return lambda: publish_update(row, user, clock.day)


def prove(world: World, which: int) -> None:
    """Keep a primary source that proves a milestone."""
    steps = world.milestones()
    plan = world.plan
    kept = evidence.store(plan, folders.process(plan), BytesIO(b"The data set."), "data.md")
    EvidenceLink.objects.create(item=kept.item, milestone=steps[which % len(steps)])


def meet(world: World, clock: Clock, purpose: str, **values: Any) -> None:
    """Hold a meeting today and publish its record."""
    days = {"held_on": clock.day, "minutes_published_on": clock.day}
    with acting_as(world.contact, clock.day):
        factories.meeting(world.page, purposes=[purpose], **(days | values))


# Members, roles, terms


def confer(world: World, clock: Clock, which: int, status: str, trigger: str) -> Act:
    """The Support Unit confers a status today."""
    event = StatusEvent(
        jurisdiction=world.members[which % len(world.members)],
        status=status,
        trigger=trigger,
        conferred_on=clock.day,
        quarters="2026-Q2, 2026-Q3" if trigger == "STAT-05" else "",
        requested_on=clock.day if trigger == "voluntary" else None,
        reason="As its letter says.",
    )
    return event.save


def move_term(world: World, which: int, days: int) -> Act:
    """An election comes earlier or later than was known."""
    elected = [one for one in world.members if one.elected]
    term = elected[which % len(elected)].terms.order_by("end").last()
    term.end += timedelta(days=days)
    return term.save


def leaving(world: World, clock: Clock, which: int, days_ago: int, user: Any) -> Act:
    """A member of a filed joint plan leaves."""
    seats = list(world.plan.members.order_by("pk"))
    gone = clock.day - timedelta(days=days_ago)
    return lambda: leave(seats[which % len(seats)], user, clock.day, left_on=gone, reason="A new council.")


def replace_contact(world: World, user: Any) -> Act:
    """Another official becomes point of contact, or the first one again."""
    owner = world.plan.owner
    owner.point_of_contact = Person.objects.filter(user=user).first() or factories.person(
        "Ivo Paz", user=user
    )
    return owner.save


def replace_body(world: World) -> Act:
    """Another body monitors from now on; the same person speaks for it."""
    owner = world.plan.owner
    body = factories.monitoring_body()
    body.approved_by.set(Organisation.objects.filter(name="Water users"))
    speaks_for(body, world.monitor)
    owner.monitoring_body = body
    return owner.save


# What nobody may do


def by_hand(world: World) -> dict[str, Act]:
    """Ways around the law that a shell offers; every one of them is refused, once the plan is filed."""
    plan = Plan.objects.filter(pk=world.plan.pk)
    commitments = Commitment.objects.filter(plan=world.plan)
    filings = Filing.objects.filter(plan=world.plan)
    milestones = Milestone.objects.filter(commitment__plan=world.plan)
    return {
        "submit": lambda: plan.update(submitted_on=date(2026, 1, 1)),
        "withdraw": lambda: commitments.update(withdrawn_on=date(2026, 1, 1)),
        "assess": lambda: commitments.update(assessed_on=date(2026, 1, 1)),
        "lengthen": lambda: commitments.update(end=date(2030, 1, 1)),
        "rewrite": lambda: filings.update(document="{}"),
        "burn": filings.delete,
        "forget": commitments.delete,
        "finish": lambda: milestones.update(status="finished"),
        "vacate": lambda: plan.get().slots.update(commitment=None),
        "shrink": lambda: plan.get().members.all().delete(),
    }


def attempted(act: Act) -> Any:
    """Do it in a transaction of its own, as Django asks of whoever goes on after a deletion was refused."""
    with transaction.atomic():
        return act()
