"""What the page of a meeting shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import cached_property

from ogp_wagtail.handbook.vocabularies import SIDES
from ogp_wagtail.pages.public.lists import Listed, list_titles
from ogp_wagtail.pages.public.prose import Text
from ogp_wagtail.pages.public.view import View
from ogp_wagtail.pages.queries import public_commitments, public_meetings
from ogp_wagtail.plans.models import Attendance, Meeting

TEXTS = ("agenda", "minutes", "decisions")


@dataclass(frozen=True, slots=True)
class Side:
    """Who attended from one sector: organisations and groups with their number of people, no names (MEET-05)."""

    slug: str
    groups: list[Attendance]

    @property
    def people(self) -> int:
        """How many people came from this sector."""
        return sum(one.headcount for one in self.groups)


class MeetingView(View):
    """A meeting: its facts, agenda, minutes and decisions, attendance by sector, commitments discussed."""

    place = "meeting"

    def public_rows(self) -> QuerySet:
        return public_meetings().select_related("plan").prefetch_related("attendances")

    def all_rows(self) -> QuerySet:
        return Meeting.objects.select_related("plan").prefetch_related("attendances")

    @cached_property
    def texts(self) -> list[Text]:
        """Agenda, minutes and decisions, where filled."""
        return self.prose.texts(TEXTS)

    @cached_property
    def space(self) -> Text | None:
        """The space for dialogue in which it was held."""
        return self.prose.text("space")

    @cached_property
    def sides(self) -> list[Side]:
        """Attendance by sector, in the handbook's order."""
        everybody = list(self.row.attendances.all())
        sides = [Side(slug, [one for one in everybody if one.sector == slug]) for slug in SIDES.slugs]
        return [side for side in sides if side.groups]

    @property
    def people(self) -> int:
        """How many people attended."""
        return sum(side.people for side in self.sides)

    @cached_property
    def plan(self) -> Listed | None:
        """The plan it was held for, as a link."""
        return next(iter(list_titles([self.row.plan], self.page.locale, self.language, self.request)), None)

    @cached_property
    def commitments(self) -> list[Listed]:
        """The public commitments it discussed."""
        rows = public_commitments().filter(meetings=self.row)
        return list_titles(rows, self.page.locale, self.language, self.request)
