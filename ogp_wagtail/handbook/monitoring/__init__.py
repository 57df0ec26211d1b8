"""Monitoring: the body, its three reports, what becomes public, and the Support Unit's results (chapter 10)."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import PlanFacts, ReportFacts
from ..findings import Finding
from ..vocabularies import ASSESSMENT, INCEPTION, LEARNING
from .assessment import (
    assessment_due,
    assessment_may_be_filed,
    assessment_of,
    assessment_trigger,
    check_assessments,
    found_complete,
)
from .body import check_monitoring_body
from .inception import check_inception, inception_due, inception_may_be_filed
from .learning import check_learning, learning_due, learning_may_be_filed
from .publication import check_publication, comments_are_answered
from .questions import Question, form_of, rated_commitments, scale_of
from .reports import common_to_reports
from .requirements import check_requirements, evaluated_by_the_support_unit, evaluation

__all__ = [
    "Question",
    "assessment_due",
    "assessment_of",
    "assessment_trigger",
    "check_monitoring",
    "check_monitoring_body",
    "check_report",
    "comments_are_answered",
    "evaluated_by_the_support_unit",
    "evaluation",
    "form_of",
    "found_complete",
    "inception_due",
    "learning_due",
    "rated_commitments",
    "scale_of",
]


MOMENTS = {
    INCEPTION: inception_may_be_filed,
    ASSESSMENT: assessment_may_be_filed,
    LEARNING: learning_may_be_filed,
}


def check_monitoring(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what a filed plan owes on ``day``: its reports, their publication, the results on record.

    The body itself is asked before the plan is filed: ``check_monitoring_body``.
    """
    if plan.submitted_on is None:
        return []
    return [
        *check_inception(plan, edition, day=day),
        *check_assessments(plan, edition, day=day),
        *check_learning(plan, edition, day=day),
        *check_publication(plan),
        *check_requirements(plan),
        *_check_filed_reports(plan, edition, day),
    ]


def _check_filed_reports(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    for report in plan.reports:
        if report.submitted_on:
            yield from check_report(plan, report, edition, day=day)


def check_report(plan: PlanFacts, report: ReportFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what keeps a report from being filed on ``day``; of a filed one, what it lacks.

    The plan's facts may hold the report already or not.
    """
    moment = MOMENTS.get(report.kind)
    findings = list(common_to_reports(plan, report, edition, day))
    findings += moment(plan, report, day) if moment else []
    return findings
