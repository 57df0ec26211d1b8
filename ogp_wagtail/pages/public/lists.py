"""Lists of commitments and meetings: rows of the register with their page, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Prefetch, QuerySet
from wagtail.models import Page

from ogp_wagtail.pages.public.order import natural
from ogp_wagtail.pages.public.prose import Text, language_of
from ogp_wagtail.pages.queries import in_visitors_language, public_commitments, public_meetings
from ogp_wagtail.plans.facts import members_of
from ogp_wagtail.plans.models import Commitment, Meeting, Milestone, Participation, Plan, PlanMember
from ogp_wagtail.rows import gather


@dataclass(frozen=True, slots=True)
class Listed:
    """A row and the page on which a visitor reads about it."""

    row: Any
    title: Text
    url: str
    page_id: int


@dataclass(frozen=True, slots=True)
class ListedMilestone:
    """A milestone and what it is called in the visitor's language."""

    row: Milestone
    text: Text


@dataclass(frozen=True, slots=True)
class ListedCommitment(Listed):
    """A commitment in a list. ``parts`` are the members that take part, in alphabetical order."""

    parts: list[Participation]
    milestones: list[ListedMilestone]

    @property
    def finished(self) -> int:
        """How many milestones are finished."""
        return sum(one.row.status == "finished" for one in self.milestones)


def with_members(rows: QuerySet) -> QuerySet:
    """Commitments with the part of each member."""
    parts = Participation.objects.select_related("member__jurisdiction")
    return rows.prefetch_related(Prefetch("participations", parts))


def list_commitments(
    plan: Plan, visitor: Any, request: Any = None, members: list[PlanMember] | None = None
) -> list[ListedCommitment]:
    """The plan's public commitments with milestones and members, by code, for a visitor with that locale.

    ``members`` are the plan's, where they have been read already.
    """
    kept = Milestone.objects.filter(retired=False)
    rows = public_commitments().filter(plan=plan).select_related("slot")
    rows = sorted(
        gather(rows, "milestones", "participations", milestones=kept), key=lambda row: natural(row.code)
    )
    seats = {one.pk: one for one in (members_of(plan) if members is None else members)}
    for part in (part for row in rows for part in row.participations.all()):
        part.member = seats[part.member_id]
    pages = pages_of(rows, visitor, plan.language)
    words = _deliverables(pages.values(), plan.language)
    return [_listed(row, pages[row.key], words, plan, request) for row in rows if row.key in pages]


def pages_of(rows: Iterable[Plan | Commitment | Meeting], visitor: Any, working: str) -> dict[Any, Page]:
    """The page of each row that a visitor with that locale gets, by key."""
    return in_visitors_language(Page.objects.all(), [row.key for row in rows], visitor, working)


def _deliverables(pages: Iterable[Page], working: str) -> dict[Any, Text]:
    """What the milestones are called on these pages, by key."""
    languages = {page.pk: language_of(page, working) for page in pages}
    rows = apps.get_model("ogp_wagtail.CommitmentPageMilestone").objects.filter(page_id__in=languages)
    return {
        row.translation_key: Text(row.deliverable, languages[row.page_id]) for row in rows if row.deliverable
    }


def _listed(
    row: Commitment, page: Page, words: dict[Any, Text], plan: Plan, request: Any
) -> ListedCommitment:
    milestones = [
        ListedMilestone(one, words.get(one.key) or Text(one.deliverable, plan.language))
        for one in row.milestones.all()
    ]
    return ListedCommitment(
        row, *link(page, plan.language, request), _by_name(row.participations.all()), milestones
    )


def _by_name(parts: Iterable[Participation]) -> list[Participation]:
    return sorted(parts, key=lambda part: part.member.jurisdiction.name)


def link(page: Page, working: str, request: Any) -> tuple[Text, str, int]:
    """Title, address and key of a page of a plan with that working language."""
    return Text(page.title, language_of(page, working)), page.get_url(request), page.pk


def list_titles(
    rows: Iterable[Plan | Commitment | Meeting], visitor: Any, working: str, request: Any = None
) -> list[Listed]:
    """These rows, which are public and of one plan, as links."""
    rows = list(rows)
    pages = pages_of(rows, visitor, working)
    return [Listed(row, *link(page, working, request)) for row in rows if (page := pages.get(row.key))]


def meetings_of(plan: Plan) -> list[Meeting]:
    """The plan's public meetings with who attended, the latest first."""
    return gather(public_meetings().filter(plan=plan), "attendances")
