"""Pages as facts for the handbook: the only place that knows both what a page says and what a rule asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.html import strip_tags
from wagtail.documents import get_document_model

from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.facts import (
    CommitmentFacts,
    ForewordFacts,
    GoalFacts,
    MemberFacts,
    MilestoneFacts,
    ParticipationFacts,
    PartyFacts,
    PlanFacts,
    ResourceFacts,
    SpaceFacts,
)
from ogp_wagtail.handbook.forms import ANNEX_1, ANNEX_2, Kind
from ogp_wagtail.members.models import Jurisdiction, Organisation
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.facts import approver_facts, baseline_facts, numbers_of
from ogp_wagtail.plans.members import term_for
from ogp_wagtail.plans.models import (
    Agreement,
    AgreementFields,
    Attendance,
    Party,
    PartyFields,
    Resource,
    ResourceFields,
)
from ogp_wagtail.rows import gather

ANNEX_1_TEXTS = tuple(field.field for field in ANNEX_1 if field.kind is Kind.TEXT)
ANNEX_2_TEXTS = tuple(field.field for field in ANNEX_2 if field.kind is Kind.TEXT and field.field != "title")


def plain(html: str | None) -> str:
    """The words of a rich text, without its markup; empty when there are none."""
    return " ".join(strip_tags(html or "").replace("&nbsp;", " ").split())


def texts(page: Any, names: Iterable[str]) -> dict[str, str]:
    """The page's texts by field, its title among them."""
    return {"title": page.title} | {name: plain(getattr(page, name)) for name in names}


def translated(page: Any, twin: Any | None, names: Iterable[str]) -> dict[str, str]:
    """The texts of the English page. One that still equals its source was filled in, not translated."""
    if twin is None:
        return {}
    source, target = texts(page, names), texts(twin, names)
    return {name: "" if name != "title" and text == source[name] else text for name, text in target.items()}


def jurisdictions_of(page: Any) -> list[Jurisdiction]:
    """Whom a plan page binds, with their terms: the members of its coalition, or its one jurisdiction."""
    bound = Jurisdiction.objects.select_related("country").order_by("name")
    if page.coalition:
        return gather(bound.filter(coalition_seats__coalition=page.coalition), "terms")
    return gather(bound.filter(pk=page.jurisdiction_id), "terms") if page.jurisdiction_id else []


def plan_details(page: Any) -> actions.PlanDetails:
    """The facts of a plan page as the register takes them."""
    names = ("code", "title", "coalition", "jurisdiction", "period_basis", "period_start", "period_end")
    return actions.PlanDetails(
        page.key, {name: getattr(page, name) for name in names}, tuple(jurisdictions_of(page))
    )


def plan_facts_of_page(page: Any) -> PlanFacts:
    """The facts of a plan page by themselves: owner, members and period, without commitments and meetings."""
    owner = page.coalition or page.jurisdiction
    return PlanFacts(
        key=str(page.key),
        code=page.code,
        title=page.title,
        members=tuple(_member_of_page(page, one) for one in jurisdictions_of(page)),
        is_joint=page.coalition is not None,
        country=owner.country.code if owner else None,
        period_basis=page.period_basis,
        period_start=page.period_start,
        period_end=page.period_end,
        language=page.locale.language_code,
    )


def _member_of_page(page: Any, jurisdiction: Jurisdiction) -> MemberFacts:
    term = term_for(page.period_start, jurisdiction)
    return MemberFacts(
        key=str(jurisdiction.pk),
        name=jurisdiction.name,
        country=jurisdiction.country.code,
        elected=jurisdiction.elected,
        term_end=term.end if term and jurisdiction.elected else None,
        period_end=None if jurisdiction.elected else (term.end if term else page.period_end),
        joined_on=jurisdiction.joined_on,
    )


def with_prose(facts: PlanFacts, page: Any, english: Any | None) -> PlanFacts:
    """The plan's facts with the texts of its page, and of its English page where there is one."""
    other = _by_key(english)
    return replace(
        facts,
        goals=tuple(
            GoalFacts(str(goal.translation_key), goal.text, _text(other, goal, "text"))
            for goal in page.goals.all()
        ),
        forewords=tuple(
            ForewordFacts(one.side, plain(one.text), plain(_text(other, one, "text")))
            for one in page.forewords.all()
        ),
        spaces=tuple(_space(one, other) for one in page.spaces.all()),
        institutions=tuple(line.strip() for line in page.institutions.splitlines() if line.strip()),
        consultation_url=page.consultation_url,
        vision_origin=page.vision_origin,
        previous_vision=page.previous_vision,
        introduction_letter=_title_of(page),
        strategy_documents=tuple(one.title for one in page.strategy_documents.all()),
        stated_group_types=frozenset(page.stated_group_types or ()),
        stated_group_count=page.stated_group_count,
        stated_reason=page.stated_reason,
        texts=texts(page, ANNEX_1_TEXTS),
        english=translated(page, english, ANNEX_1_TEXTS),
    )


def _title_of(page: Any) -> str:
    """The title of the introduction letter; a draft may name a file that was deleted since."""
    if page.introduction_letter_id is None:
        return ""
    known = type(page)._meta.get_field("introduction_letter").get_cached_value(page, default=None)
    letters = get_document_model().objects.filter(pk=page.introduction_letter_id)
    return str(known or letters.first() or "")


