"""Only members of OGP Local act together (COAL-03)."""

from collections.abc import Iterable, Iterator

from ..facts import MemberFacts
from ..findings import Finding, error, warning
from ..words import _


def partners_are_members(members: Iterable[MemberFacts]) -> Iterator[Finding]:
    """COAL-03, §3.4: every partner is a member of OGP Local; an inactive one or one on probation may join.

    One that left a coalition is asked no more (COAL-21).
    """
    for member in (one for one in members if one.left_on is None):
        if member.status in ("inactive", "probation"):
            yield warning(
                "COAL-03",
                member,
                _("The membership of %(member)s is: %(status)s."),
                hint=_("It may join; the coalition may be its way back."),
                field="members",
                member=member.name,
                status=member.status,
            )
        elif member.status != "active":
            yield error(
                "COAL-03",
                member,
                _("%(member)s is no member of OGP Local (%(status)s)."),
                hint=_("Only members of OGP Local form a coalition, not applicants or revoked members."),
                field="members",
                member=member.name,
                status=member.status,
            )
