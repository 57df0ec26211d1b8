"""What people judge: review questions and their answers, and warnings overruled with a reason."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import RULES, Finding, PlanFacts, errors, review, review_filing
from ogp_wagtail.handbook.facts import AnswerFacts, OverruleFacts
from ogp_wagtail.handbook.findings import Severity, standing
from ogp_wagtail.handbook.forms import ANNEX_1, ANNEX_2
from ogp_wagtail.handbook.questions import (
    QUESTIONS,
    answer_to,
    check_questions,
    open_questions,
    question_named,
    questions_of,
)
from ogp_wagtail.handbook.vocabularies import ANSWERS, TECHNOLOGY

from .build import SUBMITTED, answers, changed, complete_commitment, complete_plan

PLAN = complete_plan()
UNASKED = changed(PLAN, answers=())
COUNT_OF_A_PLAN = sum(one.about == "plan" for one in QUESTIONS)
COUNT_OF_A_COMMITMENT = sum(one.about == "commitment" for one in QUESTIONS)


def answered(slug: str, about: str, answer: str, on: str = "2024-03-14", note: str = "") -> PlanFacts:
    given = AnswerFacts(slug, about, answer, "Rosa Vega", date.fromisoformat(on), note)
    return changed(PLAN, answers=(*PLAN.answers, given))


def judged(plan: PlanFacts) -> list[tuple[str, Severity, str, str]]:
    found = check_questions(plan, day=SUBMITTED)
    return [(one.rule, one.severity, one.subject, one.field) for one in found]


def test_each_question_has_an_id_of_its_own_and_a_rule() -> None:
    assert len({one.slug for one in QUESTIONS}) == len(QUESTIONS)
    assert all(one.rule in RULES and one.text.endswith("?") for one in QUESTIONS)
    assert question_named("ambitious").rule == "QUAL-08"
    with pytest.raises(ValueError, match=r"No question 'beauty'\. Questions: participation-results, "):
        question_named("beauty")
    assert ANSWERS.slugs == ("yes", "partly", "no")


def test_plan_comp_04_a_checklist_filled_by_a_reviewer_leaves_nothing_open() -> None:
    assert open_questions(PLAN, SUBMITTED) == []
    assert check_questions(PLAN, day=SUBMITTED) == []


def test_plan_comp_04_what_nobody_has_judged_is_said_once_for_the_plan_and_once_a_question() -> None:
    assert len(open_questions(UNASKED, SUBMITTED)) == COUNT_OF_A_PLAN + 2 * COUNT_OF_A_COMMITMENT
    first, *others = check_questions(UNASKED, day=SUBMITTED)
    assert (first.rule, first.subject, first.values["count"]) == ("PLAN-COMP-04", "plan", COUNT_OF_A_PLAN)
    of_commitments = [one.rule for one in QUESTIONS if one.about == "commitment"]
    assert [one.rule for one in others] == of_commitments
    assert {str(one.values["commitments"]) for one in others} == {"C1, C2"}
    assert {one.severity for one in (first, *others)} == {"advice"}


def test_twelve_commitments_that_wait_are_no_more_lines_than_one() -> None:
    twelve = changed(UNASKED, commitments=tuple(complete_commitment(f"C{number}") for number in range(1, 13)))
    one = changed(UNASKED, commitments=(complete_commitment("C1"),))
    assert len(check_questions(twelve, day=SUBMITTED)) == len(check_questions(one, day=SUBMITTED))


def said_of(plan: PlanFacts, slug: str, about: str, answer: str = "no") -> PlanFacts:
    """An answer that knows which text it judged."""
    (asked,) = [one for one in questions_of(plan) if (one.question.slug, one.about) == (slug, about)]
    given = AnswerFacts(slug, about, answer, "Rosa Vega", SUBMITTED, judged=asked.judged)
    return changed(plan, answers=(*plan.answers, given))


def reworded(plan: PlanFacts, **texts: str) -> PlanFacts:
    first, *others = plan.commitments
    return changed(plan, commitments=(changed(first, texts={**first.texts, **texts}), *others))


def test_an_answer_is_asked_for_again_once_the_text_it_judged_has_changed() -> None:
    plan = said_of(PLAN, "real-world-problem", "c1")
    assert [one.field for one in check_questions(plan, day=SUBMITTED)] == ["real-world-problem"]
    other = reworded(plan, problem="People wait three months for an answer.")
    assert [(one.question.slug, one.about) for one in open_questions(other, SUBMITTED)] == [
        ("real-world-problem", "c1")
    ]
    assert not [one for one in check_questions(other, day=SUBMITTED) if one.field == "real-world-problem"]
    earlier = answer_to(other, "real-world-problem", "c1", SUBMITTED)
    assert earlier is not None
    assert (earlier.answer, earlier.by, earlier.on) == ("no", "Rosa Vega", SUBMITTED)


def test_an_answer_stands_while_what_it_judged_stands() -> None:
    plan = said_of(PLAN, "real-world-problem", "c1")
    elsewhere = reworded(plan, results="Other results.")
    blanks = reworded(plan, problem=f"  {plan.commitments[0].texts['problem']}\n")
    for same in (plan, elsewhere, blanks):
        assert open_questions(same, SUBMITTED) == []


def test_every_question_reads_fields_that_its_form_has() -> None:
    form = {"plan": {one.field for one in ANNEX_1}, "commitment": {one.field for one in ANNEX_2}}
    assert all(one.judges and set(one.judges) <= form[one.about] for one in QUESTIONS)


def test_plan_comp_04_an_unanswered_checklist_keeps_no_plan_from_being_filed() -> None:
    assert errors(review(UNASKED, day=SUBMITTED)) == []
    assert review_filing(UNASKED, day=SUBMITTED) == []


@pytest.mark.parametrize(
    ("slug", "about", "rule"),
    [
        ("participation-results", "1", "PLAN-COMP-03"),
        ("whole-of-government", "1", "PLAN-COMP-04"),
        ("two-meetings-foreseen", "1", "A1-6.3"),
        ("real-world-problem", "c1", "A2-06"),
        ("clearly-relevant", "c1", "QUAL-01"),
        ("precise", "c1", "QUAL-03"),
        ("demonstrable", "c1", "QUAL-04"),
        ("ambitious", "c1", "QUAL-08"),
    ],
)
def test_qual_08_a_reviewer_who_says_no_warns_under_the_rule_of_the_question(
    slug: str, about: str, rule: str
) -> None:
    subject = "plan" if about == "1" else "commitment C1"
    assert judged(answered(slug, about, "no")) == [(rule, "warning", subject, slug)]
    assert judged(answered(slug, about, "partly")) == [(rule, "advice", subject, slug)]
    assert judged(answered(slug, about, "yes")) == []


def test_a2_06_the_message_names_the_question_the_person_the_day_and_the_note() -> None:
    (finding,) = check_questions(
        answered("real-world-problem", "c1", "no", note="There is no website."), day=SUBMITTED
    )
    assert finding.message == (
        "Is the problem one that people have, and not the absence of a tool? "
        "No, said Rosa Vega on 2024-03-14. There is no website."
    )


def test_the_latest_answer_counts_and_one_of_a_later_day_not_yet() -> None:
    twice = answered("ambitious", "c1", "no")
    twice = changed(twice, answers=(*twice.answers, AnswerFacts("ambitious", "c1", "yes", "Ana", SUBMITTED)))
    assert check_questions(twice, day=SUBMITTED) == []
    before = answer_to(twice, "ambitious", "c1", date(2024, 3, 14))
    assert before is not None
    assert before.answer == "no"
    assert answer_to(twice, "ambitious", "c1", date(2024, 3, 1)) is None


def test_of_two_answers_of_one_day_the_one_given_last_counts() -> None:
    doubted = changed(PLAN, answers=(*PLAN.answers, *answers("1", "plan", "no")))
    assert {one.severity for one in check_questions(doubted, day=SUBMITTED)} == {"warning"}
    settled = changed(doubted, answers=(*doubted.answers, *answers("1", "plan")))
    assert check_questions(settled, day=SUBMITTED) == []


def test_a_withdrawn_commitment_is_asked_nothing() -> None:
    gone = complete_commitment("C9", withdrawn_on=SUBMITTED)
    plan = changed(PLAN, commitments=(*PLAN.commitments, gone))
    assert "c9" not in {one.about for one in questions_of(plan)}


TECH = changed(
    PLAN,
    commitments=(
        complete_commitment("C1", ogp_values=frozenset({TECHNOLOGY})),
        complete_commitment("C2"),
    ),
)
REASON = OverruleFacts("QUAL-02", "c1", "It serves item C2.", "Ana Ruiz", date(2024, 3, 13), "ogp_values")


def reviewed(plan: PlanFacts, *reasons: OverruleFacts) -> list[Finding]:
    return review(changed(plan, overruled=reasons), day=SUBMITTED)


def test_qual_02_a_warning_overruled_with_a_reason_is_shown_apart_and_not_counted() -> None:
    (plain,) = reviewed(TECH)
    assert (plain.rule, plain.overruled, plain.may_be_overruled) == ("QUAL-02", "", True)
    (finding,) = reviewed(TECH, REASON)
    assert finding.overruled == finding.as_dict()["overruled"] == "It serves item C2."
    assert (finding.overruled_by, finding.overruled_on) == ("Ana Ruiz", date(2024, 3, 13))
    assert standing([finding]) == []


@pytest.mark.parametrize(
    "values",
    [
        {"rule": "QUAL-08"},
        {"about": "c2"},
        {"field": ""},
        {"reason": "  "},
        {"on": date(2024, 3, 16)},
    ],
)
def test_a_reason_is_for_one_rule_one_thing_and_one_field_from_its_day_on(values: dict[str, object]) -> None:
    (finding,) = reviewed(TECH, dataclasses.replace(REASON, **values))  # type: ignore[arg-type]
    assert finding.overruled == ""


def test_the_latest_reason_is_shown_and_what_was_overruled_comes_last() -> None:
    again = dataclasses.replace(REASON, reason="Agreed with the forum.", on=SUBMITTED)
    waiting = changed(TECH, answers=())
    found = reviewed(waiting, again, REASON)
    assert found[-1].overruled == "Agreed with the forum."
    assert {one.severity for one in found[:-1]} == {"advice"}


def test_an_error_is_never_overruled_nor_what_is_missing_from_a_draft() -> None:
    bare = changed(PLAN, endorsements=(), submitted_on=SUBMITTED)
    reason = OverruleFacts("COCR-05", "1", "No time.", "Ana", SUBMITTED, "endorsements")
    for plan in (bare, changed(bare, submitted_on=None)):
        found = [one for one in reviewed(plan, reason) if one.rule == "COCR-05"]
        assert [one.overruled for one in found] == [""]
