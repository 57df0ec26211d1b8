"""Openness: the forum (Annex 3), the website and the repository (Annex 4)."""

from datetime import date

from ..editions import Edition
from ..facts import PlanFacts
from ..findings import Finding
from .forum import check_spaces
from .news import check_news
from .repository import check_repository
from .website import check_website

__all__ = ["check_openness", "check_repository", "check_spaces", "check_website"]


def check_openness(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing on ``day`` from the spaces, the website, its news, and the repository of a plan."""
    return [
        *check_spaces(plan, edition, day=day),
        *check_website(plan, edition, day=day),
        *check_news(plan, edition, day=day),
        *check_repository(plan, day=day),
    ]
