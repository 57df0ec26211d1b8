"""What the page of a commitment shows."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Prefetch, QuerySet
from django.utils.functional import cached_property

from ogp_wagtail.pages.public.amendments import ListedAmendment, list_amendments
from ogp_wagtail.pages.public.lists import (
    Listed,
    ListedMilestone,
    list_titles,
    with_members,
)
from ogp_wagtail.pages.public.prose import Text
from ogp_wagtail.pages.public.view import View
from ogp_wagtail.pages.queries import public_commitments, public_meetings
from ogp_wagtail.plans.models import Commitment, Milestone, Party

TEXTS = (
    *("problem", "status_quo", "action", "results", "contribution_to_goals"),
    *("additional_information", "other_programmes", "development_plans", "gender_analysis"),
)


class CommitmentView(View):
    """A commitment: its facts, the texts of Annex 2, milestones, parties, resources and meetings."""

    place = "commitment"

    def public_rows(self) -> QuerySet:
        return self._with_parts(public_commitments())

    def all_rows(self) -> QuerySet:
        return self._with_parts(Commitment.objects.all())

    def _with_parts(self, rows: QuerySet) -> QuerySet:
        kept = Prefetch("milestones", Milestone.objects.filter(retired=False))
        parties = Prefetch("parties", Party.objects.select_related("member__jurisdiction"))
        return with_members(rows).select_related("plan").prefetch_related(kept, parties, "resources")

    @cached_property
    def texts(self) -> list[Text]:
        """Items 6 to 10 and 16, where filled."""
        return self.prose.texts(TEXTS)

    @cached_property
    def milestones(self) -> list[ListedMilestone]:
        """The milestones in force, in their order."""
        return [
            ListedMilestone(row, self.prose.row_text("milestones", row.key, "deliverable", row.deliverable))
            for row in self.row.milestones.all()
        ]

    @property
    def finished(self) -> int:
        """How many milestones are finished."""
        return sum(one.row.status == "finished" for one in self.milestones)

    @property
    def time_used(self) -> int:
        """How much of the time has passed, in per cent."""
        whole, passed = self.row.end - self.row.start, self.day - self.row.start
        return round(100 * min(max(passed / whole, 0), 1)) if whole else 100

    @cached_property
    def plan(self) -> Listed | None:
        """The plan it belongs to, as a link."""
        return next(iter(list_titles([self.row.plan], self.page.locale, self.language, self.request)), None)

    @cached_property
    def goals(self) -> list[Text]:
        """Item 10: the long-term goals of the plan that it relates to."""
        if not self.row.goals or not self.plan:
            return []
        rows = apps.get_model("ogp_wagtail.ActionPlanPageGoal").objects.filter(
            page_id=self.plan.page_id, translation_key__in=self.row.goals
        )
        return [Text(row.text, self.plan.title.language) for row in rows]

    @cached_property
    def amendments(self) -> list[ListedAmendment]:
        """The amendments in force, the latest first."""
        return list_amendments(self.row)

    @cached_property
    def meetings(self) -> list[Listed]:
        """The public meetings that discussed it, the latest first."""
        rows = public_meetings().filter(commitments=self.row)
        return list_titles(rows, self.page.locale, self.language, self.request)
