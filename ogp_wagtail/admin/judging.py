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
from ogp_wagtail.handbook.questions import OpenQuestion, answer_to, questions_of
from ogp_wagtail.handbook.vocabularies import ANSWERS
from ogp_wagtail.in_words import subject_of
from ogp_wagtail.law import LawError
from ogp_wagtail.plans.actions.judge import answer_question, overrule
from ogp_wagtail.plans.models import Plan


@dataclass(frozen=True)
class Asked:
    """A question of one thing in the active language, with the answer it has, if any."""

    question: OpenQuestion
    text: str
    subject: str
    answer: AnswerFacts | None
    answered: str


def questions(facts: PlanFacts, day: date) -> list[Asked]:
    """Every review question of the plan and its commitments, what belongs to one thing side by side."""
    return [_asked(one, facts, day) for one in questions_of(facts)]


def _asked(one: OpenQuestion, facts: PlanFacts, day: date) -> Asked:
    answer = answer_to(facts, one.question.slug, one.about, day)
    answered = label(ANSWERS, answer.answer) if answer else ""
    return Asked(one, _(one.question.text), subject_of(one.thing.subject), answer, answered)


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
        answer_question(
            plan, given.get("question", ""), about, given.get("answer", ""), given.get("note", ""), user, day
        )
