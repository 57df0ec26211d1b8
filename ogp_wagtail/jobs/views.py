"""The admin's screen "Work in the background": what waits, what failed, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from ogp_wagtail.jobs import actions
from ogp_wagtail.jobs.in_words import in_plain_words
from ogp_wagtail.jobs.kinds import label_of
from ogp_wagtail.jobs.permissions import may_act, may_look
from ogp_wagtail.jobs.status import LISTED, status

QUEUES = {"default": _("what a person waits for"), "slow": _("what takes minutes")}
WAYS = {
    "inline": _("by the web process, right after the change; slow ones by ogp_tick or ogp_work"),
    "worker": _("by ogp_work"),
    "celery": _("by Celery"),
}


@dataclass
class FailedKind:
    """The failed jobs of one kind that are shown."""

    kind: str
    label: str
    jobs: list[dict[str, Any]] = field(default_factory=list)


@require_http_methods(["GET", "HEAD", "POST"])
def background(request: HttpRequest) -> HttpResponse:
    """The screen; a POST has failed jobs tried again or put aside."""
    if not may_look(request.user):
        raise PermissionDenied
    if request.method == "POST":
        return acted(request)
    found = status()
    return TemplateResponse(request, "ogp_wagtail/jobs/background.html", shown(found, may_act(request.user)))


def shown(found: dict[str, Any], acts: bool) -> dict[str, Any]:
    """What the template is given, with names and errors in words."""
    failed_in_all = sum(row["failed"] for row in found["queues"].values())
    return {
        "status": found,
        "way": WAYS.get(found["jobs"], found["jobs"]),
        "queues": [(name, QUEUES.get(name, name), row) for name, row in found["queues"].items()],
        "failed": by_kind(found["failures"]),
        "failed_in_all": failed_in_all,
        "not_shown": max(0, failed_in_all - LISTED),
        "ran": [row | {"label": label_of(row["kind"])} for row in found["ran"]],
        "clock": [row | {"label": label_of(row["name"])} for row in found["clock"]],
        "may_act": acts,
    }


def by_kind(failures: Iterable[dict[str, Any]]) -> list[FailedKind]:
    """Failed jobs under their kinds, each with its error in words."""
    groups: dict[str, FailedKind] = {}
    for job in failures:
        kind = job["kind"]
        group = groups.setdefault(kind, FailedKind(kind, label_of(kind)))
        group.jobs.append(job | {"words": in_plain_words(job["error"])})
    return list(groups.values())


def acted(request: HttpRequest) -> HttpResponse:
    """Do what the pressed button says: ``again`` or ``aside``, of a job (``job:7``) or a kind (``kind:name``)."""
    if not may_act(request.user):
        raise PermissionDenied
    if "again" in request.POST:
        count = actions.try_again(chosen(request.POST["again"]))
        said = ngettext("%d job will be tried again.", "%d jobs will be tried again.", count)
    elif "aside" in request.POST:
        count = actions.put_aside(chosen(request.POST["aside"]))
        said = ngettext("%d job was put aside.", "%d jobs were put aside.", count)
    else:
        raise BadRequest("No button has this value.")
    (messages.success if count else messages.warning)(request, said % count)
    return redirect("ogp_background")


def chosen(value: str) -> Any:
    """The failed jobs that a button names. Raises ``BadRequest`` for a value that no button has."""
    what, _colon, name = value.partition(":")
    if what == "job" and name.isascii() and name.isdecimal() and len(name) < 19:
        return actions.failed(pk=int(name))
    if what == "kind" and name and "\x00" not in name:
        return actions.failed(kind=name)
    raise BadRequest("No button has this value.")
