"""The plan is submitted in English: every required text has an English version (PLAN-LANG-01, §3.2)."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts, Texts
from ..findings import Finding, Thing, error
from ..rules import rule_named
from ..words import Label, _
from .annex1 import ANNEX_1
from .annex2 import ANNEX_2
from .fields import FormField, Kind, Required, filled


class _Row(Protocol):
    @property
    def english(self) -> str: ...


def check_english(plan: PlanFacts, edition: Edition) -> list[Finding]:
    """PLAN-LANG-01, §3.2: each required text of the plan and its commitments has an English version."""
    return [
        *plan_in_english(plan, edition),
        *(
            finding
            for commitment in plan.live_commitments
            for finding in commitment_in_english(plan, commitment, edition)
        ),
    ]


def is_in_english(plan: PlanFacts, edition: Edition) -> bool:
    """Say whether the plan's own language is already that of the submission."""
    return plan.language.split("-")[0].lower() == edition.plan.language


def plan_in_english(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-LANG-01, §3.2: the texts of Annex 1."""
    if is_in_english(plan, edition):
        return
    yield from _texts(plan, ANNEX_1, plan.texts, plan.english)
    yield from _rows(plan, "A1-2", "forewords", ((row, row.text) for row in plan.forewords))
    yield from _rows(plan, "A1-4.1", "goals", ((row, row.text) for row in plan.goals))
    yield from _rows(plan, "A1-5.3", "spaces", ((row, row.description) for row in plan.spaces))


def commitment_in_english(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition
) -> Iterator[Finding]:
    """PLAN-LANG-01, §3.2: the texts of Annex 2, of one commitment."""
    if is_in_english(plan, edition):
        return
    texts = {**commitment.texts, "title": commitment.title}
    yield from _texts(commitment, ANNEX_2, texts, commitment.english)
    rows = ((row, row.deliverable) for row in commitment.milestones)
    yield from _rows(commitment, "A2-17", "milestones", rows)


def _texts(thing: Thing, form: Iterable[FormField], texts: Texts, english: Texts) -> Iterator[Finding]:
    for field in form:
        is_required = field.kind is Kind.TEXT and field.required is Required.ALWAYS
        is_said = filled(texts.get(field.field, ""))
        if is_required and is_said and not filled(english.get(field.field, "")):
            yield _untranslated(thing, field.label, field.field)


def _rows(thing: Thing, rule: str, field: str, rows: Iterable[tuple[_Row, str]]) -> Iterator[Finding]:
    if any(filled(text) and not filled(row.english) for row, text in rows):
        yield _untranslated(thing, Label(rule_named(rule).title), field)


def _untranslated(thing: Thing, label: Label, field: str) -> Finding:
    return error(
        "PLAN-LANG-01",
        thing,
        _("No English text: %(label)s."),
        hint=_("Translate it; the plan is submitted in English."),
        field=field,
        label=label,
    )
