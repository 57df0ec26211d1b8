"""What people judged of a plan, as facts: at most one query, however many answers."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.facts import AnswerFacts, OverruleFacts, PlanFacts
from ogp_wagtail.plans.models import OverruledWarning, Plan, ReviewAnswer
from ogp_wagtail.plans.sources import with_rows

RELATIONS = ("answers", "overruled")


def judgements(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """The answers to review questions and the warnings overruled, in the order in which they were given."""
    whole = with_rows(plan, RELATIONS)
    return {
        "answers": tuple(answer_facts(row) for row in _as_given(whole.answers.all())),
        "overruled": tuple(overrule_facts(row) for row in _as_given(whole.overruled.all())),
    }


def _as_given(rows: Any) -> list[Any]:
    return sorted(rows, key=lambda row: (row.judged_on, row.pk))


def answer_facts(row: ReviewAnswer) -> AnswerFacts:
    """An answer."""
    return AnswerFacts(
        row.question, row.about, row.answer, row.judged_by_name, row.judged_on, row.note, row.judged
    )


def overrule_facts(row: OverruledWarning) -> OverruleFacts:
    """A reason for which a warning was set aside."""
    return OverruleFacts(row.rule, row.about, row.reason, row.judged_by_name, row.judged_on, row.form_field)
