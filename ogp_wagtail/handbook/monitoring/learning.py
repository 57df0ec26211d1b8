"""The final learning exercise and its report (§3.5.3)."""

from collections.abc import Iterator
from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import PlanFacts, ReportFacts
from ..findings import Finding, error, warning
from ..vocabularies import INCEPTION, LEARNING
from ..words import Label, Labels, _
from .assessment import assessment_of, assessment_trigger
from .reports import filed, kept_in_time


def check_learning(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield what a filed plan lacks on ``day`` of its learning exercise (FLE-01 to FLE-03)."""
    yield from learning_is_in_time(plan, edition, day)
    for report in filed(plan, LEARNING)[:1]:
        yield from exercise_is_on_record(plan, report)
        yield from other_reports_come_first(plan, report)


def learning_due(plan: PlanFacts, edition: Edition) -> date | None:
    """FLE-01, §3.5.3: return the last day on time for the exercise and its report, two months after plan end."""
    return add_months(plan.period_end, edition.report.learning_months) if plan.period_end else None


def learning_is_in_time(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """FLE-01, §3.5.3: the exercise is carried out and its report filed within two months of plan end."""
    due, reports = learning_due(plan, edition), filed(plan, LEARNING)
    if due:
        done = reports[0].submitted_on if reports else None
        yield from kept_in_time("FLE-01", plan, Label(_("The final learning report")), due, done, day)


def learning_may_be_filed(plan: PlanFacts, report: ReportFacts, day: date) -> Iterator[Finding]:
    """FLE-01, §3.5.3: the exercise comes after the plan's last day and before its report; there is one."""
    end, on = plan.period_end, report.submitted_on or day
    if end is None or on <= end:
        template = _("The plan runs until %(end)s; the exercise looks back on it once it has ended.")
        yield error("FLE-01", report, template, field="plan", end=end or "–")
    elif report.exercise_on and not end < report.exercise_on <= on:
        template = _("The exercise was on %(held)s; it is held after %(end)s and before the report is filed.")
        yield error("FLE-01", report, template, field="exercise_on", held=report.exercise_on, end=end)
    if any(one.key != report.key for one in filed(plan, LEARNING)):
        template = _("The plan has its learning report already; there is one a plan.")
        yield error("FLE-01", report, template, field="plan")


def exercise_is_on_record(plan: PlanFacts, report: ReportFacts) -> Iterator[Finding]:
    """FLE-02, §2.3, §3.5.3: the exercise is a meeting with the plan's stakeholders, recorded as one for learning."""
    meetings = {one.held_on for one in plan.meetings if "learning" in one.purposes}
    if report.exercise_on and report.exercise_on not in meetings:
        yield warning(
            "FLE-02",
            report,
            _("No meeting for learning is recorded on %(day)s, the day of the exercise."),
            hint=_("Publish the record of the exercise as a meeting with the purpose “Learning”."),
            field="exercise_on",
            day=report.exercise_on,
        )


def other_reports_come_first(plan: PlanFacts, report: ReportFacts) -> Iterator[Finding]:
    """FLE-03, §3.5.3 (derived): inception report and assessments are filed before the learning report."""
    missing: list[str] = [] if filed(plan, INCEPTION) else [Label(_("inception report"))]
    for commitment in plan.live_commitments:
        if assessment_trigger(plan, commitment) and assessment_of(plan, commitment) is None:
            missing.append(commitment.code)
    if missing:
        yield warning(
            "FLE-03",
            report,
            _("The learning report comes last; not filed yet: %(missing)s."),
            field="plan",
            missing=Labels(missing),
        )
