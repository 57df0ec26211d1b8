"""An item of evidence and its versions: nothing that was once stored is lost (D8)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.evidence.extraction import REASONS, really
from ogp_wagtail.evidence.fetching import REASONS as LINK_REASONS
from ogp_wagtail.evidence.models.folder import Folder
from ogp_wagtail.evidence.models.stored import StoredFile
from ogp_wagtail.evidence.querysets import EvidenceItemQuerySet
from ogp_wagtail.fields import VocabularyField, WebAddressField
from ogp_wagtail.plans.models import Plan


class EvidenceItem(models.Model):
    """A fact's proof: what it is, of when, and who may see it (EV-04). Its file is that of ``current``."""

    class SourceClass(models.TextChoices):
        PRIMARY = "primary", _("primary: proves the fact itself")
        SECONDARY = "secondary", _("secondary: only says that it is so")

    class Privacy(models.TextChoices):
        PUBLIC = "public", _("public")
        AFFILIATIONS = "affiliations", _("affiliations only: the entry is public, the file is not")
        RESTRICTED = "restricted", _("restricted: only for the people who run the process")

    class LinkState(models.TextChoices):
        OPENS = "opens", _("opens")
        MOVED = "moved", _("has moved")
        CHANGED = "changed", _("shows something else than was kept")
        GONE = "gone", _("leads to nothing any more")
        UNOPENED = "unopened", _("did not open")

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.CASCADE, related_name="evidence"
    )
    folder = models.ForeignKey(
        Folder, verbose_name=_("folder"), on_delete=models.PROTECT, related_name="items"
    )
    title = models.CharField(_("title"), max_length=255)
    kind = VocabularyField(_("type of evidence"), vocabulary="EVIDENCE_TYPES", blank=True)
    source_class = models.CharField(
        _("source"),
        max_length=10,
        choices=SourceClass.choices,
        default=SourceClass.PRIMARY,
        help_text=_("Only a primary source satisfies a requirement (EV-02)."),
    )
    address = WebAddressField(
        _("direct link"),
        max_length=1000,
        blank=True,
        help_text=_("Where the fact itself can be seen, with a file or instead of one (EV-01)."),
    )
    link_state = models.CharField(
        _("state of the link"), max_length=10, choices=LinkState.choices, blank=True, editable=False
    )
    link_reason_code = models.CharField(max_length=40, blank=True, editable=False)
    link_reason_params = models.JSONField(default=dict, blank=True, editable=False)
    link_moved_to = models.CharField(_("link moved to"), max_length=2000, blank=True, editable=False)
    checked_on = models.DateField(_("link last opened on"), null=True, blank=True, editable=False)
    is_broken = models.BooleanField(_("link did not open"), default=False, editable=False)
    dated_on = models.DateField(_("date of the fact"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=20, blank=True)
    privacy = models.CharField(_("privacy"), max_length=12, choices=Privacy.choices, default=Privacy.PUBLIC)
    added_on = models.DateTimeField(_("added on"), default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True, editable=False)
    source_path = models.CharField(max_length=500, blank=True, editable=False)
    current = models.OneToOneField(
        "ogp_wagtail.EvidenceVersion",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="current_of",
        editable=False,
    )

    objects = EvidenceItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["-added_on", "-pk"]
        indexes = [models.Index(fields=["plan", "source_path"], name="ogp_evidence_source")]

    def __str__(self) -> str:
        return self.title

    def forget_link(self) -> None:
        """The link is another one: what was found of the old one does not hold for it. Not saved."""
        self.link_state, self.link_moved_to = "", ""
        self.link_reason_code, self.link_reason_params = "", {}
        self.checked_on, self.is_broken = None, False

    @property
    def link_in_words(self) -> str:
        """How the direct link stood when it was last tried, for people; empty while nobody has tried it."""
        if not self.address or not self.link_state:
            return ""
        words = [gettext("The link %(state)s.") % {"state": self.get_link_state_display()}]
        template = LINK_REASONS.get(self.link_reason_code)
        if template:
            words.append(gettext(template) % self.link_reason_params)
        return " ".join(words)


class EvidenceVersion(models.Model):
    """One state of an item's file, with its hash and what became of its text.

    ``stored`` holds the bytes and never changes. The site's document that stands for the item among all documents
    belongs to the current version; when a version is replaced, the document goes on to the next one.
    ``sha256`` and ``size`` say what was stored on that day, whatever the storage says since.
    """

    class TextState(models.TextChoices):
        WAITING = "waiting", _("still being read")
        READABLE = "readable", _("searchable")
        SCAN = "scan", _("pictures of text only")
        UNREADABLE = "unreadable", _("not readable")

    item = models.ForeignKey(EvidenceItem, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    stored = models.ForeignKey(
        StoredFile, verbose_name=_("bytes"), on_delete=models.PROTECT, related_name="versions"
    )
    document = models.OneToOneField(
        get_document_model_string(), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    file_name = models.CharField(_("file name"), max_length=255)
    file_type = models.CharField(_("type of file"), max_length=20, blank=True)
    fetched_from = models.CharField(_("fetched from"), max_length=2000, blank=True)
    note = models.CharField(
        _("what is different"), max_length=200, blank=True, help_text=_("For instance: names removed.")
    )
    is_closed = models.BooleanField(
        _("closed"),
        default=False,
        help_text=_("An earlier copy that stays restricted while its replacement may be public."),
    )
    text_state = models.CharField(
        _("text"), max_length=10, choices=TextState.choices, default=TextState.WAITING
    )
    reason_code = models.CharField(max_length=40, blank=True)
    reason_params = models.JSONField(default=dict, blank=True)
    read_as = models.CharField(_("read as"), max_length=20, blank=True)
    scanned_pages = models.JSONField(_("pages that wait for text recognition"), default=list, blank=True)
    created_at = models.DateTimeField(_("stored on"), default=timezone.now)

    class Meta:
        verbose_name = _("version of evidence")
        verbose_name_plural = _("versions of evidence")
        ordering = ["item", "-number"]
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="ogp_evidence_version")]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.number})"

    @property
    def is_really(self) -> str:
        """The type of the file by its content ("PDF") where its name says another; else empty."""
        return really(self.read_as, self.file_type)

    @property
    def reason(self) -> str:
        """Why there is no text, to be read after the file's name; empty when there is."""
        template = REASONS.get(self.reason_code)
        return gettext(template) % self.reason_params if template else ""
