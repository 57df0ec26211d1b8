"""Who counts as a non-governmental stakeholder, and whether citizens take part (ROLE-07, ROLE-08, V-NGS; §2.2)."""

from collections.abc import Iterator
from datetime import date

from .facts import OrganisationFacts, PlanFacts
from .findings import Finding, error, warning
from .vocabularies import NGS_TYPES
from .words import _

# Kinds of groups in which citizens act for themselves, beyond organisations that speak for them.
OF_CITIZENS = frozenset({"community-organisation", "citizens-council", "social-movement", "youth-council"})


def check_organisation(organisation: OrganisationFacts) -> list[Finding]:
    """Return what does not fit about an organisation's side and kind (ROLE-07, V-NGS)."""
    return [*government_is_no_stakeholder(organisation), *kind_is_in_the_list(organisation)]


def is_non_governmental(sector: str) -> bool:
    """Say whether an organisation of this sector is a non-governmental stakeholder (ROLE-07)."""
    return sector == "ngs"


def government_is_no_stakeholder(organisation: OrganisationFacts) -> Iterator[Finding]:
    """ROLE-07, §2.2: a body of government is never a non-governmental stakeholder."""
    if organisation.ngs_type and not is_non_governmental(organisation.sector):
        yield error(
            "ROLE-07",
            organisation,
            _("%(name)s is no non-governmental stakeholder, so it has no kind of stakeholder."),
            hint=_("Leave the kind empty, or choose the sector “non-governmental stakeholder”."),
            field="ngs_type",
            name=organisation.name,
        )


def kind_is_in_the_list(organisation: OrganisationFacts) -> Iterator[Finding]:
    """V-NGS, §2.2: the kinds of non-governmental stakeholders are those of the list; "other" is one of them."""
    if organisation.ngs_type and organisation.ngs_type not in NGS_TYPES:
        yield error(
            "V-NGS",
            organisation,
            _("“%(kind)s” is no kind of non-governmental stakeholder."),
            hint=_("Kinds: %(kinds)s."),
            field="ngs_type",
            kind=organisation.ngs_type,
            kinds=", ".join(NGS_TYPES.slugs),
        )


def citizens_take_part(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """ROLE-08, §2.2: beyond organisations, citizens themselves or under-represented groups are at a meeting."""
    held = [meeting for meeting in plan.meetings if meeting.held_on and meeting.held_on <= day]
    if held and not any(one.under_represented or one.group_types & OF_CITIZENS for one in held):
        yield warning(
            "ROLE-08",
            plan,
            _("No meeting shows citizens themselves or an under-represented group; meetings: %(count)s."),
            hint=_("Invite them, and note in the attendance the kind of group and who is under-represented."),
            field="meetings",
            count=len(held),
        )
