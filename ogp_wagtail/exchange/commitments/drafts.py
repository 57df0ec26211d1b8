"""The commitments of a plan as an editor sees them: the latest draft of each page."""

from __future__ import annotations

from collections.abc import Iterator

from ogp_wagtail.exchange.commitments.prose import one_line
from ogp_wagtail.exchange.commitments.rows import ImportRow, Place
from ogp_wagtail.exchange.commitments.state import State, state_of
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage


class Draft:
    """A page in its latest draft, or a new page that is not in the tree yet.

    ``taken_by`` is the row of the file that speaks of it, ``leads_are_stated`` whether that row says who leads.
    """

    def __init__(self, page: CommitmentPage) -> None:
        self.page = page
        self.stored: State | None = state_of(page) if page.pk else None
        self.taken_by: Place | None = None
        self.leads_are_stated = False

    @property
    def is_new(self) -> bool:
        """Whether the page has still to be put into the tree."""
        return self.page.pk is None

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.stored != state_of(self.page)

    def is_locked(self) -> bool:
        """Whether an editor, a workflow or a schedule holds the page."""
        return not self.is_new and self.page.get_lock() is not None

    def reset(self) -> None:
        """Forget what was written."""
        self.page = CommitmentPage.objects.get(pk=self.page.pk).get_latest_revision_as_object()


class Drafts:
    """All commitments below a plan page, found by code, or by title where page or row has no code."""

    def __init__(self, plan_page: ActionPlanPage) -> None:
        self.plan_page = plan_page
        self._all: dict[int, Draft] = {}
        self._by_code: dict[str, Draft] = {}
        self._by_title: dict[str, Draft] = {}
        pages = CommitmentPage.objects.child_of(plan_page).filter(alias_of__isnull=True).order_by("path")
        for page in pages.select_related("latest_revision", "locale"):
            self.add(Draft(page.get_latest_revision_as_object()))

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._all.values())

    def add(self, draft: Draft) -> None:
        """Let the draft be found. Adding it again, with the code it has been given, does no harm."""
        self._all.setdefault(id(draft), draft)
        if draft.page.code:
            self._by_code.setdefault(_folded(draft.page.code), draft)
        self._by_title.setdefault(_folded(draft.page.title), draft)

    def of_code(self, code: str) -> Draft | None:
        """The commitment with this code; capital letters do not matter."""
        return self._by_code.get(_folded(code)) if code else None

    def of_row(self, row: ImportRow) -> Draft | None:
        """The commitment that a row speaks of, None where the plan has none."""
        known = self.of_code(row.code)
        if known:
            return known
        titled = self._by_title.get(_folded(row.title)) if row.title else None
        return titled if titled and not (row.code and titled.page.code) else None

    def new(self, row: ImportRow) -> Draft:
        """A page for the row; it is found once it was added."""
        page = CommitmentPage(title=row.title, code=row.code, locale=self.plan_page.locale, live=False)
        return Draft(page)


def _folded(text: str) -> str:
    return one_line(text).casefold()
