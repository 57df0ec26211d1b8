"""The page of a commitment of the demo: Annex 2 as its facts and its texts give it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from ogp_wagtail.exchange.demo.landing import Place
from ogp_wagtail.exchange.demo.people import People
from ogp_wagtail.exchange.demo.prose import fill, slug
from ogp_wagtail.exchange.demo.story import day, month
from ogp_wagtail.members.models import Organisation
from ogp_wagtail.pages.models import (
    CommitmentPage,
    CommitmentPageMember,
    CommitmentPageMilestone,
    CommitmentPageParty,
    CommitmentPageResource,
)

CURRENCY: Final = "USD"


def commitment_page(
    code: str, fact: dict[str, Any], place: Place, people: People, goals: list[str], today: date
) -> Any:
    """The whole page, not yet in the tree. Its milestones are not started: progress is told after filing."""
    said = place.said["commitments"][code]
    ends = {key: day(offset, today) for key, offset in fact["ends"].items()}
    page: Any = CommitmentPage(
        live=False,
        locale=place.locale,
        code=code,
        slug=slug(said["page"]),
        scope=fact["scope"],
        start=day(fact["start"], today),
        end=max(ends.values()),
        resources_secured=fact["secured"],
        goals=[goals[number] for number in fact["goals"]],
        **{name: fact[name] for name in ("policy_areas", "sectors", "ogp_values")},
    )
    page.participations = [
        CommitmentPageMember(jurisdiction=people.cities[key], end=end) for key, end in ends.items()
    ]
    page.milestones = [milestone(row, people, today) for row in fact["milestones"]]
    page.parties = [
        party(row, people, part) for row, part in zip(fact["parties"], said["parts"], strict=True)
    ]
    page.resources = resources(fact, said["needs"], people)
    fill(page, said["page"])
    return page


def milestone(row: dict[str, Any], people: People, today: date) -> CommitmentPageMilestone:
    """A milestone, from one month to another, with who is responsible."""
    first, last = row["months"]
    responsible = people.contacts[row["organisation"]]
    return CommitmentPageMilestone(
        start_month=month(first, today),
        end_month=month(last, today),
        responsible=str(responsible.organisation),
        contact=f"{responsible.name}, {responsible.email}",
        evidence_kind=row.get("evidence_kind", ""),
    )


def party(row: dict[str, Any], people: People, part: str) -> CommitmentPageParty:
    """An organisation with its contact and its part; in a joint commitment a lead agency names its city."""
    organisation = people.organisations[row["organisation"]]
    contact = people.contacts[row["organisation"]]
    return CommitmentPageParty(
        role=row["role"],
        organisation=organisation.name,
        branch=organisation.branch,
        contact_name=contact.name,
        job_title=contact.job_title,
        email=contact.email,
        part=part,
        jurisdiction=people.cities.get(row.get("city", "")),
    )


def resources(fact: dict[str, Any], needs: dict[str, str], people: People) -> list[CommitmentPageResource]:
    """All four kinds, a figure where there is one (A2-14)."""
    lead: Organisation = people.organisations[fact["parties"][0]["organisation"]]
    provider = lead.name if fact["scope"] == "separate" else people.coalition.name
    return [
        CommitmentPageResource(
            kind=kind,
            amount=fact["resources"].get(kind),
            currency=CURRENCY if kind == "budget" else "",
            description=description,
            provider=provider if kind in ("budget", "staff") else "",
        )
        for kind, description in needs.items()
    ]
