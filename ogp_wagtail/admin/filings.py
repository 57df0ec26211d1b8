"""Filing from the desk: the plan, a later commitment or an amendment, each by the button beside it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ogp_wagtail.law import LawError
from ogp_wagtail.pages import filing
from ogp_wagtail.plans.models import Amendment, Filing, Plan


def file_chosen(request: HttpRequest, plan: Plan) -> None:
    """File what the pressed button names, and say what came of it. Nothing named is the plan itself."""
    kind, _colon, key = request.POST.get("file", "plan").partition(":")
    try:
        filed = _file(kind, key, plan, request.user)
    except LawError as refusal:
        for message in refusal.messages[:10]:
            messages.error(request, message)
    else:
        what = {"what": filed.what, "sha256": filed.sha256}
        messages.success(request, _("%(what)s was filed. SHA-256 of its frozen copy: %(sha256)s") % what)


def _file(kind: str, key: str, plan: Plan, user: Any) -> Filing:
    day = timezone.localdate()
    if kind == "plan":
        return filing.file_plan(plan.key, user, day)
    if kind == "commitment" and (page := filing.page_of(_uuid(key))) and page.plan_page.key == plan.key:
        return filing.file_commitment(page.key, user, day)
    amendments = Amendment.objects.filter(commitment__plan=plan)
    if kind == "amendment" and key.isdecimal() and amendments.filter(pk=key).exists():
        return filing.file_amendment(int(key), user, day)
    raise Http404


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None
