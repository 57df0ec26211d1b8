"""The declaration that a commitment, or a member's part in it, is fully implemented (COM-LIFE-01)."""

from collections.abc import Collection, Iterator
from datetime import date

from ..evidence import is_proof
from ..facts import CommitmentFacts, EvidenceFacts, PlanFacts
from ..findings import Finding, error
from ..words import Labels, _
from .commitments import COMMITMENT, state_on


def may_be_declared(
    plan: PlanFacts,
    commitment: CommitmentFacts,
    implemented_on: date,
    *,
    day: date,
    members: Collection[str] = (),
) -> list[Finding]:
    """COM-LIFE-01, §3.2: what forbids to declare on ``day`` that it was fully implemented on ``implemented_on``.

    ``members`` are those whose parts are declared, all by default. Of a joint commitment the milestones are asked
    for once the last part is declared.
    """
    completes = not members or not _parts_left(commitment, members)
    return [
        *_is_active(plan, commitment, implemented_on),
        *_parts_are_open(plan, commitment, members),
        *_dated_between(commitment, implemented_on, day),
        *(_finished_and_proved(plan, commitment) if completes else ()),
    ]


def _parts_left(commitment: CommitmentFacts, members: Collection[str]) -> list[str]:
    return [
        one.member
        for one in commitment.participations
        if one.implemented_on is None and one.dropped_on is None and one.member not in members
    ]


def _is_active(plan: PlanFacts, commitment: CommitmentFacts, implemented_on: date) -> Iterator[Finding]:
    """A commitment that was declared already is implemented on every later day, too."""
    known = commitment.fully_implemented_on
    state = "implemented" if known else state_on(commitment, plan, implemented_on)
    if commitment.assessed_on:
        state = "closed-complete"
    elif commitment.withdrawn_on:
        state = "withdrawn"
    yield from COMMITMENT.refusal(
        "COM-LIFE-01", commitment, state, "declare-implemented", field="implemented_on"
    )


def _parts_are_open(
    plan: PlanFacts, commitment: CommitmentFacts, members: Collection[str]
) -> Iterator[Finding]:
    parts = {one.member: one for one in commitment.participations}
    for key in members:
        member = plan.member(key)
        name = member.name if member else key
        if key not in parts:
            template = _("%(member)s has no part in it.")
            yield error("COAL-10", commitment, template, field="members", member=name)
        elif parts[key].implemented_on:
            template = _("%(member)s's part was declared implemented on %(done)s.")
            done = parts[key].implemented_on
            yield error("COM-LIFE-01", commitment, template, field="members", member=name, done=done)


def _dated_between(commitment: CommitmentFacts, implemented_on: date, day: date) -> Iterator[Finding]:
    if implemented_on > day:
        yield error(
            "COM-LIFE-01",
            commitment,
            _("It is declared implemented on %(done)s; that is later than today, %(day)s."),
            hint=_("Choose %(day)s or an earlier day."),
            field="implemented_on",
            done=implemented_on,
            day=day,
        )
    if commitment.start and implemented_on < commitment.start:
        yield error(
            "COM-LIFE-01",
            commitment,
            _("It is declared implemented on %(done)s, before it starts on %(start)s."),
            hint=_("Choose %(start)s or a later day."),
            field="implemented_on",
            done=implemented_on,
            start=commitment.start,
        )


def _all_is_finished(commitment: CommitmentFacts) -> Iterator[Finding]:
    unfinished = [one for one in commitment.milestones if one.status != "finished"]
    if unfinished:
        yield error(
            "COM-LIFE-01",
            commitment,
            _("Milestones finished: %(done)s of %(count)s. Not finished: %(open)s."),
            hint=_("It is fully implemented once every milestone is finished."),
            field="milestones",
            done=len(commitment.milestones) - len(unfinished),
            count=len(commitment.milestones),
            open=Labels(one.deliverable or one.key for one in unfinished),
        )


def _finished_and_proved(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    yield from _all_is_finished(commitment)
    if not primary_evidence_of(plan, commitment):
        yield error(
            "COM-LIFE-01",
            commitment,
            _("No primary evidence shows that it was implemented."),
            hint=_("Link evidence of its own to the commitment or to its milestones."),
            field="evidence",
        )


def primary_evidence_of(plan: PlanFacts, commitment: CommitmentFacts) -> tuple[EvidenceFacts, ...]:
    """COM-LIFE-01, EV-02: what proves a commitment or one of its milestones; a broken link does not (EV-07)."""
    keys = {commitment.key, *(one.key for one in commitment.milestones)}
    return tuple(one for one in plan.evidence if is_proof(one) and not one.is_broken and keys & one.proves)


def declared_when_done(commitment: CommitmentFacts, day: date) -> Iterator[Finding]:
    """COM-LIFE-01, §3.2: a commitment on record as fully implemented has a day that can be, and nothing left to do.

    That evidence shows it is asked by EV-03 of everything that is claimed.
    """
    done = commitment.fully_implemented_on
    if done:
        yield from _dated_between(commitment, done, day)
        yield from _all_is_finished(commitment)
