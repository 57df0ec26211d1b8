"""Years of a coalition's life, played at random on the real database.

Hypothesis plays: it publishes, files, amends, withdraws, reports, tracks, confers, moves terms and replaces people in
any order, by the product's own acts, while the clock goes forward by days or months. Many acts are refused, as they
should be. After every one of them

- a refusal has left the register exactly as it was;
- every invariant of ``invariants.py`` holds in the database;
- what the models call settled for good is unchanged since it was first seen, and what they call kept is still there.

And **a review made day by day equals one made from scratch**, in two senses:

- *forward*: as long as nobody changes anything, facts read anew are equal to the facts read before, though the clock
  went on; so they hold no day of reading, and one who keeps them and asks each day for the review, the timetable and
  the forecasts is told the same as one who reads everything from the database on that day.
- *backward*: asked later how things stood on a day that has passed, the handbook answers from the rows of now what it
  answered on that day from the rows of then: states of plan, coalition and commitments, and each member's forecast.
  What happened after a day takes no part in it. The exception are facts that themselves were changed for the past (a
  declaration or a leaving dated back, an amendment filed late, a declaration that an assessment took back, a term
  whose end was corrected): from such a change on, the days before it are not asked again.

The run of the suite is short and always the same. For a long one, at random::

    OGP_YEARS=200 pytest -n0 tests/life/test_years.py     # so many lives; with OGP_SHRINK=1 a failing one is shortened
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Page

from ogp_wagtail.handbook import forecast, review, timetable
from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.life import coalition_state, commitment_state, plan_state
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.vocabularies import COMPLETION_LEVELS, MILESTONE_STATUSES
from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.models import Amendment, Commitment, Plan
from tests.life import acts, database, invariants
from tests.life.clock import Clock, clock_of

FIRST_DAY = date(2026, 2, 1)
AT_LENGTH = "OGP_YEARS" in os.environ
LIVES = int(os.environ.get("OGP_YEARS", "8"))
STEPS = 30
MOST_PLANS = 3
REMEMBERED = 5  # how many of the days that passed are asked again each time

counts = st.integers(0, 11)
waits = st.sampled_from((0, 0, 1, 20, 61))
ago = st.sampled_from((0, 0, 10))
head_starts = st.sampled_from((0, 0, 400, 970))  # 970 days: the plan is about to end
long_waits = st.sampled_from((1, 31, 92, 183, 366))
people = st.sampled_from(("contact", "contact", "contact", "monitor", "stranger"))
bodies = st.sampled_from(("monitor", "monitor", "monitor", "contact"))
statuses = st.sampled_from(MILESTONE_STATUSES.slugs)


class Years(RuleBasedStateMachine):
    """One life. ``world`` and ``clock`` are set by the test; whatever a life leaves is rolled back at its end."""

    world: acts.World
    clock: Clock

    def __init__(self) -> None:
        super().__init__()
        self.life = transaction.atomic()
        self.life.__enter__()
        self.clock.day = FIRST_DAY
        self.page = self.world.page
        self.rows = database.rows()
        self.settled = database.settled_for_good()
        self.kept = database.kept_for_good()
        self.facts: dict[int, PlanFacts] = {}
        self.told: dict[date, Any] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.life.__exit__(None, None, None)
        self.world.page = self.page

    def attempt(self, act: acts.Act) -> bool:
        """Do it, or be refused and find the register as it was."""
        before = database.rows()
        try:
            act()
        except (ValidationError, PermissionDenied):
            assert database.rows() == before, "a refusal left something behind"
            return False
        return True

    # Time, and the plan

    @initialize(filed=st.sampled_from((True, True, True, False)), later=head_starts)
    def the_plan_is_ready(self, filed: bool, later: int) -> None:
        if filed:
            assert self.attempt(acts.file_it(self.world, self.world.contact, self.clock.day))
            self.clock.go_on(later)

    @rule(days=long_waits)
    def time_passes(self, days: int) -> None:
        self.clock.go_on(days)

    @rule(wait=waits, who=people)
    def the_plan_is_filed(self, wait: int, who: str) -> None:
        self.clock.go_on(wait)
        self.attempt(acts.file_it(self.world, getattr(self.world, who), self.clock.day))

    # Commitments

    @rule(
        wait=waits,
        scope=st.sampled_from(("separate", "joint")),
        months=st.sampled_from((11, 12, 14, 24)),
        whose=counts,
        discussed=st.sampled_from((True, True, True, False)),
        agreed=st.sampled_from((True, True, True, False)),
    )
    def a_commitment_is_published(self, wait: int, **values: Any) -> None:
        self.clock.go_on(wait)
        self.attempt(acts.new_commitment(self.world, self.clock, **values))

    @rule(wait=waits, which=counts, what=st.sampled_from(("end", "typo", "sense", "milestones")))
    def a_commitment_is_edited(self, wait: int, which: int, what: str) -> None:
        self.clock.go_on(wait)
        page = self._page(which)
        acts.change(page, what, 2)
        self.attempt(acts.publication(self.world, page, self.clock))

    @rule(wait=waits, which=counts, months=st.sampled_from((-6, -1, 1, 4)))
    def a_timeline_is_amended(self, wait: int, which: int, months: int) -> None:
        self.clock.go_on(wait)
        page = self._page(which)
        acts.change(page, "end", months)
        self._amend(page, "timeline")

    @rule(wait=waits, which=counts)
    def a_commitment_is_withdrawn(self, wait: int, which: int) -> None:
        self.clock.go_on(wait)
        self._amend(self._page(which), "removal")

    def _amend(self, page: Any, kind: str) -> None:
        try:
            act = acts.amendment(self.world, page, self.clock, kind)
        except (LawError, Commitment.DoesNotExist):  # of what is not in force, already the draft is refused
            return
        late = Amendment.objects.filter(filed_on=self.clock.day, effective_on__lt=self.clock.day)
        if (
            self.attempt(act) and late.exists()
        ):  # drafted and refused before, it takes effect on a day that passed
            self.told.clear()

    @precondition(lambda self: any(page.live for page in self.world.pages()))
    @rule(which=counts)
    def a_commitment_goes_offline(self, which: int) -> None:
        self.attempt(self._page(which).unpublish)

    @precondition(lambda self: any(not page.live for page in self.world.pages()))
    @rule(which=counts)
    def a_commitment_comes_back(self, which: int) -> None:
        page = self._page(which)
        page.save_revision()
        self.attempt(acts.publication(self.world, page, self.clock))

    @rule(which=counts)
    def a_commitment_is_deleted(self, which: int) -> None:
        if len(self.world.pages()) > 1:
            page = self._page(which)
            self.attempt(lambda: acts.attempted(page.delete))

    def _page(self, which: int) -> Any:
        pages = self.world.pages()
        return pages[which % len(pages)]

    # How it goes

    @rule(wait=st.sampled_from((0, 92)), which=counts)
    def a_commitment_is_finished(self, wait: int, which: int) -> None:
        self.clock.go_on(wait)
        if self.attempt(acts.finish(self.world, self.clock, which)):
            declared = acts.declaration(
                self.world, self.clock, which, alone=False, days_ago=0, user=self.world.contact
            )
            self.attempt(declared)

    @rule(wait=waits, which=counts, alone=st.booleans(), days_ago=ago, who=people)
    def a_commitment_is_declared(self, wait: int, which: int, who: str, days_ago: int, **values: Any) -> None:
        self.clock.go_on(wait)
        user = getattr(self.world, who)
        act = acts.declaration(self.world, self.clock, which, days_ago=days_ago, user=user, **values)
        if self.attempt(act) and days_ago:
            self.told.clear()

    @rule(wait=waits, kind=st.sampled_from(acts.REPORTS), which=counts, completion=st.data(), who=bodies)
    def a_report_is_filed(self, wait: int, kind: str, which: int, completion: Any, who: str) -> None:
        self.clock.go_on(wait)
        level = completion.draw(st.sampled_from(COMPLETION_LEVELS.slugs))
        user = getattr(self.world, who)
        if self.attempt(acts.report(self.world, self.clock, kind, which, level, user)):
            self.told.clear()  # it may have taken a declaration back

    @rule(wait=waits, moves=st.lists(st.tuples(counts, statuses), max_size=3), who=people)
    def an_update_is_published(self, wait: int, moves: list[tuple[int, str]], who: str) -> None:
        self.clock.go_on(wait)
        self.attempt(acts.update(self.world, self.clock, moves, getattr(self.world, who)))

    @rule(which=counts)
    def a_milestone_is_proved(self, which: int) -> None:
        acts.prove(self.world, which)

    @rule(wait=waits, purpose=st.sampled_from(("co-creation", "implementation")))
    def a_meeting_is_held(self, wait: int, purpose: str) -> None:
        self.clock.go_on(wait)
        acts.meet(self.world, self.clock, purpose)

    # Who takes part

    @rule(
        wait=waits,
        which=counts,
        conferred=st.sampled_from(
            (
                ("inactive", "STAT-05"),
                ("inactive", "voluntary"),
                ("probation", "STAT-11"),
                ("probation", "STAT-12"),
                ("active", "STAT-10"),
                ("revoked", "STAT-16"),
            )
        ),
    )
    def a_status_is_conferred(self, wait: int, which: int, conferred: tuple[str, str]) -> None:
        self.clock.go_on(wait)
        self.attempt(acts.confer(self.world, self.clock, which, *conferred))

    @rule(which=counts, days=st.sampled_from((-200, -40, 30)))
    def a_term_end_moves(self, which: int, days: int) -> None:
        if self.attempt(acts.move_term(self.world, which, days)):
            self.told.clear()

    @rule(wait=waits, which=counts, days_ago=ago, who=people)
    def a_member_leaves(self, wait: int, which: int, days_ago: int, who: str) -> None:
        self.clock.go_on(wait)
        act = acts.leaving(self.world, self.clock, which, days_ago, getattr(self.world, who))
        if self.attempt(act) and days_ago:
            self.told.clear()

    @rule(who=st.sampled_from(("contact", "stranger")), wait=waits)
    def the_point_of_contact_changes(self, who: str, wait: int) -> None:
        self.clock.go_on(wait)
        self.attempt(acts.replace_contact(self.world, getattr(self.world, who)))

    @rule(wait=waits)
    def the_monitoring_body_changes(self, wait: int) -> None:
        self.clock.go_on(wait)
        self.attempt(acts.replace_body(self.world))

    @precondition(lambda self: self.world.plan.period_end < self.clock.day)
    @rule(whose=st.sampled_from(((0, 1), (1, 2), (0,), (1,))), wait=st.sampled_from((32, 100)))
    def the_next_plan_is_made(self, whose: tuple[int, ...], wait: int) -> None:
        self.clock.go_on(wait)
        if Plan.objects.count() >= MOST_PLANS:
            return
        self.told.clear()  # a term is known that was not
        try:
            acts.next_plan(self.world, self.clock, *(self.world.members[which] for which in whose))
        except LawError:  # one of them is no member any more
            return
        self.attempt(acts.file_it(self.world, self.world.contact, self.clock.day))

    # What nobody may do

    @precondition(lambda self: self.world.plan.submitted_on)
    @rule(data=st.data())
    def somebody_tries_a_shell(self, data: Any) -> None:
        ways = acts.by_hand(self.world)
        way = data.draw(st.sampled_from(sorted(ways)))
        with pytest.raises(LawError):
            acts.attempted(ways[way])

    # What is so at any time

    @invariant()
    def everything_holds(self) -> None:
        rows = database.rows()
        facts = {one.pk: whole.drafted(one) for one in Plan.objects.with_owner()}
        self._forward(rows, facts)
        invariants.hold_on(self.clock.day, facts)
        if rows != self.rows or not self.facts:
            invariants.hold_in(self.rows, rows)
            self._stays_for_good(rows)
        self._backward(facts)
        self.rows, self.facts = rows, facts

    def _forward(self, rows: database.Rows, facts: dict[int, PlanFacts]) -> None:
        for plan in Plan.objects.all():
            fresh, edition = facts[plan.pk], edition_of(plan)
            kept = self.facts.get(plan.pk) if rows == self.rows else None
            if kept:
                assert kept == fresh
                told = review(kept, edition, day=self.clock.day), timetable(kept, edition)
                assert told == (review(fresh, edition, day=self.clock.day), timetable(fresh, edition))
            else:
                review(fresh, edition, day=self.clock.day)

    def _backward(self, facts: dict[int, PlanFacts]) -> None:
        plans = list(Plan.objects.all())
        self.told.pop(self.clock.day, None)  # this day is not over
        for day in list(self.told)[-REMEMBERED:]:
            for plan in (one for one in plans if one.pk in self.told[day]):
                told = self.told[day][plan.pk]
                assert told == standing(facts[plan.pk], plan, day, told["states"]), day
        self.told[self.clock.day] = {
            one.pk: standing(facts[one.pk], one, self.clock.day) for one in plans if one.submitted_on
        }

    def _stays_for_good(self, rows: database.Rows) -> None:
        for key, values in self.settled.items():
            assert rows.get(key) == values, key
        assert self.kept <= rows.keys(), self.kept - rows.keys()
        self.settled, self.kept = database.settled_for_good(), database.kept_for_good()


def standing(facts: PlanFacts, plan: Plan, day: date, among: Any = None) -> dict[str, Any]:
    """How plan, coalition, commitments and members stand on a day; of commitments, those that were there then."""
    edition = edition_of(plan)
    there = [one for one in facts.commitments if one.submitted_on and one.submitted_on <= day]
    states = {one.key: commitment_state(one, facts, edition, day) for one in there}
    return {
        "plan": plan_state(facts, day, edition),
        "coalition": coalition_state(facts, day, edition),
        "states": {
            key: (one.state, one.holds_slot) for key, one in states.items() if among is None or key in among
        },
        "members": [forecast(one, facts, edition, day=day).as_dict() for one in facts.memberships],
    }


@pytest.mark.django_db
def test_no_invariant_is_ever_broken(home: Page, superuser: Any) -> None:
    with clock_of(FIRST_DAY - timedelta(days=1)) as clock:
        Years.clock, Years.world = clock, acts.begin(home, superuser)
        run_state_machine_as_test(
            Years,
            settings=settings(
                max_examples=LIVES,
                stateful_step_count=STEPS,
                deadline=None,
                derandomize=not AT_LENGTH,
                phases=(Phase.generate, Phase.shrink) if "OGP_SHRINK" in os.environ else (Phase.generate,),
                database=None,
                print_blob=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
