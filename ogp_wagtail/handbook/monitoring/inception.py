"""The inception report: the quality of co-creation, and of the commitments a plan begins with (§3.5.1)."""

from collections.abc import Iterator
from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import PlanFacts, ReportFacts
from ..findings import Finding, advice, error
from ..vocabularies import INCEPTION
from ..words import Label, _
from .questions import DESIGN_CHECK, INCEPTION_FORM, Question, is_initial, rated_commitments
from .reports import filed, kept_in_time


def check_inception(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield what a filed plan lacks on ``day`` of its inception report (INC-01, INC-04)."""
    yield from inception_is_in_time(plan, edition, day)
    yield from later_commitments_are_looked_at(plan)


def inception_due(plan: PlanFacts, edition: Edition) -> date | None:
    """INC-01, §3.5.1: return the last day on time, two months after submission."""
    return add_months(plan.submitted_on, edition.report.inception_months) if plan.submitted_on else None


def inception_is_in_time(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """INC-01, §3.5.1: one inception report, filed within two months of submission."""
    due, reports = inception_due(plan, edition), filed(plan, INCEPTION)
    if due:
        first = reports[0].submitted_on if reports else None
        yield from kept_in_time("INC-01", plan, Label(_("The inception report")), due, first, day)
    for second in reports[1:]:
        yield from _one_is_enough(second)


def _one_is_enough(report: ReportFacts) -> Iterator[Finding]:
    template = _("The plan has an inception report already; there is one a plan.")
    yield error("INC-01", report, template, field="plan")


def inception_may_be_filed(plan: PlanFacts, report: ReportFacts, day: date) -> Iterator[Finding]:
    """INC-01, §3.5.1: a plan is looked at once it is submitted, and once only."""
    if plan.submitted_on is None or (report.submitted_on or day) < plan.submitted_on:
        yield error("INC-01", report, _("The plan is not submitted yet."), field="plan")
    others = [one for one in filed(plan, INCEPTION, report.commitment) if one.key != report.key]
    if others and report.commitment is None:
        yield from _one_is_enough(report)
    yield from _only_later_ones(plan, report)


def _only_later_ones(plan: PlanFacts, report: ReportFacts) -> Iterator[Finding]:
    if report.commitment is not None and any(
        is_initial(plan, one) for one in rated_commitments(plan, report)
    ):
        yield error(
            "INC-04",
            report,
            _("This commitment went in with the plan, so the inception report itself rates it."),
            hint=_("Leave the commitment empty for the plan's inception report."),
            field="commitment",
        )


def requirements_and_practices() -> tuple[Question, ...]:
    """INC-02, §3.5.1: return what part 1 asks: the four minimum requirements with evidence, the eight practices."""
    return tuple(question for question in INCEPTION_FORM if not question.for_each)


def criteria_of_commitments() -> tuple[Question, ...]:
    """INC-03, §3.5.1: return what part 2 asks of each initial commitment."""
    return DESIGN_CHECK


def later_commitments_are_looked_at(plan: PlanFacts) -> Iterator[Finding]:
    """INC-04, §3.5.1 (derived): a commitment added later may be looked at in the same way; nobody has to."""
    later = [one for one in plan.live_commitments if one.included_on and not is_initial(plan, one)]
    for commitment in later:
        if commitment.assessed_on is None and not filed(plan, INCEPTION, commitment.key):
            yield advice(
                "INC-04",
                commitment,
                _("It came after the inception report; the monitoring body may look at its design as well."),
                field="reports",
            )
