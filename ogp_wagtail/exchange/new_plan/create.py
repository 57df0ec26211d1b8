"""Make a draft plan: owner, landing page and plan page in one transaction."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.exchange.new_plan.landing import landing_page, locale_of
from ogp_wagtail.exchange.new_plan.owner import make_owner
from ogp_wagtail.exchange.new_plan.request import NewPlan
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.limits import plan_end_limit
from ogp_wagtail.pages import registry
from ogp_wagtail.pages.facts import plan_facts_of_page
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Plan


@transaction.atomic
def create_plan(wanted: NewPlan) -> ActionPlanPage:
    """The page of a new draft plan that runs from its start to the latest day the handbook allows.

    Raises:
        WrongInput: an argument cannot be used; nothing was written.
    """
    wanted.check()
    locale = locale_of(wanted.language)
    _refuse_taken(wanted.code)
    owner = make_owner(wanted)
    page = ActionPlanPage(
        title=wanted.title,
        code=wanted.code,
        locale=locale,
        coalition=owner.coalition,
        jurisdiction=owner.jurisdiction,
        period_start=wanted.start,
        live=False,
    )
    page.period_end = _latest_end(page, wanted.start)
    landing = landing_page(locale)
    page.slug = _free_slug(landing, wanted.code)
    landing.add_child(instance=page)
    page.save_revision()
    return page


def _refuse_taken(code: str) -> None:
    known = Plan.objects.filter(code__iexact=code).first()
    if known:
        message = _("“%(code)s” is the code of the plan “%(title)s”; choose another")
        raise WrongInput("CODE", message % {"code": known.code, "title": known.title})


def _latest_end(page: ActionPlanPage, start: date) -> date:
    """The latest day on which the plan may end (PLAN-PERIOD-02, COAL-05). Refuse a start after it."""
    limit = plan_end_limit(plan_facts_of_page(page), CURRENT)
    if limit is None or limit <= start:
        message = _(
            "the plan may end on %(limit)s at the latest, %(months)s months before the last term ends; "
            "it has to start before that day, not on %(start)s"
        )
        values = {"limit": limit, "months": CURRENT.plan.end_buffer_months, "start": start}
        raise WrongInput("--start", message % values)
    return limit


def _free_slug(landing: Page, code: str) -> str:
    """The code in small letters, unless another page or an address of the landing page has that name."""
    taken = set(landing.get_children().values_list("slug", flat=True))
    taken |= {route.pattern.partition("/")[0] for route in registry.routes()}
    wanted = code.lower()
    candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(slug for slug in candidates if slug not in taken)
