"""What a clerk does to many items at once: describe the ticked ones, or withdraw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from ogp_wagtail.evidence import actions
from ogp_wagtail.evidence.models import EvidenceItem, Passage
from ogp_wagtail.evidence.suggestions import FIRST_LINES, Guess, kind_of
from ogp_wagtail.evidence.uploading import folders_of
from ogp_wagtail.fields import translated_choices
from ogp_wagtail.handbook.vocabularies import EVIDENCE_TYPES
from ogp_wagtail.plans.models import Plan

SUGGESTED = "suggested"
UNCHANGED = ("", _("leave as it is"))


class BulkForm(forms.Form):
    """What to change; what is left empty stays. All choices are of one plan, so no other's can be named."""

    folder = forms.ChoiceField(label=_("Folder"), required=False)
    kind = forms.ChoiceField(label=_("Type of evidence"), required=False)
    proves = forms.ChoiceField(label=_("Proves something about"), required=False)
    privacy = forms.ChoiceField(
        label=_("Privacy"), required=False, choices=[UNCHANGED, *EvidenceItem.Privacy.choices]
    )
    reason = forms.CharField(
        label=_("Reason, to withdraw them"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, plan: Plan, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.targets = dict(targets_of(plan))
        named: dict[str, list[Any]] = {
            "folder": [(str(row.pk), f"{row.path}: {row.name}") for row in folders_of(plan)],
            "kind": [(SUGGESTED, _("as suggested")), *translated_choices(EVIDENCE_TYPES)],
            "proves": [(key, name) for key, (name, _row) in self.targets.items()],
        }
        for name, choices in named.items():
            self.fields[name].choices = [UNCHANGED, *choices]  # type: ignore[attr-defined]


def targets_of(plan: Plan) -> Iterator[tuple[str, tuple[str, Any]]]:
    """What an item of the plan can prove, by a key for the form: its name and its row."""
    yield f"plan-{plan.pk}", (str(plan), plan)
    for commitment in plan.commitments.prefetch_related("milestones").order_by("code"):
        yield f"commitment-{commitment.pk}", (f"{commitment.code} {commitment.title}", commitment)
        for milestone in commitment.milestones.all():
            if not milestone.retired:
                yield f"milestone-{milestone.pk}", (f"{commitment.code} – {milestone}", milestone)
    for meeting in plan.meetings.order_by("held_on", "pk"):
        yield f"meeting-{meeting.pk}", (f"{meeting.held_on or ''} {meeting.title}".strip(), meeting)


def describe(items: Iterable[EvidenceItem], form: BulkForm, user: Any) -> int:
    """Change each item as the form says; one at a time, so that none waits for another. Returns how many."""
    said = form.cleaned_data
    guesses = guesses_for(items) if said["kind"] == SUGGESTED else {}
    count = 0
    for item in items:
        values = {"folder_id": said["folder"], "privacy": said["privacy"]}
        guess = guesses.get(item.pk)
        values["kind"] = (guess.kind if guess else "") if said["kind"] == SUGGESTED else said["kind"]
        with transaction.atomic():
            count += change(item, {name: value for name, value in values.items() if value}, user)
            if said["proves"]:
                actions.link(item, form.targets[said["proves"]][1])
    return count


def change(item: EvidenceItem, values: dict[str, Any], user: Any) -> int:
    """Write these fields of an item and log it; 1 for the count."""
    for name, value in values.items():
        setattr(item, name, value)
    if values:
        item.save(update_fields=list(values))
    log(item, "wagtail.edit", user=user, data={"changed": sorted(values)})
    return 1


def withdraw(items: Iterable[EvidenceItem], reason: str, user: Any) -> int:
    """Withdraw each item with the same reason. Returns how many."""
    count = 0
    for item in items:
        with transaction.atomic():
            actions.withdraw(item, reason)
            log(item, "wagtail.edit", user=user, data={"withdrawn": reason})
        count += 1
    return count


def guesses_for(items: Iterable[EvidenceItem]) -> dict[int, Guess]:
    """A type for each item that has none yet and whose words tell one: one query for the first lines of all."""
    bare = [item for item in items if not item.kind]
    first = Passage.objects.filter(version__in=[item.current_id for item in bare], number=1)
    lines = {row.version_id: row.text[:FIRST_LINES] for row in first.only("version_id", "text")}
    guesses = {
        item.pk: kind_of(
            item.current.file_name if item.current else item.title,
            item.folder.path,
            lines.get(item.current_id or 0, ""),
        )
        for item in bare
    }
    return {pk: guess for pk, guess in guesses.items() if guess}
