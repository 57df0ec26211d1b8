"""The admin's pages for what people judged of plans: to be looked at."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import permissions
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy

from ogp_wagtail.plans.models import OverruledWarning, ReviewAnswer
from ogp_wagtail.viewsets import RegisterViewSet


class KeptPolicy(ModelPermissionPolicy):
    """Rows that acts make and nobody changes: they are looked at."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


POLICIES = {model: KeptPolicy(model) for model in (ReviewAnswer, OverruledWarning)}
if hasattr(permissions, "register_permission_policy"):  # since Wagtail 8
    for kind, policy in POLICIES.items():
        permissions.register_permission_policy(kind, policy, exact_class=True)


class JudgementViewSet(RegisterViewSet):
    """What people judged, to be looked at: it is given on the desk of the plan and kept for good."""

    copy_view_enabled = False
    inspect_view_enabled = True
    search_backend_name = None
    form_fields = ("plan",)

    @property
    def permission_policy(self) -> KeptPolicy:
        return POLICIES[self.model]


OF_PLAN = Column("plan", label=_("Plan"), accessor="plan.code", sort_key="plan__code")


class ReviewAnswerViewSet(JudgementViewSet):
    """What reviewers answered to the questions that no machine can answer."""

    model = ReviewAnswer
    name = "ogp_review_answer"
    icon = "help"
    menu_label = _("Reviewers' answers")
    url_prefix = "ogp/answers"
    list_display = (
        Column("question", label=_("Question"), accessor="question_text"),
        OF_PLAN,
        Column("answer", label=_("Answer"), accessor="get_answer_display"),
        "judged_by_name",
        "judged_on",
    )
    list_filter = ("plan", "answer")
    search_fields = ("note", "judged_by_name")
    inspect_view_fields = ("plan", "question", "answer", "note", "judged_by_name", "judged_on", "about")


class OverruledWarningViewSet(JudgementViewSet):
    """Which warnings were set aside, and why."""

    model = OverruledWarning
    name = "ogp_overruled"
    icon = "no-view"
    menu_label = _("Overruled warnings")
    url_prefix = "ogp/overruled"
    list_display = ("rule", OF_PLAN, "reason", "judged_by_name", "judged_on")
    list_filter = ("plan", "rule")
    search_fields = ("reason", "judged_by_name")
    inspect_view_fields = ("plan", "rule", "form_field", "about", "reason", "judged_by_name", "judged_on")
