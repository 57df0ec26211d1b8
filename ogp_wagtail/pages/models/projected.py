"""A page whose facts live in the register: one way of saving, whatever the path by which it is saved.

Publishing, scheduling, copying, aliasing, translating, importing and the shell all pass through ``save()`` of
the specific page and not through forms, so the law holds here.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models, transaction

from ogp_wagtail.pages import reservations
from ogp_wagtail.pages.refusals import answered

PUTS_IN_FORCE = {"live", "alias_of", "alias_of_id"}


class ProjectedPage(models.Model):
    """Mixin of a page type that projects its facts into the register when it is saved live.

    A page that is scheduled is projected when it is scheduled (see ``reservations``); what is public is asked of
    the pages, so nothing shows before its hour. The order is always: lock, save, check and project. A refusal
    raises ``LawError`` and leaves nothing behind.
    Only the page of the plan's working language projects; an alias or a translation supplies prose only.
    """

    class Meta:
        abstract = True

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> Any:
        self._arrive_as_draft_if_copied(clean)
        self._place_rows()
        fields = kwargs.get("update_fields")
        with answered(), transaction.atomic():
            in_force = self._goes_into_force(fields) and self.is_canonical()
            if in_force or (self.pk and fields is None):
                self.lock(in_force)
            result = super().save(clean=clean, user=user, log_action=log_action, **kwargs)
            if fields is None:
                self.remember()
            if in_force:
                self.project()
            return result

    def _goes_into_force(self, fields: Any) -> bool:
        if not self.live:
            return fields is None and reservations.is_being_scheduled(self)
        return fields is None or bool(PUTS_IN_FORCE & set(fields))

    def _arrive_as_draft_if_copied(self, clean: bool) -> None:
        """Turn a copy into a draft: a copy is a new thing that nobody has checked or agreed to.

        A recursive copy saves children with ``clean=False``; a refusal there would tear the tree. A copied page
        keeps its publication dates, a new one has none.
        """
        if self.alias_of_id or (self.live and not self._state.adding):
            return
        if self.live and (not clean or self.first_published_at):
            self.live, self.has_unpublished_changes = False, True
            self.forget_identity()
        if not self.live and self._state.adding:
            self.live_revision = self.first_published_at = self.last_published_at = None

    def _place_rows(self) -> None:
        """Number the rows that code gave no place: of these a form would move whichever somebody edits first."""
        for rows in getattr(self, "_cluster_related_objects", {}).values():
            if any(getattr(row, "sort_order", 0) is None for row in rows):
                for number, row in enumerate(rows):
                    row.sort_order = number

    def is_canonical(self) -> bool:
        """Whether this page is the one from which the register takes its facts: working language, no alias."""
        return not self.alias_of_id and self.locale.language_code == self.working_language()

    def working_language(self) -> str:
        """The language code of the plan's own pages."""
        raise NotImplementedError

    def lock(self, in_force: bool) -> None:
        """Take the locks of the plan in their one order: plan page, then register row."""
        raise NotImplementedError

    def remember(self) -> None:
        """Note a draft's identity in the register, where drafts have one."""

    def project(self) -> None:
        """Check the facts against the handbook and write them into the register. Raises ``LawError``."""
        raise NotImplementedError

    def forget_identity(self) -> None:
        """Drop what a copy may not share with its original."""

    @property
    def key(self) -> uuid.UUID:
        """The register's key of the thing this page speaks of: the same for every language."""
        return self.translation_key
