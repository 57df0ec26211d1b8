"""What is frozen when something is filed: the facts, in the order of OGP's two forms, in both languages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.facts import AmendmentFacts, CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.forms import ANNEX_1, ANNEX_2, ROLE_OF_ITEM, FormField, count_said, types_said
from ogp_wagtail.handbook.meetings import meeting_count
from ogp_wagtail.plans.attached import Attached, as_filed
from ogp_wagtail.plans.models import Commitment, Filing

FORMAT = "ogp-wagtail filing 1"


def canonical(document: dict[str, Any]) -> str:
    """The document as text that is the same wherever it is made: sorted keys, no blanks, UTF-8."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """The SHA-256 of a canonical copy, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def of_plan(facts: PlanFacts, day: date, files: Iterable[Attached] = ()) -> dict[str, Any]:
    """The plan with all its commitments, and the hashes of the files that go with it."""
    return {
        **_head(facts, day, endorsements=plain(facts.endorsements), annex_1=_form(ANNEX_1, facts, day)),
        "files": as_filed(files),
        "commitments": [_commitment(one, day) for one in sorted(facts.commitments, key=lambda one: one.code)],
    }


def of_commitment(
    plan: PlanFacts, facts: CommitmentFacts, day: date, files: Iterable[Attached] = ()
) -> dict[str, Any]:
    """A commitment added after its plan was filed, with who agreed to it."""
    return {
        **_head(plan, day, goals=plain(plan.goals)),
        "commitments": [_commitment(facts, day)],
        "agreed_by": plain(facts.agreed_by),
        "files": as_filed(files),
    }


def of_amendment(
    plan: PlanFacts,
    amendment: AmendmentFacts,
    facts: CommitmentFacts,
    day: date,
    files: Iterable[Attached] = (),
) -> dict[str, Any]:
    """An amendment with the commitment as it leaves it."""
    return {
        **_head(plan, day, goals=plain(plan.goals)),
        "commitments": [_commitment(facts, day) | {"withdrawn_on": plain(facts.withdrawn_on)}],
        "amendment": plain(amendment),
        "files": as_filed(files),
    }


def filed_texts(row: Commitment) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of a commitment as they were last filed, in the plan's language and in English."""
    of_it = Q(whole_plan=row.plan) | Q(commitment=row) | Q(amendment__commitment=row)
    for text in Filing.objects.filter(of_it).order_by("-pk").values_list("document", flat=True):
        document = json.loads(text)
        told = document.get("commitments", ())
        entries = next((one["annex_2"] for one in told if one["key"] == str(row.key)), ())
        if entries:
            return _texts(entries, "value"), _texts(entries, "english")
    return {}, {}


def _texts(entries: Any, name: str) -> dict[str, str]:
    return {one["field"]: one[name] for one in entries if isinstance(one.get(name), str)}


def values_of(facts: CommitmentFacts, names: tuple[str, ...]) -> dict[str, Any]:
    """These fields of a commitment as JSON, as an amendment keeps them before and after."""
    said = {"end": facts.latest_end, "participations": facts.ends}
    return {name: plain(said[name]) if name in said else _value(facts, name, date.min) for name in names}


def _head(facts: PlanFacts, day: date, **more: Any) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "filed_on": day.isoformat(),
        "plan": {
            "code": facts.code,
            "title": facts.title,
            "language": facts.language,
            "edition": facts.edition,
            "readings": dict(facts.readings),
            "period": {"start": plain(facts.period_start), "end": plain(facts.period_end)},
            "members": plain(facts.members),
            "point_of_contact": facts.point_of_contact,
            "monitoring_body": facts.monitoring_body and facts.monitoring_body.name,
            **more,
        },
    }


def _commitment(facts: CommitmentFacts, day: date) -> dict[str, Any]:
    return {
        "code": facts.code,
        "key": facts.key,
        "scope": facts.scope,
        "participations": [
            {"member": member, "end": plain(end)} for member, end in sorted(facts.ends.items())
        ],
        "annex_2": _form(ANNEX_2, facts, day),
    }


def _form(form: Any, facts: Any, day: date) -> list[dict[str, Any]]:
    """One entry an item, in the order of the form."""
    return [
        {"item": field.item, "field": field.field, "value": _answer(field, facts, day)}
        | ({"english": facts.english[field.field]} if facts.english.get(field.field) else {})
        for field in form
    ]


def _answer(field: FormField, facts: Any, day: date) -> Any:
    """What one item asks for: of those who take part, items 3, 4 and 5 each name those of one role."""
    value = _value(facts, field.field, day)
    if field.field != "parties":
        return value
    return [one for one in value if one["role"] == ROLE_OF_ITEM[field.item]]


COMPUTED = {
    "term_end": lambda plan, day: {member.name: member.term_end for member in plan.members},
    "group_types": types_said,
    "group_count": count_said,
    "meeting_count": meeting_count,
    "monitoring_body_contact": lambda plan, day: plan.monitoring_body.email if plan.monitoring_body else "",
}


def _value(facts: Any, name: str, day: date) -> Any:
    if name in facts.texts:
        return facts.texts[name]
    return plain(COMPUTED[name](facts, day) if name in COMPUTED else getattr(facts, name, None))


def plain(value: Any) -> Any:
    """Dates, months, sets and nested facts as JSON."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(one) for one in value)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, Month):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
