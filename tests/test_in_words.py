"""The handbook's dates, subjects and findings are said in the reader's language."""

from datetime import date

import pytest
from django.utils.translation import override

from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import CommitmentFacts, MemberFacts, MonitoringBodyFacts, PlanFacts
from ogp_wagtail.handbook.monitoring.body import monitoring_body_is_independent
from ogp_wagtail.handbook.timetable import Deadline, timetable
from ogp_wagtail.handbook.words import Label
from ogp_wagtail.in_words import cited, formula_of, name_of, subject_of, title_of
from ogp_wagtail.law import message_of

PLAN = PlanFacts(
    key="p",
    code="joint",
    members=(MemberFacts(key="v", name="Valle Claro", country="CO", term_end=date(2027, 12, 31)),),
    commitments=(CommitmentFacts(key="c", code="C1", start=date(2026, 2, 1), end=date(2027, 10, 31)),),
    submitted_on=date(2026, 1, 15),
    period_start=date(2026, 1, 1),
    period_end=date(2027, 10, 31),
    point_of_contact="Ana Ruiz",
    monitoring_body=MonitoringBodyFacts("Ana Ruiz"),
)


def due(rule: str) -> Deadline:
    """The first date of the plan under a rule."""
    return next(one for one in timetable(PLAN) if one.rule == rule)


def test_a_date_says_its_title_and_how_it_was_reckoned() -> None:
    with override("es"):
        assert title_of(due("INC-01")) == "Informe inicial"
        assert formula_of(due("PLAN-PERIOD-02")) == "fin del mandato (31 de diciembre de 2027) − 2 meses"


@pytest.mark.parametrize(
    ("subject", "said", "name"),
    [
        ("commitment C3", "compromiso C3", "C3"),
        ("member Puerto Sereno", "miembro Puerto Sereno", "Puerto Sereno"),
        ("plan", "plan", ""),
        ("2026-Q4", "2026-T4", "2026-T4"),
        (Label("next plan"), "siguiente plan", "siguiente plan"),
        ("something else", "something else", "something else"),
    ],
)
def test_a_subject_says_what_kind_of_thing_it_names(subject: str, said: str, name: str) -> None:
    with override("es"):
        assert (subject_of(subject), name_of(subject)) == (said, name)


def test_every_formula_and_title_of_a_timetable_has_words_of_its_own_in_spanish() -> None:
    dates = timetable(PLAN)
    with override("en"):
        english = {(one.rule, formula_of(one), title_of(one)) for one in dates}
    with override("es"):
        spanish = {(one.rule, formula_of(one), title_of(one)) for one in dates}
    assert {said for _rule, *sayings in english for said in sayings}.isdisjoint(
        said for _rule, *sayings in spanish for said in sayings
    )


def test_words_listed_inside_a_finding_are_translated_each() -> None:
    (found,) = monitoring_body_is_independent(PLAN, CURRENT)
    assert found.message.endswith("has a part in it: point of contact.")
    with override("es"):
        assert message_of(found).endswith("tiene una función en él: punto de contacto.")


def test_a_place_in_the_handbook_is_cited_in_the_readers_language() -> None:
    with override("es"):
        assert cited("Annex 2 item 3 (derived)") == "Anexo 2 punto 3 (deducido)"
        assert cited("§3.5, §3.5.4") == "§3.5, §3.5.4"
