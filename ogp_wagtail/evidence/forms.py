"""The form by which a clerk adds evidence, describes it, says what it proves, and replaces its file."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence import actions, files, folders
from ogp_wagtail.evidence.links import fetch_later
from ogp_wagtail.evidence.models import EvidenceItem, Folder
from ogp_wagtail.evidence.permissions import plans_kept_by
from ogp_wagtail.evidence.work import index_later
from ogp_wagtail.plans.models import Commitment, Meeting, Milestone, Plan

PROVES: Final = {
    "commitments": "commitment",
    "milestones": "milestone",
    "meetings": "meeting",
    "amendments": "amendment",
    "updates": "progress_update",
    "inceptions": "inception",
    "assessments": "assessment",
    "learnings": "learning",
}
# Offered only where there are such rows: a plan that was not filed has none.
LATER: Final = {
    "amendments": ("Amendment", _("Proves something about amendments")),
    "updates": ("ProgressUpdate", _("Proves something about quarterly updates")),
    "inceptions": ("InceptionReport", _("Proves something about the inception report")),
    "assessments": ("EndOfCommitmentReport", _("Proves something about assessments of commitments")),
    "learnings": ("LearningReport", _("Proves something about the learning report")),
}
# How each choice leads to its plan, and how it is called among those of other plans.
OF_PLAN: Final = {
    "folder": ("plan", lambda row: f"{row.plan.code}: {row.path}"),
    "commitments": ("plan", lambda row: f"{row.plan.code}: {row}"),
    "milestones": (
        "commitment__plan",
        lambda row: f"{row.commitment.plan.code}: {row.commitment.code} {row}",
    ),
    "meetings": ("plan", lambda row: f"{row.plan.code}: {row}"),
    "amendments": ("commitment__plan", lambda row: f"{row.commitment.plan.code}: {row}"),
    "updates": ("plan", str),
    "inceptions": ("plan", str),
    "assessments": ("plan", str),
    "learnings": ("plan", str),
}
MEBIBYTE: Final = 1024 * 1024


class EvidenceForm(WagtailAdminModelForm):
    """``file`` is needed for a new item; at a known one it becomes the next version, the present being kept."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_(
            "PDF, Word, PowerPoint, spreadsheets, OpenDocument, EPUB, HTML, text, CSV, Markdown and mail (EML) "
            "can be searched; any other file is kept as it is."
        ),
    )
    note = forms.CharField(
        label=_("What is different"),
        required=False,
        max_length=200,
        help_text=_(
            "Of a file that replaces another, for instance: names removed. It is shown beside the file."
        ),
    )
    close_earlier = forms.BooleanField(
        label=_("Keep the earlier files from the public"),
        required=False,
        help_text=_(
            "For a copy without names: the original stays restricted. So do the files of evidence that was not public."
        ),
    )
    put_back = forms.BooleanField(
        label=_("Put the file back among the site's documents"),
        required=False,
        help_text=_("Somebody deleted it there, so it is not public. Nothing else was lost."),
    )
    folder = forms.ModelChoiceField(
        Folder.objects.select_related("plan"),
        label=_("Folder"),
        required=False,
        help_text=_(
            "Left empty: the folder of the commitment it proves, or of the plan's development process."
        ),
    )
    title = forms.CharField(
        label=_("Title"), required=False, max_length=255, help_text=_("Left empty: the name of the file.")
    )
    keep_again = forms.BooleanField(
        label=_("Keep what the link shows today as the next version"), required=False
    )
    commitments: Any = forms.ModelMultipleChoiceField(
        Commitment.objects.select_related("plan"),
        label=_("Proves something about commitments"),
        required=False,
    )
    milestones = forms.ModelMultipleChoiceField(
        Milestone.objects.filter(retired=False).select_related("commitment__plan"),
        label=_("Proves something about milestones"),
        required=False,
    )
    meetings = forms.ModelMultipleChoiceField(
        Meeting.objects.select_related("plan"), label=_("Proves something about meetings"), required=False
    )

    class Meta:
        model = EvidenceItem
        fields = [
            *("plan", "title", "folder", "kind", "source_class", "dated_on", "language", "privacy"),
            "address",
        ]
        widgets = {"dated_on": AdminDateInput}

    field_order = [
        "plan",
        "file",
        "note",
        "close_earlier",
        "put_back",
        "address",
        "keep_again",
        "title",
        "kind",
        "source_class",
        "dated_on",
        *PROVES,
        "folder",
        "language",
        "privacy",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_what_came_later()
        self.offer_by_plan()
        if not (self.instance.pk and self.instance.address):
            del self.fields["keep_again"]
        elif self.instance.link_in_words:
            self.fields["keep_again"].help_text = self.instance.link_in_words
        if self.instance.pk:
            self.fields["plan"].disabled = True
            self.fields["file"].label = _("Replace the file")
            for name in self.proves():
                linked = self.instance.links.exclude(**{PROVES[name]: None})
                self.initial[name] = list(linked.values_list(PROVES[name], flat=True))
        else:
            del self.fields["note"], self.fields["close_earlier"]
        if not self.instance.current or self.instance.current.document_id:
            del self.fields["put_back"]

    def proves(self) -> list[str]:
        """The fields that say what the item proves."""
        return [name for name in PROVES if name in self.fields]

    def offer_what_came_later(self) -> None:
        """Offer amendments, updates and reports where there are such; a report once it is filed."""
        for name, (model, label) in LATER.items():
            plan = OF_PLAN[name][0]
            rows = apps.get_model("ogp_wagtail", model).objects.select_related(plan)
            if hasattr(rows.model, "submitted_on"):
                rows = rows.filter(submitted_on__isnull=False)
            if self.instance.pk:
                rows = rows.filter(**{plan: self.instance.plan_id})
            if rows.exists():
                self.fields[name] = forms.ModelMultipleChoiceField(rows, label=label, required=False)
        self.order_fields(self.field_order)

    def offer_by_plan(self) -> None:
        """Name each choice with its plan; of an item that has a plan already, offer that plan's alone.

        Of a new one, those of the plans whose repository the person works on (D7).
        """
        kept = plans_kept_by(self.for_user)
        self.fields["plan"].queryset = kept
        for name, (plan, label) in OF_PLAN.items():
            if name not in self.fields:
                continue
            field = self.fields[name]
            field.label_from_instance = label
            own = {plan: self.instance.plan_id} if self.instance.pk else {f"{plan}__in": kept}
            field.queryset = field.queryset.filter(**own)

    def clean_file(self) -> Any:
        """A file of a size that the site takes."""
        file = self.cleaned_data.get("file")
        most = ogp_settings.EVIDENCE_MAX_UPLOAD_MB
        if file is not None and file.size > most * MEBIBYTE:
            raise ValidationError(
                gettext("The file is larger than %(most)s MB. Split it, or save it smaller."),
                params={"most": most},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Folder and targets belong to the item's own plan; title and folder are found when not given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.refuse_without_source()
        plan = cleaned.get("plan")
        if plan:
            self.refuse_other_plans(plan.pk)
            cleaned["folder"] = cleaned.get("folder") or self.folder_of(plan)
        if not cleaned.get("title") and cleaned.get("file"):
            cleaned["title"] = files.display_name(cleaned["file"].name)
        cleaned["title"] = cleaned.get("title") or (cleaned.get("address") or "")[:255]
        return cleaned

    def refuse_without_source(self) -> None:
        """There is a file or a direct link (EV-01): a statement alone is no evidence."""
        given = self.cleaned_data.get("file") or self.cleaned_data.get("address") or self.instance.current_id
        if not given and not {"file", "address"} & self.errors.keys():
            self.add_error("file", gettext("Choose the file that is the evidence, or give its direct link."))

    def clean_title(self) -> Any:
        """An item that exists keeps a title."""
        return self.cleaned_data["title"] or self.instance.title

    def refuse_other_plans(self, plan: int) -> None:
        """Put an error at each field in which something of another plan was chosen."""
        folder = self.cleaned_data.get("folder")
        chosen = {name: list(self.cleaned_data.get(name) or ()) for name in self.proves()}
        for name, rows in [*chosen.items(), ("folder", [folder] if folder else [])]:
            for row in rows:
                if actions.plan_of(row) != plan:
                    self.add_error(name, gettext("“%(other)s” belongs to another plan.") % {"other": row})

    def folder_of(self, plan: Plan) -> Folder:
        """Where the item goes when nobody says so."""
        chosen = list(self.cleaned_data.get("commitments") or ())
        return folders.for_commitment(chosen[0]) if len(chosen) == 1 else folders.process(plan)

    def save(self, commit: bool = True) -> EvidenceItem:
        """Store what the form says, in one transaction: the entry, its file, what it proves."""
        with transaction.atomic():
            if not self.instance.pk:
                self.instance.added_by = self.for_user
            if "address" in self.changed_data:  # nobody has opened the new one
                self.instance.forget_link()
            item: EvidenceItem = super().save(commit=True)
            self.store_file(item)
            if self.cleaned_data.get("put_back"):
                actions.put_back(item, self.for_user)
            self.open_link(item)
            actions.set_links(item, {PROVES[name]: self.cleaned_data[name] for name in self.proves()})
        return item

    def store_file(self, item: EvidenceItem) -> None:
        """The file as a new version; without one, the index follows the item's new description."""
        file = self.cleaned_data.get("file")
        if file:
            actions.replace(
                item,
                file,
                file.name,
                user=self.for_user,
                note=self.cleaned_data.get("note", ""),
                close_earlier=self.cleaned_data.get("close_earlier", False) or self.was_closed(),
            )
            item.refresh_from_db(fields=["current"])
        elif item.current_id and {"title", "language"} & set(self.changed_data):
            index_later(item)

    def open_link(self, item: EvidenceItem) -> None:
        """Have a new link opened; of an item without a file, what is there is kept."""
        keep = bool(self.cleaned_data.get("keep_again"))
        if "address" in self.changed_data or keep:
            fetch_later(item, keep=keep)

    def was_closed(self) -> bool:
        """The item was not public until now, so neither were its files."""
        before = self.initial.get("privacy", EvidenceItem.Privacy.PUBLIC)
        return bool(before != EvidenceItem.Privacy.PUBLIC)


class FolderForm(WagtailAdminModelForm):
    """A folder inside of another, or at the top of a plan. A folder that exists changes its name only."""

    class Meta:
        model = Folder
        fields = ["plan", "parent", "name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = plans_kept_by(self.for_user)
        self.fields["plan"].queryset = kept
        self.fields["parent"].queryset = Folder.objects.filter(plan__in=kept).select_related("plan")
        self.fields["parent"].label_from_instance = lambda folder: f"{folder.plan.code}: {folder.path}"
        for name in ("plan", "parent"):
            self.fields[name].disabled = bool(self.instance.pk)

    def clean(self) -> dict[str, Any]:
        """The folder above is of the same plan, and has no other of that name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        plan, parent = cleaned.get("plan"), cleaned.get("parent")
        if parent and plan and parent.plan_id != plan.pk:
            self.add_error("parent", gettext("“%(other)s” belongs to another plan.") % {"other": parent})
        elif plan and cleaned.get("name") and not self.instance.pk:
            self.instance.path = folders.below(parent, cleaned["name"])
            if plan.folders.filter(path=self.instance.path).exists():
                self.add_error("name", gettext("The plan already has a folder of that name there."))
        return cleaned
