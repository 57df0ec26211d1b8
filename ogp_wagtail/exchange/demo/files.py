"""The demo's evidence: files written, put into their folders, linked to what they prove, and read at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import Any

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.keeping import unkeep
from ogp_wagtail.evidence.models import EvidenceItem, Folder
from ogp_wagtail.evidence.work import read_now
from ogp_wagtail.exchange.demo.content import words_of_files
from ogp_wagtail.exchange.demo.plan import DemoPlan
from ogp_wagtail.exchange.demo.story import day, noon
from ogp_wagtail.exchange.demo.writers import LANGUAGE, written
from ogp_wagtail.plans.models import Commitment, Meeting, Milestone, Plan


def make_evidence(
    facts: dict[str, Any], titles: dict[str, str], plan: DemoPlan, author: Any, today: date
) -> list[EvidenceItem]:
    """Store every file, say what it proves, and read its text. A failure leaves no file behind."""
    row, words = Plan.objects.get(key=plan.page.key), words_of_files(today)
    items: list[Any] = []
    with kept_only_together(items):
        for key, fact in facts["evidence"].items():
            stored = actions.store(
                row,
                folder_of(row, fact),
                BytesIO(written(fact["file"], words[key])),
                fact["file"],
                title=titles[key],
                user=author,
                kind=fact["kind"],
                dated_on=day(fact["dated_on"], today),
                language=LANGUAGE,
                added_on=noon(fact["dated_on"], today),
            )
            items.append(stored.item)
            for target in proven(plan, row, fact):
                actions.link(stored.item, target)
            read_now(stored.version)
    return items


@contextmanager
def kept_only_together(items: list[Any]) -> Iterator[None]:
    """A roll-back takes back rows but no files: these are deleted by hand."""
    try:
        yield
    except BaseException:
        for item in items:
            unkeep(item.current)
        raise


def folder_of(plan: Plan, fact: dict[str, Any]) -> Folder:
    """The folder of a commitment, or that of the plan's development process (REPO-02)."""
    code = fact.get("folder")
    return folders.for_commitment(plan.commitments.get(code=code)) if code else folders.process(plan)


def proven(
    plan: DemoPlan, row: Plan, fact: dict[str, Any]
) -> Iterator[Plan | Commitment | Milestone | Meeting]:
    """What a file proves something about: what is named, or else the plan."""
    if "proves" not in fact:
        yield row
    for name in fact.get("proves", ()):
        code, _slash, number = name.partition("/")
        if code in plan.meetings:
            yield Meeting.objects.get(key=plan.meetings[code].key)
        elif number:
            yield Milestone.objects.get(commitment__plan=row, commitment__code=code, number=int(number))
        else:
            yield row.commitments.get(code=code)
