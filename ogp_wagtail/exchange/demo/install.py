"""Putting the demo in: everything in one transaction, so that there is either a whole demo or none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.evidence.models import SearchIndex
from ogp_wagtail.exchange.demo import content, filing
from ogp_wagtail.exchange.demo.draft import make_draft
from ogp_wagtail.exchange.demo.files import make_evidence
from ogp_wagtail.exchange.demo.landing import make_places
from ogp_wagtail.exchange.demo.logins import login_of, make_logins
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.exchange.demo.participation import make_participation
from ogp_wagtail.exchange.demo.people import make_people
from ogp_wagtail.exchange.demo.plan import make_plan
from ogp_wagtail.exchange.demo.progress import tell_progress
from ogp_wagtail.exchange.demo.reports import file_inception
from ogp_wagtail.exchange.demo.translation import translate
from ogp_wagtail.members.models import Jurisdiction, MonitoringBody, Organisation
from ogp_wagtail.plans.models import Plan


class Taken(Exception):
    """The site has something under a name that the demo needs. ``names`` says what."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@transaction.atomic
def put_in(today: date, *, has_published_passwords: bool = True) -> tuple[Made, dict[str, str]]:
    """Put the demo beside whatever the site has; returns what was made, and the passwords by user name.

    Raises:
        Taken: a name that the demo needs is in use; nothing was written.
    """
    facts = content.facts()
    refuse_taken(facts, today)
    made = Made()
    made.has_published_passwords = has_published_passwords
    own, english = make_places(today, made)
    people = make_people(facts, own.said, today, made)
    landings = [place.landing for place in (own, english) if place]
    passwords = make_logins(facts, own.said, people, landings, made)
    contact = people.contacts[facts["point_of_contact"]].user

    plan = make_plan(facts, own, people, contact, today)
    make_participation(facts, own.said, plan, people, today)
    filing.endorse(facts, plan, people, today)
    if english:
        translate(plan, english, contact)
    is_in_english = english or own.locale.language_code.startswith("en")
    if is_in_english:  # OGP takes no other plans (PLAN-LANG-01)
        filing.file_it(facts, plan, contact, today)

    draft = make_draft(facts, own, contact, today, made)
    note_index(made)
    make_evidence(facts, own.said["evidence"], plan, contact, today)
    if is_in_english:
        file_inception(facts, own.said, plan, people, today)
        tell_progress(facts, own.said, plan, contact, today)
    made.plans = [str(plan.page.key), str(draft.key)]
    made.write(people.coalition)
    return made, passwords


def note_index(made: Made) -> None:
    """The row about the search index is made when something is first indexed; then it is ours to take out."""
    if not SearchIndex.objects.exists():
        made.note(SearchIndex.objects.create())


def refuse_taken(facts: dict[str, Any], today: date) -> None:
    """Raise ``Taken`` when another thing has a name that the demo needs."""
    names = list(taken(facts, [content.said_in(language, today) for language in ("es", "en")]))
    if names:
        raise Taken(names)


def taken(facts: dict[str, Any], languages: list[dict[str, Any]]) -> Iterator[str]:
    """What is in use already, in words."""
    user = get_user_model()
    organisations = [one["name"] for one in facts["organisations"].values()]
    cities = [one["name"] for one in facts["cities"].values()] + [facts["draft"]["city"]]
    uses: list[tuple[str, Any, str, list[str]]] = [
        ("plan", Plan, "code", [facts["code"], facts["draft"]["code"]]),
        ("user", user, user.USERNAME_FIELD, [login_of(name) for name in facts["users"]]),
        ("group", Group, "name", [name for said in languages for name in said["groups"].values()]),
        ("coalition", Coalition, "name", [said["coalition"]["name"] for said in languages]),
        ("organisation", Organisation, "name", organisations),
        ("monitoring body", MonitoringBody, "name", [facts["monitoring_body"]["name"]]),
    ]
    for what, model, column, names in uses:
        for name in model._default_manager.filter(**{f"{column}__in": names}).values_list(column, flat=True):
            yield f"{what} {name}"
    in_country = Jurisdiction.objects.filter(country__code=facts["country"]["code"], name__in=cities)
    yield from (f"jurisdiction {name}" for name in in_country.values_list("name", flat=True))
