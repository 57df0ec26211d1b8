"""What there is to say about the tracker of a filed plan on a day."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import PlanFacts, UpdateFacts
from ..findings import Finding, error, warning
from ..words import _
from .progress import counts, shows_step
from .quarters import quarters_of
from .shares import commitments_of


def check_tracker(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing from the tracker on ``day`` (TRK-01 to TRK-05)."""
    return [
        *every_quarter_has_an_update(plan, edition, day),
        *updates_are_published(plan, day),
        *updates_are_the_contacts(plan),
        *the_last_update_says_what_was_done(plan, day),
        *the_last_update_leaves_nothing_out(plan, day),
    ]


def every_quarter_has_an_update(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """TRK-01, §3.5, §3.5.4: one update for each full quarter of the plan, by the last day of the quarter."""
    missed = [one.name for one in quarters_of(plan, edition) if one.is_over(day) and not one.was_updated]
    if missed:
        yield warning(
            "TRK-01",
            plan,
            _("Quarters without a published update: %(quarters)s."),
            hint=_(
                "An update counts in the quarter in which it is published; publish one before this one ends."
            ),
            field="updates",
            quarters=", ".join(missed),
        )


def updates_are_published(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """TRK-02, §3.5.4: updates are public; a draft that never was counts for nothing."""
    for update in plan.updates:
        if update.published_on is None and update.quarter <= day:
            yield warning(
                "TRK-02",
                update,
                _("The update is a draft; it counts only once it is public."),
                hint=_("Publish it."),
                field="published_on",
            )


def updates_are_the_contacts(plan: PlanFacts) -> Iterator[Finding]:
    """TRK-05, §2.1, §3.5.4: the tracker is kept by the point of contact; nobody else's word is the update."""
    for update in plan.updates:
        if update.published_on and not update.by_point_of_contact:
            yield error(
                "TRK-05",
                update,
                _(
                    "It was not published by the point of contact, so it does not count as the quarter's update."
                ),
                hint=_("Let the point of contact publish it; others may draft."),
                field="published_on",
            )


def latest_update(plan: PlanFacts, day: date) -> UpdateFacts | None:
    """Return the update published last that counts on ``day``."""
    known = [one for one in plan.updates if counts(one) and one.published_on and one.published_on <= day]
    return max(known, key=lambda one: (one.published_on or date.min, one.quarter), default=None)


def the_last_update_says_what_was_done(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """TRK-03, §3.5, Annex 4: statuses, progress, delays, next steps, evidence; words alone are no progress."""
    update = latest_update(plan, day)
    codes = {one.key: one.code for one in plan.commitments}
    for entry in update.entries if update else ():
        is_explained = entry.delay_reason.strip() or entry.next_steps.strip() or entry.moves
        if update and not is_explained and not shows_step(entry):
            yield warning(
                "TRK-03",
                update,
                _("Of commitment %(code)s it says neither what moved nor why nothing did: no progress."),
                hint=_("Set the milestones' statuses, or name the reason for delay and the next steps."),
                field="entries",
                code=codes.get(entry.commitment, entry.commitment),
            )


def the_last_update_leaves_nothing_out(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """TRK-04, §4.1 (derived): one commitment is enough for an update; those left out are stale."""
    update = latest_update(plan, day)
    if update is None or update.published_on is None:
        return
    told = {entry.commitment for entry in update.entries}
    stale = [
        one.code
        for one in commitments_of(plan)
        if one.key not in told
        and one.included_on
        and one.included_on <= update.published_on
        and not (one.fully_implemented_on or one.withdrawn_on)
    ]
    if stale:
        yield warning(
            "TRK-04",
            update,
            _("It says nothing of: %(codes)s."),
            hint=_("Say of each commitment where it stands."),
            field="entries",
            codes=", ".join(stale),
        )