def _by_key(page: Any | None) -> dict[Any, Any]:
    if page is None:
        return {}
    return {
        one.translation_key: one
        for name in ("goals", "forewords", "spaces")
        for one in getattr(page, name).all()
    }


def _text(other: dict[Any, Any], one: Any, name: str) -> str:
    twin = other.get(one.translation_key)
    return getattr(twin, name) if twin else ""


def _space(one: Any, other: dict[Any, Any]) -> SpaceFacts:
    present = {"government": one.has_government, "ngs": one.has_ngs}
    return SpaceFacts(
        name=one.name,
        kind=one.kind,
        mode=one.mode,
        description=one.description,
        sectors=frozenset(sector for sector, there in present.items() if there),
        members=frozenset({str(one.jurisdiction_id)} if one.jurisdiction_id else ()),
        english=_text(other, one, "description"),
        group_types=frozenset(one.group_types or ()),
        meets_regularly=one.meets_regularly,
        su_informed_on=one.su_informed_on,
        is_founded=one.founding_document_id is not None,
    )


def organisations_of(pages: Iterable[Any]) -> dict[int, Organisation]:
    """The organisations that the pages say agree to their commitments, by primary key; one query where there are."""
    keys = {one.organisation_id for page in pages for one in page.agreements.all()}
    return Organisation.objects.in_bulk(keys) if keys else {}


def commitment_facts(
    page: Any, english: Any | None = None, organisations: dict[int, Organisation] | None = None
) -> CommitmentFacts:
    """The facts and texts of a commitment page, and its English texts where it has an English page.

    Whether those that agree to it took part in co-creation is known where the meetings are.
    """
    named = organisations_of([page]) if organisations is None else organisations
    twins = {one.translation_key: one for one in english.milestones.all()} if english else {}
    return CommitmentFacts(
        key=str(page.key),
        code=page.code,
        title=page.title,
        scope=page.scope,
        start=page.start,
        end=page.end,
        participations=tuple(
            ParticipationFacts(str(part.jurisdiction_id), part.end) for part in page.participations.all()
        ),
        milestones=tuple(_milestone(one, twins) for one in page.milestones.all()),
        parties=tuple(
            PartyFacts(
                one.role,
                one.organisation,
                str(one.jurisdiction_id) if one.jurisdiction_id else None,
                one.contact_name,
                one.email,
                branch=one.branch,
                job_title=one.job_title,
                part=one.part,
            )
            for one in page.parties.all()
        ),
        resources=tuple(
            ResourceFacts(
                one.kind,
                None if one.amount is None else float(one.amount),
                one.currency,
                one.description,
                one.provider,
            )
            for one in page.resources.all()
        ),
        resources_secured=page.resources_secured,
        policy_areas=frozenset(page.policy_areas or ()),
        sectors=frozenset(page.sectors or ()),
        ogp_values=frozenset(page.ogp_values or ()),
        goals=frozenset(page.goals or ()),
        agreed_by=tuple(
            approver_facts(named[one.organisation_id], frozenset())
            for one in page.agreements.all()
            if one.organisation_id in named
        ),
        baseline=baseline_facts(page),
        development_goals=numbers_of(page.development_goals),
        texts=texts(page, ANNEX_2_TEXTS),
        english=translated(page, english, ANNEX_2_TEXTS),
    )


def _milestone(one: Any, twins: dict[Any, Any]) -> MilestoneFacts:
    twin = twins.get(one.translation_key)
    return MilestoneFacts(
        key=str(one.translation_key),
        deliverable=one.deliverable,
        start=Month.of(one.start_month) if one.start_month else None,
        end=Month.of(one.end_month) if one.end_month else None,
        responsible=one.responsible,
        status=one.status,
        contact=one.contact,
        evidence_kind=one.evidence_kind,
        english=twin.deliverable if twin else "",
    )


def details(page: Any) -> actions.Details:
    """Parties with their contacts and resources, as rows of the register that are not yet saved."""
    parties = list(page.parties.all())
    return actions.Details(
        parties=[_copied(one, PartyFields, Party) for one in parties],
        lead_members=[one.jurisdiction_id for one in parties],
        resources=[_copied(one, ResourceFields, Resource) for one in page.resources.all()],
        agreements=[_copied(one, AgreementFields, Agreement) for one in page.agreements.all()],
        goals=[GoalFacts(str(goal.translation_key), goal.text) for goal in page.plan_page.goals.all()],
        meetings=page.plan_page.published_keys(),
    )


def _copied(row: Any, shared: Any, model: Any) -> Any:
    return model(**{field.attname: getattr(row, field.attname) for field in shared._meta.fields})


def meeting_details(page: Any) -> actions.MeetingDetails:
    """A meeting page as the register takes it; agenda, minutes or a list of participants are its record."""
    attendances = list(page.attendances.all())
    days = ("held_on", "noticed_on", "documents_shared_on", "minutes_published_on")
    values = {name: getattr(page, name) for name in ("title", "purposes", "mode", "space", *days)}
    values["has_record"] = bool(plain(page.agenda) or plain(page.minutes))
    return actions.MeetingDetails(
        page.key,
        values,
        [
            Attendance(
                affiliation=one.affiliation,
                sector=one.sector,
                group_type=one.group_type,
                headcount=one.headcount,
                under_represented=one.under_represented,
            )
            for one in attendances
        ],
        page.commitments or (),
        page.jurisdictions or (),
        has_minutes=bool(plain(page.minutes)),
    )
