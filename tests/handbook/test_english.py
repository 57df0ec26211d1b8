"""The English text of a plan in another language (PLAN-LANG-01)."""

import dataclasses

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    ForewordFacts,
    GoalFacts,
    MilestoneFacts,
    Month,
    PlanFacts,
    SpaceFacts,
)
from ogp_wagtail.handbook.forms import ANNEX_1, Kind, check_english

from .build import COMMITMENT_TEXTS, PLAN_TEXTS, changed, complete_commitment, complete_plan

PLAN = complete_plan()


def in_spanish(**values: object) -> PlanFacts:
    english = {"title": "Title", **COMMITMENT_TEXTS}
    milestone = MilestoneFacts("m", "Datos", Month(2024, 5), Month(2024, 9), "City", english="Data")
    defaults = {
        "language": "es",
        "english": PLAN_TEXTS,
        "commitments": (complete_commitment(english=english, milestones=(milestone,)),),
        "goals": (GoalFacts("g1", "Una ciudad", "A city"),),
        "forewords": (ForewordFacts("joint", "Juntos.", "Together."),),
        "spaces": (SpaceFacts("Consejo", "citizens-council", "offline", "Cada mes.", english="Monthly."),),
    }
    return changed(PLAN, **{**defaults, **values})


def test_plan_lang_01_a_plan_with_full_english_text_passes() -> None:
    assert check_english(in_spanish(), CURRENT) == []


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_plan_lang_01_a_plan_in_english_needs_no_other_text(language: str) -> None:
    assert check_english(changed(PLAN, language=language), CURRENT) == []


@pytest.mark.parametrize("field", sorted(PLAN_TEXTS))
def test_plan_lang_01_each_text_of_the_vision_is_required(field: str) -> None:
    english = {name: text for name, text in PLAN_TEXTS.items() if name != field}
    (finding,) = check_english(in_spanish(english=english), CURRENT)
    assert (finding.rule, finding.subject, finding.field) == ("PLAN-LANG-01", "plan", field)


@pytest.mark.parametrize("field", ["title", *sorted(COMMITMENT_TEXTS)])
def test_plan_lang_01_one_text_of_one_commitment_is_enough_to_fail(field: str) -> None:
    english = {"title": "Title", **COMMITMENT_TEXTS, field: ""}
    (one,) = in_spanish().commitments
    plan = in_spanish(commitments=(dataclasses.replace(one, english=english),))
    (finding,) = check_english(plan, CURRENT)
    assert (finding.rule, finding.subject, finding.field) == ("PLAN-LANG-01", "commitment C1", field)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"goals": (GoalFacts("g1", "Una ciudad"),)}, "goals"),
        ({"forewords": (ForewordFacts("joint", "Juntos."),)}, "forewords"),
        ({"spaces": (SpaceFacts("Consejo", description="Cada mes."),)}, "spaces"),
    ],
)
def test_plan_lang_01_rows_are_texts_too(values: dict[str, object], field: str) -> None:
    (finding,) = check_english(in_spanish(**values), CURRENT)
    assert (finding.rule, finding.field) == ("PLAN-LANG-01", field)


def test_plan_lang_01_milestones_are_texts_too() -> None:
    (one,) = in_spanish().commitments
    untranslated = dataclasses.replace(one, milestones=(MilestoneFacts("m", "Datos"),))
    (finding,) = check_english(in_spanish(commitments=(untranslated,)), CURRENT)
    assert (finding.subject, finding.field) == ("commitment C1", "milestones")


def test_plan_lang_01_what_is_optional_may_stay_untranslated() -> None:
    (one,) = in_spanish().commitments
    more = dataclasses.replace(one, texts={**one.texts, "additional_information": "Más."})
    assert check_english(in_spanish(commitments=(more,)), CURRENT) == []


def test_plan_lang_01_only_texts_are_translated() -> None:
    assert {field.field for field in ANNEX_1 if field.kind is Kind.TEXT} == set(PLAN_TEXTS)
