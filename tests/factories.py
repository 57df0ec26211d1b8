"""An invented country with its cities, plans and commitments, made as their users make them: through pages.

Dates follow one story: terms end on 2028-12-31, so plans end on 2028-10-31; the plan starts on 2026-01-01.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from wagtail.models import Page

from ogp_wagtail.coalitions.models import Coalition, CoalitionMember
from ogp_wagtail.handbook.calendar import add_months
from ogp_wagtail.members.models import (
    Country,
    Jurisdiction,
    MonitoringBody,
    Organisation,
    Person,
    Term,
)
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages.models import (
    ActionPlanPage,
    ActionPlanPageForeword,
    ActionPlanPageGoal,
    ActionPlanPageSpace,
    CommitmentPage,
    CommitmentPageMember,
    CommitmentPageMilestone,
    CommitmentPageParty,
    CommitmentPageResource,
    MeetingPage,
    MeetingPageAttendance,
    OpenGovernmentPage,
)
from ogp_wagtail.plans.models import Amendment, Commitment, Endorsement, Meeting, Plan

TERM_END = date(2028, 12, 31)
PLAN_START, PLAN_END = date(2026, 1, 1), date(2028, 10, 31)
START, END = date(2026, 3, 1), date(2027, 6, 30)

_numbers = itertools.count(1)


def country(code: str = "CL") -> Country:
    return Country.objects.get_or_create(code=code, defaults={"name": f"Country {code}"})[0]


def jurisdiction(
    name: str = "", *, term_end: date | None = TERM_END, code: str = "CL", **kw: Any
) -> Jurisdiction:
    made = Jurisdiction.objects.create(
        country=country(code), name=name or f"City {next(_numbers)}", elected=term_end is not None, **kw
    )
    if term_end:
        Term.objects.create(jurisdiction=made, end=term_end)
    return made


def person(name: str = "Ana Ruiz", **kw: Any) -> Person:
    return Person.objects.create(name=name, email=f"p{next(_numbers)}@example.org", **kw)


def organisation(name: str = "", sector: str = "ngs", **kw: Any) -> Organisation:
    return Organisation.objects.create(name=name or f"Organisation {next(_numbers)}", sector=sector, **kw)


def monitoring_body(name: str = "", **kw: Any) -> MonitoringBody:
    kw = {"kind": "other-independent", "email": "mb@example.org", "approved_on": date(2026, 1, 10)} | kw
    return MonitoringBody.objects.create(name=name or f"University {next(_numbers)}", **kw)


def coalition(*members: Jurisdiction, **kw: Any) -> Coalition:
    members = members or (jurisdiction(), jurisdiction())
    made = Coalition.objects.create(
        name=f"Coalition {next(_numbers)}", country=members[0].country, agreement="We act together.", **kw
    )
    for one in members:
        CoalitionMember.objects.create(coalition=made, jurisdiction=one)
    return Coalition.objects.get(pk=made.pk)


def designate(*members: Jurisdiction) -> None:
    """Name of each member the agency that leads and the official who oversees it (ROLE-01)."""
    for one in members:
        one.lead_agency = one.lead_agency or organisation(f"Town hall of {one}", "government")
        one.senior_official = one.senior_official or person(f"Deputy mayor of {one}")
        one.save()


def landing(home: Page) -> OpenGovernmentPage:
    page = OpenGovernmentPage(title="Open government", slug=f"open-{next(_numbers)}", locale=home.locale)
    home.add_child(instance=page)
    return page


def plan(under: Page, *, live: bool = True, **kw: Any) -> ActionPlanPage:
    """A plan page of two cities below a landing page; ``coalition`` or ``jurisdiction`` names another owner."""
    if "coalition" not in kw and "jurisdiction" not in kw:
        kw["coalition"] = coalition()
    number = next(_numbers)
    values = {
        "title": f"Plan {number}",
        "slug": f"plan-{number}",
        "code": f"plan-{number}",
        "period_start": PLAN_START,
        "period_end": PLAN_END,
        "locale": under.locale,
    } | kw
    page = ActionPlanPage(live=False, **values)
    under.add_child(instance=page)
    if live:
        publish(page)
    return ActionPlanPage.objects.get(pk=page.pk)


def cities(plan_page: ActionPlanPage) -> list[Jurisdiction]:
    if plan_page.jurisdiction:
        return [plan_page.jurisdiction]
    return [seat.jurisdiction for seat in plan_page.coalition.members.order_by("jurisdiction__name")]


def commitment(
    plan_page: ActionPlanPage,
    *,
    live: bool = True,
    members: list[tuple[Jurisdiction, date | None]] | None = None,
    milestones: int = 1,
    **kw: Any,
) -> CommitmentPage:
    """A commitment page below a plan page: separate, of the first city, unless told otherwise."""
    page = commitment_page(plan_page, members=members, milestones=milestones, **kw)
    plan_page.add_child(instance=page)
    if live:
        publish(page)
    return CommitmentPage.objects.get(pk=page.pk)


def commitment_page(
    plan_page: ActionPlanPage,
    *,
    members: list[tuple[Jurisdiction, date | None]] | None = None,
    milestones: int = 1,
    **kw: Any,
) -> CommitmentPage:
    """The same page, not yet in the tree."""
    number = next(_numbers)
    values = {
        "title": f"Commitment {number}",
        "slug": f"commitment-{number}",
        "start": START,
        "end": END,
        "locale": plan_page.locale,
    } | kw
    page = CommitmentPage(live=False, **values)
    everybody = cities(plan_page)
    if members is None:
        members = [(one, None) for one in (everybody if page.scope == "joint" else everybody[:1])]
    page.participations = [CommitmentPageMember(jurisdiction=one, end=end) for one, end in members]
    page.milestones = [
        CommitmentPageMilestone(
            deliverable=f"Milestone {index}", start_month=date(2026, 4, 1), end_month=date(2026, 9, 1)
        )
        for index in range(1, milestones + 1)
    ]
    return page


def meeting(plan_page: ActionPlanPage, *, live: bool = True, **kw: Any) -> MeetingPage:
    """A co-creation meeting with minutes, attended by government and a civil society organisation."""
    number = next(_numbers)
    values = {
        "title": f"Meeting {number}",
        "slug": f"meeting-{number}",
        "held_on": date(2026, 1, 15),
        "purposes": ["co-creation"],
        "minutes": "<p>We agreed.</p>",
        "locale": plan_page.locale,
    } | kw
    page = MeetingPage(live=False, **values)
    page.attendances = [
        MeetingPageAttendance(affiliation="City hall", sector="government", headcount=2),
        MeetingPageAttendance(affiliation="Water users", sector="ngs", group_type="community-organisation"),
    ]
    plan_page.add_child(instance=page)
    if live:
        publish(page)
    return MeetingPage.objects.get(pk=page.pk)


def publish(page: Page) -> None:
    """Publish as an editor does: a revision, then its publication."""
    page.save_revision().publish()


TEXT = "<p>We say in a few words what this item of the form asks for.</p>"


def complete_plan(
    under: Page, user: Any = None, *members: Jurisdiction, first: date = PLAN_START, last: date = PLAN_END
) -> ActionPlanPage:
    """A plan with nothing missing, of two cities unless told otherwise: ``user`` may file it a month after ``first``.

    Of one city it is that city's own plan.
    """
    endorser = Organisation.objects.filter(name="Water users").first() or organisation("Water users")
    centre = MonitoringBody.objects.filter(name="University Centre").first() or monitoring_body(
        "University Centre", approved_on=first + timedelta(days=9)
    )
    centre.approved_by.add(endorser)
    texts = dict.fromkeys(page_facts.ANNEX_1_TEXTS, TEXT)
    owner = _owner(members, _contact(user), centre)
    page = plan(
        under,
        live=False,
        institutions="Town hall\nState archive",
        vision_origin="new",
        period_start=first,
        period_end=last,
        **owner,
        **texts,
    )
    page.goals = [ActionPlanPageGoal(text="Everybody can follow the money")]
    page.forewords = [ActionPlanPageForeword(side="joint", text=TEXT)]
    page.spaces = [
        ActionPlanPageSpace(
            name="Forum",
            kind="recurring-meetings",
            mode="offline",
            description="Monthly",
            su_informed_on=first + timedelta(days=9),
        )
    ]
    publish(page)
    Endorsement.objects.create(
        plan=Plan.objects.get(key=page.key),
        organisation=endorser,
        endorsed_on=first + timedelta(days=19),
    )
    meeting(page, held_on=first + timedelta(days=14))
    days = {"start": first + (START - PLAN_START), "end": first + (END - PLAN_START)}
    complete_commitment(page, scope="joint" if "coalition" in owner else "separate", **days)
    complete_commitment(page, **days)
    return ActionPlanPage.objects.get(pk=page.pk)


def _owner(members: Sequence[Jurisdiction], contact: Person, body: MonitoringBody) -> dict[str, Any]:
    """The field of the plan's page that names its owner: a coalition, or the one jurisdiction."""
    roles = {"point_of_contact": contact, "monitoring_body": body}
    if len(members) == 1:
        designate(*members)
        (alone,) = members
        alone.point_of_contact, alone.monitoring_body = contact, body
        alone.save()
        return {"jurisdiction": alone}
    joint = coalition(*members, **roles)
    designate(*(seat.jurisdiction for seat in joint.members.select_related("jurisdiction")))
    return {"coalition": joint}


