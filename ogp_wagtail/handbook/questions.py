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
from .judged_text import fingerprint
from .words import Label, Labels, _

About = Literal["plan", "commitment"]
Asked = PlanFacts | CommitmentFacts


@dataclass(frozen=True, slots=True)
class Question:
    """A question for a reviewer, who answers yes, partly or no.

    ``judges`` are the fields that it is about: when one of them changes, it is asked again. What the monitoring body
    assesses (``by_body``) is not answered by the government whose plan it is (QUAL-01, QUAL-04, QUAL-08).
    """

    slug: str
    rule: str
    about: About
    text: str
    judges: tuple[str, ...]
    by_body: bool = False


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer about one thing."""

    question: Question
    thing: Asked

    @property
    def about(self) -> str:
        """The key of the plan or commitment to be judged."""
        return self.thing.key

    @property
    def judged(self) -> str:
        """The fingerprint of the text that an answer given now is about."""
        return fingerprint(self.thing, self.question.judges)


VISION = (
    *("long_term_vision", "goals", "achievements", "challenges", "medium_term_goals"),
    *("contribution_to_vision", "contribution_to_policy"),
)
QUESTIONS = (
    Question(
        "participation-results",
        "PLAN-COMP-03",
        "plan",
        _("Does the vision say how people took part in making it, how deeply, and what came of it?"),
        ("diversity_measures", "collaboration", "institutional_arrangements"),
    ),
    Question(
        "whole-of-government",
        "PLAN-COMP-04",
        "plan",
        _("Does the vision speak for the whole government, and not for one agency?"),
        VISION,
    ),
    Question(
        "significant-priorities",
        "PLAN-COMP-04",
        "plan",
        _("Does it concentrate on significant priorities and ambitious reforms that serve the OGP values?"),
        VISION,
    ),
    Question(
        "beyond-practice",
        "PLAN-COMP-04",
        "plan",
        _("Does it reach beyond current practice and clearly improve on the status quo?"),
        VISION,
    ),
    Question(
        "two-meetings-foreseen",
        "A1-6.3",
        "plan",
        _("Do the activities to discuss progress foresee at least two meetings a year?"),
        ("progress_discussion",),
    ),
    Question(
        "real-world-problem",
        "A2-06",
        "commitment",
        _("Is the problem one that people have, and not the absence of a tool?"),
        ("problem",),
    ),
    Question(
        "clearly-relevant",
        "QUAL-01",
        "commitment",
        _("Does it clearly advance the OGP values it names?"),
        ("action", "results", "ogp_values"),
        by_body=True,
    ),
    Question(
        "precise",
        "QUAL-03",
        "commitment",
        _("Does it describe the problem, the activities and the expected results precisely?"),
        ("problem", "action", "results"),
    ),
    Question(
        "demonstrable",
        "QUAL-04",
        "commitment",
        _("Can anybody check whether it was fulfilled, milestone by milestone?"),
        ("results", "milestones"),
        by_body=True,
    ),
    Question(
        "ambitious",
        "QUAL-08",
        "commitment",
        _("Is it a concrete, measurable step beyond current practice?"),
        ("status_quo", "baseline", "action", "results"),
        by_body=True,
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


def answer_in_force(plan: PlanFacts, asked: OpenQuestion, day: date) -> AnswerFacts | None:
    """Return the latest answer, as long as the text it judged is the present one; else None: it is asked again.

    An answer of which it is not known what it judged stands.
    """
    answer = answer_to(plan, asked.question.slug, asked.about, day)
    return answer if answer and answer.judged in ("", asked.judged) else None


def open_questions(plan: PlanFacts, day: date) -> list[OpenQuestion]:
    """Return the questions that nobody has answered by ``day`` for the text as it is."""
    return [asked for asked in questions_of(plan) if answer_in_force(plan, asked, day) is None]


def check_questions(plan: PlanFacts, *, day: date) -> list[Finding]:
    """Return what reviewers doubt, and what waits for them."""
    return [*what_reviewers_doubt(plan, day), *reviews_that_wait(plan, day)]


def what_reviewers_doubt(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """PLAN-COMP-03, PLAN-COMP-04, A1-6.3, A2-06, QUAL-01 to QUAL-08: a question answered no, or only partly."""
    for asked in questions_of(plan):
        answer = answer_in_force(plan, asked, day)
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
    """PLAN-COMP-04, QUAL-08: what waits for a reviewer; once for the plan, and once a question on commitments."""
    waiting: dict[str, list[OpenQuestion]] = {}
    for asked in open_questions(plan, day):
        waiting.setdefault(asked.question.slug, []).append(asked)
    of_plan = [slug for slug, ones in waiting.items() if ones[0].question.about == "plan"]
    if of_plan:
        template = _("Review questions on the plan that wait for an answer: %(count)s.")
        yield advice("PLAN-COMP-04", plan, template, hint=_ANSWER_IT, field="answers", count=len(of_plan))
    for slug, ones in waiting.items():
        if slug not in of_plan:
            yield _waits(plan, ones)


_ANSWER_IT = _("Somebody who did not write it answers: yes, partly or no.")


def _waits(plan: PlanFacts, ones: list[OpenQuestion]) -> Finding:
    codes = Labels(Label(one.thing.code) for one in ones)
    question = ones[0].question
    return advice(
        question.rule,
        plan,
        _("%(question)s Nobody has answered this of: %(commitments)s."),
        hint=_ANSWER_IT,
        field="answers",
        question=Label(question.text),
        commitments=codes,
    )
