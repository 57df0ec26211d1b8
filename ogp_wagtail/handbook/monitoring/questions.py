"""What the monitoring body's three forms ask, in our own words, as data (MB-06, INC-02, INC-03, EOC-03, FLE-02)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..editions import Edition
from ..facts import CommitmentFacts, MemberFacts, PlanFacts, ReportFacts
from ..processes import processes
from ..rules import rule_named
from ..vocabularies import (
    ASSESSMENT,
    COMPLETION_LEVELS,
    CRITERIA,
    CRITERIA_RATINGS,
    FOUND,
    INCEPTION,
    LEARNING,
    PRACTICE_RESULTS,
    Vocabulary,
)
from ..words import Label, _

REQUIREMENTS = ("COCR-01", "COCR-02", "COCR-04", "COCR-05")
PRACTICES = tuple(f"REC-{number:02d}" for number in range(1, 9))


@dataclass(frozen=True, slots=True)
class Question:
    """One question: without a ``scale`` it is answered in words; ``for_each`` commitment or once.

    ``for_members`` it is asked once for each member that co-creates on its own (COAL-13).
    ``proves`` is the id of the question whose answer this one gives the evidence for.
    """

    id: str
    rule: str
    text: str
    scale: Vocabulary | None = None
    required: bool = True
    for_each: bool = False
    proves: str = ""
    for_members: bool = False


def _requirement(rule: str) -> tuple[Question, Question]:
    title = rule_named(rule).title
    return (
        Question(rule, "INC-02", title, FOUND, for_members=True),
        Question(
            f"{rule}-evidence",
            "INC-02",
            _("Evidence for it"),
            required=False,
            proves=rule,
            for_members=True,
        ),
    )


INCEPTION_FORM = (
    *(question for rule in REQUIREMENTS for question in _requirement(rule)),
    *(Question(rule, "INC-02", rule_named(rule).title, PRACTICE_RESULTS) for rule in PRACTICES),
    *(
        Question(criterion.slug, "INC-03", criterion.label, CRITERIA_RATINGS, for_each=True)
        for criterion in CRITERIA
    ),
)
ASSESSMENT_FORM = (
    Question("completion", "EOC-03", _("How far was it completed?"), COMPLETION_LEVELS),
    Question("completion-evidence", "EOC-03", _("What shows this?"), proves="completion"),
    Question("outcomes", "EOC-03", _("Which early results and outcomes are there?")),
    Question("openness", "EOC-03", _("Did it open government, and how much?"), required=False),
    Question("obstacles", "EOC-03", _("What stood in the way?"), required=False),
)
LEARNING_FORM = (
    Question("exercise_on", "FLE-02", _("When was the exercise held with the stakeholders?")),
    Question("earlier-reports", "FLE-02", _("What do the inception report and the assessments show?")),
    Question("successes", "FLE-02", _("What went well, from co-creation to implementation?")),
    Question("improvements", "FLE-02", _("What could go better?")),
    Question("changes", "FLE-02", _("Which changes were made possible, beyond finished activities?")),
    Question(
        "setbacks", "FLE-02", _("Why was there no progress, and what is the way forward?"), required=False
    ),
    Question("lessons", "FLE-02", _("Lessons")),
    Question("next_steps", "FLE-02", _("Next steps")),
)
FORMS = {INCEPTION: INCEPTION_FORM, ASSESSMENT: ASSESSMENT_FORM, LEARNING: LEARNING_FORM}
DESIGN_CHECK = tuple(question for question in INCEPTION_FORM if question.for_each)


def form_of(report: ReportFacts) -> tuple[Question, ...]:
    """MB-06, §2.3: return the form of a report; of a later commitment's optional look the three criteria alone."""
    is_check = report.kind == INCEPTION and report.commitment is not None
    return DESIGN_CHECK if is_check else FORMS.get(report.kind, ())


def rated_commitments(plan: PlanFacts, report: ReportFacts) -> tuple[CommitmentFacts, ...]:
    """INC-03, §3.5.1: return the commitments an inception report rates: the initial ones, however many (AMB-09)."""
    if report.commitment is not None:
        return tuple(one for one in plan.commitments if one.key == report.commitment)
    return tuple(one for one in plan.live_commitments if is_initial(plan, one))


def is_initial(plan: PlanFacts, commitment: CommitmentFacts) -> bool:
    """Say whether a commitment went in with the plan."""
    day = commitment.submitted_on or commitment.included_on
    return day is not None and (plan.submitted_on is None or day <= plan.submitted_on)


def scale_of(question: Question, edition: Edition) -> tuple[str, ...]:
    """Return the answers a question takes, as the edition has them; none where it is answered in words."""
    own = {"completion": edition.report.completion_scale}
    criteria = edition.report.criteria_scale if question.for_each else ()
    return own.get(question.id) or criteria or (question.scale.slugs if question.scale else ())


def answers(report: ReportFacts) -> dict[str, str]:
    """Return the answers given once, by the id of the question."""
    named = {
        "completion": report.completion,
        "outcomes": report.outcomes,
        "lessons": report.lessons,
        "next_steps": report.next_steps,
        "exercise_on": report.exercise_on.isoformat() if report.exercise_on else "",
    }
    evidence = {f"{claim}-evidence": text for claim, text in report.evidence.items()}
    given = {**report.requirements, **report.practices, **evidence, **report.answers}
    return {**given, **{name: text for name, text in named.items() if text}}


def answers_of(report: ReportFacts, member: MemberFacts) -> dict[str, str]:
    """Return the answers about one member, by the id of the question."""
    evidence = report.member_evidence.get(member.key, {})
    proved = {f"{claim}-evidence": text for claim, text in evidence.items()}
    return {**report.member_requirements.get(member.key, {}), **proved}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the answer it got; ``commitment`` or ``member`` is the one it is about.

    ``claim`` is the answer that this one gives the evidence for.
    """

    question: Question
    answer: str
    commitment: CommitmentFacts | None = None
    member: MemberFacts | None = None
    claim: str = ""

    @property
    def label(self) -> Label:
        """What is asked; of a commitment by its code, of a member by its name."""
        if self.commitment:
            return Label(f"{self.commitment.code} {self.question.id}")
        return Label(f"{self.member.name} {self.question.id}") if self.member else Label(self.question.text)


def asked(plan: PlanFacts, report: ReportFacts) -> Iterator[Asked]:
    """Yield every question of a report's form with its answer, in the form's order."""
    once, whose = answers(report), processes(plan)
    for question in form_of(report):
        if question.for_each:
            for one in rated_commitments(plan, report):
                yield Asked(question, report.ratings.get(one.key, {}).get(question.id, "").strip(), one)
            continue
        for member in whose if question.for_members else (None,):
            given = answers_of(report, member) if member else once
            answer, claim = given.get(question.id, "").strip(), given.get(question.proves, "")
            yield Asked(question, answer, member=member, claim=claim)
