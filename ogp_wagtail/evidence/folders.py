"""A plan's folders: one for its development process and one for each commitment, always (REPO-02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from ogp_wagtail.evidence.models import Folder
from ogp_wagtail.plans.models import Commitment, Plan

PROCESS: Final = "process"
COMMITMENTS: Final = "commitments"


def for_plan(plan: Plan) -> list[Folder]:
    """The folders that every plan has, made where missing: the process, then the commitments by code."""
    return [process(plan), *(for_commitment(row) for row in plan.commitments.order_by("code"))]


def process(plan: Plan) -> Folder:
    """The folder of the plan's development process."""
    with override(plan.language):
        name = _("Plan development process")
    return Folder.objects.get_or_create(plan=plan, path=PROCESS, defaults={"name": name})[0]


def for_commitment(commitment: Commitment) -> Folder:
    """The folder of a commitment, named like it."""
    name = f"{commitment.code} {commitment.title}"[:255]
    folder, _created = Folder.objects.get_or_create(
        commitment=commitment,
        defaults={"plan": commitment.plan, "path": f"{COMMITMENTS}/{commitment.code}", "name": name},
    )
    if folder.name != name:
        folder.name = name
        folder.save(update_fields=["name"])
    return folder


def inside(plan: Plan, names: Sequence[str]) -> Folder:
    """The folder at the end of a path of names, made with all above it; for no names, the process folder."""
    folder: Folder | None = None
    for name in names:
        path = below(folder, name)
        folder = Folder.objects.get_or_create(
            plan=plan, path=path, defaults={"name": name[:255], "parent": folder}
        )[0]
    return folder or process(plan)


def below(parent: Folder | None, name: str) -> str:
    """The path of a folder of that name: the name itself, without what divides paths, after its parent's path."""
    step = name.replace("/", "-")[:120]
    return f"{parent.path}/{step}" if parent else step


def why_kept(folder: Folder) -> str:
    """Why a folder cannot be deleted; empty where it can."""
    if folder.commitment_id or folder.path == PROCESS:
        return _("Every plan has this folder (REPO-02).")
    if folder.items.exists() or folder.children.exists():
        return _("The folder is not empty.")
    return ""
