"""Who is designated to run the process: lead agency, senior official, point of contact (ROLE-01, 02, 04, 05)."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ..facts import MeetingFacts, MembershipFacts, PlanFacts, RoleFacts
from ..findings import Finding, Thing, error, warning
from ..forms.fields import filled
from ..vocabularies import DESIGNATIONS
from ..words import _


def check_designations(plan: PlanFacts, *, day: date) -> list[Finding]:
    """Return what is missing about those who run the process (ROLE-01, 02, 04, 05, COAL-14).

    Of a plan whose memberships are unknown only the point of contact is asked.
    """
    return [
        *one_point_of_contact(plan),
        *contact_has_an_address(plan),
        *(finding for member in plan.memberships for finding in _designations_of(plan, member)),
        *evidence_of_meetings_is_public(plan, day),
    ]


def _designations_of(plan: PlanFacts, member: MembershipFacts) -> Iterator[Finding]:
    yield from three_are_designated(member)
    yield from one_holder_at_a_time(member.roles, member)


def one_point_of_contact(plan: PlanFacts) -> Iterator[Finding]:
    """ROLE-01, ROLE-02, §2.1 and COAL-14, §3.4: one person runs the process and submits the plan."""
    if not plan.point_of_contact:
        yield error(
            "COAL-14" if plan.is_joint else "ROLE-01",
            plan,
            _("No point of contact is named."),
            hint=_("Name the one official who coordinates day to day and submits the plan."),
            field="point_of_contact",
        )


def three_are_designated(member: MembershipFacts) -> Iterator[Finding]:
    """ROLE-01, §2.1: each government designates a lead agency and a senior official beside its point of contact.

    One person as senior official and point of contact is unusual, not forbidden.
    """
    if not filled(member.lead_agency):
        template = _("%(member)s names no lead agency.")
        yield error("ROLE-01", member, template, field="lead_agency", member=member.name)
    if not filled(member.senior_official):
        template = _("%(member)s names no senior official with delegated authority.")
        yield error("ROLE-01", member, template, field="senior_official", member=member.name)
    elif _same(member.senior_official, member.point_of_contact):
        yield warning(
            "ROLE-01",
            member,
            _("%(person)s is both senior official and point of contact of %(member)s."),
            hint=_("Two people share the work better: one oversees it, one coordinates it day to day."),
            field="senior_official",
            person=member.senior_official,
            member=member.name,
        )


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def one_holder_at_a_time(
    roles: Iterable[RoleFacts], whose: Thing, rule: str = "ROLE-02", field: str = "point_of_contact"
) -> Iterator[Finding]:
    """ROLE-02, §2.1 (derived): of each role there is one holder on any day; the next begins after the last ended."""
    in_order = sorted(roles, key=lambda role: (role.kind, role.start, role.end or date.max))
    for earlier, later in pairwise(in_order):
        if earlier.kind == later.kind and (earlier.end is None or later.start <= earlier.end):
            yield error(
                rule,
                whose,
                _("On %(day)s both %(earlier)s and %(later)s hold the role of %(role)s."),
                hint=_("There is exactly one holder at any time: let the first end before the next begins."),
                field=field,
                day=later.start,
                earlier=earlier.holder,
                later=later.holder,
                role=DESIGNATIONS.label_of(later.kind) if later.kind in DESIGNATIONS else later.kind,
            )


def contact_has_an_address(plan: PlanFacts) -> Iterator[Finding]:
    """ROLE-04, Annex 1, Annex 2: OGP sends the credentials of its platform to the point of contact by e-mail."""
    if plan.point_of_contact and not filled(plan.point_of_contact_email):
        yield error(
            "ROLE-04",
            plan,
            _("%(contact)s has no e-mail address."),
            hint=_("OGP sends the credentials of its platform to it."),
            field="point_of_contact",
            contact=plan.point_of_contact,
        )


def evidence_of_meetings_is_public(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """ROLE-05, §2.1, duty 4: the point of contact collects and publishes evidence of each co-creation meeting."""
    for meeting in plan.meetings:
        is_held = meeting.held_on is not None and meeting.held_on <= day
        if is_held and "co-creation" in meeting.purposes and not _is_evidenced(plan, meeting):
            yield warning(
                "ROLE-05",
                meeting,
                _("No public evidence of this co-creation meeting is recorded."),
                hint=_("Publish its minutes, agenda or list of participants, or attach public evidence."),
                field="minutes",
            )


def _is_evidenced(plan: PlanFacts, meeting: MeetingFacts) -> bool:
    proofs = [one for one in plan.evidence if meeting.key in one.proves and one.has_source]
    return meeting.evidenced or any(one.privacy == "public" for one in proofs)
