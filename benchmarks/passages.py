"""Passages to search: sentences of real files drawn by chance, stored and indexed as evidence is.

The sentences are those of the Markdown files under ``OGP_TEST_DATA`` (default ``../shared/data``), 266 words a passage;
without such files, invented words of like frequencies.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from benchmarks.catalog import QUESTIONS
from ogp_wagtail.evidence import folders, index
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage, SearchEntry, StoredFile
from ogp_wagtail.evidence.text import tokenize
from ogp_wagtail.plans.models import Plan

WORDS_A_PASSAGE, PASSAGES_AN_ITEM = 266, 50
KINDS, TYPES = ("EV-4.7", "EV-3.3", "EV-1.1", ""), ("pdf", "docx", "html")


def sentences(data: Path) -> list[str]:
    """Real sentences, or invented ones where there are no files."""
    text = "\n".join(file.read_text(errors="replace") for file in sorted(data.rglob("documents/**/*.md")))
    found = [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if 20 < len(sentence) < 1000]
    return found or [" ".join(invented(20)) for _ in range(20_000)]


def invented(count: int) -> Iterator[str]:
    """Words of which the n-th commonest is about n times as rare as the commonest."""
    for _ in range(count):
        yield f"word{int(20_000 ** random.random())}"


def text(source: list[str]) -> str:
    """A passage of sentences drawn by chance."""
    drawn: list[str] = []
    words = 0
    while words < WORDS_A_PASSAGE:
        drawn.append(random.choice(source))
        words += drawn[-1].count(" ") + 1
    return " ".join(drawn)


def fill(source: list[str], count: int) -> float:
    """Items of fifty passages each, of four plans, indexed; the passages indexed in a CPU second."""
    plans = [Plan.objects.create(code=f"bench-{n}", title="Bench", language="en") for n in range(4)]
    spent = 0.0
    for number in range(count // PASSAGES_AN_ITEM):
        with transaction.atomic():
            entry = item(plans[number % len(plans)], number)
            pages = [page(entry, at, text(source)) for at in range(1, PASSAGES_AN_ITEM + 1)]
            began = time.process_time()
            index.store(entry, pages)
            spent += time.process_time() - began
    return count / spent


def item(plan: Plan, number: int) -> SearchEntry:
    """A file of evidence as far as the search knows it."""
    kept = StoredFile.objects.create(sha256=f"{number:064}", size=1, name=f"bench/{number}")
    row = EvidenceItem.objects.create(
        plan=plan, folder=folders.process(plan), title=f"Report {number}", kind=KINDS[number % len(KINDS)]
    )
    row.current = EvidenceVersion.objects.create(
        item=row, number=1, stored=kept, sha256=kept.sha256, size=1, file_name="report",
        file_type=TYPES[number % len(TYPES)],
    )  # fmt: skip
    row.save()
    return SearchEntry.objects.get(item=row)


def page(entry: SearchEntry, number: int, words: str) -> Passage:
    """One page of a file."""
    version = entry.item.current if entry.item else None
    return Passage(
        entry=entry, version=version, number=number, place_kind="page", place_number=number, language="en",
        text=words,
    )  # fmt: skip


def questions() -> dict[str, str]:
    """A common, a middling and a rare word, and some together, by the number of passages that have them."""
    counts: Counter[str] = Counter()
    for words in Passage.objects.values_list("text", flat=True).iterator():
        counts.update({token.word for token in tokenize(words, "en") if len(token.word) > 3})
    total = Passage.objects.count()

    def near(share: float) -> str:
        return min(counts, key=lambda word: (abs(counts[word] - share * total), word))

    common, middling, rare = near(0.5), near(0.05), near(0.002)
    asked = (common, middling, rare, f"{common} {middling}", f"{common} OR {middling} OR {rare}")
    return dict(zip(QUESTIONS, asked, strict=True))
