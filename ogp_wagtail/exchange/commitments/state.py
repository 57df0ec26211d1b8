"""What a draft says, as values that can be compared: an import that changes none of them saves nothing."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.pages.models import CommitmentPage

State = tuple[Any, ...]

FIELDS = (
    "title", "code", "scope", "start", "end", "problem", "status_quo", "action", "results", "policy_areas",
    "sectors", "ogp_values", "resources_secured", "additional_information", "baseline_value", "baseline_unit",
    "baseline_on", "goals", "contribution_to_goals", "other_programmes", "development_plans", "development_goals",
    "gender_analysis",
)  # fmt: skip
RESOURCE_FIELDS = ("kind", "amount", "currency", "description", "provider")
MILESTONE_FIELDS = ("translation_key", "deliverable", "start_month", "end_month", "responsible", "status")


def state_of(page: CommitmentPage) -> State:
    """The fields and children of a page that an import may change."""
    return (
        *(_frozen(getattr(page, name)) for name in FIELDS),
        tuple((part.jurisdiction_id, part.end) for part in page.participations.all()),
        tuple((party.role, party.organisation, party.jurisdiction_id) for party in page.parties.all()),
        tuple(resource_state(resource) for resource in page.resources.all()),
        tuple(milestone_state(milestone) for milestone in page.milestones.all()),
    )


def milestone_state(milestone: Any) -> State:
    """The same for one milestone."""
    return tuple(getattr(milestone, name) for name in MILESTONE_FIELDS)


def resource_state(resource: Any) -> State:
    """The same for one resource, of a page or of a row."""
    return tuple(getattr(resource, name) for name in RESOURCE_FIELDS)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
