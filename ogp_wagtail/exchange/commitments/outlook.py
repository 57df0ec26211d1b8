"""What the handbook would say if one tried to publish what is imported, all of it, today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ogp_wagtail.exchange.commitments.plan_page import PlanToFill
from ogp_wagtail.handbook.editions import Edition
from ogp_wagtail.handbook.facts import CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.limits import check_commitment, check_slots
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.pages.facts import commitment_facts, plan_facts_of_page
from ogp_wagtail.pages.models import CommitmentPage
from ogp_wagtail.plans.facts import plan_facts


def outlook(target: PlanToFill, pages: Iterable[CommitmentPage], day: date) -> list[Finding]:
    """Findings on the imported commitments, and on their number together with those already in force."""
    edition = edition_of(target.row)
    imported = [_included(page, day) for page in pages]
    keys = {facts.key for facts in imported}
    in_force = [facts for facts in plan_facts(target.row).commitments if facts.key not in keys]
    whole = replace(plan_facts_of_page(target.draft), commitments=(*in_force, *imported))
    return [*check_slots(whole, day, edition), *_each(whole, imported, edition)]


def _included(page: CommitmentPage, day: date) -> CommitmentFacts:
    facts = commitment_facts(page)
    return replace(facts, code=facts.code or facts.title, included_on=day)


def _each(plan: PlanFacts, imported: Sequence[CommitmentFacts], edition: Edition) -> Iterator[Finding]:
    """Each commitment is judged beside those of its title only: titles are all it shares with the others.

    A file of ten thousand rows would otherwise be compared with itself a hundred million times.
    """
    of_title: dict[str, list[CommitmentFacts]] = defaultdict(list)
    for one in plan.commitments:
        of_title[" ".join(one.title.split()).casefold()].append(one)
    for one in imported:
        beside = of_title[" ".join(one.title.split()).casefold()]
        yield from check_commitment(replace(plan, commitments=tuple(beside)), one, edition)
