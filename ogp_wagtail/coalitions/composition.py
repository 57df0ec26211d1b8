"""Who belongs to a coalition: seats, one country, and the same members in its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import MemberFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.limits import check_members, partners_are_members
from ogp_wagtail.handbook.limits.members import same_country
from ogp_wagtail.handbook.status import status_on
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.members import roles
from ogp_wagtail.members.facts import memberships
from ogp_wagtail.members.models import RoleAssignment
from ogp_wagtail.plans.members import set_members
from ogp_wagtail.plans.models import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ogp_wagtail.coalitions.models import Coalition, CoalitionMember
    from ogp_wagtail.members.models import Country, Jurisdiction

SEATS = range(1, CURRENT.coalition.max_members + 1)


def findings(country: Country, jurisdictions: Iterable[Jurisdiction]) -> list[Finding]:
    """What the handbook says of this set of members: their number (COAL-01) and their country (COAL-02)."""
    members = [
        MemberFacts(key=str(member.pk), name=member.name, country=member.country.code)
        for member in jurisdictions
    ]
    return check_members(members, country.code, CURRENT)


def seat(member: CoalitionMember) -> None:
    """Give the member a free seat and refuse what makes the coalition unlawful, under a lock on its row.

    A coalition with one member is unfinished, not unlawful: that is said when its plan is published.
    """
    coalition = type(member.coalition)._default_manager.select_for_update().get(pk=member.coalition_id)
    others = list(
        type(member)
        ._default_manager.filter(coalition=coalition)
        .exclude(pk=member.pk)
        .select_related("jurisdiction__country")
    )
    jurisdictions = [other.jurisdiction for other in others] + [member.jurisdiction]
    if (
        len(jurisdictions) >= CURRENT.coalition.min_members
        or member.jurisdiction.country_id != coalition.country_id
    ):
        refuse_if(
            finding
            for finding in findings(coalition.country, jurisdictions)
            if len(jurisdictions) > 1 or finding.rule == "COAL-02"
        )
    if member.number is None:
        refuse_if(partners_are_members([standing(member.jurisdiction)]))
        taken = {other.number for other in others}
        member.number = next(number for number in SEATS if number not in taken)


def standing(jurisdiction: Jurisdiction) -> MemberFacts:
    """A jurisdiction with its status in OGP Local today: whoever takes a seat is a member (COAL-03)."""
    (known,) = memberships([jurisdiction.pk], {}, "")
    return MemberFacts(known.key, known.name, status=status_on(known, timezone.localdate()))


def record_coordinator(member: CoalitionMember) -> None:
    """Keep in the jurisdiction's history who coordinates inside it for the coalition (ROLE-02, COAL-14)."""
    held = {"local-coordinator": member.local_coordinator}
    roles.record(member.jurisdiction, RoleAssignment, held, timezone.localdate())


def seat_is_lawful(member: CoalitionMember) -> list[Finding]:
    """What forbids this one seat by itself, on whatever path it is written."""
    named = MemberFacts(
        str(member.jurisdiction_id), member.jurisdiction.name, country=member.jurisdiction.country.code
    )
    found = list(same_country([named], member.coalition.country.code))
    filed = Plan.objects.filter(coalition=member.coalition_id, submitted_on__isnull=False).first()
    if filed and member.pk is None:
        found.append(
            error(
                "COAL-21",
                named,
                _("%(member)s cannot join: the joint plan was filed on %(day)s."),
                hint=_("The members are settled then. Ask the OGP Local team."),
                field="jurisdiction",
                member=named.name,
                day=filed.submitted_on,
            )
        )
    return found


def carry_into_plan(coalition: Coalition) -> None:
    """Bind the coalition's plan, until it is filed, to exactly the coalition's members."""
    plan = Plan.objects.select_for_update().filter(coalition=coalition, submitted_on__isnull=True).first()
    if plan:
        set_members(
            plan, [member.jurisdiction for member in coalition.members.select_related("jurisdiction")]
        )
