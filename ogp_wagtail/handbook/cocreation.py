"""Whether a plan was made together: the four minimum requirements of co-creation (§3.3.1)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from .editions import Edition
from .facts import CommitmentFacts, EndorsementFacts, MemberFacts, PlanFacts, SpaceFacts
from .findings import Finding, Thing, error, warning
from .meetings import BOTH_SIDES, cocreation_meetings, counts_as_cocreation
from .words import _


class _Shared(Protocol):
    @property
    def members(self) -> frozenset[str]: ...


S = TypeVar("S", bound=_Shared)


def check_cocreation(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing on ``day`` from the co-creation of a plan (COCR-01, 02, 04, 05; COAL-13).

    A coalition whose members co-create separately answers for each member (COAL-13, §3.4).
    """
    return [
        *_each_process(plan, edition, day),
        *endorsements_are_valid(plan, day),
        *every_government_appears(plan, day),
        *every_commitment_is_cocreated(plan, day),
    ]


def _each_process(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    is_separate = plan.is_joint and plan.cocreation_mode == "separate"
    for member in plan.members if is_separate else (None,):
        yield from space_exists(plan, member)
        yield from enough_meetings(plan, member, edition, day)
        yield from enough_endorsers(plan, member, edition, day)


def _of(things: Iterable[S], member: MemberFacts | None) -> list[S]:
    """Those that concern this member: naming nobody means the whole plan."""
    return [thing for thing in things if member is None or not thing.members or member.key in thing.members]


def _whose(plan: PlanFacts, member: MemberFacts | None) -> Thing:
    return member or plan


def space_exists(plan: PlanFacts, member: MemberFacts | None) -> Iterator[Finding]:
    """COCR-01 and COCR-04, §3.3.1: a space for participation exists, and both sides are in it."""
    spaces: list[SpaceFacts] = _of(plan.spaces, member)
    if not spaces:
        yield error(
            "COCR-01",
            _whose(plan, member),
            _("No space for participation is described."),
            hint=_("Name the forum, council or other space in which the plan was developed."),
            field="spaces",
        )
    elif not any(space.sectors >= BOTH_SIDES for space in spaces):
        yield error(
            "COCR-04",
            _whose(plan, member),
            _("No space has both government and non-governmental representatives."),
            field="spaces",
        )


def enough_meetings(
    plan: PlanFacts, member: MemberFacts | None, edition: Edition, day: date
) -> Iterator[Finding]:
    """COCR-02, §3.3.1: at least one meeting that counts, up to the day of submission."""
    count, least = len(_of(cocreation_meetings(plan, day), member)), edition.cocreation.min_meetings
    if count < least:
        yield error(
            "COCR-02",
            _whose(plan, member),
            _("Co-creation meetings that count: %(count)s; at least %(least)s by %(until)s."),
            hint=_("It counts with a date, both sides present and minutes, agenda or list of participants."),
            field="meeting_count",
            count=count,
            least=least,
            until=plan.submitted_on or day,
        )


def enough_endorsers(
    plan: PlanFacts, member: MemberFacts | None, edition: Edition, day: date
) -> Iterator[Finding]:
    """COCR-05, §3.3.1: at least one non-governmental stakeholder that took part endorses the final plan."""
    valid = [one for one in _of(plan.endorsements, member) if _flaw(one, plan, day) is None]
    if len(valid) < edition.ngs.min_endorsers:
        yield error(
            "COCR-05",
            _whose(plan, member),
            _("Endorsements that count: %(count)s; at least %(least)s."),
            hint=_("Add a non-governmental stakeholder that took part and agrees to the final plan."),
            field="endorsements",
            count=len(valid),
            least=edition.ngs.min_endorsers,
        )


def endorsements_are_valid(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """COCR-05, §3.3.1: each name on the list is that of one who may stand there."""
    for endorsement in plan.endorsements:
        if flaw := _flaw(endorsement, plan, day):
            yield error(
                "COCR-05",
                endorsement,
                flaw,
                field="endorsements",
                organisation=endorsement.organisation,
                day=endorsement.endorsed_on,
                changed=plan.text_changed_on,
                until=plan.submitted_on or day,
            )


NO_STAKEHOLDER = _("%(organisation)s is no non-governmental stakeholder; only these endorse the plan.")


def may_endorse(endorsement: EndorsementFacts) -> Iterator[Finding]:
    """COCR-05, Annex 1 item 7: only a non-governmental stakeholder endorses a plan, whatever else holds."""
    if endorsement.sector != "ngs":
        name = endorsement.organisation
        yield error("COCR-05", endorsement, NO_STAKEHOLDER, field="organisation", organisation=name)


def _flaw(endorsement: EndorsementFacts, plan: PlanFacts, day: date) -> str | None:
    """Why this endorsement does not count, or None."""
    if any(may_endorse(endorsement)):
        return NO_STAKEHOLDER
    if not endorsement.took_part:
        return _("%(organisation)s did not take part in co-creation, so its endorsement does not count.")
    if endorsement.endorsed_on is None:
        return _("The day on which %(organisation)s endorsed the plan is not stated.")
    if endorsement.endorsed_on > (plan.submitted_on or day):
        return _("%(organisation)s endorsed the plan on %(day)s; it had to by %(until)s.")
    if plan.text_changed_on and endorsement.endorsed_on < plan.text_changed_on:
        return _("%(organisation)s endorsed the plan on %(day)s, before its text changed on %(changed)s.")
    return None


def every_government_appears(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """COAL-13, §3.4: in a shared process each member is in at least one meeting, else a warning."""
    meetings = cocreation_meetings(plan, day)
    if not plan.is_joint or plan.cocreation_mode != "joint" or not meetings:
        return
    for member in plan.members:
        if not _of(meetings, member):
            yield warning(
                "COAL-13",
                member,
                _("%(member)s is in no co-creation meeting."),
                field="meeting_count",
                member=member.name,
            )


def every_commitment_is_cocreated(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """QUAL-09, §3.2, §3.3: each commitment in the plan was discussed before it was submitted."""
    if cocreation_meetings(plan, day):
        for commitment in plan.live_commitments:
            if commitment.included_on:
                yield from commitment_is_cocreated(plan, commitment, day=day)


def commitment_is_cocreated(plan: PlanFacts, commitment: CommitmentFacts, *, day: date) -> Iterator[Finding]:
    """QUAL-09, §3.2, §3.3: a meeting that counts is linked to the commitment, on or before its submission.

    A meeting linked to no commitment stands for all that went in with the plan, not for later ones.
    """
    submitted = commitment.submitted_on or commitment.included_on or day
    is_later = plan.submitted_on is not None and submitted > plan.submitted_on
    until = min(submitted, day)
    for meeting in plan.meetings:
        is_linked = commitment.key in meeting.commitments or not (meeting.commitments or is_later)
        if is_linked and counts_as_cocreation(meeting, until):
            return
    yield error(
        "QUAL-09",
        commitment,
        _("No co-creation meeting that counts is linked to it, by %(until)s."),
        hint=_("Link it to the meeting at which it was discussed."),
        field="meetings",
        until=submitted,
    )
