"""From a refusal of the law to an error at the form's field, on every way through the admin.

The law lives in ``save()`` and raises there; Wagtail's views would answer with an error page, after storing the
draft. So each of its views is run inside a transaction from its own hook. On a refusal everything is undone, and
the page's form is run again with the refusal at hand, which it shows at its fields: nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ogp_wagtail.law import LawError
from ogp_wagtail.pages.models import ActionPlanMixin, CommitmentMixin, MeetingMixin
from ogp_wagtail.pages.refusals import guarded, refused
from ogp_wagtail.plans.acting import Actor, acting_as
from ogp_wagtail.viewsets import needed

LAWFUL = (ActionPlanMixin, CommitmentMixin, MeetingMixin)
PUBLISHES = ("action-publish", "action-submit", "action-workflow-action")


def guard_create(request: HttpRequest, parent_page: Any, page_class: type) -> HttpResponse | None:
    """Hook ``before_create_page``."""
    return _guard_form(request, page_class)


def guard_edit(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Hook ``before_edit_page``."""
    return _guard_form(request, page.specific_class)


def guard_page_action(request: HttpRequest, page: Any, *args: Any) -> HttpResponse | None:
    """Hooks before copying, moving, deleting or unpublishing a page: these have no form to show a refusal."""
    return _guard_view(request)


def guard_bulk_action(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """Hook ``before_bulk_action``."""
    return _guard_view(request)


def _guard_form(request: HttpRequest, page_class: type | None) -> HttpResponse | None:
    if not page_class or not issubclass(page_class, LAWFUL) or not _first_time(request):
        return None
    if not any(name in request.POST for name in PUBLISHES):
        return None  # a draft may always be saved unfinished
    return _run(request, on_refusal=_show_in_form)


def _guard_view(request: HttpRequest) -> HttpResponse | None:
    """These views would answer any page that is not valid with an error page (a draft may be unfinished)."""
    if not _first_time(request):
        return None
    return _run(request, on_refusal=_say_and_return, refusals=(ValidationError, ProtectedError))


def _first_time(request: HttpRequest) -> bool:
    """Whether this is a change that the guard does not already run."""
    return request.method == "POST" and not guarded.get()


def _run(
    request: HttpRequest,
    on_refusal: Callable[..., HttpResponse],
    refusals: type[Exception] | tuple[type[Exception], ...] = LawError,
) -> HttpResponse:
    token = guarded.set(True)
    try:
        with transaction.atomic(), acting_as(request.user) as by:
            response = _view(request)
        tell_what_was_filed(request, by)
        return response
    except refusals as refusal:
        return on_refusal(request, refusal)
    finally:
        guarded.reset(token)


def tell_what_was_filed(request: HttpRequest, by: Actor) -> None:
    """To publish in a filed plan is to file: whoever did it reads that it happened."""
    for filing in by.filed:
        what = {"what": filing.what, "sha256": filing.sha256}
        messages.success(request, _("%(what)s was filed. SHA-256 of its frozen copy: %(sha256)s") % what)


def _view(request: HttpRequest) -> HttpResponse:
    match = request.resolver_match
    response = match.func(request, *match.args, **match.kwargs)
    return response.render() if hasattr(response, "render") else response


def _show_in_form(request: HttpRequest, refusal: LawError) -> HttpResponse:
    token = refused.set(refusal)
    try:
        return _view(request)
    finally:
        refused.reset(token)


def _say_and_return(request: HttpRequest, refusal: ValidationError | ProtectedError) -> HttpResponse:
    """Wagtail asks what needs a document before it shows the page that deletes several, and not when it does."""
    told = [needed(refusal)] if isinstance(refusal, ProtectedError) else refusal.messages
    for message in told:
        messages.error(request, message)
    return redirect(request.get_full_path())
