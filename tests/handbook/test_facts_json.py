"""Facts as JSON: what is written is read back, what cannot be read is refused at its field, the schema agrees."""

import dataclasses
import doctest
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ogp_wagtail.handbook import CURRENT, EDITIONS, Month, PlanFacts, facts_json
from ogp_wagtail.handbook import vocabularies as lists
from ogp_wagtail.handbook.facts_json import (
    UnreadableFactsError,
    plan_from,
    plan_schema,
    read_plan,
    written_plan,
)
from ogp_wagtail.handbook.facts_json.choices import FIELDS
from ogp_wagtail.handbook.facts_json.hints import form_of
from ogp_wagtail.handbook.facts_json.problems import Problems
from ogp_wagtail.handbook.readings import readings_of

from .arbitrary import facts
from .build import complete_plan, day

SCHEMA = plan_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
WRITTEN = dict(written_plan(complete_plan()))


def problems_of(document: Any) -> list[str]:
    try:
        plan_from(document)
    except UnreadableFactsError as refusal:
        return [str(problem) for problem in refusal.problems]
    return []


def a_plan(**values: Any) -> dict[str, Any]:
    return {"key": "1", "code": "P", **values}


def a_commitment(**values: Any) -> dict[str, Any]:
    return a_plan(commitments=[{"key": "1", "code": "C1", **values}])


def test_the_example_of_the_package_runs() -> None:
    results = doctest.testmod(facts_json)
    assert (results.attempted, results.failed) == (2, 0)


def test_a_complete_plan_is_written_as_plain_json_and_read_back() -> None:
    text = json.dumps(WRITTEN)
    assert read_plan(text) == complete_plan()
    assert WRITTEN["period_end"] == "2027-10-31"
    commitment = WRITTEN["commitments"][0]
    assert (commitment["milestones"][0]["start"], commitment["sectors"]) == ("2024-05", ["education"])
    assert "withdrawn_on" not in commitment


@settings(max_examples=40, deadline=None)
@given(facts(PlanFacts))
def test_whatever_is_written_is_read_back_and_fits_the_schema(plan: PlanFacts) -> None:
    document = json.loads(json.dumps(written_plan(plan)))
    assert plan_from(document) == plan
    assert VALIDATOR.is_valid(document)


def test_a_null_is_a_day_that_is_not_known() -> None:
    assert plan_from(a_plan(period_end=None)) == PlanFacts("1", "P")


def test_a_month_is_read() -> None:
    plan = plan_from(a_commitment(milestones=[{"key": "m", "start": "0001-12"}]))
    assert plan.commitments[0].milestones[0].start == Month(1, 12)


def test_the_readings_of_a_plan_are_read_and_what_is_not_open_is_refused() -> None:
    chosen = {"slot.release": "implemented", "plan.gap_months": "5", "status.auto_transition": "true"}
    assert plan_from(a_plan(readings=chosen)).readings == chosen
    assert problems_of(a_plan(readings={"plan.gap_month": "5", "slot.release": "never"})) == [
        'readings["plan.gap_month"]: no such field; did you mean plan.gap_months?',
        'readings["slot.release"]: "never" is not one of: implemented_and_assessed, implemented.',
    ]
    for months in ("0", "000", "12.5", "1000", "-1", "", 12):
        document = a_plan(readings={"commitment.min_months": months})
        assert "at most three digits from 1 up" in problems_of(document)[0]
        assert not VALIDATOR.is_valid(document)
    assert set(readings_of(CURRENT)) == set(SCHEMA["$defs"]["Plan"]["properties"]["readings"]["properties"])


def test_what_a_report_answers_is_read_by_its_names() -> None:
    report = {"key": "1", "kind": "inception", "ratings": {"c1": {"impact": "high"}}}
    assert plan_from(a_plan(reports=[report])).reports[0].ratings == {"c1": {"impact": "high"}}
    report |= {"requirements": {"COCR-03": "met", "COCR-01": "yes"}, "ratings": {"c1": {"impact": 5}}}
    assert [problem.partition(": ")[0] for problem in problems_of(a_plan(reports=[report]))] == [
        "reports[0].ratings.c1.impact",
        'reports[0].requirements["COCR-03"]',
        'reports[0].requirements["COCR-01"]',
    ]


