"""The plan into which commitments are imported: its register row, and its page in its own language."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.pages.facts import jurisdictions_of
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Plan


@dataclass
class PlanToFill:
    """A plan with the page below which its commitments stand."""

    row: Plan
    page: ActionPlanPage

    @classmethod
    def named(cls, code: str) -> Self:
        """The plan with this code. Raises ``WrongInput`` that lists the codes there are."""
        row = Plan.objects.with_owner().filter(code__iexact=code).first()
        if row is None:
            codes = ", ".join(Plan.objects.values_list("code", flat=True)) or _("none yet")
            message = _("no plan has the code “%(code)s”; the plans are: %(codes)s")
            raise WrongInput("PLAN", message % {"code": code, "codes": codes})
        pages = ActionPlanPage.objects.filter(translation_key=row.key, alias_of__isnull=True)
        page = pages.filter(locale__language_code=row.language).first()
        if page is None:
            raise WrongInput("PLAN", _("the page of the plan “%s” has been deleted") % row.code)
        return cls(row, page)

    def lock(self) -> None:
        """Take the locks of the plan in their one order: its page by treebeard's statement, then its row."""
        self.page = type(self.page).objects.select_for_update().get(pk=self.page.pk)
        lock_plan(self.row.key)

    @cached_property
    def draft(self) -> ActionPlanPage:
        """The plan's page as its editor left it: members and period of a plan that is not published yet."""
        draft: ActionPlanPage = self.page.get_latest_revision_as_object()
        return draft

    def jurisdictions(self) -> list[Jurisdiction]:
        """Whom the plan binds."""
        return jurisdictions_of(self.draft)

    def filed(self) -> dict[uuid.UUID, date]:
        """The day of filing of each filed commitment, by its key."""
        filed = self.row.commitments.filter(submitted_on__isnull=False)
        return {row.key: row.submitted_on for row in filed if row.submitted_on}
