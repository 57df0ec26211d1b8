"""Reports in public, and answers to what people say of them (§2.3, §3.3.2)."""

from collections.abc import Iterator

from ..facts import ContributionFacts, PlanFacts, ReportFacts
from ..findings import Finding, warning
from ..vocabularies import ASSESSMENT
from ..words import _
from .reports import filed


def check_publication(plan: PlanFacts) -> Iterator[Finding]:
    """Yield what a filed plan lacks of publicity (MON-PUB-01, MON-PUB-02)."""
    yield from filed_reports_are_public(plan)
    for commitment in plan.commitments:
        for report in filed(plan, ASSESSMENT, commitment.key):
            yield from comments_are_answered(plan, report)


def reports_to_show(plan: PlanFacts) -> tuple[ReportFacts, ...]:
    """MON-PUB-01 (derived): return the reports that are to be seen by everybody: each that was filed."""
    return tuple(one for one in plan.reports if one.submitted_on)


def filed_reports_are_public(plan: PlanFacts) -> Iterator[Finding]:
    """MON-PUB-01, §2.3, §3.3.2, Annex 4 (derived): a filed report is published."""
    for report in reports_to_show(plan):
        if report.published_on is None:
            yield warning(
                "MON-PUB-01",
                report,
                _("It was filed on %(day)s and is not public."),
                hint=_("Publish it; a report is hidden only with a reason."),
                field="published_on",
                day=report.submitted_on,
            )


def comments_on(plan: PlanFacts, report: ReportFacts) -> tuple[ContributionFacts, ...]:
    """Return what people said of a report, and of its commitment from the day the assessment was begun."""
    return tuple(
        one
        for one in plan.contributions
        if one.kind == "comment" and (one.about == report.key or _during(report, one))
    )


def _during(report: ReportFacts, comment: ContributionFacts) -> bool:
    begun = report.started_on or report.submitted_on
    is_about_it = bool(report.commitment) and comment.about == report.commitment
    return is_about_it and begun is not None and comment.made_on is not None and comment.made_on >= begun


def comments_are_answered(plan: PlanFacts, report: ReportFacts) -> Iterator[Finding]:
    """MON-PUB-02, §3.3.2: the government answers each comment made during an assessment."""
    waiting = [one for one in comments_on(plan, report) if one.answered_on is None]
    if waiting:
        yield warning(
            "MON-PUB-02",
            report,
            _("Comments on the assessment without an answer: %(count)s."),
            hint=_("The government answers each comment that was made during an assessment."),
            field="contributions",
            count=len(waiting),
        )
