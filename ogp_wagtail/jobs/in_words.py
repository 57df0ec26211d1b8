"""Errors as jobs record them, in words for people who did not write the program."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.jobs.runner import DIED

BY_BEGINNING: Final[tuple[tuple[str, Promise], ...]] = (
    (DIED, _("The worker was stopped or killed each time before it had finished.")),
    ("LookupError: No job kind", _("This version of the site no longer knows this kind of work.")),
    ("OperationalError", _("The database did not answer, or was busy for too long.")),
    ("MemoryError", _("There was not enough memory.")),
    ("FileNotFoundError", _("A file is missing from the storage.")),
    ("PermissionError", _("The storage refused access to a file.")),
    ("OSError: [Errno 28]", _("The disk is full.")),
    ("OSError: [Errno 27]", _("A file grew larger than this machine allows.")),
    ("ConnectionError", _("Another server did not answer.")),
    ("ConnectionRefusedError", _("Another server did not answer.")),
    ("ConnectionTimeout", _("Another server took too long to answer.")),
    ("TimeoutError", _("Another server took too long to answer.")),
    ("SoftTimeLimitExceeded", _("It took longer than Celery allows.")),
)
OTHERWISE: Final = _("The program met an error that it does not know.")


def in_plain_words(error: str) -> str:
    """One sentence for what a job recorded."""
    found = next((words for beginning, words in BY_BEGINNING if error.startswith(beginning)), OTHERWISE)
    return str(found)
