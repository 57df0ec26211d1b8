"""One report or update: what keeps it from being filed or published, and the act."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.in_words import cited, subject_of
from ogp_wagtail.law import LawError, hint_of, message_of
from ogp_wagtail.monitoring import actions
from ogp_wagtail.monitoring.asking import answered
from ogp_wagtail.monitoring.permissions import can_file_report, can_publish_update
from ogp_wagtail.viewsets import EditView


class DayForm(forms.Form):
    """On which day a report was filed on OGP's platform."""

    day = forms.DateField(label=_("Filed on"), widget=AdminDateInput)

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(gettext("This day is still to come."))
        return day


class ActView(ABC, generic.InspectView):
    """A row with its findings; a POST does the act."""

    template_name = "ogp_wagtail/monitoring/admin/act.html"
    form_class: type[forms.Form] = forms.Form

    @abstractmethod
    def done_on(self) -> Any:
        """The day of the act, once it is done."""

    @abstractmethod
    def findings(self, day: Any) -> list[Finding]:
        """What keeps the act from being done on a day."""

    @abstractmethod
    def act(self, day: Any) -> None:
        """Do it."""

    @abstractmethod
    def words(self) -> dict[str, Any]:
        """What the page says of the act and of who may do it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day, done_on = timezone.localdate(), self.done_on()
        found = [] if done_on else self.findings(day)
        context = {
            "done_on": done_on,
            "findings": [shown(one) for one in found],
            "form": self.form_class(initial={"day": day}),
        }
        return super().get_context_data(**kwargs) | context | self.words()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data() | {"form": form})
        try:
            self.act(form.cleaned_data.get("day") or timezone.localdate())
        except LawError as refusal:
            for message in refusal.messages[:10]:
                messages.error(request, message)
        return redirect(request.path)


class ReportView(ActView):
    """A report of the monitoring body, which alone files it."""

    page_title = _("Check and file")
    form_class = DayForm

    def done_on(self) -> Any:
        return self.object.submitted_on

    def findings(self, day: Any) -> list[Finding]:
        return actions.findings_of_report(self.object, day)

    def act(self, day: Any) -> None:
        actions.file_report(self.object, self.request.user, day)
        log(self.object, "wagtail.publish", user=self.request.user)
        messages.success(self.request, gettext("The report was filed. It is public, and stays as it is."))

    def words(self) -> dict[str, Any]:
        row = self.object
        return {
            "may_act": can_file_report(self.request.user, row.plan),
            "act_label": gettext("File the report"),
            "who": gettext("Only the person whom the record of the monitoring body names files it."),
            "done": gettext("Filed on %(day)s by %(who)s. What was filed stays filed.")
            % {"day": row.submitted_on, "who": row.filed_by_name},
            "lines": answered(row),
        }

    def get_invitations_display_value(self) -> str:
        rows = self.object.invitations.all()
        return "; ".join(f"{one.recipient} ({one.get_side_display()}), {one.sent_on}" for one in rows) or "-"


class UpdateView(ActView):
    """A quarterly update, which the point of contact alone publishes."""

    page_title = _("Check and publish")

    def done_on(self) -> Any:
        return self.object.published_on

    def findings(self, day: Any) -> list[Finding]:
        return actions.findings_of_update(self.object, day)

    def act(self, day: Any) -> None:
        actions.publish_update(self.object, self.request.user, day)
        log(self.object, "wagtail.publish", user=self.request.user)
        messages.success(self.request, gettext("The update was published. It stays as it is."))

    def words(self) -> dict[str, Any]:
        row = self.object
        return {
            "may_act": can_publish_update(self.request.user, row.plan),
            "act_label": gettext("Publish the update"),
            "who": gettext("Only the point of contact publishes it."),
            "done": gettext("Published on %(day)s by %(who)s. What it says stays as it is.")
            % {"day": row.published_on, "who": row.published_by_name},
        }

    def get_entries_display_value(self) -> str:
        rows = self.object.entries.select_related("commitment")
        return "; ".join(f"{one}: {one.text}" if one.text else str(one) for one in rows) or "-"

    def get_quarter_display_value(self) -> str:
        return str(self.object.name)

    def get_moves_display_value(self) -> str:
        return "; ".join(str(one) for one in self.object.moves.select_related("milestone")) or "-"


class DraftView(EditView):
    """Changes a draft; what is filed or published already is shown instead."""

    done_field = "submitted_on"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = self.object = self.get_object()
        if getattr(row, self.done_field):
            messages.warning(request, gettext("It stays as it is, so there is nothing to change."))
            return redirect(self.get_inspect_url())
        return super().get(request, *args, **kwargs)


class DraftUpdateView(DraftView):
    """The same for a quarterly update."""

    done_field = "published_on"


def shown(finding: Finding) -> dict[str, Any]:
    """A finding in the active language."""
    return {
        "finding": finding,
        "subject": subject_of(finding.subject),
        "message": message_of(finding),
        "hint": hint_of(finding),
        "section": cited(finding.section),
    }
