"""Reports for tests: one of each kind with nothing missing, and a filed plan whose monitoring is in order."""

import dataclasses
from typing import Any

from ogp_wagtail.handbook import Edition, PlanFacts
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import InvitationFacts, ReportFacts
from ogp_wagtail.handbook.monitoring.questions import LEARNING_FORM, PRACTICES, REQUIREMENTS
from ogp_wagtail.handbook.review import as_filed

from .build import SUBMITTED, changed, complete_plan, day

PLAN = as_filed(complete_plan(), SUBMITTED)
RATING = {"relevance": "high", "verifiability": "moderate", "impact": "low"}


def reading(group: str, **choices: object) -> Edition:
    return dataclasses.replace(CURRENT, **{group: dataclasses.replace(getattr(CURRENT, group), **choices)})


def filed(text: str | None) -> dict[str, Any]:
    """When and where a report was filed, and whom its writers asked before; nothing yet of one still unfiled."""
    on = day(text) if text else None
    asked = (
        InvitationFacts("City hall", "government", day("2024-04-20")),
        InvitationFacts("Water users", "ngs", day("2024-04-20")),
    )
    return {
        "submitted_on": on,
        "published_on": on,
        "reference": "https://ogp.example/1",
        "invitations": asked,
    }


def inception(on: str | None = "2024-05-15", **values: Any) -> ReportFacts:
    values = {
        "requirements": dict.fromkeys(REQUIREMENTS, "met"),
        "evidence": dict.fromkeys(REQUIREMENTS, "Minutes of 20 January 2024"),
        "practices": dict.fromkeys(PRACTICES, "yes"),
        "ratings": {"c1": RATING, "c2": RATING},
        **filed(on),
        **values,
    }
    return ReportFacts("inception", "inception", **values)


def assessment(
    on: str | None = "2027-11-30", commitment: str = "c1", key: str = "", **values: Any
) -> ReportFacts:
    values = {
        "completion": "complete",
        "outcomes": "Everybody reads the budget.",
        "evidence": {"completion": "The data set"},
        **filed(on),
        **values,
    }
    return ReportFacts(key or f"eoc-{commitment}", "end-of-commitment", commitment, **values)


def learning(on: str | None = "2027-12-31", **values: Any) -> ReportFacts:
    words = {one.id: "In words." for one in LEARNING_FORM if one.id != "exercise_on"}
    values = {"answers": words, "exercise_on": day("2027-12-10"), **filed(on), **values}
    return ReportFacts("learning", "learning", **values)


def reported(*reports: ReportFacts, plan: PlanFacts = PLAN, **values: Any) -> PlanFacts:
    return changed(plan, reports=reports, **values)
