"""Items of evidence as facts for the handbook: one query, however many there are and whatever they prove."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from django.utils import timezone

from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.models.link import TARGETS
from ogp_wagtail.handbook.evidence import is_proof
from ogp_wagtail.handbook.facts import EvidenceFacts, PlanFacts
from ogp_wagtail.plans.models import Plan

ITEM: Final = (
    *("public_id", "title", "kind", "source_class", "current__document_id", "address", "dated_on"),
    *("added_on", "checked_on", "is_broken", "privacy", "folder__commitment__key"),
)
KEYS: Final = tuple(f"links__{name}__key" for name in TARGETS)


def evidence_of(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """The items in use, each with the keys of what it proves; a meeting that one of them proves is evidenced."""
    lines = EvidenceItem.objects.filter(plan=plan, withdrawn_on__isnull=True).order_by("pk")
    grouped = groupby(lines.values_list("pk", *ITEM, *KEYS), key=lambda line: line[0])
    items = tuple(item_facts([line[1:] for line in some]) for _pk, some in grouped)
    shown = {key for one in items if is_proof(one) and not one.is_broken for key in one.proves}
    meetings = (replace(one, evidenced=one.evidenced or one.key in shown) for one in facts.meetings)
    return {"evidence": items, "meetings": tuple(meetings)}


def item_facts(lines: list[tuple[Any, ...]]) -> EvidenceFacts:
    """An item from its lines, one for each thing that it proves; the columns are those of ``ITEM`` and ``KEYS``."""
    said = dict(zip(ITEM, lines[0], strict=False))
    return EvidenceFacts(
        key=str(said["public_id"]),
        title=said["title"],
        kind=said["kind"],
        source_class=said["source_class"],
        has_source=bool(said["current__document_id"] or said["address"]),
        address=said["address"],
        dated_on=said["dated_on"],
        added_on=timezone.localdate(said["added_on"]),
        checked_on=said["checked_on"],
        is_broken=said["is_broken"],
        privacy=said["privacy"],
        proves=frozenset(str(key) for line in lines for key in line[len(ITEM) :] if key),
        folder=str(said["folder__commitment__key"] or ""),
    )