def _contact(user: Any) -> Person:
    known = Person.objects.filter(user=user).first() if user else None
    return known or person("Ana Ruiz", user=user)


def complete_commitment(plan_page: ActionPlanPage, *, live: bool = True, **kw: Any) -> CommitmentPage:
    """A commitment with every item of Annex 2."""
    goal = str(plan_page.goals.first().translation_key)
    choices = {
        "policy_areas": ["open-data"],
        "sectors": ["education"],
        "ogp_values": ["access-to-information"],
        "resources_secured": "partially",
        "goals": [goal],
    }
    page = commitment_page(
        plan_page, milestones=2, **dict.fromkeys(page_facts.ANNEX_2_TEXTS, TEXT), **(choices | kw)
    )
    page.parties = [
        CommitmentPageParty(
            role="lead-government",
            organisation=f"Town hall of {part.jurisdiction}",
            branch="executive",
            contact_name="Eva",
            job_title="Director",
            part="Carries it out.",
            email="eva@example.org",
            jurisdiction=part.jurisdiction,
        )
        for part in page.participations.all()
    ]
    for row in page.milestones.all():
        row.responsible, row.evidence_kind = "Town hall", "EV-4.4"
        row.start_month, row.end_month = (add_months(page.start.replace(day=1), n) for n in (1, 6))
    page.resources = [
        CommitmentPageResource(kind="budget", amount=20000, currency="EUR"),
        CommitmentPageResource(kind="staff", amount=2),
        CommitmentPageResource(kind="time", amount=12),
        CommitmentPageResource(kind="other", description="none"),
    ]
    plan_page.add_child(instance=page)
    if live:
        publish(page)
    return CommitmentPage.objects.get(pk=page.pk)


def amendment(page: CommitmentPage, on: date = date(2026, 3, 1), **kw: Any) -> Amendment:
    """A complete amendment of a filed commitment that takes effect on a day; of its timeline, unless told otherwise.

    Decided in the plan's first meeting and approved by "Water users", who endorsed the plan.
    """
    row = Commitment.objects.get(key=page.key)
    approvers = kw.pop("approved_by", None)
    values = {
        "reason": "The data arrive later.",
        "consulted_on": on,
        "consulted_how": "Meeting of the forum",
        "approved_on": on,
        "notified_on": on,
        "effective_on": on,
        "meeting": Meeting.objects.filter(plan=row.plan).last(),
    } | kw
    made = Amendment.objects.create(commitment=row, **values)
    water = Organisation.objects.filter(name="Water users")
    made.consulted.set(water)
    made.approved_by.set(water if approvers is None else approvers)
    return made
