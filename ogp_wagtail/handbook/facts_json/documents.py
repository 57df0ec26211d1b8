"""A whole plan: read from a text or a document of JSON, written as one, and its JSON Schema."""

import json
from collections.abc import Mapping
from typing import NoReturn

from ..facts import PlanFacts
from .hints import record_of
from .plain import Json, Schema
from .problems import Problem, Problems, UnreadableFactsError, below, shown

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAN = record_of(PlanFacts)


def read_plan(text: str) -> PlanFacts:
    """Return the facts of a plan from JSON. Raises UnreadableFactsError with every problem there is."""
    try:
        document = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number)
    except UnreadableFactsError:
        raise
    except RecursionError:
        _refuse("The document is nested too deeply to be facts of a plan.")
    except ValueError as error:
        _refuse(f"The document is not JSON: {error}.")
    return plan_from(document)


def plan_from(document: Json) -> PlanFacts:
    """Return the facts of a plan from a document that was read already. Raises UnreadableFactsError."""
    problems = Problems()
    if not isinstance(document, dict):
        _refuse(f"The document is {shown(document)}; facts of a plan are an object.")
    plan = PLAN.read(document, "", problems)
    if not isinstance(plan, PlanFacts):
        raise UnreadableFactsError(list(problems))
    return plan


def written_plan(plan: PlanFacts) -> Mapping[str, Json]:
    """Return a plan as a document of JSON. Fields that say nothing are left out."""
    document: Mapping[str, Json] = PLAN.write(plan)
    return document


def plan_schema() -> Schema:
    """Return the JSON Schema of a plan's facts."""
    definitions: Schema = {}
    reference = PLAN.schema(definitions)
    return {"$schema": DIALECT, "title": "Facts of an action plan", **reference, "$defs": definitions}


def _once_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Refuse an object that gives one name twice: JSON's readers differ in which of the two they keep."""
    read: dict[str, Json] = {}
    for name, value in pairs:
        if name in read:
            _refuse("is given twice in one object; give it once.", below("", name))
        read[name] = value
    return read


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def _refuse(message: str, path: str = "") -> NoReturn:
    raise UnreadableFactsError([Problem(path, message)])
