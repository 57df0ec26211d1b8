"""What everybody may see to be done: the reports that are filed and the updates that are published (D6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from ogp_wagtail.handbook.facts import ReportFacts, UpdateFacts
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    ProgressUpdate,
)
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.rows import gather

OF_UPDATES = ("updates__entries", "updates__moves")


def monitored(plans: Collection[Plan], day: date) -> dict[int, dict[str, Any]]:
    """The public reports and updates of these plans by their days, without what they say; one query."""
    read = _read(plans) if len(plans) > 1 else map(published, plans)
    return {whole.pk: {"reports": tuple(_reports(whole)), "updates": _updates(whole)} for whole in read}


def published(plan: Plan) -> Any:
    """The plan with its public reports and updates, in one query; asked again of the same row, in none."""
    if "_published" not in plan.__dict__:
        (plan.__dict__["_published"],) = _read([plan], *OF_UPDATES)
    return plan.__dict__["_published"]


def _read(plans: Collection[Plan], *more: str) -> list[Any]:
    public = {
        "inception_reports": InceptionReport.objects.public(),
        "assessments": EndOfCommitmentReport.objects.public(),
        "learning_reports": LearningReport.objects.public(),
        "updates": ProgressUpdate.objects.public(),
    }
    about = ("inception_reports__commitment", "assessments__commitment")
    rows = Plan.objects.select_related("coalition").filter(pk__in=[plan.pk for plan in plans])
    return gather(rows, *public, *about, *more, **public)


def _reports(whole: Any) -> Iterable[ReportFacts]:
    for name in ("inception_reports", "assessments", "learning_reports"):
        for row in getattr(whole, name).all():
            about = getattr(row, "commitment", None)
            key = str(about.key) if about else None
            yield ReportFacts(str(row.key), row.kind, key, submitted_on=row.submitted_on)


def _updates(whole: Any) -> tuple[UpdateFacts, ...]:
    return tuple(UpdateFacts(str(one.key), one.quarter, one.published_on) for one in whole.updates.all())
