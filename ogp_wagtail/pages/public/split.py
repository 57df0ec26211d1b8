"""The split of commitments among the members: groups by city, and the matrix commitment × city."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from ogp_wagtail.pages.public.lists import ListedCommitment
from ogp_wagtail.plans.models import Participation, PlanMember


@dataclass(frozen=True, slots=True)
class Group:
    """Commitments under one heading; a plan of one jurisdiction has one group without a heading."""

    heading: str
    commitments: list[ListedCommitment]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix: for each member its part in the commitment, or None."""

    commitment: ListedCommitment
    parts: list[Participation | None]


def groups(commitments: Iterable[ListedCommitment], members: Sequence[PlanMember]) -> list[Group]:
    """Joint commitments first, then those of each member in alphabetical order (COAL-16)."""
    commitments = list(commitments)
    if len(members) < 2:
        return [Group("", commitments)] if commitments else []
    made = [Group(gettext("Joint commitments"), [one for one in commitments if one.row.scope == "joint"])]
    for member in members:
        own = [one for one in commitments if _is_of(one, member)]
        made.append(Group(str(member.jurisdiction), own))
    return [group for group in made if group.commitments]


def _is_of(one: ListedCommitment, member: PlanMember) -> bool:
    return one.row.scope != "joint" and any(part.member_id == member.pk for part in one.parts[:1])


def matrix(commitments: Iterable[ListedCommitment], members: Sequence[PlanMember]) -> list[Line]:
    """Who takes part in what; empty when there is only one member."""
    if len(members) < 2:
        return []
    return [Line(one, _parts(one, members)) for one in commitments]


def _parts(one: ListedCommitment, members: Sequence[PlanMember]) -> list[Participation | None]:
    by_member = {part.member_id: part for part in one.parts}
    return [by_member.get(member.pk) for member in members]
