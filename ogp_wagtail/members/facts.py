"""Rows of those who take part as facts for the handbook: applications, designations, orientation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from ogp_wagtail.handbook.facts import (
    ApplicationFacts,
    CallFacts,
    IrmPublicationFacts,
    MembershipFacts,
    OrientationFacts,
    SignatoryFacts,
    SubmittedPlanFacts,
    TrackRecordFacts,
)
from ogp_wagtail.members.models import (
    Application,
    Call,
    Country,
    IrmPublication,
    Jurisdiction,
    Orientation,
    Person,
    Signatory,
    Term,
    TrackRecord,
)
from ogp_wagtail.members.roles import role_facts
from ogp_wagtail.rows import gather


def application_facts(row: Application, day: date) -> ApplicationFacts:
    """An application as it stands on ``day``; of one that is filed, what was true on the day of filing."""
    home = row.jurisdiction
    return ApplicationFacts(
        key=str(row.pk),
        name=home.name,
        kind=row.kind,
        call=call_facts(row.call) if row.call else None,
        jurisdiction_kind=home.kind,
        population=home.population,
        elected=home.elected,
        **_letter(row),
        **_standing(row, day),
        **_words(row),
        **designations(home),
        **_decision(row),
    )


def call_facts(row: Call) -> CallFacts:
    """A call."""
    return CallFacts(row.opens, row.closes, str(row.pk))


def _letter(row: Application) -> dict[str, Any]:
    return {
        "letters": 1 if row.letter_id else 0,
        "submitted_on": row.submitted_on,
        "pages": row.pages,
        "letterhead": row.letterhead,
        "language": row.language,
        "contents": row.contents,
        "signatories": tuple(signatory_facts(one) for one in row.signatories.all()),
        "track_record": tuple(track_record_facts(one) for one in row.track_record.all()),
    }


def signatory_facts(row: Signatory) -> SignatoryFacts:
    """A signatory."""
    return SignatoryFacts(row.name, row.capacity, row.delegation, row.legal_personality)


def track_record_facts(row: TrackRecord) -> TrackRecordFacts:
    """A reform or co-creation."""
    return TrackRecordFacts(row.title, row.ended_on)


def _standing(row: Application, day: date) -> dict[str, Any]:
    """Country and term: as they were when the application was filed, else as they are."""
    term = term_on(row.jurisdiction, row.submitted_on or day)
    if row.submitted_on:
        good, term_end = row.country_stood_well, row.term_end
    else:
        good, term_end = stands_well(row.jurisdiction.country), term.end if term else None
    return {
        "country_in_good_standing": good,
        "term_end": term_end,
        "period_basis": row.period_basis,
        "period_start": term.start if term else None,
        "period_end": term.end if term else None,
    }


def stands_well(country: Country) -> bool:
    """Whether the country is a member of OGP in good standing now (ELIG-01)."""
    return country.ogp_member and country.good_standing


def term_on(jurisdiction: Jurisdiction, day: date) -> Term | None:
    """The term that runs on a day, else the next one: the first that ends on it or later; else the last known."""
    terms = sorted(jurisdiction.terms.all(), key=lambda term: term.end)
    return next((term for term in terms if term.end >= day), terms[-1] if terms else None)


def _words(row: Application) -> dict[str, Any]:
    return {
        "ambition": row.ambition,
        "staff": tuple(row.staff.splitlines()),
        "counterparts": tuple(row.counterparts.splitlines()),
        "cocreation_mechanisms": row.cocreation_mechanisms,
        "monitoring_mechanisms": row.monitoring_mechanisms,
        "benefit": row.benefit,
        "peer_learning": row.peer_learning,
    }


def designations(row: Jurisdiction) -> dict[str, str]:
    """Who runs the process for a jurisdiction (ROLE-01)."""
    named = {
        "lead_agency": row.lead_agency,
        "senior_official": row.senior_official,
        "point_of_contact": row.point_of_contact,
    }
    return {name: holder.name if holder else "" for name, holder in named.items()}


def _decision(row: Application) -> dict[str, Any]:
    return {
        "decision": row.decision,
        "decided_on": row.decided_on,
        "decided_by": row.decided_as,
        "decision_reasons": row.decision_reasons,
        "invited_to_community_on": row.invited_to_community_on,
        "connected_to_national_on": row.connected_to_national_on,
    }


def orientation_facts(row: Orientation, people: dict[int, Person] | None = None) -> OrientationFacts:
    """A participant in orientation; ``people`` holds those already read, by primary key."""
    person = people[row.person_id] if people and row.person_id in people else row.person
    return OrientationFacts(person.name, row.side, row.invited_on, row.completed_on)


def memberships(
    jurisdictions: Collection[int], submitted: Mapping[int, tuple[SubmittedPlanFacts, ...]], plan: str
) -> tuple[MembershipFacts, ...]:
    """These jurisdictions as members, in two queries; ``submitted`` are their plans, ``plan`` the key of the one asked.

    A member is new while this plan is its first.
    """
    rows = gather(
        Jurisdiction.objects.filter(pk__in=jurisdictions).select_related(
            "lead_agency", "senior_official", "point_of_contact"
        ),
        "status_events",
        "orientation",
        "role_assignments",
        "applications",
    )
    people = Person.objects.filter(orientation__jurisdiction__in=jurisdictions).in_bulk()
    for row in rows:
        for one in row.orientation.all():
            one.person = people[one.person_id]
    return tuple(membership_facts(row, **_of_plans(submitted.get(row.pk, ()), plan)) for row in rows)


def _of_plans(submitted: tuple[SubmittedPlanFacts, ...], plan: str) -> dict[str, Any]:
    before = [one for one in submitted if one.key != plan]
    own = [one.submitted_on for one in submitted if one.key == plan]
    return {
        "plans": submitted,
        "is_new": not [one for one in before if not own or one.submitted_on < own[0]],
    }


def admission(row: Jurisdiction) -> str:
    """What the last application made of one that has not joined: an applicant, or one not selected (COAL-03)."""
    asked = [one for one in row.applications.all() if one.kind == "initial"]
    if row.joined_on or not asked:
        return ""
    decision = max(asked, key=lambda one: one.pk).decision
    return {"": "applicant", "accepted": ""}.get(decision, "not-selected")


def first_plan(row: Jurisdiction) -> dict[str, Any]:
    """By when a new member submits its first plan (PLAN-SUB-03)."""
    names = ("su_deadline", "extension_requested_on", "extension_granted", "extended_deadline")
    return {name: getattr(row, name) for name in names}


def membership_facts(row: Jurisdiction, **known: Any) -> MembershipFacts:
    """A jurisdiction as a member: its designations, roles and orientation; ``known`` are fields others know.

    Reads the relations ``applications``, ``status_events``, ``role_assignments``, and ``orientation`` with its
    ``person``: for several rows, ask ``memberships``.
    """
    return MembershipFacts(
        key=str(row.pk),
        name=row.name,
        joined_on=row.joined_on,
        admission=admission(row),
        **designations(row),
        roles=tuple(role_facts(one) for one in row.role_assignments.all()),
        orientation=tuple(orientation_facts(one) for one in row.orientation.all()),
        stakeholders_mapped_on=row.stakeholders_mapped_on,
        events=tuple(one.facts() for one in row.status_events.all()),
        **first_plan(row),
        **known,
    )


def irm_publications() -> tuple[IrmPublicationFacts, ...]:
    """What the IRM published, in one query."""
    return tuple(
        IrmPublicationFacts(row.kind, row.title, row.url, row.published_on)
        for row in IrmPublication.objects.all()
    )
