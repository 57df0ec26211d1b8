"""The life of a milestone, as the tracker tells it (V-MSTATUS, Annex 2 item 17)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Finding, Thing, error, warning
from ..vocabularies import MILESTONE_STATUSES
from ..words import _
from .types import Machine, Transition

RULE = "V-MSTATUS"


def _moves(source: str, *targets: str) -> tuple[Transition, ...]:
    return tuple(Transition(source, target, target) for target in targets)


MILESTONE = Machine(
    "milestone",
    (
        *_moves("not-started", "in-progress", "stuck", "finished", "incomplete"),
        *_moves("in-progress", "stuck", "finished", "incomplete"),
        *_moves("stuck", "in-progress", "finished", "incomplete"),
        *_moves("incomplete", "finished"),
        *_moves("finished", "in-progress"),
    ),
    words=dict(MILESTONE_STATUSES.choices),
)


@dataclass(frozen=True, slots=True)
class _Milestone:
    key: str = ""
    subject: str = "milestone"


SOME = _Milestone()


def milestone_move(
    old: str,
    new: str,
    evidenced: bool = False,
    reason: str = "",
    next_steps: str = "",
    *,
    thing: Thing = SOME,
    is_over: bool = True,
) -> list[Finding]:
    """V-MSTATUS, Annex 2 item 17: what forbids a change of a milestone's status, and what is unusual about it.

    ``evidenced`` says that primary evidence is there; ``is_over`` that the milestone's last month has passed, or its
    commitment or plan ended: only then is it closed as incomplete. To leave a status as it is needs nothing.
    """
    if old == new:
        return []
    refused = list(MILESTONE.refusal(RULE, thing, old, new, field="status"))
    return refused or [
        *_finished_is_proved(new, evidenced, thing),
        *_stuck_is_explained(new, reason, next_steps, thing),
        *_incomplete_when_over(new, is_over, thing),
        *_reopened_with_reason(old, reason, thing),
        *_delivered_late(old, thing),
    ]


def _finished_is_proved(new: str, evidenced: bool, thing: Thing) -> Iterator[Finding]:
    if new == "finished" and not evidenced:
        yield error(
            RULE,
            thing,
            _("A finished milestone is proved by primary evidence, and none is there."),
            hint=_("Link what shows the deliverable, then say that it is finished."),
            field="status",
        )


def _stuck_is_explained(new: str, reason: str, next_steps: str, thing: Thing) -> Iterator[Finding]:
    if new != "stuck":
        return
    if not reason.strip():
        yield error(RULE, thing, _("A milestone that is stuck says why."), field="reason")
    if not next_steps.strip():
        yield error(RULE, thing, _("A milestone that is stuck says what is done next."), field="next_steps")


def _incomplete_when_over(new: str, is_over: bool, thing: Thing) -> Iterator[Finding]:
    if new == "incomplete" and not is_over:
        yield error(
            RULE,
            thing,
            _("It is closed as incomplete only once its last month has passed."),
            hint=_("Until then it is in progress or stuck."),
            field="status",
        )


def _reopened_with_reason(old: str, reason: str, thing: Thing) -> Iterator[Finding]:
    if old == "finished" and not reason.strip():
        yield error(
            RULE,
            thing,
            _("A finished milestone is taken back only to correct a mistake, and with a reason."),
            field="reason",
        )


def _delivered_late(old: str, thing: Thing) -> Iterator[Finding]:
    if old == "incomplete":
        template = _("It was closed as incomplete and is finished now: delivered late.")
        yield warning(RULE, thing, template, field="status")
