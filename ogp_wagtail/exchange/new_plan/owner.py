"""Whose plan it is: the country, its jurisdictions with their terms, and a coalition of two or more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from django.utils.translation import gettext as _

from ogp_wagtail.coalitions.models import Coalition, CoalitionMember
from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.exchange.new_plan.request import NAME_LENGTH, NewPlan
from ogp_wagtail.handbook.calendar import day_after
from ogp_wagtail.handbook.facts import MemberFacts
from ogp_wagtail.members.models import Country, Jurisdiction, Term
from ogp_wagtail.plans.members import term_for


@dataclass(frozen=True, slots=True)
class Owner:
    """The jurisdictions of a plan and, where there are two or more, their coalition."""

    jurisdictions: tuple[Jurisdiction, ...]
    coalition: Coalition | None = None

    @property
    def jurisdiction(self) -> Jurisdiction | None:
        """The one jurisdiction of a plan that is not joint."""
        return None if self.coalition else self.jurisdictions[0]


def make_owner(wanted: NewPlan) -> Owner:
    """Find or make everybody the plan needs. Call inside a transaction. Raises ``WrongInput``."""
    code = wanted.country.upper()
    country, _made = Country.objects.get_or_create(code=code, defaults={"name": code})
    jurisdictions = tuple(_jurisdiction(country, member, wanted.start) for member in wanted.members)
    coalition = _coalition(country, jurisdictions, wanted.code) if len(jurisdictions) > 1 else None
    return Owner(jurisdictions, coalition)


def _jurisdiction(country: Country, member: MemberFacts, start: date) -> Jurisdiction:
    known = Jurisdiction.objects.filter(country=country, name__iexact=member.name).first()
    jurisdiction = known or Jurisdiction.objects.create(country=country, name=member.name)
    if not jurisdiction.elected:
        message = _("%s is on record without elections, so it has no term; make its plan in the admin")
        raise WrongInput("--jurisdiction", message % jurisdiction.name)
    if member.term_end is None:
        raise WrongInput("--jurisdiction", _("say on which day the term of %s ends") % member.name)
    Term.objects.get_or_create(jurisdiction=jurisdiction, end=member.term_end)
    _binds_this_term(jurisdiction, member, start)
    return jurisdiction


def _binds_this_term(jurisdiction: Jurisdiction, member: MemberFacts, start: date) -> None:
    """The first day decides to which term a plan belongs; refuse when that is another than the one given."""
    term = term_for(start, jurisdiction)
    if term is None or term.end == member.term_end:
        return
    message = _(
        "%(name)s has a term that ends on %(known)s, and a plan that starts on %(start)s belongs to it. "
        "Give that day, or a --start on %(next)s or later."
    )
    values = {
        "name": jurisdiction.name,
        "known": term.end,
        "start": start,
        "next": day_after(term.end),
    }
    raise WrongInput("--jurisdiction", message % values)


def _coalition(country: Country, jurisdictions: tuple[Jurisdiction, ...], code: str) -> Coalition:
    made = Coalition.objects.create(name=_free_name(jurisdictions, code), country=country)
    for jurisdiction in jurisdictions:
        CoalitionMember.objects.create(coalition=made, jurisdiction=jurisdiction)
    return made


def _free_name(jurisdictions: tuple[Jurisdiction, ...], code: str) -> str:
    """The members' names; with the plan's code where these members have acted together before."""
    names = ", ".join(jurisdiction.name for jurisdiction in jurisdictions)
    if len(names) <= NAME_LENGTH and not Coalition.objects.filter(name=names).exists():
        return names
    return f"{shorten(names, NAME_LENGTH - len(code) - 3, placeholder='…')} ({code})"
