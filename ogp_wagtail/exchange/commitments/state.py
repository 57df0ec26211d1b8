"""What a draft says, as values that can be compared: an import that changes none of them saves nothing."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.pages.models import CommitmentPage

State = tuple[Any, ...]

FIELDS = (
    "title", "code", "scope", "start", "end", "problem", "status_quo", "action", "results", "policy_areas",
    "sectors", "ogp_values", "resources_secured", "additional_information",
)  # fmt: skip
MILESTONE_FIELDS = ("translation_key", "deliverable", "start_month", "end_month", "responsible", "status")


def state_of(page: CommitmentPage) -> State:
    """The fields and children of a page that an import may change."""
    return (
        *(_frozen(getattr(page, name)) for name in FIELDS),
        tuple((part.jurisdiction_id, part.end) for part in page.participations.all()),
        tuple((party.role, party.organisation) for party in page.parties.all()),
        tuple(milestone_state(milestone) for milestone in page.milestones.all()),
    )


def milestone_state(milestone: Any) -> State:
    """The same for one milestone."""
    return tuple(getattr(milestone, name) for name in MILESTONE_FIELDS)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
