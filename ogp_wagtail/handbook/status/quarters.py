"""Inactive by the tracker: two quarters in a row without an update, or without progress."""

from collections.abc import Iterable

from ..calendar import day_after
from ..tracker import Quarter, quarters_of
from ..words import _
from .situation import Situation
from .types import Condition


def tracker_is_not_updated(case: Situation) -> Condition | None:
    """STAT-05, §4.1: the tracker was not updated for two consecutive quarters."""
    run = _standing(
        [(one, one.was_updated or one.is_exempt, True) for one in _fresh_quarters(case)],
        case.edition.status.inactive_quarters,
    )
    ahead = _(
        "%(missed)s of %(needed)s quarters missed; condition met on %(date)s "
        "if nothing is published by %(until)s."
    )
    met = _("No update was published in %(quarters)s; the condition has been met since %(date)s.")
    return _condition(case, "STAT-05", run, ahead, met, _("Publish an update of the tracker."))


def tracker_shows_no_progress(case: Situation) -> Condition | None:
    """STAT-04, §4.1: the tracker shows no progress in any commitment for two consecutive quarters.

    A quarter without an update shows none either, unless the edition reads it otherwise (AMB-19).
    """
    counts_missing = case.edition.status.no_update_counts_as_no_progress
    run = _standing(
        [
            (one, one.made_progress or one.is_exempt, counts_missing or one.was_updated)
            for one in _fresh_quarters(case)
        ],
        case.edition.status.inactive_quarters,
    )
    ahead = _(
        "%(missed)s of %(needed)s quarters without progress; condition met on %(date)s "
        "if none is shown by %(until)s."
    )
    met = _("No progress was shown in %(quarters)s; the condition has been met since %(date)s.")
    hint = _("Show progress: a milestone that moved, or a step that is described and evidenced.")
    return _condition(case, "STAT-04", run, ahead, met, hint)


def _fresh_quarters(case: Situation) -> list[Quarter]:
    """The quarters of the last plan that begin after the last return to active: those before are settled."""
    if case.plan is None or case.status != "active":
        return []
    found, since = quarters_of(case.plan, case.edition, case.membership.key), case.returned_on
    return [one for one in found if since is None or one.block.first_day >= since]


def _standing(quarters: Iterable[tuple[Quarter, bool, bool]], needed: int) -> list[Quarter]:
    """The first quarters of the run that makes or will make the condition: each with whether it is good, bad.

    A good quarter resets. One that is neither breaks a run that is not yet long enough.
    """
    run: list[Quarter] = []
    for quarter, is_good, is_bad in quarters:
        if is_good or not (is_bad or len(run) >= needed):
            run = []
        elif is_bad:
            run.append(quarter)
    return run[:needed] if len(run) >= needed else []


def _condition(
    case: Situation, rule: str, run: list[Quarter], ahead: str, met: str, hint: str
) -> Condition | None:
    if not run or case.plan is None:
        return None
    until = run[-1].due
    met_on, is_met = day_after(until), case.day > until
    values = {
        "missed": sum(one.is_over(case.day) for one in run),
        "needed": len(run),
        "quarters": ", ".join(one.name for one in run),
        "until": until,
        "date": met_on,
    }
    return Condition(
        rule,
        case.membership.key,
        case.membership.subject,
        "inactive",
        met_on,
        "met" if is_met else "ahead",
        met if is_met else ahead,
        values,
        hint,
        tuple(one.name for one in run),
        case.plan.key,
    )
