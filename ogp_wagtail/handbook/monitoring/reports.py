"""What every report of the monitoring body has in common: its form, its platform, its invitations, its proof."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import PlanFacts, ReportFacts
from ..findings import Finding, Thing, error, warning
from ..vocabularies import ASSESSMENT, MET
from ..words import Label, Labels, _
from .questions import asked, form_of, scale_of

SIDES = {"government": _("government"), "ngs": _("non-governmental stakeholders")}
UNPROVED_COMPLETION = ("not-started", "no-evidence")


def common_to_reports(plan: PlanFacts, report: ReportFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """Yield what any report lacks that is filed on ``day``, or was filed (MB-06, MB-08 to MB-10, EOC-05)."""
    yield from uses_the_form(report)
    yield from answers_fit_the_form(plan, report, edition)
    yield from filed_on_the_platform(report)
    yield from both_sides_are_invited(report, edition, report.submitted_on or day)
    yield from claims_are_proved(plan, report)


def uses_the_form(report: ReportFacts) -> Iterator[Finding]:
    """MB-06, §2.3: a report answers at least OGP Local's form; one of free form alone is none."""
    if not report.uses_form or not form_of(report):
        yield error(
            "MB-06",
            report,
            _("The report does not use OGP Local's form."),
            hint=_("Answer the questions of the form; more may be attached."),
            field="uses_form",
        )


def answers_fit_the_form(plan: PlanFacts, report: ReportFacts, edition: Edition) -> Iterator[Finding]:
    """INC-02, INC-03, EOC-03, FLE-02: every required question has an answer, and one that its scale knows."""
    missing: dict[str, list[Label]] = {}
    for one in asked(plan, report):
        scale = scale_of(one.question, edition)
        if not one.answer and one.question.required:
            missing.setdefault(one.question.rule, []).append(one.label)
        elif one.answer and scale and one.answer not in scale:
            yield _off_the_scale(report, one.question.rule, one.label, one.answer, scale)
    for rule, labels in missing.items():
        yield error(
            rule,
            report,
            _("Questions without an answer: %(count)s (%(questions)s)."),
            field="answers",
            count=len(labels),
            questions=Labels(labels),
        )


def _off_the_scale(
    report: ReportFacts, rule: str, label: Label, answer: str, scale: tuple[str, ...]
) -> Finding:
    return error(
        rule,
        report,
        _("“%(answer)s” is no answer to “%(question)s”."),
        hint=_("Choose: %(scale)s."),
        field="answers",
        answer=answer,
        question=label,
        scale=", ".join(scale),
    )


def filed_on_the_platform(report: ReportFacts) -> Iterator[Finding]:
    """MB-08, §3.5, and EOC-05, §3.5.2: the report is filed on OGP's platform, which gives a reference."""
    if not report.reference.strip():
        yield error(
            "EOC-05" if report.kind == ASSESSMENT else "MB-08",
            report,
            _("The reference of its filing on OGP's platform is not stated."),
            hint=_("File it there first, and note the address or number that you get."),
            field="reference",
        )


def both_sides_are_invited(report: ReportFacts, edition: Edition, filed_on: date) -> Iterator[Finding]:
    """MB-09, §3.5: before a report is filed, government and non-government are invited to comment."""
    least = edition.mb.min_invitations_per_side
    for side, name in SIDES.items():
        sent = [one for one in report.invitations if one.side == side and _sent_by(one.sent_on, filed_on)]
        if len(sent) < least:
            yield error(
                "MB-09",
                report,
                _("Invitations to comment sent to %(side)s by %(day)s: %(count)s; at least %(least)s."),
                field="invitations",
                side=Label(name),
                day=filed_on,
                count=len(sent),
                least=least,
            )


def _sent_by(sent_on: date | None, filed_on: date) -> bool:
    return sent_on is not None and sent_on <= filed_on


def claims_are_proved(plan: PlanFacts, report: ReportFacts) -> Iterator[Finding]:
    """MB-10, §3.5: what is claimed without evidence counts as not shown, so no report says it is so."""
    for one in asked(plan, report):
        proves = one.question.proves
        if proves and _is_claim(proves, one.claim) and not one.answer:
            yield error(
                "MB-10",
                report,
                _("“%(claim)s” is answered “%(answer)s” without evidence; unproved, it counts as not shown."),
                hint=_("Name the evidence, or answer that it is not shown."),
                field="answers",
                claim=f"{one.member.name} {proves}" if one.member else proves,
                answer=one.claim,
            )


def _is_claim(question: str, answer: str) -> bool:
    return answer == MET if question != "completion" else bool(answer) and answer not in UNPROVED_COMPLETION


def kept_in_time(
    rule: str, thing: Thing, what: Label, due: date, filed_on: date | None, day: date
) -> Iterator[Finding]:
    """Yield an error while a report is overdue, and a warning for ever once it came late (convention 3)."""
    if filed_on is None and day > due:
        template = _("%(what)s was due on %(due)s and is not filed.")
        yield error(rule, thing, template, field="reports", what=what, due=due)
    elif filed_on is not None and filed_on > due:
        template = _("%(what)s was filed on %(filed)s; it was due on %(due)s.")
        yield warning(rule, thing, template, field="reports", what=what, due=due, filed=filed_on)


def filed(plan: PlanFacts, kind: str, commitment: str | None = None) -> list[ReportFacts]:
    """Return the filed reports of a kind, of one commitment or of the plan, in the order of their filing."""
    of_kind = [one for one in plan.reports if one.kind == kind and one.commitment == commitment]
    return sorted((one for one in of_kind if one.submitted_on), key=lambda one: str(one.submitted_on))
