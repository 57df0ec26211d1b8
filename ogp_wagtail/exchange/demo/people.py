"""Who takes part in the demo: a country, its cities, organisations, people, a monitoring body and the coalition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ogp_wagtail.coalitions.models import Coalition, CoalitionMember
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.exchange.demo.story import day
from ogp_wagtail.members.models import (
    Country,
    Jurisdiction,
    MonitoringBody,
    Organisation,
    Orientation,
    Person,
    Term,
)

TERM_MONTHS = 48


@dataclass(frozen=True, slots=True)
class People:
    """Everybody by the name that the content gives them."""

    cities: dict[str, Jurisdiction]
    organisations: dict[str, Organisation]
    contacts: dict[str, Person]
    monitor: Person
    coalition: Coalition


def make_people(facts: dict[str, Any], said: dict[str, Any], today: date, made: Made) -> People:
    """Make everybody who takes part, and note it."""
    cities = make_cities(facts, today, made)
    organisations, contacts = make_organisations(facts, said, made)
    designate(facts, said, cities, contacts, made)
    orient(facts, cities, contacts, today)
    monitor = make_monitor(facts, said)
    body = make_monitoring_body(facts, said, organisations, monitor, today)
    contact = contacts[facts["point_of_contact"]]
    coalition = make_coalition(facts, said, cities, contacts, today)
    coalition.point_of_contact, coalition.monitoring_body = contact, body
    coalition.save()
    coalition.role_assignments.update(start=day(facts["coalition"]["agreed_on"], today))
    made.note(body, monitor, coalition)
    return People(cities, organisations, contacts, monitor, coalition)


def make_cities(facts: dict[str, Any], today: date, made: Made) -> dict[str, Jurisdiction]:
    """The country and its cities, each with a term that ends on another day."""
    country, is_new = Country.objects.get_or_create(
        code=facts["country"]["code"], defaults={"name": facts["country"]["name"]}
    )
    if is_new:
        made.note(country)
    cities = {key: make_city(country, one, today) for key, one in facts["cities"].items()}
    made.note(*cities.values())
    return cities


def make_city(country: Country, fact: dict[str, Any], today: date) -> Jurisdiction:
    """A city and the term of its administration, which lasts four years."""
    city = Jurisdiction.objects.create(
        country=country,
        name=fact["name"],
        population=fact["population"],
        joined_on=day(fact["joined_on"], today),
    )
    months, last = fact["term"]
    first = day([months - TERM_MONTHS + 1, 1], today)
    Term.objects.create(jurisdiction=city, start=first, end=day([months, last], today))
    return city


def designate(
    facts: dict[str, Any],
    said: dict[str, Any],
    cities: dict[str, Jurisdiction],
    contacts: dict[str, Person],
    made: Made,
) -> None:
    """Of each city the agency that leads and the official who oversees it (ROLE-01), from the day it joined."""
    for key, city in cities.items():
        official = Person.objects.create(
            **facts["senior_officials"][key], job_title=said["job_titles"]["senior_official"]
        )
        city.senior_official = official
        city.lead_agency = contacts[facts["coordinators"][key]].organisation
        city.save()
        city.role_assignments.update(start=city.joined_on)
        made.note(official)


def orient(
    facts: dict[str, Any], cities: dict[str, Jurisdiction], contacts: dict[str, Person], today: date
) -> None:
    """Somebody of each side has been through the orientation, and the stakeholders are mapped (ORIENT-01 to 03)."""
    fact = facts["orientation"]
    days = {name: day(fact[name], today) for name in ("invited_on", "completed_on")}
    for key, city in cities.items():
        sides = {"government": contacts[facts["coordinators"][key]], "ngs": contacts[fact["with"][key]]}
        for side, person in sides.items():
            Orientation.objects.create(jurisdiction=city, person=person, side=side, **days)
        city.stakeholders_mapped_on = day(fact["stakeholders_mapped_on"], today)
        city.save()


def make_organisations(
    facts: dict[str, Any], said: dict[str, Any], made: Made
) -> tuple[dict[str, Organisation], dict[str, Person]]:
    """City departments and civil society, and of each the person to turn to."""
    organisations, contacts = {}, {}
    for key, fact in facts["organisations"].items():
        columns = {
            name: fact[name] for name in ("name", "sector", "ngs_type", "branch", "email") if name in fact
        }
        organisations[key] = Organisation.objects.create(**columns)
        contacts[key] = Person.objects.create(
            name=fact["contact"],
            email=fact["email"],
            job_title=said["job_titles"][key],
            organisation=organisations[key],
        )
    made.note(*organisations.values(), *contacts.values())
    return organisations, contacts


def make_monitor(facts: dict[str, Any], said: dict[str, Any]) -> Person:
    """Who writes and files the reports of the monitoring body (ROLE-09)."""
    fact = facts["monitoring_body"]
    return Person.objects.create(
        name=fact["contact_name"], email=fact["email"], job_title=said["job_titles"]["monitor"]
    )


def make_monitoring_body(
    facts: dict[str, Any],
    said: dict[str, Any],
    organisations: dict[str, Organisation],
    monitor: Person,
    today: date,
) -> MonitoringBody:
    """The university's centre, approved by civil society (MB-03)."""
    fact = facts["monitoring_body"]
    body = MonitoringBody.objects.create(
        person=monitor,
        **{name: fact[name] for name in ("name", "kind", "contact_name", "email", "phone")},
        **said["monitoring_body"],
        uses_guidance=True,
        approved_on=day(fact["approved_on"], today),
    )
    body.approved_by.set(organisations[key] for key in fact["approved_by"])
    return body


def make_coalition(
    facts: dict[str, Any],
    said: dict[str, Any],
    cities: dict[str, Jurisdiction],
    contacts: dict[str, Person],
    today: date,
) -> Coalition:
    """The three cities as equal partners, each with its local coordinator."""
    fact, words = facts["coalition"], said["coalition"]
    coalition = Coalition.objects.create(
        name=words["name"],
        country=next(iter(cities.values())).country,
        purposes=fact["purposes"],
        cocreation_mode=fact["cocreation_mode"],
        agreement=words["agreement"].strip(),
        agreed_on=day(fact["agreed_on"], today),
    )
    for key, city in cities.items():
        coordinator = contacts[facts["coordinators"][key]]
        CoalitionMember.objects.create(
            coalition=coalition,
            jurisdiction=city,
            local_coordinator=coordinator,
            signatory=facts["senior_officials"][key]["name"],
        )
    return Coalition.objects.get(pk=coalition.pk)
