"""What facets count of a thing: with what it shares a row of ``Traits``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from django.db.models import Q

from ogp_wagtail.coalitions.models import CoalitionMember
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink, Traits
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans.models import Commitment, Meeting, Participation, Plan, PlanMember

What = Traits.What
ABOUT: Final = ("commitment", "milestone__commitment", "amendment__commitment", "assessment__commitment")


def traits_of(
    plan: int,
    *,
    what: str,
    kind: str = "",
    file_type: str = "",
    language: str = "",
    dated_on: date | None = None,
    commitments: Iterable[Any] = (),
    cities: Iterable[int] = (),
) -> Traits:
    """The row for this combination, made when it first occurs."""
    facts = {
        "plan_id": plan,
        "what": str(what),
        "kind": kind,
        "file_type": file_type,
        "language": language,
        "year": str(dated_on.year) if dated_on else "",
        "commitments": between_blanks(commitments),
        "cities": between_blanks(cities),
    }
    signature = hashlib.sha256(repr(sorted(facts.items())).encode()).hexdigest()
    return Traits.objects.get_or_create(signature=signature, defaults=facts)[0]


def between_blanks(values: Iterable[Any]) -> str:
    """Values each between two blanks, in one order; empty for none."""
    written = " ".join(sorted({str(value) for value in values}))
    return f" {written} " if written else ""


def traits_of_item(item: EvidenceItem) -> Traits:
    """What facets count of an item of evidence."""
    version, commitments = item.current, commitments_of(item)
    return traits_of(
        item.plan_id,
        what=What.LINK if version is None and item.address else What.FILE,
        kind=item.kind,
        file_type=version.file_type if version else "",
        language=item.language,
        dated_on=item.dated_on,
        commitments=[row.key for row in commitments],
        cities=cities_of_item(item, commitments),
    )


def commitments_of(item: EvidenceItem) -> list[Commitment]:
    """The commitments that an item is about: that it proves something of, or in whose folder it lies."""
    links = EvidenceLink.objects.filter(item=item)
    found = Q(folder__items=item)
    for name in ABOUT:
        found |= Q(pk__in=links.exclude(**{name: None}).values(name))
    return list(Commitment.objects.filter(found).distinct().order_by("pk"))


def cities_of_item(item: EvidenceItem, commitments: Sequence[Commitment]) -> list[int]:
    """The cities that an item is about: of its commitments and meetings, else all of its plan."""
    meetings = Meeting.objects.filter(evidence_links__item=item).values("pk")
    present = Jurisdiction.objects.filter(meetings__in=meetings).values_list("pk", flat=True)
    told = {*cities_of_commitments(commitments), *present}
    return sorted(told) or cities_of_plan(item.plan)


def cities_of_commitments(commitments: Iterable[Commitment]) -> list[int]:
    """The cities that take part in commitments."""
    parts = Participation.objects.filter(commitment__in=[row.pk for row in commitments]).order_by()
    return sorted(set(parts.values_list("member__jurisdiction", flat=True)))


def cities_of_plan(plan: Plan) -> list[int]:
    """The cities of a plan: those it binds; of a draft, its owner's."""
    bound = PlanMember.objects.filter(plan=plan).order_by("jurisdiction")
    seats = CoalitionMember.objects.filter(coalition=plan.coalition_id).order_by("jurisdiction")
    alone = [int(plan.jurisdiction_id)] if plan.jurisdiction_id else []
    found = bound.values_list("jurisdiction", flat=True) or seats.values_list("jurisdiction", flat=True)
    return list(found) or alone
