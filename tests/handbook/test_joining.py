"""Who may join, and the letter of support (ELIG, LOS)."""

import dataclasses
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, Edition, errors, review, review_application
from ogp_wagtail.handbook.eligibility import accepts, last_day_to_apply
from ogp_wagtail.handbook.facts import ApplicationFacts, CallFacts, SignatoryFacts, TrackRecordFacts
from ogp_wagtail.handbook.findings import Finding, Severity
from ogp_wagtail.handbook.letter import letter_in_force
from ogp_wagtail.handbook.permissions import is_allowed
from ogp_wagtail.handbook.vocabularies import LETTER_CONTENTS

from .build import complete_plan, day

CALL = CallFacts(date(2026, 6, 1), date(2026, 9, 30))
HEAD = SignatoryFacts("Mayor", "head")
NGO = SignatoryFacts("Water users", "ngs", legal_personality=True)
FILED = date(2026, 8, 31)

COMPLETE = ApplicationFacts(
    "1",
    "Toluca",
    call=CALL,
    country_in_good_standing=True,
    jurisdiction_kind="city",
    population=900,
    term_end=date(2027, 12, 31),
    letters=1,
    submitted_on=FILED,
    pages=3,
    letterhead=True,
    language="en",
    signatories=(HEAD, NGO),
    contents={content.slug: "page 1, paragraph 2" for content in LETTER_CONTENTS},
    track_record=(TrackRecordFacts("Participatory budget"),),
    ambition="Open contracting, with citizens who oversee it.",
    staff=("Ana Ruiz",),
    counterparts=("Water users",),
    cocreation_mechanisms="The citizens' council.",
    monitoring_mechanisms="The university.",
    benefit="Trust.",
    peer_learning=True,
    lead_agency="City hall",
    senior_official="Eva Soto",
    point_of_contact="Ana Ruiz",
)


def application(**values: Any) -> ApplicationFacts:
    return dataclasses.replace(COMPLETE, **values)


def found(edition: Edition = CURRENT, **values: Any) -> list[str]:
    """The rules that stand in the way of an application."""
    return named(errors(review_application(application(**values), edition, day=FILED)))


