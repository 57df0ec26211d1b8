"""Who may act together, and until when each partner's commitments run."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..calendar import months_before
from ..editions import Edition
from ..facts import MemberFacts, PlanFacts
from ..findings import Finding, error, warning
from ..words import _
from .membership import partners_are_members


@dataclass(frozen=True, slots=True)
class _Coalition:
    key: str = ""
    subject: str = "coalition"


COALITION = _Coalition()


def check_members(members: Sequence[MemberFacts], country: str | None, edition: Edition) -> list[Finding]:
    """Return what forbids these jurisdictions to form a coalition of ``country`` (COAL-01 to COAL-03)."""
    return [
        *number_of_members(members, edition),
        *same_country(members, country),
        *partners_are_members(members),
    ]


def number_of_members(members: Sequence[MemberFacts], edition: Edition) -> Iterator[Finding]:
    """COAL-01, §3.4: a coalition has two to four jurisdictions; one named twice counts once."""
    count, numbers = len({member.key for member in members}), edition.coalition
    if not numbers.min_members <= count <= numbers.max_members:
        yield error(
            "COAL-01",
            COALITION,
            _("Members: %(count)s. A coalition has %(least)s to %(most)s jurisdictions."),
            field="members",
            count=count,
            least=numbers.min_members,
            most=numbers.max_members,
        )


def same_country(members: Iterable[MemberFacts], country: str | None) -> Iterator[Finding]:
    """COAL-02, §3.4: all members are in one country, by default that of the first member."""
    located = [member for member in members if member.country]
    home = country or next((member.country for member in located), None)
    for member in located:
        if member.country != home:
            yield error(
                "COAL-02",
                member,
                _("%(member)s is in %(other)s; all members of this coalition are in %(country)s."),
                field="members",
                member=member.name,
                other=member.country,
                country=home,
            )


def term_limit(member: MemberFacts, edition: Edition) -> date | None:
    """Return the last day a plan aligned with this member's term may end on, if its term is known.

    PLAN-PERIOD-02, §3.2: two months before the term end, inclusive. A member without elections contributes
    the end of its own period, without a buffer (COAL-05).
    """
    if not member.elected:
        return member.period_end
    return months_before(member.term_end, edition.plan.end_buffer_months) if member.term_end else None


def plan_end_limit(plan: PlanFacts, edition: Edition) -> date | None:
    """COAL-05, §3.4: return the last day the plan may end on, or None while a member's term is unknown."""
    limits = [term_limit(member, edition) for member in plan.members]
    known = [limit for limit in limits if limit]
    return max(known) if known and len(known) == len(limits) else None


def commitment_limit(member: MemberFacts, edition: Edition) -> date | None:
    """Return the last day on which this member's commitments may end, if known (COAL-06, §3.4)."""
    if member.elected and edition.coalition.commitment_deadline_mode == "by_term_end":
        return member.term_end
    return term_limit(member, edition)


def earliest_limit(plan: PlanFacts, edition: Edition) -> date | None:
    """Return the default end of a joint commitment: the earliest member's limit (COAL-10, §3.4)."""
    limits = [limit for member in plan.members if (limit := commitment_limit(member, edition))]
    return min(limits, default=None)


def every_member_takes_part(plan: PlanFacts) -> Iterator[Finding]:
    """COAL-08, §3.4: the split is free, but a member with no commitment at all is worth a warning."""
    busy = {row.member for commitment in plan.live_commitments for row in commitment.participations}
    for member in (one for one in plan.members if plan.lost_on(one) is None):
        if plan.is_joint and plan.live_commitments and member.key not in busy:
            yield warning(
                "COAL-08",
                member,
                _("%(member)s takes part in no commitment of this plan."),
                hint=_("Give it a separate commitment, or a part in a joint one."),
                field="participations",
                member=member.name,
            )


def one_joint_plan(plan: PlanFacts, others: Iterable[PlanFacts], coalition: str) -> Iterator[Finding]:
    """COAL-04, §3.4: a coalition submits exactly one plan; ``others`` are plans of the same coalition."""
    for other in others:
        if other.key != plan.key:
            yield error(
                "COAL-04",
                plan,
                _("%(coalition)s already has its joint plan, %(plan)s; it submits exactly one."),
                field="coalition",
                coalition=coalition,
                plan=other.code,
            )
