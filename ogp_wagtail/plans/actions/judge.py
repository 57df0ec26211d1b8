"""A person judges: answers a review question, or overrules a warning with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.questions import QUESTIONS, question_named
from ogp_wagtail.handbook.vocabularies import ANSWERS
from ogp_wagtail.handbook.words import Labels, _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import OverruledWarning, Plan, ReviewAnswer
from ogp_wagtail.plans.permissions import can_judge


def answer_question(
    plan: Plan,
    slug: str,
    about: str,
    answer: str,
    note: str = "",
    user: Any = None,
    day: date | None = None,
    judged: str = "",
) -> ReviewAnswer:
    """Record a reviewer's answer about the plan or one of its commitments, by key; it supersedes the one before.

    ``judged`` is the fingerprint of the text that the reviewer read (``OpenQuestion.judged``).

    Raises:
        LawError: there is no such question, answer or thing, or the user may not answer it.
    """
    refuse_if([*_wrong_answer(plan, slug, about, answer), *_may_not(plan, user, slug)])
    row = ReviewAnswer(
        question=slug, answer=answer, note=note, judged=judged, **_judged(plan, about, user, day)
    )
    return row._save_lawfully()


def overrule(
    plan: Plan, rule: str, about: str, field: str, reason: str, user: Any = None, day: date | None = None
) -> OverruledWarning:
    """Set a warning aside for a reason, which is kept and shown. An error stands whatever is recorded here.

    ``rule``, ``about`` and ``field`` are those of the finding (its ``key`` is what it is about).

    Raises:
        LawError: the reason is empty, the handbook has no such rule, or nobody overrules.
    """
    refuse_if(_may_not(plan, user))
    row = OverruledWarning(rule=rule, form_field=field, reason=reason, **_judged(plan, about, user, day))
    return row._save_lawfully()


def _judged(plan: Plan, about: str, user: Any, day: date | None) -> dict[str, Any]:
    name = user.get_full_name() or user.get_username()
    return {
        "plan": plan,
        "about": about,
        "judged_by": user,
        "judged_by_name": name,
        "judged_on": day or timezone.localdate(),
    }


def _may_not(plan: Plan, user: Any, slug: str = "") -> Iterable[Finding]:
    thing = Named(str(plan.key), "plan")
    if user is None or not user.is_active:
        template = _("Whoever judges is a person with an account.")
        yield error("PLAN-COMP-04", thing, template, field="judged_by")
    elif not can_judge(user, plan, slug):
        template = _("The monitoring body assesses this: the government does not judge its own commitment.")
        hint = _("Ask the monitoring body, or a stakeholder who took part.")
        yield error(question_named(slug).rule, thing, template, hint=hint, field="judged_by")


def _wrong_answer(plan: Plan, slug: str, about: str, answer: str) -> Iterable[Finding]:
    question = next((one for one in QUESTIONS if one.slug == slug), None)
    if question is None:
        yield _refusal(plan, "PLAN-COMP-04", "question", _("There is no review question “%(given)s”."), slug)
    elif not _is_there(plan, question.about, about):
        template = _("There is nothing in this plan of which the question is asked: “%(given)s”.")
        yield _refusal(plan, question.rule, "about", template, about)
    elif answer not in ANSWERS:
        yield _refusal(plan, question.rule, "answer", _("“%(given)s” is no answer."), answer)


def _is_there(plan: Plan, kind: str, about: str) -> bool:
    """A commitment may still be a draft, of which the register knows nothing: any other key will do."""
    return (about == str(plan.key)) == (kind == "plan") and bool(about.strip())


def _refusal(plan: Plan, rule: str, field: str, template: str, given: str) -> Finding:
    allowed = ANSWERS.labels if field == "answer" else Labels(one.slug for one in QUESTIONS)
    hint = _("Choose among: %(allowed)s.") if field != "about" else ""
    thing = Named(str(plan.key), "plan")
    return error(rule, thing, template, hint=hint, field=field, given=given, allowed=allowed)
