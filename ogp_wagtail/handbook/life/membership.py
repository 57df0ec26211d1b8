"""The life of a membership: from application to revocation, each step taken by the Support Unit (§4)."""

from collections.abc import Iterator

from ..facts import StatusEventFacts
from ..findings import Finding, Thing, error
from ..vocabularies.statuses import STATUSES
from ..words import Labels, _
from .types import Machine, Transition

MEMBERSHIP = Machine(
    "membership",
    (
        Transition("applicant", "accept", "active", _("The Support Unit accepts the application.")),
        Transition("applicant", "turn-down", "not-selected", _("The Support Unit does not select it.")),
        Transition("active", "find-inactive", "inactive", _("STAT-02, 03, 04 or 05 is met; by letter.")),
        Transition(
            "active", "rest-at-own-request", "inactive", _("The member asks, the Support Unit agrees.")
        ),
        Transition("active", "find-contrary", "probation", _("STAT-12 is met; by letter.")),
        Transition("inactive", "restart", "active", _("Co-creation has begun or progress is shown.")),
        Transition("inactive", "find-contrary", "probation", _("STAT-11 is met; by letter.")),
        Transition("probation", "put-right", "active", _("All that was missed is put right; at once.")),
        Transition("probation", "revoke", "revoked", _("STAT-16 is met; on record of the Support Unit.")),
    ),
    words={choice.slug: choice.label for choice in STATUSES}
    | {
        "accept": _("accept"),
        "turn-down": _("turn down"),
        "find-inactive": _("find inactive"),
        "rest-at-own-request": _("let rest at its own request"),
        "restart": _("note its return to work"),
        "find-contrary": _("find contrary to process"),
        "put-right": _("note that it is put right"),
        "revoke": _("revoke"),
    },
)

# The letter of civil society on civic space is in no row: it opens a case and changes nothing (STAT-18).


def may_become(status: str) -> tuple[str, ...]:
    """STAT-01, §4: the statuses that the Support Unit may confer on one that has this status."""
    return tuple(dict.fromkeys(one.target for one in MEMBERSHIP.allowed(status)))


def step_is_allowed(event: StatusEventFacts, present: str) -> Iterator[Finding]:
    """STAT-01, §4: a status follows on another only as the table of the handbook has it."""
    possible = may_become(present)
    if event.status not in possible:
        yield _impossible(event, event.status, present, Labels(MEMBERSHIP.word(one) for one in possible))
    elif (present, event.status) == ("inactive", "probation") and event.trigger == "STAT-12":
        yield _wrong_trigger(event, "STAT-11")
    elif (present, event.status) == ("active", "probation") and event.trigger == "STAT-11":
        yield _wrong_trigger(event, "STAT-12")


def no_clock_runs(event: StatusEventFacts, before: StatusEventFacts | None) -> Iterator[Finding]:
    """STAT-11, §4.2: voluntary inactivity for reasons nobody could avoid never leads to probation."""
    if before and event.status == "probation" and before.is_voluntary and before.is_unavoidable:
        yield error(
            "STAT-11",
            event,
            _("It is inactive at its own request for reasons it could not avoid; that may last."),
            hint=_("It becomes active again once it is at work."),
            field="status",
        )


def _impossible(thing: Thing, status: str, present: str, possible: Labels) -> Finding:
    return error(
        "STAT-01",
        thing,
        _("“%(status)s” does not follow on “%(present)s”."),
        hint=_("Possible: %(allowed)s.") if possible else _("“%(present)s” is final."),
        field="status",
        status=MEMBERSHIP.word(status),
        present=MEMBERSHIP.word(present),
        allowed=possible,
    )


def _wrong_trigger(thing: Thing, rule: str) -> Finding:
    return error(
        "STAT-06",
        thing,
        _("This does not lead there from the present status."),
        hint=_("From here it is %(trigger)s that does."),
        field="trigger",
        trigger=rule,
    )
