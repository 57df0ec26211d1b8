"""A page below a plan page: commitment or meeting."""

from __future__ import annotations

from django.utils.functional import cached_property

from ogp_wagtail.pages.models.plan import ActionPlanMixin
from ogp_wagtail.pages.models.projected import ProjectedPage
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Plan


class PlanChild(ProjectedPage):
    """Belongs to the plan of its parent page and is written in that plan's working language."""

    class Meta:
        abstract = True

    @cached_property
    def plan_page(self) -> ActionPlanMixin | None:
        """The plan page above, in this page's own locale."""
        parent = self.get_parent()
        parent = parent.specific if parent else None
        return parent if isinstance(parent, ActionPlanMixin) else None

    def plan_row(self) -> Plan:
        """The plan's row in the register."""
        return Plan.objects.with_owner().get(key=self.plan_page.key)

    def is_canonical(self) -> bool:
        return bool(self.plan_page) and super().is_canonical()

    def working_language(self) -> str:
        return self.plan_page.working_language()

    def lock(self, in_force: bool) -> None:
        """Lock as treebeard's ``add_child`` does, the plan page by its own class, then the register row."""
        if in_force:
            type(self.plan_page).objects.select_for_update().get(pk=self.plan_page.pk)
            lock_plan(self.plan_page.key)
