"""Uploads that are too large are refused at once, or while they arrive: never kept in memory, never on the disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence.files import display_name

MEBIBYTE: Final = 1024 * 1024
FIELDS: Final = MEBIBYTE  # what a form holds beside its file
View = Callable[..., HttpResponseBase]


class QuotaHandler(FileUploadHandler):
    """Leaves out each file that is larger than the site takes, and remembers its name; the others arrive."""

    chunk_size = 2**16

    def __init__(self, request: HttpRequest, most: int) -> None:
        super().__init__(request)
        self.most, self.seen, self.refused = most, 0, list[str]()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Count from nothing."""
        super().new_file(*args, **kwargs)
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on what arrives, up to the limit."""
        self.seen += len(raw_data)
        if self.seen > self.most:
            self.refused.append(display_name(self.file_name or ""))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps the file."""


def most_bytes() -> int:
    """How large a file may be."""
    return int(ogp_settings.EVIDENCE_MAX_UPLOAD_MB) * MEBIBYTE


def too_large() -> str:
    """What is said of a file that is too large."""
    return gettext("The file is larger than %(most)s MB. Split it, or save it smaller.") % {
        "most": ogp_settings.EVIDENCE_MAX_UPLOAD_MB
    }


def limited(view: View, *, single: Callable[[HttpRequest], bool] = lambda request: True) -> View:
    """The view, reached only by uploads of a size that the site takes.

    A request with one file (``single``) that is too long is refused by its announced length, before a byte of it is
    read; of many files, those that are too large are left out and named by ``request.left_out``. So the form's
    protection against other sites, which has to read the form, comes after.
    """
    protected = csrf_protect(view)

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return protected(request, *args, **kwargs)
        request.left_out = []  # type: ignore[attr-defined]
        if not single(request):
            quota = QuotaHandler(request, most_bytes())
            request.upload_handlers = [quota, *request.upload_handlers]
            request.left_out = quota.refused  # type: ignore[attr-defined]
        elif announced(request) > most_bytes() + FIELDS:
            return refusal(request, too_large(), 413)
        try:
            request.POST  # noqa: B018 - reads the form
        except (TooManyFilesSent, RequestDataTooBig):
            words = gettext("So many files cannot arrive at once. Choose fewer, for instance 50 at a time.")
            return refusal(request, words, 400)
        return protected(request, *args, **kwargs)

    return csrf_exempt(checked)


def announced(request: HttpRequest) -> int:
    """The length of a request by its header; 0 where it says none."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if str(said).isdecimal() else 0


def wants_json(request: HttpRequest) -> bool:
    """Our own script asks, which sends one file a request."""
    return request.headers.get("Accept", "") == "application/json"


def refusal(request: HttpRequest, words: str, status: int) -> HttpResponseBase:
    """The reason, to the script; to a person on the page from which the form was sent."""
    if wants_json(request):
        return JsonResponse({"outcome": "refused", "message": words}, status=status)
    messages.error(request, words)
    return redirect(request.get_full_path())
