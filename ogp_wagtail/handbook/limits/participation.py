"""How a commitment is shared among the members of a plan."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ..durations import is_long_enough
from ..editions import Edition
from ..facts import CommitmentFacts, MemberFacts, ParticipationFacts, PlanFacts
from ..findings import Finding, error, warning
from ..words import _
from .changes import was_in_time
from .members import commitment_limit


def check_participation(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """Yield what is wrong with the split of one commitment (COAL-06, 09, 10, 11; §3.4)."""
    yield from only_members_once(plan, commitment)
    yield from nobody_who_left(plan, commitment)
    if commitment.scope == "joint":
        yield from every_member_has_a_part(plan, commitment)
        yield from parts_last_a_year(plan, commitment, edition)
        yield from lead_agency_for_each_member(plan, commitment)
    else:
        yield from exactly_one_member(plan, commitment)
    if plan.is_joint:
        yield from ends_by_each_members_limit(plan, commitment, edition)


def only_members_once(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """COAL-09 and COAL-10, §3.4: a part belongs to a member of the plan, and a member has one part."""
    for key, count in Counter(row.member for row in commitment.participations).items():
        member = plan.member(key)
        if member is None:
            template = _("%(member)s takes part, but is no member of this plan.")
        elif count > 1:
            template = _("%(member)s has more than one part in it; one is enough.")
        else:
            continue
        yield error(
            _scope_rule(commitment),
            commitment,
            template,
            field="participations",
            member=member.name if member else key,
        )


def nobody_who_left(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """COAL-21, §3.4 (derived): a member that was lost takes on no new commitment; what it has it keeps."""
    for row in commitment.participations:
        member = plan.member(row.member)
        lost = plan.lost_on(member) if member else None
        if member and lost and not _was_there_before(commitment, lost):
            yield error(
                "COAL-21",
                commitment,
                _("%(member)s left the coalition on %(lost)s and takes on nothing new."),
                hint=_("Choose members that are still there."),
                field="participations",
                member=member.name,
                lost=lost,
            )


def _was_there_before(commitment: CommitmentFacts, lost: date) -> bool:
    return commitment.included_on is not None and commitment.included_on < lost


def _scope_rule(commitment: CommitmentFacts) -> str:
    return "COAL-10" if commitment.scope == "joint" else "COAL-09"


def exactly_one_member(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """COAL-09, §3.4: a separate commitment applies to exactly one jurisdiction."""
    count = len({row.member for row in commitment.participations})
    if count > 1 or (plan.is_joint and count == 0):
        yield error(
            "COAL-09",
            commitment,
            _("It is separate and has %(count)s parts; a separate commitment has exactly one."),
            hint=_("Choose one jurisdiction, or make it a joint commitment of all members."),
            field="participations",
            count=count,
        )


def every_member_has_a_part(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """COAL-10, §3.4: a joint commitment is implemented by all jurisdictions of the coalition."""
    present = {row.member for row in commitment.participations}
    absent = [one.name for one in plan.members if one.key not in present and plan.lost_on(one) is None]
    if not plan.is_joint:
        template = _("It is joint, but this plan has one jurisdiction only.")
    elif absent:
        template = _("It is joint, but has no part for %(absent)s; every member has a part in a joint one.")
    else:
        return
    yield error(
        "COAL-10",
        commitment,
        template,
        hint=_("Add the missing parts, or make it a separate commitment for each jurisdiction."),
        field="participations",
        absent=", ".join(absent),
    )


def parts_last_a_year(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """COAL-10 (derived): a part shorter than a commitment's minimum is worth a warning."""
    for key, end in commitment.ends.items():
        member = plan.member(key)
        if member and commitment.start and not is_long_enough(commitment.start, end, edition):
            yield warning(
                "COAL-10",
                commitment,
                _("%(member)s's part ends on %(end)s and lasts less than %(months)s months."),
                field="participations",
                member=member.name,
                end=end,
                months=edition.commitment.min_months,
            )


def lead_agency_for_each_member(plan: PlanFacts, commitment: CommitmentFacts) -> Iterator[Finding]:
    """COAL-11 (derived from Annex 2 item 3): one lead implementing agency for each jurisdiction."""
    led = {party.member for party in commitment.parties if party.role == "lead-government"}
    missing = [one.name for one in plan.members if one.key not in led and plan.lost_on(one) is None]
    if plan.is_joint and missing:
        yield warning(
            "COAL-11",
            commitment,
            _("No lead government agency is named for %(members)s."),
            field="parties",
            members=", ".join(missing),
        )


def ends_by_each_members_limit(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition
) -> Iterator[Finding]:
    """COAL-06, §3.4: each member finishes its commitments two months before the end of its own term."""
    if commitment.scope == "joint" and edition.coalition.joint_commitment_mode == "plan_end":
        return
    for row in commitment.participations:
        if member := plan.member(row.member):
            yield from _ends_by_limit(plan, commitment, row, member, edition)


def _ends_by_limit(
    plan: PlanFacts,
    commitment: CommitmentFacts,
    row: ParticipationFacts,
    member: MemberFacts,
    edition: Edition,
) -> Iterator[Finding]:
    end, limit = row.end or commitment.end, commitment_limit(member, edition)
    if limit is None:
        yield _limit_is_unknown(commitment, member)
    elif end and end > limit and not was_in_time(plan, commitment, row, edition):
        yield error(
            "COAL-06",
            commitment,
            _limit_sentence(member, edition),
            hint=_("End %(member)s's part on %(limit)s or earlier."),
            field="participations",
            member=member.name,
            end=end,
            limit=limit,
            term_end=member.term_end,
            months=edition.plan.end_buffer_months,
        )


def _limit_sentence(member: MemberFacts, edition: Edition) -> str:
    if not member.elected:
        return _("It ends on %(end)s; %(member)s's commitments end by %(limit)s, the end of its own period.")
    if edition.coalition.commitment_deadline_mode == "by_term_end":
        return _("It ends on %(end)s; %(member)s's commitments end by %(limit)s, the end of its term.")
    return _(
        "It ends on %(end)s; %(member)s's commitments end by %(limit)s "
        "(%(months)s months before its term ends on %(term_end)s)."
    )


def _limit_is_unknown(commitment: CommitmentFacts, member: MemberFacts) -> Finding:
    return error(
        "COAL-06",
        commitment,
        _("The end of %(member)s's term is not stated, so its commitments cannot be included yet."),
        hint=_("State the end of its term, or of its own period if it holds no elections."),
        field="participations",
        member=member.name,
    )