@pytest.mark.parametrize(
    ("document", "problems"),
    [
        ([], ["The document is a list; facts of a plan are an object."]),
        (None, ["The document is null; facts of a plan are an object."]),
        ({"key": "1"}, ["code: is missing; Plan facts need it."]),
        (a_plan(titel="A"), ["titel: no such field; did you mean title?"]),
        (a_plan(title=None), ["title: null is not a text."]),
        (a_plan(title="\ud800"), ['title: "\\ud800" is not a text.']),
        (a_plan(agreement="yes"), ['agreement: "yes" is not true or false.']),
        (a_plan(agreement=1), ["agreement: 1 is not true or false."]),
        (a_plan(members={}), ["members: an object is not a list."]),
        (a_plan(members=["mty"]), ['members[0]: "mty" is not an object.']),
        (a_plan(members=[{"key": "a"}]), ["members[0].name: is missing; Member facts need it."]),
        (a_plan(institutions=[1]), ["institutions[0]: 1 is not a text."]),
        (a_plan(texts=[]), ["texts: a list is not an object."]),
        (
            a_plan(texts={"vision": 4, "a b": None}),
            ["texts.vision: 4 is not a text.", 'texts["a b"]: null is not a text.'],
        ),
        (a_plan(edition="1999"), ['edition: "1999" is not one of: 2024-fr-web; or "" if not stated.']),
        (a_plan(edition=["1999"]), ['edition: a list is not one of: 2024-fr-web; or "" if not stated.']),
        (a_plan(website={"linked": 0}), ["website.linked: 0 is not true or false."]),
        (a_commitment(scope="both"), ['commitments[0].scope: "both" is not one of: separate, joint.']),
        (
            a_commitment(sectors=["education", "sports"]),
            [f'commitments[0].sectors[1]: "sports" is not one of: {", ".join(lists.SECTORS.slugs)}.'],
        ),
        (
            a_commitment(resources=[{"kind": "staff", "amount": float("inf")}]),
            ["commitments[0].resources[0].amount: Infinity is not a number."],
        ),
        (
            a_commitment(milestones=[{"key": "m", "end": "09/2025"}]),
            ['commitments[0].milestones[0].end: "09/2025" is not a month: write YYYY-MM, such as 2025-09.'],
        ),
        (
            a_plan(members=[{"key": "a", "name": "A"}, {"key": "b", "name": "B"}, {"key": "a", "name": "C"}]),
            ['members[2].key: "a" is the key of members[0] already; give each its own.'],
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_path_and_what_is_allowed(
    document: Any, problems: list[str]
) -> None:
    assert problems_of(document) == problems


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-29",
        "2027-13-01",
        "0000-01-01",
        "20271231",
        "2027-12-31T00:00",
        "2027-W01-1",
        "٢٠٢٧-12-31",
        "",
        5,
        True,
    ],
)
def test_a_date_that_does_not_exist_is_refused(text: Any) -> None:
    (problem,) = problems_of(a_commitment(start=text))
    assert problem.startswith("commitments[0].start: ")
    assert problem.endswith("is not a date: write YYYY-MM-DD, such as 2027-12-31.")


@pytest.mark.parametrize("text", ["2025-13", "0000-01", "2025-9", "2025-00", 202509])
def test_a_month_that_does_not_exist_is_refused(text: Any) -> None:
    assert "is not a month" in problems_of(a_commitment(milestones=[{"key": "m", "start": text}]))[0]


@pytest.mark.parametrize("count", [-1, 1.5, 2**53, 10**400, True, "3", None])
def test_what_is_no_count_is_refused(count: Any) -> None:
    assert (
        "is not a whole number from 0 up" in problems_of(a_plan(meetings=[{"key": "m", "unnamed": count}]))[0]
    )


def test_a_whole_number_may_be_written_with_a_point() -> None:
    assert plan_from(a_plan(meetings=[{"key": "m", "unnamed": 2.0}])).meetings[0].unnamed == 2


def test_all_problems_are_said_at_once_in_the_order_of_the_document() -> None:
    broken = a_commitment(start="soon", milestones=[{}], end=4) | {"edition": "", "language": []}
    assert [problem.partition(":")[0] for problem in problems_of(broken)] == [
        "commitments[0].start",
        "commitments[0].milestones[0].key",
        "commitments[0].end",
        "language",
    ]


def test_a_long_value_is_not_repeated_in_full() -> None:
    assert len(problems_of(a_plan(agreement="x" * 10_000))[0]) < 100


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON: Expecting value"),
        ("{'key': 1}", "is not JSON"),
        ('{"key": NaN}', "NaN is no number in JSON"),
        ('{"key": 1, "key": 2}', "key: is given twice in one object"),
        ("[" * 200_000, "nested too deeply"),
        ('{"key": ' + "9" * 5000 + "}", "is not JSON"),
        ('{"key": "1", "code": "P", "meetings": [{"key": "m", "unnamed": 1e999}]}', "meetings[0].unnamed"),
    ],
)
def test_a_text_that_is_no_document_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnreadableFactsError) as refusal:
        read_plan(text)
    assert said in str(refusal.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.floats() | st.text(max_size=3),
    lambda one: st.lists(one, max_size=2) | st.dictionaries(st.text(max_size=3), one, max_size=2),
    max_leaves=5,
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(SCHEMA["$defs"]["Plan"]["properties"])), JSON)
def test_reader_and_schema_agree_on_one_field_that_is_anything(field: str, value: Any) -> None:
    document = json.loads(json.dumps(a_plan(**{field: value})))
    fields = {
        problem.partition(":")[0].partition("[")[0].partition(".")[0] for problem in problems_of(document)
    }
    assert fields <= {field}
    assert VALIDATOR.is_valid(document) is (not fields)


def test_the_schema_is_one_and_closes_every_object() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(one["additionalProperties"] is False for one in SCHEMA["$defs"].values())
    assert all(one["description"] for one in SCHEMA["$defs"].values())
    assert SCHEMA["$defs"]["Commitment"]["required"] == ["key", "code"]
    assert SCHEMA["$defs"]["Milestone"]["properties"]["status"] == {
        "enum": list(lists.MILESTONE_STATUSES.slugs),
        "default": "not-started",
    }
    assert SCHEMA["$defs"]["Plan"]["properties"]["edition"]["enum"] == ["", *EDITIONS]


@pytest.mark.parametrize("of", FIELDS, ids=lambda of: f"{of[0].__name__}.{of[1]}")
def test_every_list_belongs_to_a_field_and_holds_its_default(of: tuple[type, str]) -> None:
    field = next(field for field in dataclasses.fields(of[0]) if field.name == of[1])
    form, problems = FIELDS[of], Problems()
    if isinstance(field.default, str | frozenset):
        assert form.read(form.write(field.default), "", problems) == field.default
        assert len(problems) == 0


def test_a_hint_that_has_no_form_is_refused_to_the_programmer() -> None:
    with pytest.raises(TypeError, match="have no form in JSON"):
        form_of(dict[str, str])


def test_29_february_is_read_where_it_exists() -> None:
    assert plan_from(a_plan(period_end="2028-02-29")).period_end == day("2028-02-29")
