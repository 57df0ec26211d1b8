"""What one commitment has to respect to be in a plan."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..calendar import Month
from ..durations import earliest_end, is_long_enough
from ..editions import Edition
from ..facts import CommitmentFacts, MilestoneFacts, PlanFacts
from ..findings import Finding, error, warning
from ..vocabularies import TECHNOLOGY
from ..words import _
from .ending import period_start
from .participation import check_participation


def check_commitment(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> list[Finding]:
    """Return everything that makes this one commitment unlawful to include, and what is unusual about it.

    Whether a place is free for it is asked of the whole plan: see ``check_slots``.
    """
    return [
        *unique_title(plan, commitment),
        *dates_are_stated(commitment),
        *minimum_duration(commitment, edition),
        *inside_the_plan(plan, commitment, edition),
        *milestones_inside(commitment),
        *check_participation(plan, commitment, edition),
        *technology_stands_alone(commitment, edition),
    ]


def unique_title(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-01 (derived): no other commitment included in the plan has this title. Drafts do not count."""
    for other in plan.live_commitments:
        is_rival = other.key != commitment.key and other.included_on is not None
        if is_rival and _folded(commitment.title) and _folded(other.title) == _folded(commitment.title):
            yield error(
                "A2-01",
                commitment,
                _("Commitment %(other)s has the same title, “%(title)s”."),
                hint=_("Name the specific action, so that the two can be told apart."),
                field="title",
                other=other.code,
                title=commitment.title,
            )


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def dates_are_stated(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-02: a commitment has a start and an end."""
    if commitment.start is None:
        yield error("A2-02", commitment, _("The start date is not stated."), field="start")
    if commitment.latest_end is None:
        yield error("A2-02", commitment, _("The end date is not stated."), field="end")


def minimum_duration(commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """COM-DUR-01, §3.2.1.2: at least one year, from the start to the end of the latest part."""
    start, end = commitment.start, commitment.latest_end
    if start and end and not is_long_enough(start, end, edition):
        yield error(
            "COM-DUR-01",
            commitment,
            _(
                "It runs from %(start)s to %(end)s; a commitment that starts on %(start)s "
                "lasts %(months)s months, so it ends on %(earliest)s or later."
            ),
            hint=_("End it on %(earliest)s or later, or start it earlier."),
            field="end",
            start=start,
            end=end,
            months=edition.commitment.min_months,
            earliest=earliest_end(start, edition),
        )


def inside_the_plan(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """COM-DUR-02, §3.2: it starts and ends inside the plan, both limits inclusive."""
    yield from _starts_inside(plan, commitment, edition)
    yield from _ends_inside(plan, commitment)


def _starts_inside(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    start, first = commitment.start, period_start(plan, edition)
    if start and first and start < first:
        yield error(
            "COM-DUR-02",
            commitment,
            _("It starts on %(start)s; the plan starts on %(first)s."),
            hint=_("Start it on %(first)s or later."),
            field="start",
            start=start,
            first=first,
        )
    elif start and plan.submitted_on and start < plan.submitted_on:
        yield warning(
            "COM-DUR-02",
            commitment,
            _("It starts on %(start)s, before the day of submission, %(submitted)s."),
            field="start",
            start=start,
            submitted=plan.submitted_on,
        )


def _ends_inside(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    end, last = _very_last_day(commitment), plan.period_end
    if last is None:
        yield error(
            "COM-DUR-02",
            commitment,
            _("The last day of the plan is not stated, so nothing can be included in it yet."),
            hint=_("State the end of the plan period first."),
            field="end",
        )
    elif end and end > last:
        yield error(
            "COM-DUR-02",
            commitment,
            _("It ends on %(end)s; the plan ends on %(last)s."),
            hint=_("End it on %(last)s or earlier."),
            field="end",
            end=end,
            last=last,
        )


def _very_last_day(commitment: CommitmentFacts) -> date | None:
    ends = [end for end in (commitment.end, commitment.latest_end) if end]
    return max(ends, default=None)


def milestones_inside(commitment: CommitmentFacts) -> Iterator[Finding]:
    """COM-DUR-03, Annex 2 item 17: each milestone lies inside the commitment, at month precision."""
    for milestone in commitment.milestones:
        yield from _in_order(commitment, milestone)
        yield from _inside(commitment, milestone)


def _in_order(commitment: CommitmentFacts, milestone: MilestoneFacts) -> Iterator[Finding]:
    if milestone.start and milestone.end and milestone.end < milestone.start:
        yield error(
            "COM-DUR-03",
            commitment,
            _("Milestone “%(milestone)s” ends in %(end)s, before it starts in %(start)s."),
            field="milestones",
            milestone=milestone.deliverable or milestone.key,
            start=milestone.start,
            end=milestone.end,
        )


def _inside(commitment: CommitmentFacts, milestone: MilestoneFacts) -> Iterator[Finding]:
    first = Month.of(commitment.start) if commitment.start else None
    last = Month.of(commitment.latest_end) if commitment.latest_end else None
    for month in filter(None, (milestone.start, milestone.end)):
        values: dict[str, Any] = {"milestone": milestone.deliverable or milestone.key, "month": month}
        if first and month < first:
            template = _("Milestone “%(milestone)s” lies in %(month)s; the commitment starts in %(limit)s.")
            yield error("COM-DUR-03", commitment, template, field="milestones", limit=first, **values)
        if last and month > last:
            template = _("Milestone “%(milestone)s” lies in %(month)s; the commitment ends in %(limit)s.")
            yield error("COM-DUR-03", commitment, template, field="milestones", limit=last, **values)


def technology_stands_alone(commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """QUAL-02, §3.2.1.1: technology and innovation supports the other values (AMB-26)."""
    grade = edition.commitment.tech_only_value
    if grade != "off" and commitment.ogp_values == {TECHNOLOGY}:
        report = error if grade == "error" else warning
        yield report(
            "QUAL-02",
            commitment,
            _("Technology and innovation is its only value; it does not stand alone."),
            hint=_("Name the value it serves: access to information, participation or accountability."),
            field="ogp_values",
        )
