"""What the page of an action plan shows."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.functional import cached_property

from ogp_wagtail.handbook.limits import slots_allowed
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.status import PublicStatus
from ogp_wagtail.members.models import IrmPublication
from ogp_wagtail.members.standing import standings
from ogp_wagtail.pages.public import split
from ogp_wagtail.pages.public.dates import NextDate, done_by, facts_for_dates, next_dates
from ogp_wagtail.pages.public.lists import (
    Listed,
    ListedCommitment,
    list_commitments,
    list_titles,
    meetings_of,
)
from ogp_wagtail.pages.public.prose import Row, Text
from ogp_wagtail.pages.public.view import View
from ogp_wagtail.pages.queries import public_plans
from ogp_wagtail.plans.facts import filings_of, members_of
from ogp_wagtail.plans.models import Endorsement, Filing, Meeting, Plan, PlanMember

DATES_SHOWN = 8
VISION = (
    "long_term_vision",
    "achievements",
    "challenges",
    "medium_term_goals",
    "contribution_to_vision",
    "contribution_to_policy",
)
COOPERATION = ("institutional_arrangements", "diversity_measures", "collaboration")
MONITORING = ("monitoring_body_description", "progress_discussion", "progress_checks", "results_sharing")


class PlanView(View):
    """A plan: its facts, its commitments and their split, the next dates, its meetings, and Annex 1."""

    place = "plan"

    def public_rows(self) -> QuerySet:
        return self._with_filing(public_plans())

    def all_rows(self) -> QuerySet:
        return self._with_filing(Plan.objects.all())

    def _with_filing(self, rows: QuerySet) -> QuerySet:
        return rows.with_owner().select_related("filing").defer("filing__document")

    def _language_of(self, row: Plan) -> str:
        return row.language

    @cached_property
    def filing(self) -> Filing | None:
        """The submission, once there is one."""
        return getattr(self.row, "filing", None)

    @cached_property
    def later_filings(self) -> list[Filing]:
        """What was filed after the plan, of commitments that are public: later ones, and amendments."""
        if self.filing is None:
            return []
        public = {one.row.pk for one in self.commitments}
        rows = [one for one in filings_of(self.row) if not one.whole_plan_id]
        return [one for one in rows if (one.commitment or one.amendment.commitment).pk in public]

    @cached_property
    def members(self) -> list[PlanMember]:
        """The jurisdictions bound by the plan, in alphabetical order."""
        return members_of(self.row)

    @cached_property
    def statuses(self) -> list[tuple[PlanMember, PublicStatus]]:
        """How each member stands in OGP Local, since when and why, where it is known (STAT-17)."""
        known = standings([seat.jurisdiction for seat in self.members], self.day)
        return [(seat, known[seat.jurisdiction_id]) for seat in self.members if seat.jurisdiction_id in known]

    @cached_property
    def commitments(self) -> list[ListedCommitment]:
        """The public commitments."""
        return list_commitments(self.row, self.page.locale, self.request, self.members)

    @property
    def groups(self) -> list[split.Group]:
        """The commitments by city."""
        return split.groups(self.commitments, self.members)

    @property
    def matrix(self) -> list[split.Line]:
        """The commitments by city, as a table."""
        return split.matrix(self.commitments, self.members)

    @property
    def slots_used(self) -> int:
        """How many public commitments hold a place."""
        return sum(getattr(one.row, "slot", None) is not None for one in self.commitments)

    @property
    def slots_allowed(self) -> int:
        """How many commitments the plan holds at most at one time."""
        return slots_allowed(len(self.members), edition_of(self.row)) if self.members else 0

    @cached_property
    def meeting_rows(self) -> list[Meeting]:
        """The public meetings, the latest first."""
        return meetings_of(self.row)

    @cached_property
    def meetings(self) -> list[Listed]:
        """The public meetings as links."""
        return list_titles(self.meeting_rows, self.page.locale, self.row.language, self.request)

    @cached_property
    def next_dates(self) -> list[NextDate]:
        """What comes next, reckoned from what is public."""
        rows = [one.row for one in self.commitments]
        done = done_by([self.row], self.day).get(self.row.pk)
        facts = facts_for_dates(self.row, self.members, rows, self.meeting_rows, done)
        return next_dates(facts, self.day, DATES_SHOWN)

    @cached_property
    def endorsements(self) -> list[Endorsement]:
        """Who endorsed the plan."""
        return list(self.row.endorsements.select_related("organisation").order_by("organisation__name"))

    @cached_property
    def vision(self) -> list[Text]:
        """Items 4.1 to 4.6, where filled."""
        return self.prose.texts(VISION)

    @cached_property
    def goals(self) -> list[Row]:
        """The long-term goals."""
        return self.prose.rows("goals", "text")

    @cached_property
    def institutions(self) -> Text | None:
        """Item 5.1, one institution a line."""
        return self.prose.text("institutions")

    @cached_property
    def cooperation(self) -> list[Text]:
        """Items 5.2, 5.4 and 5.8, where filled."""
        return self.prose.texts(COOPERATION)

    @cached_property
    def spaces(self) -> list[tuple[Row, Text]]:
        """The spaces for dialogue: name and description."""
        names, words = self.prose.rows("spaces", "name"), self.prose.rows("spaces", "description")
        return [(name, description.text) for name, description in zip(names, words, strict=True)]

    @cached_property
    def documents(self) -> list[tuple[str, str]]:
        """The introduction letter and the strategy documents, by title and address (items 3 and 8)."""
        source = self.prose.source
        letter = source.introduction_letter
        rows = source.strategy_documents.select_related("document")
        found = [(letter.title, letter.url)] if letter else []
        return [*found, *((row.title, row.document.url) for row in rows)]

    @cached_property
    def monitoring(self) -> list[Text]:
        """Items 6.1 and 6.3 to 6.5, where filled."""
        return self.prose.texts(MONITORING)

    @cached_property
    def irm_reflections(self) -> list[IrmPublication]:
        """What the IRM reflected on, each with its address on the website of OGP (ROLE-12)."""
        return list(IrmPublication.objects.filter(kind="reflection").exclude(url=""))

    @cached_property
    def forewords(self) -> list[Row]:
        """The forewords."""
        return self.prose.rows("forewords", "text")
