"""Facts for tests: a single city, a coalition, and a plan with nothing missing."""

import dataclasses
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from ogp_wagtail.handbook import (
    CommitmentFacts,
    Deadline,
    EndorsementFacts,
    Finding,
    ForewordFacts,
    GoalFacts,
    MeetingFacts,
    MemberFacts,
    MilestoneFacts,
    Month,
    ParticipationFacts,
    PartyFacts,
    PlanFacts,
    ResourceFacts,
    SpaceFacts,
    add_months,
)
from ogp_wagtail.handbook.facts import (
    AnswerFacts,
    ApproverFacts,
    ContributionFacts,
    MonitoringBodyFacts,
    NoticeFacts,
    WebsiteFacts,
)
from ogp_wagtail.handbook.questions import QUESTIONS
from ogp_wagtail.handbook.status import Condition

SUBMITTED = date(2024, 3, 15)
BOTH = frozenset({"government", "ngs"})


def day(text: str) -> date:
    return date.fromisoformat(text)


def rules(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


# Rules whose findings are about a whole thing, or an act, and lead to no single field.
WITHOUT_FIELD = {
    *(
        "COAL-17",
        "PLAN-COMP-01",
        "PLAN-COUNT-04",
        "PLAN-PERIOD-08",
        "PLAN-PERIOD-10",
        "PLAN-SUB-01",
        "ROLE-03",
    ),
    *("STAT-02", "STAT-03", "STAT-04", "STAT-05", "STAT-10", "STAT-11", "STAT-12", "STAT-15", "STAT-16"),
}


def says_whole_sentences(one: Finding | Deadline | Condition) -> bool:
    """Nothing is missing from what the rules say: rule and subject are there, each value known, the field a name."""
    texts = [text for text in one.as_dict().values() if isinstance(text, str)]
    assert one.section
    assert isinstance(one.subject, str)
    assert one.subject
    assert not any(re.search(r"\bNone\b|%\(", text) for text in texts), texts
    if isinstance(one, Finding):
        assert re.fullmatch(r"[a-z0-9_-]+", one.field) or one.rule in WITHOUT_FIELD, texts
    return True


def city(key: str = "mty", term_end: str | None = "2027-12-31", **values: Any) -> MemberFacts:
    return MemberFacts(key, key.title(), term_end=day(term_end) if term_end else None, **values)


def plan_of(*members: MemberFacts, end: str | None = "2027-10-31", **values: Any) -> PlanFacts:
    values = {"period_start": SUBMITTED, **values}
    period_end = day(end) if end else None
    return PlanFacts("1", "P", members=members or (city(),), period_end=period_end, **values)


def commitment(
    code: str = "C1", start: str = "2024-04-01", end: str = "2025-03-31", **values: Any
) -> CommitmentFacts:
    values = {"title": f"Title of {code}", **values}
    return CommitmentFacts(code.lower(), code, start=day(start), end=day(end), **values)


def parts(*members: str, **ends: str) -> tuple[ParticipationFacts, ...]:
    """Parts of these members; ``a="2026-10-31"`` gives a part an end of its own."""
    own = tuple(ParticipationFacts(member, day(end)) for member, end in ends.items())
    return (*(ParticipationFacts(member) for member in members), *own)


COMMITMENT_TEXTS = dict.fromkeys(("problem", "status_quo", "action", "results"), "Text.")
PLAN_TEXTS = dict.fromkeys(
    (
        "long_term_vision",
        "achievements",
        "challenges",
        "medium_term_goals",
        "contribution_to_vision",
        "contribution_to_policy",
        "institutional_arrangements",
        "diversity_measures",
        "collaboration",
        "monitoring_body_description",
        "progress_discussion",
        "progress_checks",
        "results_sharing",
    ),
    "Text.",
)


LEAD = PartyFacts(
    "lead-government",
    "City hall",
    "mty",
    "Ana",
    "ana@example.org",
    branch="executive",
    job_title="Director",
    part="Publishes the data.",
)


def complete_commitment(code: str = "C1", **values: Any) -> CommitmentFacts:
    values = {
        "milestones": (
            MilestoneFacts("m", "A data set", Month(2024, 5), Month(2024, 9), "City", evidence_kind="EV-4.4"),
        ),
        "parties": (LEAD,),
        "resources": (
            ResourceFacts("budget", 20000, "EUR"),
            ResourceFacts("staff", 2),
            ResourceFacts("time", 12),
            ResourceFacts("other", text="none"),
        ),
        "resources_secured": "partially",
        "policy_areas": frozenset({"open-data"}),
        "sectors": frozenset({"education"}),
        "ogp_values": frozenset({"access-to-information"}),
        "goals": frozenset({"g1"}),
        "texts": {
            **COMMITMENT_TEXTS,
            "contribution_to_goals": "It leads to open contracts, goal 2 of item 4.4.",
        },
        **values,
    }
    return commitment(code, **values)


def body(**values: Any) -> MonitoringBodyFacts:
    """A monitoring body to which nobody objects."""
    values = {
        "kind": "other-independent",
        "email": "monitor@example.org",
        "approved_on": date(2024, 3, 10),
        "approvers": (ApproverFacts("Water users", "ngs", True),),
        "resources": "Four days a report, paid by the city.",
        "uses_guidance": True,
        **values,
    }
    return MonitoringBodyFacts("University", **values)


def answers(
    about: str, kind: str = "commitment", answer: str = "yes", **values: Any
) -> tuple[AnswerFacts, ...]:
    """A reviewer's answers to every question that is asked of a thing of this kind."""
    values = {"by": "Rosa Vega", "on": date(2024, 3, 12), **values}
    asked = [one.slug for one in QUESTIONS if one.about == kind]
    return tuple(AnswerFacts(slug, about, answer, **values) for slug in asked)


def council(**values: Any) -> SpaceFacts:
    """A space of which the Support Unit knows."""
    values = {
        "kind": "citizens-council",
        "mode": "offline",
        "description": "Meets monthly.",
        "sectors": BOTH,
        "group_types": frozenset({"community-organisation", "university"}),
        "meets_regularly": True,
        "su_informed_on": date(2024, 1, 20),
        "is_founded": True,
        **values,
    }
    return SpaceFacts("Council", **values)


def implementation_meetings(*days: str) -> tuple[MeetingFacts, ...]:
    """Meetings on implementation that count, one on each of these days."""
    return tuple(
        MeetingFacts(
            f"i{held}",
            f"Forum of {held}",
            day(held),
            frozenset({"implementation"}),
            BOTH,
            evidenced=True,
            noticed_on=date.min,
            documents_shared_on=date.min,
            minutes_published_on=day(held),
        )
        for held in days
    )


def met(plan: PlanFacts, until: date) -> tuple[MeetingFacts, ...]:
    """The plan's meetings with those on implementation that it needs up to this day."""
    months = range(3, 48, 6)
    days = [add_months(plan.submitted_on or SUBMITTED, number) for number in months]
    return (*plan.meetings, *implementation_meetings(*(str(one) for one in days if one <= until)))


NEWS = (
    NoticeFacts(
        "n1",
        "opportunity",
        "Come to the forum",
        date(2024, 1, 10),
        date(2024, 1, 20),
        frozenset({"website", "radio-tv"}),
        frozenset({"timeline", "opportunities", "decision-making", "outreach"}),
        "m1",
    ),
    NoticeFacts("n2", "news", "Drafts", date(2024, 2, 10), topics=frozenset({"draft-commitments"})),
)
PROPOSALS = (
    ContributionFacts(
        "p1", "proposal", date(2024, 1, 20), "", "included", "It fits.", date(2024, 3, 1), "priorities"
    ),
    ContributionFacts(
        "p2", "proposal", date(2024, 2, 20), "", "rejected", "No money.", date(2024, 3, 1), "drafting"
    ),
)
WEBSITE = WebsiteFacts(
    "https://open.example.org/",
    linked=True,
    searchable=True,
    lead_agency=True,
    contact=True,
    open_input=True,
    comments=True,
    strategy="https://open.example.org/strategy",
    updated_on=SUBMITTED,
)


def complete_plan(**values: Any) -> PlanFacts:
    """A plan of one city that may be filed on ``SUBMITTED``."""
    values = {
        "commitments": (complete_commitment("C1"), complete_commitment("C2")),
        "meetings": (
            MeetingFacts(
                "m1",
                "Forum",
                date(2024, 1, 20),
                frozenset({"co-creation"}),
                BOTH,
                evidenced=True,
                groups=frozenset({"City hall", "Water users"}),
                group_types=frozenset({"government", "community-organisation"}),
                documents_shared_on=date(2024, 1, 10),
                minutes_published_on=date(2024, 1, 25),
            ),
        ),
        "endorsements": (EndorsementFacts("Water users", "ngs", True, date(2024, 3, 14)),),
        "spaces": (council(),),
        "notices": NEWS,
        "contributions": PROPOSALS,
        "website": WEBSITE,
        "goals": (GoalFacts("g1", "A transparent city"),),
        "institutions": ("City hall",),
        "forewords": (ForewordFacts("joint", "Together."),),
        "point_of_contact": "Ana Ruiz",
        "point_of_contact_email": "ana@example.org",
        "monitoring_body": body(),
        "agreement": True,
        "vision_origin": "new",
        "texts": PLAN_TEXTS,
        "answers": (*answers("1", "plan"), *answers("c1"), *answers("c2")),
        **values,
    }
    return plan_of(**values)


def changed(plan: PlanFacts, **values: Any) -> PlanFacts:
    return dataclasses.replace(plan, **values)
