"""Plans to import into, and the import as one call."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Revision

from ogp_wagtail.exchange.commitments.importing import import_commitments
from ogp_wagtail.exchange.commitments.plan_page import PlanToFill
from ogp_wagtail.exchange.commitments.readers.source import read_source
from ogp_wagtail.exchange.commitments.report import ImportReport
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans.models import Commitment
from tests import factories


def single_plan(home: Page, **kw: Any) -> ActionPlanPage:
    """A published plan of one city, Norte, from 2026-01-01 to 2028-10-31: five slots."""
    return factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction("Norte"), **kw)


def joint_plan(home: Page, *names: str, **kw: Any) -> ActionPlanPage:
    """A published plan of several cities, Norte and Sur unless named."""
    members: Iterable[Jurisdiction] = [factories.jurisdiction(name) for name in names or ("Norte", "Sur")]
    return factories.plan(factories.landing(home), coalition=factories.coalition(*members), **kw)


def load(plan: ActionPlanPage, path: Path, *, commit: bool = True) -> ImportReport:
    """Import a file."""
    return import_commitments(
        PlanToFill.named(plan.code), read_source(path), commit=commit, day=timezone.localdate()
    )


def load_text(
    plan: ActionPlanPage, folder: Path, text: str, *, commit: bool = True, name: str = "c.csv"
) -> ImportReport:
    """Import a text, by default a CSV file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(plan, path, commit=commit)


def drafts(plan: ActionPlanPage) -> list[CommitmentPage]:
    """The latest draft of every commitment of the plan."""
    pages = CommitmentPage.objects.child_of(plan).order_by("path")
    return [page.get_latest_revision_as_object() for page in pages]


def draft(plan: ActionPlanPage, code: str = "C1") -> CommitmentPage:
    """The latest draft of one commitment."""
    return next(page for page in drafts(plan) if page.code == code)


def written() -> tuple[int, ...]:
    """What must not move when nothing is written."""
    return tuple(model.objects.count() for model in (Page, Revision, Commitment))


def actions(report: ImportReport) -> list[str]:
    """What became of each row."""
    return [str(row.action) for row in report.rows]
