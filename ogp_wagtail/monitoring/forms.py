"""Forms of this room: a report's answers as one field with an input for each question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from ogp_wagtail.monitoring.asking import Line, lines
from ogp_wagtail.monitoring.permissions import can_evaluate


class AnswersWidget(forms.Widget):
    """The questions one below the other: a choice where there is a scale, else a text."""

    template_name = "ogp_wagtail/monitoring/admin/answers.html"

    def __init__(self, questions: Sequence[Line]) -> None:
        super().__init__()
        self.questions = questions

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = value if isinstance(value, dict) else {}
        context["widget"]["questions"] = [
            {
                "line": line,
                "name": f"{name}-{line.name}",
                "id": f"id_{name}-{line.name}",
                "answer": given.get(line.name, ""),
            }
            for line in self.questions
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        given = {line.name: data.get(f"{name}-{line.name}", "").strip() for line in self.questions}
        return {name: answer for name, answer in given.items() if answer}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)

    def id_for_label(self, id_: str) -> str:
        return ""


class AnswersField(forms.Field):
    """What was answered, by question. A draft may be unfinished; a choice is one of its scale."""

    def __init__(self, questions: Sequence[Line], **kwargs: Any) -> None:
        self.questions = questions
        super().__init__(required=False, widget=AnswersWidget(questions), **kwargs)

    def clean(self, value: Any) -> dict[str, str]:
        given: dict[str, str] = value or {}
        for line in self.questions:
            answer = given.get(line.name)
            if answer and line.choices and answer not in dict(line.choices):
                raise forms.ValidationError(
                    gettext("“%(answer)s” is no answer to “%(question)s”."),
                    params={"answer": answer, "question": line.label},
                )
        return given

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or {}) != (data or {})


class ReportForm(WagtailAdminModelForm):
    """A report while it is written. The questions about commitments appear once it is saved for a plan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answers"] = AnswersField(
            lines(self.instance),
            label=_("Answers"),
            help_text=_(
                "The questions of the form, in its order. Those about each commitment appear once the report is "
                "saved for its plan."
            ),
        )


class RequirementForm(WagtailAdminModelForm):
    """A result of a requirement; who records the Support Unit's word is asked for the permission (COCR-06)."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        plan = cleaned.get("plan")
        is_theirs = cleaned.get("evaluated_by") == "support-unit"
        if plan and is_theirs and self.for_user and not can_evaluate(self.for_user, plan):
            self.add_error(
                "evaluated_by",
                _(
                    "Only who may record the Support Unit's results chooses this, and never the point of contact. "
                    "Choose “the member itself” (COCR-06)."
                ),
            )
        return cleaned