def named(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def read_as(choice: str) -> Edition:
    numbers = dataclasses.replace(CURRENT.eligibility, reference_date=choice)
    return dataclasses.replace(CURRENT, eligibility=numbers)


def test_a_complete_application_has_nothing_against_it() -> None:
    assert review_application(COMPLETE, day=FILED) == []


def test_an_empty_application_is_reviewed_whatever_the_day() -> None:
    for extreme in (date.min, date(2024, 2, 29), date.max):
        empty = ApplicationFacts("1", term_end=extreme)
        said = named(review_application(empty, day=extreme))
        assert {"ELIG-01", "ELIG-11", "LOS-01", "LOS-06", "LOS-07"} <= set(said)


@pytest.mark.parametrize("standing", [False, None])
def test_elig_01_the_country_is_a_member_in_good_standing(standing: bool | None) -> None:
    assert found(country_in_good_standing=True) == []
    assert found(country_in_good_standing=standing) == ["ELIG-01"]


def test_elig_01_the_applicant_is_a_local_jurisdiction() -> None:
    assert found(jurisdiction_kind="other") == []
    assert found(jurisdiction_kind="ministry") == ["ELIG-01"]


@pytest.mark.parametrize("population", [900, 22_000_000])
def test_elig_02_no_population_is_too_small_or_too_large(population: int) -> None:
    assert review_application(application(population=population), day=FILED) == []


def test_elig_02_an_unknown_population_is_advice_and_blocks_nothing() -> None:
    (said,) = review_application(application(population=None), day=FILED)
    assert (said.rule, said.severity) == ("ELIG-02", Severity.ADVICE)


def test_elig_03_the_mayors_letter_alone_is_not_enough() -> None:
    assert found(signatories=(HEAD,)) == ["LOS-05", "ELIG-03"]
    assert found(signatories=(NGO,)) == ["LOS-04", "ELIG-03"]


@pytest.mark.parametrize(
    ("ended", "expected"), [("2020-09-30", []), ("2020-09-29", ["ELIG-04"]), (None, []), ("2030-01-01", [])]
)
def test_elig_04_a_reform_of_exactly_three_years_counts(ended: str | None, expected: list[str]) -> None:
    reform = TrackRecordFacts("Participatory budget", day(ended) if ended else None)
    filed = date(2023, 9, 30)
    call = CallFacts(filed, filed)
    assert found(track_record=(reform,), submitted_on=filed, call=call) == expected


def test_elig_04_the_finding_names_the_first_day_that_counts() -> None:
    (said,) = errors(review_application(application(track_record=()), day=FILED))
    assert "2023-08-31" in said.hint


@pytest.mark.parametrize(("filed", "expected"), [("2026-08-31", []), ("2026-09-01", ["ELIG-05"])])
def test_elig_05_exactly_sixteen_months_remain(filed: str, expected: list[str]) -> None:
    assert found(submitted_on=day(filed)) == expected


@pytest.mark.parametrize(
    ("choice", "values", "expected"),
    [
        ("letter", {}, []),
        ("call_close", {}, ["ELIG-05"]),
        ("call_close", {"call": CallFacts(FILED, FILED)}, []),
        ("admission", {}, []),
        ("admission", {"submitted_on": date(2026, 8, 1)}, []),
    ],
)
def test_elig_05_counts_from_the_day_that_the_edition_chooses(
    choice: str, values: dict[str, Any], expected: list[str]
) -> None:
    assert found(read_as(choice), **values) == expected


def test_elig_05_admission_after_the_last_day_is_too_late() -> None:
    decided = decision("accepted", decided_on=date(2026, 9, 1))
    assert found(read_as("admission"), **decided) == ["ELIG-05"]
    assert found(read_as("letter"), **decided) == []


def test_elig_05_an_unknown_term_is_asked_for() -> None:
    assert found(term_end=None) == ["ELIG-05"]


def test_elig_05_without_elections_a_period_is_declared_instead() -> None:
    chosen = {
        "elected": False,
        "term_end": None,
        "period_basis": "self-selected",
        "period_start": date(2027, 1, 1),
        "period_end": date(2028, 12, 31),
    }
    assert found(**chosen) == []
    assert found(**chosen | {"period_basis": ""}) == ["PLAN-PERIOD-05"]
    assert found(**chosen | {"period_end": date(2027, 6, 30)}) == ["PLAN-PERIOD-06"]
    assert found(**chosen | {"period_end": None}) == ["ELIG-05"]


def test_elig_05_the_last_day_to_apply_is_the_sooner_of_term_and_call() -> None:
    assert last_day_to_apply(COMPLETE, CURRENT) == date(2026, 8, 31)
    assert last_day_to_apply(application(term_end=date(2030, 1, 1)), CURRENT) == CALL.closes
    assert last_day_to_apply(ApplicationFacts("1"), CURRENT) is None


def test_elig_06_the_ambition_is_described() -> None:
    assert found(ambition="  ") == ["ELIG-06"]


def test_elig_07_staff_and_counterparts_are_named() -> None:
    assert found(staff=("Ana Ruiz",), counterparts=("Water users",)) == []
    assert found(counterparts=()) == ["ELIG-07"]
    assert found(staff=("",)) == ["ELIG-07"]


def test_elig_08_both_mechanisms_are_described() -> None:
    assert found(monitoring_mechanisms="") == ["ELIG-08"]
    assert found(cocreation_mechanisms="", monitoring_mechanisms="") == ["ELIG-08", "ELIG-08"]


def test_elig_09_the_benefit_is_described() -> None:
    assert found(benefit="") == ["ELIG-09"]


def test_elig_10_peer_learning_is_declared_and_in_the_letter() -> None:
    assert found(peer_learning=False) == ["ELIG-10"]
    silent = {**COMPLETE.contents, "peer-learning": ""}
    assert found(contents=silent) == ["LOS-06", "ELIG-10"]


@pytest.mark.parametrize(
    ("filed", "expected"),
    [("2026-05-31", False), ("2026-06-01", True), ("2026-09-30", True), ("2026-10-01", False)],
)
def test_elig_11_the_first_and_the_last_day_belong_to_the_call(filed: str, expected: bool) -> None:
    assert accepts(CALL, day(filed)) is expected
    later = application(submitted_on=day(filed), term_end=date(2030, 1, 1))
    assert ("ELIG-11" not in named(review_application(later, day=FILED))) is expected


def test_elig_11_without_a_call_it_waits_as_a_draft() -> None:
    assert found(call=None) == ["ELIG-11"]


def test_elig_11_a_draft_is_looked_at_as_if_it_were_filed_on_the_day() -> None:
    draft = application(submitted_on=None, term_end=date(2030, 1, 1))
    assert errors(review_application(draft, day=date(2026, 9, 30))) == []
    assert named(errors(review_application(draft, day=date(2026, 10, 1)))) == ["ELIG-11"]


@pytest.mark.parametrize(("count", "expected"), [(0, ["LOS-01"]), (1, []), (2, ["LOS-01"])])
def test_los_01_an_application_is_one_letter(count: int, expected: list[str]) -> None:
    assert found(letters=count) == expected


@pytest.mark.parametrize(("pages", "expected"), [(1, []), (3, []), (4, ["LOS-02"]), (None, ["LOS-02"])])
def test_los_02_the_letter_has_at_most_three_pages(pages: int | None, expected: list[str]) -> None:
    assert found(pages=pages) == expected


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_los_03_english_on_letterhead_passes(language: str) -> None:
    assert found(language=language) == []


def test_los_03_french_or_plain_paper_is_refused() -> None:
    assert found(language="fr") == ["LOS-03"]
    assert found(letterhead=False) == ["LOS-03"]


def test_los_04_a_delegate_signs_with_the_delegation_on_record() -> None:
    deputy = SignatoryFacts("Deputy mayor", "delegate", delegation="Order 12/2026")
    director = SignatoryFacts("IT director", "delegate")
    assert found(signatories=(deputy, NGO)) == []
    assert found(signatories=(director, NGO)) == ["LOS-04"]


def test_los_05_an_informal_group_alone_does_not_do() -> None:
    residents = SignatoryFacts("Residents of the park", "ngs")
    assert found(signatories=(HEAD, residents)) == ["LOS-05"]
    assert found(signatories=(HEAD, residents, NGO)) == []


def test_los_05_one_association_signing_twice_is_one() -> None:
    two = dataclasses.replace(CURRENT, los=dataclasses.replace(CURRENT.los, min_non_gov_signatories=2))
    assert found(two, signatories=(HEAD, NGO, NGO)) == ["LOS-05"]


def test_los_06_eight_of_eight_contents() -> None:
    assert len(LETTER_CONTENTS) == 8
    seven = {slug: place for slug, place in COMPLETE.contents.items() if slug != "spreading"}
    (said,) = errors(review_application(application(contents=seven), day=FILED))
    assert said.rule == "LOS-06"
    assert "7 of 8" in said.message
    assert "spread" in said.message


@pytest.mark.parametrize("field", ["lead_agency", "senior_official", "point_of_contact"])
def test_los_07_agency_official_and_contact_are_named(field: str) -> None:
    assert found(**{field: ""}) == ["LOS-07"]


def decision(what: str, **values: Any) -> dict[str, Any]:
    return {
        "decision": what,
        "decided_on": date(2026, 10, 1),
        "decided_by": "support-unit",
        "decision_reasons": "It meets the criteria.",
        "invited_to_community_on": date(2026, 10, 2),
        "connected_to_national_on": date(2026, 10, 2),
        **values,
    }


def test_los_08_the_support_unit_decides() -> None:
    assert found(**decision("accepted")) == []
    assert is_allowed("decide-application", "support-unit")


@pytest.mark.parametrize("role", ["point-of-contact", "government", "ngs", "irm", "", "mayor"])
def test_los_08_nobody_else_accepts_an_application(role: str) -> None:
    assert found(**decision("accepted", decided_by=role)) == ["LOS-08"]


@pytest.mark.parametrize(
    "values",
    [
        {"decided_on": None},
        {"decision_reasons": " "},
        {"decided_on": date(2026, 8, 30)},
        {"submitted_on": None},
        {"decision": "perhaps"},
    ],
)
def test_los_08_a_decision_has_day_and_reasons_and_comes_after_the_letter(values: dict[str, Any]) -> None:
    assert found(**decision("accepted") | values) == ["LOS-08"]


def said_of(**values: Any) -> list[str]:
    return named(review_application(application(**values), day=FILED))


def test_los_09_left_out_for_balance_is_not_selected() -> None:
    assert said_of(**decision("not-selected")) == []


def test_los_09_left_out_for_balance_is_not_ineligible() -> None:
    assert said_of(**decision("ineligible")) == ["LOS-09"]
    assert "LOS-09" not in said_of(**decision("ineligible"), pages=4)


def test_los_10_both_follow_ups_are_recorded() -> None:
    assert said_of(**decision("not-selected")) == []
    none = {"invited_to_community_on": None, "connected_to_national_on": None}
    assert said_of(**decision("not-selected", **none)) == ["LOS-10", "LOS-10"]
    assert said_of(**decision("accepted", **none)) == []


def test_los_11_a_second_plan_stands_on_the_old_letter() -> None:
    old = application(**decision("accepted"))
    assert letter_in_force([old], date(2030, 1, 1)) is old
    second = complete_plan(previous_period_end=date(2023, 12, 31))
    assert not {
        rule for rule in named(review(second, day=day("2024-03-15"))) if rule.startswith(("LOS", "ELIG"))
    }


def test_los_11_an_updated_letter_replaces_it_and_needs_no_call() -> None:
    old = application(**decision("accepted"))
    new = application(kind="updated", call=None, term_end=None, submitted_on=date(2029, 1, 1))
    assert review_application(new, day=date(2029, 1, 1)) == []
    assert letter_in_force([new, old], date(2030, 1, 1)) is new
    assert letter_in_force([new, old], date(2028, 12, 31)) is old


def test_los_11_a_letter_that_was_not_accepted_is_not_in_force() -> None:
    assert letter_in_force([application(**decision("not-selected"))], date(2030, 1, 1)) is None
