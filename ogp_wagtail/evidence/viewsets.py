"""Evidence in the admin: a list with the state of each file; add, describe, replace, withdraw."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.forms import EvidenceForm, FolderForm
from ogp_wagtail.evidence.models import EvidenceItem, Folder, Synonyms
from ogp_wagtail.evidence.models.link import TARGETS
from ogp_wagtail.evidence.permissions import plans_kept_by
from ogp_wagtail.evidence.quota import limited


def state(item: EvidenceItem) -> str:
    """How an item stands: withdrawn, searchable, still being read, or why it cannot be read."""
    if item.withdrawn_on:
        return gettext("withdrawn on %(day)s") % {"day": item.withdrawn_on.isoformat()}
    if item.address and item.is_broken:
        return item.link_in_words or gettext("link does not open")
    if item.current is None:
        return gettext("direct link") if item.address else gettext("no file")
    if item.current.document_id is None:
        return gettext("kept, but not public: its document was deleted in the site's documents")
    if item.current.reason:
        return f"{item.current.file_name} {item.current.reason}"
    if item.current.is_really:
        return gettext("%(state)s; by its content a file of the type %(type)s") % {
            "state": item.current.get_text_state_display(),
            "type": item.current.is_really,
        }
    return item.current.get_text_state_display()


class OfTheirPlans:
    """A view of rows of plans: of those whose repository the person works on (D7)."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        row = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if not plans_kept_by(self.request.user).filter(pk=row.plan_id).exists():  # type: ignore[attr-defined]
            raise Http404("No such row.")
        return row


class EvidenceIndexView(generic.IndexView):
    """The list of items, with their files in the same query."""

    def get_base_queryset(self) -> Any:
        rows = super().get_base_queryset().filter(plan__in=plans_kept_by(self.request.user))
        return rows.select_related("current", "plan", "folder")


class EvidenceEditView(OfTheirPlans, generic.EditView):
    """Describes an item or replaces its file."""


class EvidenceInspectView(OfTheirPlans, generic.InspectView):
    """One item with all its versions, what it proves, and the state of its text."""

    def get_state_display_value(self) -> str:
        return state(self.object)

    def get_versions_display_value(self) -> str:
        return "; ".join(
            f"{row.number}: {row.file_name}, {row.created_at:%Y-%m-%d %H:%M}, SHA-256 {row.sha256}"
            for row in self.object.versions.all()
        )

    def get_links_display_value(self) -> str:
        links = self.object.links.select_related(*TARGETS)
        return "; ".join(str(link) for link in links) or "-"

    def get_field_label(self, field_name: str, field: Any) -> Any:
        own = {"state": _("Text"), "versions": _("Versions"), "links": _("Proves")}
        return own.get(field_name) or super().get_field_label(field_name, field)


class WithdrawForm(forms.Form):
    """Why an item is withdrawn."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class WithdrawView(OfTheirPlans, generic.DeleteView):
    """Stands where other lists delete: evidence is withdrawn, with the day and a reason, and is kept."""

    template_name = "ogp_wagtail/evidence/admin/withdraw.html"
    page_title = _("Withdraw")
    success_message = _("“%(object)s” was withdrawn. It stays here with its versions.")
    form_class = WithdrawForm

    def get_usage_url(self) -> None:
        """What refers to the item does not stand in the way: the item stays."""

    @property
    def confirmation_message(self) -> str:
        return gettext(
            "The public will no longer find or open it. The entry, its files and the reason are kept."
        )

    def form_valid(self, form: WithdrawForm) -> Any:
        self.reason = form.cleaned_data["reason"]
        return super().form_valid(form)

    def delete_action(self) -> None:
        actions.withdraw(self.object, self.reason)
        log(self.object, "wagtail.edit", user=self.request.user, data={"withdrawn": self.reason})


class EvidenceViewSet(ModelViewSet):
    """Items of evidence."""

    model = EvidenceItem
    name = "ogp_evidence"
    url_prefix = "ogp/evidence"
    icon = "doc-full-inverse"
    menu_label = _("Evidence")
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        *("title", "plan", "folder", "kind", "source_class", "dated_on", "language", "privacy", "state"),
        *("address", "checked_on"),
        *("links", "versions", "added_on", "added_by", "withdrawn_on", "withdrawn_reason"),
    ]
    index_view_class = EvidenceIndexView
    edit_view_class = EvidenceEditView
    inspect_view_class = EvidenceInspectView
    delete_view_class = WithdrawView
    list_display = [
        "title",
        Column("plan", label=_("Plan"), accessor="plan.code", sort_key="plan__code"),
        Column("folder", label=_("Folder"), accessor="folder"),
        Column("kind", label=_("Type"), accessor="get_kind_display"),
        Column("state", label=_("Text"), accessor=state),
        Column("added_on", label=_("Added"), accessor=lambda item: item.added_on.date(), sort_key="added_on"),
    ]
    list_filter = ["plan", "folder", "kind", "source_class", "privacy", "current__text_state"]
    search_backend_name = None
    search_fields = ["title", "current__file_name"]
    delete_template_name = WithdrawView.template_name

    @property
    def add_view(self) -> Any:
        """Adds an item; a file that is too large is refused before it is read."""
        return limited(super().add_view)

    @property
    def edit_view(self) -> Any:
        """Changes an item; a file that is too large is refused before it is read."""
        return limited(super().edit_view)

    def get_form_class(self, for_update: bool = False) -> type[EvidenceForm]:
        return EvidenceForm


class FolderIndexView(generic.IndexView):
    """The list of folders, with how many items each holds in the same query."""

    def get_base_queryset(self) -> Any:
        rows = super().get_base_queryset().filter(plan__in=plans_kept_by(self.request.user))
        return rows.select_related("plan").annotate(item_count=Count("items"))


class FolderEditView(OfTheirPlans, generic.EditView):
    """Renames a folder."""


class FolderDeleteView(OfTheirPlans, generic.DeleteView):
    """Only a folder that holds nothing and that no plan must have can be deleted (REPO-02)."""

    def form_valid(self, form: forms.Form) -> Any:
        reason = folders.why_kept(self.object)
        if reason:
            messages.error(self.request, reason)
            return redirect(self.get_success_url())
        return super().form_valid(form)


class FolderViewSet(ModelViewSet):
    """Folders: those that every plan has, and those that an import or an editor made."""

    model = Folder
    name = "ogp_folders"
    url_prefix = "ogp/folders"
    icon = "folder-open-inverse"
    menu_label = _("Folders")
    copy_view_enabled = False
    index_view_class = FolderIndexView
    edit_view_class = FolderEditView
    delete_view_class = FolderDeleteView
    list_display = [
        "name",
        Column("plan", label=_("Plan"), accessor="plan.code", sort_key="plan__code"),
        Column("path", label=_("Path"), accessor="path", sort_key="path"),
        Column("items", label=_("Items"), accessor="item_count"),
    ]
    list_filter = ["plan"]
    search_backend_name = None
    search_fields = ["name", "path"]

    def get_form_class(self, for_update: bool = False) -> type[FolderForm]:
        return FolderForm


class SynonymsViewSet(ModelViewSet):
    """Words that mean the same when somebody searches."""

    model = Synonyms
    name = "ogp_synonyms"
    url_prefix = "ogp/synonyms"
    icon = "search"
    menu_label = _("Synonyms")
    copy_view_enabled = False
    form_fields = ["words"]
    list_display = ["words"]
    search_backend_name = None
    search_fields = ["words"]
