"""Acts from the desk of a plan: one form each, one date, and a refusal said at its field."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.widgets import AdminDateInput

from ogp_wagtail.coalitions.actions import leave
from ogp_wagtail.pages import whole
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.models import Commitment, DateChange, Plan, PlanMember


class DeclareForm(forms.Form):
    """When a commitment was fully implemented, and whose parts."""

    implemented_on = forms.DateField(
        label=_("Fully implemented on"),
        widget=AdminDateInput,
        help_text=_("From its first day to today. Every milestone is finished and proved (COM-LIFE-01)."),
    )
    members = forms.MultipleChoiceField(
        label=_("Whose parts"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, thing: Commitment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_parts = thing.participations.filter(implemented_on__isnull=True, member__left_on__isnull=True)
        self.fields["members"].choices = [
            (str(part.member.jurisdiction_id), str(part.member))
            for part in open_parts.select_related("member__jurisdiction")
        ]
        if thing.scope != "joint":
            del self.fields["members"]


class LeaveForm(forms.Form):
    """When a member left its coalition, and why."""

    left_on = forms.DateField(label=_("Left on"), widget=AdminDateInput)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, thing: PlanMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class NoteForm(forms.ModelForm):
    """Why a date changed after the plan was filed, and when the OGP Local team was told."""

    class Meta:
        model = DateChange
        fields = ("note", "told_on")
        widgets = {"told_on": AdminDateInput, "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, thing: DateChange, **kwargs: Any) -> None:
        super().__init__(*args, instance=thing, **kwargs)


class ActView(ABC, View):
    """One act on one thing of a plan. Who may look is asked of the plan's page, who may act of the act itself."""

    form: Any
    template: str = "ogp_wagtail/admin/act.html"
    title: Any
    intro: Any = ""
    button: Any
    success: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.plan = get_object_or_404(Plan.objects.with_owner(), key=kwargs["key"])
        self.page = whole.canonical_page(self.plan)
        if self.page is None or not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.thing = self.find(kwargs.get("which"))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._show(self.form(thing=self.thing, initial=self.first_values()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST, thing=self.thing)
        if form.is_valid() and self._done(form):
            messages.success(request, self.success % {"thing": self.thing})
            return redirect("ogp_plan_desk", key=self.plan.key)
        return self._show(form)

    def _done(self, form: Any) -> bool:
        try:
            with transaction.atomic():
                self.act(form.cleaned_data, timezone.localdate())
        except ValidationError as refusal:
            for field, sentences in refusal.message_dict.items():
                form.add_error(field if field in form.fields else None, sentences)
            return False
        return True

    def _show(self, form: Any) -> HttpResponse:
        context = {
            "plan": self.plan,
            "page": self.page,
            "form": form,
            "title": self.title % {"thing": self.thing},
            "intro": self.intro,
            "button": self.button,
        }
        return TemplateResponse(self.request, self.template, context)

    @abstractmethod
    def find(self, which: Any) -> Any:
        """The thing of this plan that the act is about. Raises ``Http404``."""

    def first_values(self) -> dict[str, Any]:
        """What the form shows at first."""
        return {}

    @abstractmethod
    def act(self, values: dict[str, Any], day: date) -> None:
        """Do it on this day. Raises ``LawError`` with whatever forbids it."""


class DeclareView(ActView):
    """The point of contact declares a commitment, or members' parts in it, fully implemented (COM-LIFE-01)."""

    form = DeclareForm
    title = _("Declare implemented: %(thing)s")
    intro = _(
        "The monitoring body then has one month to assess it. Its place is free once it is assessed, too. "
        "Only the point of contact declares this."
    )
    button = _("Declare fully implemented")
    success = _("Declared implemented: %(thing)s.")

    def find(self, which: Any) -> Commitment:
        return get_object_or_404(self.plan.commitments, key=which)

    def first_values(self) -> dict[str, Any]:
        return {"implemented_on": timezone.localdate()}

    def act(self, values: dict[str, Any], day: date) -> None:
        members = [int(pk) for pk in values.get("members") or ()]
        actions.declare_implemented(
            self.thing, self.request.user, day, implemented_on=values["implemented_on"], members=members
        )


class LeaveView(ActView):
    """The point of contact records that a member left the coalition of a filed plan (COAL-21)."""

    form = LeaveForm
    title = _("Leaves the coalition: %(thing)s")
    intro = _(
        "Its commitments stay; what it had alone is withdrawn only by an amendment. For new commitments the plan has "
        "the places of the members that are left. Tell the Support Unit."
    )
    button = _("Record that it left")
    success = _("It is recorded that %(thing)s left.")

    def find(self, which: Any) -> PlanMember:
        return get_object_or_404(self.plan.members.select_related("jurisdiction"), pk=which)

    def act(self, values: dict[str, Any], day: date) -> None:
        leave(self.thing, self.request.user, day, left_on=values["left_on"], reason=values["reason"])


class NoteView(ActView):
    """Why a date changed after filing, and when the OGP Local team was told (PLAN-PERIOD-09)."""

    form = NoteForm
    title = _("A date that changed after filing: %(thing)s")
    intro = _(
        "The handbook knows no change of a filed plan's last day: nothing moves by itself. Contact the OGP Local "
        "team, and note here why the date changed and when you told them."
    )
    button = _("Save")
    success = _("Noted: %(thing)s.")

    def find(self, which: Any) -> DateChange:
        changes = DateChange.objects.select_related("member__plan", "member__jurisdiction")
        return get_object_or_404(changes, pk=which, member__plan=self.plan)

    def act(self, values: dict[str, Any], day: date) -> None:
        self.thing.save()
