"""What only a person can judge: the review questions, the answers given to them, and those still open.

A question has an id (its slug), a rule of the handbook and a place: it is asked once of the plan, or once of
each commitment in it. An answer has a person and a day; the latest answer counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .facts import AnswerFacts, CommitmentFacts, PlanFacts
from .findings import Finding, advice, warning
from .words import Label, _

About = Literal["plan", "commitment"]
Asked = PlanFacts | CommitmentFacts


@dataclass(frozen=True, slots=True)
class Question:
    """A question for a reviewer, who answers yes, partly or no."""

    slug: str
    rule: str
    about: About
    text: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer about one thing."""

    question: Question
    thing: Asked

    @property
    def about(self) -> str:
        """The key of the plan or commitment to be judged."""
        return self.thing.key


QUESTIONS = (
    Question(
        "participation-results",
        "PLAN-COMP-03",
        "plan",
        _("Does the vision say how people took part in making it, how deeply, and what came of it?"),
    ),
    Question(
        "whole-of-government",
        "PLAN-COMP-04",
        "plan",
        _("Does the vision speak for the whole government, and not for one agency?"),
    ),
    Question(
        "significant-priorities",
        "PLAN-COMP-04",
        "plan",
        _("Does it concentrate on significant priorities and ambitious reforms that serve the OGP values?"),
    ),
    Question(
        "beyond-practice",
        "PLAN-COMP-04",
        "plan",
        _("Does it reach beyond current practice and clearly improve on the status quo?"),
    ),
    Question(
        "two-meetings-foreseen",
        "A1-6.3",
        "plan",
        _("Do the activities to discuss progress foresee at least two meetings a year?"),
    ),
    Question(
        "real-world-problem",
        "A2-06",
        "commitment",
        _("Is the problem one that people have, and not the absence of a tool?"),
    ),
    Question(
        "clearly-relevant", "QUAL-01", "commitment", _("Does it clearly advance the OGP values it names?")
    ),
    Question(
        "precise",
        "QUAL-03",
        "commitment",
        _("Does it describe the problem, the activities and the expected results precisely?"),
    ),
    Question(
        "demonstrable",
        "QUAL-04",
        "commitment",
        _("Can anybody check whether it was fulfilled, milestone by milestone?"),
    ),
    Question(
        "ambitious",
        "QUAL-08",
        "commitment",
        _("Is it a concrete, measurable step beyond current practice?"),
    ),
)


def question_named(slug: str) -> Question:
    """Return the question with this slug. Raises ValueError that lists the slugs there are."""
    for question in QUESTIONS:
        if question.slug == slug:
            return question
    raise ValueError(f"No question {slug!r}. Questions: {', '.join(one.slug for one in QUESTIONS)}.")


def questions_of(plan: PlanFacts) -> Iterator[OpenQuestion]:
    """Return every question with each thing it is asked of: the plan, and each commitment still in it."""
    things: tuple[Asked, ...] = (plan, *plan.live_commitments)
    for thing in things:
        about = "plan" if isinstance(thing, PlanFacts) else "commitment"
        yield from (OpenQuestion(one, thing) for one in QUESTIONS if one.about == about)


def answer_to(plan: PlanFacts, slug: str, about: str, day: date) -> AnswerFacts | None:
    """Return the answer in force on ``day`` to a question about one thing: the latest, of one day the last."""
    given = [one for one in plan.answers if (one.question, one.about) == (slug, about) and one.on <= day]
    return sorted(given, key=lambda one: one.on)[-1] if given else None


def open_questions(plan: PlanFacts, day: date) -> list[OpenQuestion]:
    """Return the questions that nobody has answered by ``day``."""
    return [
        asked
        for asked in questions_of(plan)
        if answer_to(plan, asked.question.slug, asked.about, day) is None
    ]


def check_questions(plan: PlanFacts, *, day: date) -> list[Finding]:
    """Return what reviewers doubt, and one piece of advice for each thing that waits for them."""
    return [*what_reviewers_doubt(plan, day), *reviews_that_wait(plan, day)]


def what_reviewers_doubt(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """PLAN-COMP-03, PLAN-COMP-04, A1-6.3, A2-06, QUAL-01 to QUAL-08: a question answered no, or only partly."""
    for asked in questions_of(plan):
        answer = answer_to(plan, asked.question.slug, asked.about, day)
        if answer and answer.answer != "yes":
            yield _doubt(asked, answer)


def _doubt(asked: OpenQuestion, answer: AnswerFacts) -> Finding:
    is_no = answer.answer == "no"
    report = warning if is_no else advice
    template = _("%(question)s No, said %(by)s on %(on)s. %(note)s")
    in_part = _("%(question)s Partly, said %(by)s on %(on)s. %(note)s")
    return report(
        asked.question.rule,
        asked.thing,
        template if is_no else in_part,
        hint=_("Change the text and ask again, or say why it stays."),
        field=asked.question.slug,
        question=Label(asked.question.text),
        by=answer.by,
        on=answer.on,
        note=answer.note,
    )


def reviews_that_wait(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """PLAN-COMP-04, QUAL-08: questions wait for a reviewer; said once for the plan and once a commitment."""
    waiting: dict[str, list[OpenQuestion]] = {}
    for asked in open_questions(plan, day):
        waiting.setdefault(asked.about, []).append(asked)
    for ones in waiting.values():
        yield advice(
            "PLAN-COMP-04" if ones[0].question.about == "plan" else "QUAL-08",
            ones[0].thing,
            _("Review questions that wait for an answer: %(count)s."),
            hint=_("Somebody who did not write it answers them: yes, partly or no."),
            field="answers",
            count=len(ones),
        )
