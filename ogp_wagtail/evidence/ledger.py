"""The ledger of claims: what a plan says was done, with the proofs of each, and first what nothing proves (EV-03).

Which claims there are and what proves them is said by the handbook; the facts come from all rooms that know some.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext

from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.handbook.evidence import STATUS_LABELS, WHAT_LABELS, Claim, ClaimStatus, claims, is_proof
from ogp_wagtail.handbook.facts import EvidenceFacts, PlanFacts
from ogp_wagtail.in_words import subject_of
from ogp_wagtail.pages.whole import drafted
from ogp_wagtail.plans.models import Plan

FIRST: Final = (ClaimStatus.CLAIMED, ClaimStatus.BROKEN, ClaimStatus.PROVEN)


@dataclass(frozen=True, slots=True)
class Proof:
    """An item under a claim: whether it counts (EV-02: primary, or an independent analysis), and opens."""

    title: str
    kind: str
    source: str
    counts: bool
    broken: bool
    item: str
    pk: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A claim: what is said of which thing, how it stands, and its proofs."""

    what: str
    what_in_words: str
    subject: str
    key: str
    status: str
    status_in_words: str
    on_record: bool
    proofs: tuple[Proof, ...]

    def as_dict(self) -> dict[str, Any]:
        """As the download prints it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All claims of a plan on a day, those without proof first, and how many stand how."""

    day: date
    lines: tuple[Line, ...]
    counts: dict[str, int]


def ledger(plan: Plan, day: date) -> Ledger:
    """The ledger of a plan, from its latest drafts: a constant number of queries."""
    return ledger_of(drafted(plan), day)


def ledger_of(facts: PlanFacts, day: date) -> Ledger:
    """The ledger of a plan of which all facts are there."""
    found = sorted(claims(facts, day=day), key=lambda one: FIRST.index(one.status))
    keys = dict(EvidenceItem.objects.filter(plan__key=facts.key).values_list("public_id", "pk"))
    by_key = {str(public_id): pk for public_id, pk in keys.items()}
    lines = tuple(line(one, by_key, facts) for one in found)
    counted = Counter(one.status for one in lines)
    return Ledger(day, lines, {str(status): counted[str(status)] for status in FIRST})


def line(claim: Claim, keys: dict[str, int], facts: PlanFacts) -> Line:
    """A claim in words."""
    return Line(
        what=claim.what,
        what_in_words=gettext(WHAT_LABELS[claim.what]),
        subject=named(claim, facts),
        key=claim.key,
        status=str(claim.status),
        status_in_words=gettext(STATUS_LABELS[claim.status]),
        on_record=claim.on_record and not any(is_proof(one) for one in claim.proofs),
        proofs=tuple(proof(one, keys) for one in claim.proofs),
    )


def named(claim: Claim, facts: PlanFacts) -> str:
    """What the claim is about, with the title where the handbook's name is a code alone."""
    titles = {one.key: one.title for one in facts.commitments} | {
        one.key: one.title for one in facts.meetings
    }
    title, subject = titles.get(claim.about or claim.key, ""), subject_of(claim.subject)
    return f"{subject}: {title}" if title and title not in subject else subject


def proof(item: EvidenceFacts, keys: dict[str, int]) -> Proof:
    """An item as a proof."""
    source = EvidenceItem.SourceClass(item.source_class).label
    return Proof(
        item.title, item.kind, str(source), is_proof(item), item.is_broken, item.key, keys.get(item.key)
    )


def rows(lines: Iterable[Line]) -> Iterator[list[str]]:
    """The ledger as a table: one row a claim and proof, one row for a claim that has none."""
    yield ["claim", "subject", "status", "on_record", "evidence", "type", "source", "counts", "broken", "id"]
    for one in lines:
        about = [one.what, one.subject, one.status, yes(one.on_record)]
        for each in one.proofs:
            yield [*about, each.title, each.kind, each.source, yes(each.counts), yes(each.broken), each.item]
        if not one.proofs:
            yield [*about, *[""] * 6]


def yes(said: bool) -> str:
    """As tables say it."""
    return "yes" if said else "no"
