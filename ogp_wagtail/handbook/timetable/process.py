"""Dates that hang on the submission and on the end of the plan."""

from collections.abc import Iterator
from datetime import date

from ..calendar import Block, calendar_years, lasts_at_least, months_of, plan_years
from ..durations import earliest_end
from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts
from ..meetings import cocreation_start
from ..tracker import tracker_quarters, update_due
from ..words import Label, _
from .deadlines import Deadline, in_months

SUBMITTED = _("plan submitted")
PLAN_END = _("plan end")


def cocreation_dates(
    plan: PlanFacts, edition: Edition, submitted: date, end: date | None
) -> Iterator[Deadline]:
    """WEB-10, Annex 4 (recommended): news in every month of co-creation; or to the plan's end (AMB-43)."""
    start = cocreation_start(plan)
    if start is None:
        return
    covers_all = edition.web.monthly_scope == "all"
    for month in months_of(start, end or submitted if covers_all else submitted):
        template = _("last day of %(month)s, a month of co-creation from %(day)s")
        anchor = Label(_("co-creation start"))
        extra = {"month": month}
        yield Deadline("WEB-10", plan.subject, month.last_day, anchor, start, template, 1, extra)


def submission_dates(plan: PlanFacts, edition: Edition, submitted: date) -> Iterator[Deadline]:
    """INC-01, §3.5.1, and AMEND-04, §3.2.1.3, for the plan and for each later commitment."""
    yield in_months("INC-01", plan.subject, SUBMITTED, submitted, edition.report.inception_months)
    window = edition.amend.window_months
    yield in_months("AMEND-04", Label(_("initial commitments")), SUBMITTED, submitted, window)
    for commitment in plan.live_commitments:
        day = commitment.submitted_on or commitment.included_on
        if day and day > submitted:
            yield in_months("AMEND-04", commitment.subject, _("commitment submitted"), day, window)


def earliest_ends(plan: PlanFacts, edition: Edition, submitted: date | None) -> Iterator[Deadline]:
    """COM-DUR-01, §3.2.1.2: the earliest end of each commitment, or of one that starts on submission."""
    anchor = _("commitment start")
    started = [(one.subject, anchor, one.start) for one in plan.live_commitments if one.start]
    if submitted and not started:
        started = [(Label(_("a commitment that starts on submission")), SUBMITTED, submitted)]
    for subject, anchor, start in started:
        months = edition.commitment.min_months
        template = _("shortest commitment of %(n)s months from %(anchor)s %(day)s")
        end = earliest_end(start, edition)
        yield Deadline("COM-DUR-01", subject, end, Label(anchor), start, template, months)


def meeting_dates(plan: PlanFacts, edition: Edition, submitted: date, end: date) -> Iterator[Deadline]:
    """COCR-03, §3.3.1: the meetings on implementation needed in each year; ``parameter`` is their number."""
    for year, needed in implementation_years(edition, submitted, end):
        template = _("meetings needed from %(first)s to %(last)s: %(n)s")
        extra = {"first": year.first_day, "last": year.last_day}
        anchor = Label(SUBMITTED)
        yield Deadline("COCR-03", plan.subject, year.last_day, anchor, submitted, template, needed, extra)


def implementation_years(edition: Edition, submitted: date, end: date) -> list[tuple[Block, int]]:
    """Return the years in which meetings on implementation are needed, each with their number (COCR-03)."""
    by_calendar = edition.implementation.year_basis == "calendar_year"
    years = calendar_years(submitted, end) if by_calendar else plan_years(submitted, end)
    return [(year, needed) for year in years if (needed := meetings_needed(year, edition))]


def meetings_needed(year: Block, edition: Edition) -> int:
    """Return how many meetings on implementation a year needs; one cut short needs fewer (AMB-17)."""
    numbers = edition.implementation
    if year.full:
        return numbers.meetings_per_year
    is_long = lasts_at_least(year.first_day, year.last_day, numbers.partial_year_min_months)
    return numbers.partial_year_meetings if is_long else 0


def tracker_dates(plan: PlanFacts, edition: Edition, submitted: date, end: date) -> Iterator[Deadline]:
    """TRK-01, §3.5.4: one update for each full quarter of the plan."""
    grace = edition.tracker.grace_days
    for quarter in tracker_quarters(edition, submitted, end):
        late = _("last day of quarter %(quarter)s + %(n)s days")
        template = late if grace else _("last day of quarter %(quarter)s")
        extra = {"quarter": quarter.name}
        due = update_due(quarter, edition)
        yield Deadline("TRK-01", quarter.name, due, Label(SUBMITTED), submitted, template, grace, extra)


def closing_dates(plan: PlanFacts, edition: Edition, end: date) -> Iterator[Deadline]:
    """EOC-02, §3.5.2, FLE-01, §3.5.3, and the next plan: what follows the end of the plan."""
    months = edition.report.eoc_months
    yield in_months("EOC-02", Label(_("unfinished commitments")), PLAN_END, end, months)
    for commitment in plan.live_commitments:
        yield from _assessment(commitment, edition, end)
    yield in_months("FLE-01", plan.subject, PLAN_END, end, edition.report.learning_months)
    yield next_plan_date(edition, end)
    yield from next_plan_of_each_member(plan, edition, end)


def next_plan_date(edition: Edition, end: date) -> Deadline:
    """GAP-01, §3.2, §4.1: the next plan is submitted within four months of the end of this one."""
    return in_months("GAP-01", Label(_("next plan")), PLAN_END, end, edition.plan.gap_months)


def next_plan_of_each_member(plan: PlanFacts, edition: Edition, end: date) -> Iterator[Deadline]:
    """COAL-18, §3.2, §3.4 (derived): the same gap runs for each member, whichever form it chooses next."""
    for member in plan.members if plan.is_joint else ():
        yield in_months("COAL-18", member.subject, PLAN_END, end, edition.plan.gap_months)


def _assessment(commitment: CommitmentFacts, edition: Edition, end: date) -> Iterator[Deadline]:
    """EOC-01, EOC-02, §3.5.2: one month after the earlier of full implementation and plan end."""
    done = commitment.fully_implemented_on
    if done and done < end:
        anchor = _("fully implemented")
        yield in_months("EOC-02", commitment.subject, anchor, done, edition.report.eoc_months)
