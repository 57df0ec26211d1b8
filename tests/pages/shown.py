"""What the tests of public pages share: a page as a visitor gets it, and plans of any size."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

import ogp_wagtail
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Slot
from tests import factories

CSS = Path(ogp_wagtail.__file__).parent / "static" / "ogp_wagtail" / "ogp.css"


class Shown:
    """A page as a visitor gets it. ``text`` is what can be read, in one line."""

    def __init__(self, page: Any, client: Client | None = None) -> None:
        response = (client or Client()).get(page.get_url())
        assert response.status_code == 200
        self.source = response.content.decode()
        self.root = BeautifulSoup(self.source, "html.parser")

    @property
    def text(self) -> str:
        return self.words("body")

    def words(self, selector: str) -> str:
        """The text of the first element that matches."""
        found = self.root.select(selector)
        return " ".join(found[0].get_text().split()) if found else ""

    def each(self, selector: str) -> list[str]:
        """The text of every element that matches."""
        return [" ".join(one.get_text().split()) for one in self.root.select(selector)]


def commitments(plan: ActionPlanPage, number: int, milestones: int = 4) -> None:
    """As many published commitments as wanted: when every place is taken, earlier ones are implemented."""
    for _number in range(number):
        if not Slot.objects.filter(plan__key=plan.key, commitment=None).exists():
            release_all(plan)
        factories.commitment(plan, milestones=milestones)


def release_all(plan: ActionPlanPage) -> None:
    """Implement, assess and release what holds a place."""
    start = factories.START
    life = dict.fromkeys(("submitted_on", "implemented_on", "assessed_on", "released_on"), start)
    Commitment.objects.filter(plan__key=plan.key)._update_lawfully(**life)
    Slot.objects.filter(plan__key=plan.key)._update_lawfully(commitment=None)
