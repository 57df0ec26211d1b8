"""The end-of-commitment assessment: one for every commitment that was not withdrawn (§3.5.2)."""

from collections.abc import Iterator
from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts, ReportFacts
from ..findings import Finding, error
from ..vocabularies import ASSESSMENT, COMPLETE
from ..words import Label, _
from .questions import ASSESSMENT_FORM, Question
from .reports import filed, kept_in_time


def check_assessments(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield what a filed plan lacks on ``day`` of its assessments (EOC-02, EOC-04, COM-LIFE-02)."""
    for commitment in plan.live_commitments:
        yield from assessment_is_in_time(plan, commitment, edition, day)
        yield from closed_only_when_assessed(plan, commitment, edition)
    yield from every_commitment_is_assessed(plan, edition, day)


def assessment_trigger(plan: PlanFacts, commitment: CommitmentFacts) -> date | None:
    """EOC-01, §3.5.2: return the day that starts the assessment: full implementation or plan end, the earlier.

    A withdrawn commitment, and one that was never in the plan, has none.
    """
    if commitment.withdrawn_on or commitment.included_on is None:
        return None
    known = (commitment.fully_implemented_on, plan.period_end)
    return min((day for day in known if day), default=None)


def assessment_due(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> date | None:
    """EOC-02, §3.5.2: return the last day on time, one month after the trigger."""
    trigger = assessment_trigger(plan, commitment)
    return add_months(trigger, edition.report.eoc_months) if trigger else None


def assessment_of(plan: PlanFacts, commitment: CommitmentFacts) -> ReportFacts | None:
    """Return the filed assessment that answers the trigger; one filed before it answered an earlier one."""
    trigger = assessment_trigger(plan, commitment)
    later = [
        one
        for one in filed(plan, ASSESSMENT, commitment.key)
        if trigger and one.submitted_on and one.submitted_on >= trigger
    ]
    return later[0] if later else None


def assessment_is_in_time(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    """EOC-02, §3.5.2: the assessment is filed within one month of its trigger."""
    due, report = assessment_due(plan, commitment, edition), assessment_of(plan, commitment)
    if due:
        what = Label(_("Its end-of-commitment assessment"))
        on = report.submitted_on if report else None
        yield from kept_in_time("EOC-02", commitment, what, due, on, day)


def every_commitment_is_assessed(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """EOC-04, §2.3, §3.5.2: once the last assessment was due, each commitment has its own, finished or not."""
    owed = [one for one in plan.live_commitments if assessment_trigger(plan, one)]
    missing = [one for one in owed if assessment_of(plan, one) is None]
    dues = [due for one in owed if (due := assessment_due(plan, one, edition))]
    if missing and plan.period_end and plan.period_end < day and day > max(dues):
        yield error(
            "EOC-04",
            plan,
            _("Commitments assessed: %(done)s of %(owed)s. Not assessed: %(codes)s."),
            hint=_("The monitoring body assesses every commitment that was not withdrawn."),
            field="reports",
            done=len(owed) - len(missing),
            owed=len(owed),
            codes=", ".join(one.code for one in missing),
        )


def closed_only_when_assessed(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition
) -> Iterator[Finding]:
    """COM-LIFE-02, §2.3, §3.2, §3.5.2: no implemented commitment is closed without its assessment."""
    by_implementation = edition.slot.release == "implemented"
    closed_on = commitment.assessed_on or (None if by_implementation else commitment.released_on)
    if closed_on and not filed(plan, ASSESSMENT, commitment.key):
        yield error(
            "COM-LIFE-02",
            commitment,
            _("It was closed on %(day)s without an end-of-commitment assessment."),
            hint=_("The monitoring body files the assessment; a place is free from that day."),
            field="reports",
            day=closed_on,
        )


def assessment_may_be_filed(plan: PlanFacts, report: ReportFacts, day: date) -> Iterator[Finding]:
    """EOC-01, EOC-02, EOC-04: of a commitment of the plan, from its trigger on, and once.

    One that was not found complete is assessed anew on its next trigger (COM-LIFE-03): so of a filed assessment
    that lies before today's trigger nothing is said.
    """
    commitment = next((one for one in plan.commitments if one.key == report.commitment), None)
    trigger = assessment_trigger(plan, commitment) if commitment else None
    if commitment is None or trigger is None:
        template = _("It assesses no commitment of this plan, or one that was withdrawn.")
        yield error("EOC-01", report, template, field="commitment")
    elif (report.submitted_on or day) >= trigger:
        yield from _assessed_once(plan, commitment, report)
    elif report.submitted_on is None:
        yield error(
            "EOC-02",
            report,
            _("%(code)s is assessed from %(trigger)s on: when it is fully implemented, or the plan ends."),
            field="commitment",
            code=commitment.code,
            trigger=trigger,
        )


def _assessed_once(plan: PlanFacts, commitment: CommitmentFacts, report: ReportFacts) -> Iterator[Finding]:
    earlier = assessment_of(plan, commitment)
    if earlier and earlier.key != report.key:
        yield error(
            "EOC-04",
            report,
            _("%(code)s was assessed on %(day)s; one that was not complete is assessed anew when it is."),
            field="commitment",
            code=commitment.code,
            day=earlier.submitted_on,
        )


def content_of_assessments() -> tuple[Question, ...]:
    """EOC-03, §3.5.2: return what an assessment says: completion, what shows it, early results."""
    return ASSESSMENT_FORM


def found_complete(report: ReportFacts) -> bool:
    """Say whether an assessment found its commitment complete (COM-LIFE-03)."""
    return report.completion == COMPLETE
