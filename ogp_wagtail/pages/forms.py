"""The admin's forms of pages. Friendly, not the law: they offer what can be chosen and show what was refused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from ogp_wagtail.pages.refusals import refused
from ogp_wagtail.plans.models import Commitment, Milestone, Plan, PlanMember

SPACE_FACTS = (
    "kind",
    "mode",
    "jurisdiction",
    "has_government",
    "has_ngs",
    "group_types",
    "composition",
    "meets_regularly",
    "su_informed_on",
    "founding_document",
)


class ProjectedPageForm(WagtailAdminPageForm):
    """Shows a refusal at its fields; on a page in another language the facts are shown and cannot be changed."""

    closed_fields: tuple[str, ...] = ()
    closed_formsets: dict[str, tuple[str, ...]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._is_translation():
            self._close_facts()

    def _is_translation(self) -> bool:
        language = Plan.objects.filter(key=self._plan_key()).values_list("language", flat=True).first()
        locale = self.instance.locale if self.instance.locale_id else self.parent_page.locale
        return bool(language) and language != locale.language_code

    def _plan_key(self) -> Any:
        return self.parent_page.translation_key

    def _close_facts(self) -> None:
        """Facts exist once. A forged value of a disabled field is ignored by Django."""
        for name in self.closed_fields:
            if name in self.fields:
                self.fields[name].disabled = True
        for name, columns in self.closed_formsets.items():
            if name in self.formsets:
                close_rows(self.formsets[name], columns)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refusal = refused.get()
        for field, messages in refusal.message_dict.items() if refusal else ():
            for message in messages:
                self._say(field, message)
        return cleaned

    def _say(self, field: str, message: str) -> None:
        """At the field; above the rows; at the top of the page where the form has neither."""
        if field in self.formsets:
            self.formsets[field].non_form_errors().append(message)
        else:
            self.add_error(field if field in self.fields else None, message)


class ActionPlanForm(ProjectedPageForm):
    """The form of Annex 1."""

    closed_fields = (
        "code",
        "coalition",
        "jurisdiction",
        "period_basis",
        "period_start",
        "period_end",
        "introduction_letter",
        "vision_origin",
        "previous_vision",
        "stated_group_types",
        "stated_group_count",
        "consultation_url",
    )
    closed_formsets = {
        "goals": ("DELETE", "ORDER"),
        "spaces": (*SPACE_FACTS, "DELETE", "ORDER"),
        "forewords": ("side", "author", "DELETE", "ORDER"),
        "strategy_documents": (),
    }

    def _plan_key(self) -> Any:
        return self.instance.translation_key


class CommitmentForm(ProjectedPageForm):
    """The form of Annex 2; its goals are the long-term goals of the plan."""

    closed_fields = (
        "code",
        "scope",
        "start",
        "end",
        "goals",
        "policy_areas",
        "sectors",
        "ogp_values",
        "resources_secured",
        "baseline_value",
        "baseline_unit",
        "baseline_on",
        "development_goals",
    )
    closed_formsets = {
        "milestones": (
            *("start_month", "end_month", "status", "responsible", "contact", "evidence_kind"),
            *("DELETE", "ORDER"),
        ),
        "participations": (),
        "parties": (),
        "resources": (),
        "agreements": (),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "action" in self.fields:
            self.fields["action"].widget.attrs["id"] = "id_action"
        if "goals" in self.fields:
            goals = getattr(self.parent_page.specific, "goals", None)
            choices = [(str(goal.translation_key), goal.text) for goal in goals.all()] if goals else []
            none = _("The plan has no goals yet: they are added in the form of the plan, under 4 Vision.")
            replace_by_choices(self, "goals", choices, none)
        if "milestones" in self.formsets:
            self._show_what_the_tracker_says(self.formsets["milestones"])

    def _show_what_the_tracker_says(self, formset: Any) -> None:
        """Where a milestone of a filed commitment stands is told by the quarterly update, and only shown here."""
        filed = Milestone.objects.filter(
            commitment__key=self.instance.translation_key, commitment__submitted_on__isnull=False
        )
        told = dict(filed.values_list("key", "status"))
        for row in formset.forms:
            if "status" in row.fields and row.instance.translation_key in told:
                row.initial["status"] = told[row.instance.translation_key]
                row.fields["status"].disabled = True
                row.fields["status"].help_text = _(
                    "Filed: the quarterly update says where it stands (TRK-03)."
                )

    def add_prefix(self, field_name: str) -> str:
        """Call the input of item 8 otherwise.

        In a browser an input "action" hides the address of its form, and what is saved while one types is lost.
        """
        return super().add_prefix("action_text" if field_name == "action" else field_name)


class MeetingForm(ProjectedPageForm):
    """The form of a meeting record; its commitments are those of the plan."""

    closed_fields = (
        "held_on",
        "purposes",
        "mode",
        "noticed_on",
        "documents_shared_on",
        "minutes_published_on",
        "jurisdictions",
        "commitments",
    )
    closed_formsets = {"attendances": ()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "commitments" in self.fields:
            none = _("The plan has no commitments yet.")
            replace_by_choices(self, "commitments", self._commitments(), none)
        if "jurisdictions" in self.fields:
            seats = PlanMember.objects.filter(plan__key=self.parent_page.translation_key)
            members = [
                (str(seat.jurisdiction_id), str(seat)) for seat in seats.select_related("jurisdiction")
            ]
            none = _("The plan is of one jurisdiction, so there is nothing to choose.")
            replace_by_choices(self, "jurisdictions", members if len(members) > 1 else [], none)

    def _commitments(self) -> list[tuple[str, str]]:
        """The plan's commitments, drafts too: a later one is discussed before it is filed (QUAL-09)."""
        rows = Commitment.objects.filter(plan__key=self.parent_page.translation_key)
        choices = {str(row.key): str(row) for row in rows}
        below = self.parent_page.get_children().filter(alias_of__isnull=True)
        for page in below.exclude(translation_key__in=choices).select_related("content_type"):
            if issubclass(getattr(page.specific_class, "base_form_class", object), CommitmentForm):
                choices[str(page.translation_key)] = _("%s (draft)") % page.title
        return list(choices.items())


def close_rows(formset: Any, columns: tuple[str, ...]) -> None:
    """Offer no further row and no other order; in each row close these columns, or all."""
    formset.can_order = False
    formset.max_num = formset.initial_form_count()
    for row in formset.forms:
        for column in columns or tuple(row.fields):
            if column in row.fields:
                row.fields[column].disabled = True


def replace_by_choices(form: forms.ModelForm, name: str, choices: list[tuple[str, str]], none: str) -> None:
    """Let a JSON field be filled by ticking; a value that is no choice any more is dropped.

    ``none`` is said where there is nothing to tick.
    """
    field = form.fields[name]
    form.fields[name] = forms.MultipleChoiceField(
        label=field.label,
        help_text=field.help_text if choices else none,
        required=False,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        disabled=field.disabled,
    )
