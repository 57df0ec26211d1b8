"""Judging from the desk: a warning overruled with a reason, a review question answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from ogp_wagtail.fields import label
from ogp_wagtail.handbook.facts import AnswerFacts, PlanFacts
from ogp_wagtail.handbook.questions import QUESTIONS, OpenQuestion, answer_in_force, questions_of
from ogp_wagtail.handbook.vocabularies import ANSWERS
from ogp_wagtail.in_words import subject_of
from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.actions.judge import answer_question, overrule
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.permissions import can_judge


@dataclass(frozen=True)
class Asked:
    """A question of one thing in the active language, with the answer it has, if any."""

    question: OpenQuestion
    text: str
    subject: str
    answer: AnswerFacts | None
    answered: str
    earlier: list[tuple[str, AnswerFacts]]
    may_answer: bool


def questions(facts: PlanFacts, day: date, plan: Plan, user: Any) -> list[Asked]:
    """Every review question of the plan and its commitments, what belongs to one thing side by side."""
    may = {one.slug: can_judge(user, plan, one.slug) for one in QUESTIONS}
    return [_asked(one, facts, day, may_answer=may[one.question.slug]) for one in questions_of(facts)]


def _asked(one: OpenQuestion, facts: PlanFacts, day: date, *, may_answer: bool) -> Asked:
    """With the answer that stands, and those before it: superseded, or of a text that has changed since."""
    answer = answer_in_force(facts, one, day)
    given = [said for said in facts.answers if (said.question, said.about) == (one.question.slug, one.about)]
    earlier = [(label(ANSWERS, said.answer), said) for said in reversed(given) if said is not answer]
    answered = label(ANSWERS, answer.answer) if answer else ""
    text, subject = _(one.question.text), subject_of(one.thing.subject)
    return Asked(one, text, subject, answer, answered, earlier, may_answer)


def judge(request: HttpRequest, plan: Plan, day: date) -> None:
    """Record what was judged, and say so; or say why not."""
    try:
        _recorded(request.POST, plan, request.user, day)
    except LawError as refusal:
        for message in refusal.messages:
            messages.error(request, message)
    else:
        messages.success(request, _("Recorded, with your name and today's date."))


def _recorded(given: Any, plan: Plan, user: Any, day: date) -> None:
    about = given.get("about", "")
    if "overrule" in given:
        overrule(plan, given["overrule"], about, given.get("field", ""), given.get("reason", ""), user, day)
    else:
        slug, answer, note = (given.get(name, "") for name in ("question", "answer", "note"))
        judged = given.get("judged", "")[:64] or _present_text(plan, slug, about)
        answer_question(plan, slug, about, answer, note, user, day, judged)


def _present_text(plan: Plan, slug: str, about: str) -> str:
    """The fingerprint of the text as it is, for whoever posts without having been shown a form."""
    asked = questions_of(whole.drafted(plan))
    return next((one.judged for one in asked if (one.question.slug, one.about) == (slug, about)), "")
