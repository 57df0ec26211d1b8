"""The search page's work on SQLite against the same FTS5 table asked directly.

Run from the repository's root:

    python -m benchmarks.search [--passages 10000] [--rounds 25]

Ours is all that a page of results needs: the total, three facets, the ten best items among those not
withdrawn, each with its piece of text and its marks. Theirs is SQLite asked for the same by plain statements:
the total, three facets and the ten best by its own rank, with the same filter, without texts or marks.
Bare is less still: how many passages match, and the ten best, with no filter. All take turns in one run;
times are of this process's CPU, SQLite included, so that other work on the machine does not count.

The passages are sentences of the real Markdown files under `OGP_TEST_DATA` (default `../shared/data`) drawn
by chance, 266 words each; without such files, invented words of like frequencies.
"""

import argparse
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.catalog import BARE, QUESTIONS
from benchmarks.measured import real_data, skipped, tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from django.db import connection, transaction

from ogp_wagtail.evidence import folders, index
from ogp_wagtail.evidence.engines.sqlite import match
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage, SearchEntry, StoredFile
from ogp_wagtail.evidence.search import search
from ogp_wagtail.evidence.statements import rows
from ogp_wagtail.evidence.text import parse, tokenize
from ogp_wagtail.plans.models import Plan

WORDS_A_PASSAGE, PASSAGES_AN_ITEM = 266, 50
COUNT = "SELECT count(*) FROM ogp_search_text WHERE ogp_search_text MATCH %s"
BEST = (
    "SELECT rowid, bm25(ogp_search_text, 1.0, 0.25) AS rank FROM ogp_search_text "
    "WHERE ogp_search_text MATCH %s ORDER BY rank LIMIT 10"
)
JOINED = (
    "FROM ogp_search_text CROSS JOIN ogp_search_place AS place ON place.id = ogp_search_text.rowid "
    "CROSS JOIN ogp_wagtail_searchentry AS entry ON entry.id = place.entry "
    "CROSS JOIN ogp_wagtail_evidenceitem AS item ON item.id = entry.item_id "
    "CROSS JOIN ogp_wagtail_evidenceversion AS version ON version.id = item.current_id "
    "WHERE ogp_search_text MATCH %s AND item.withdrawn_on IS NULL"
)
DIRECT = (
    f"SELECT count(DISTINCT place.entry) {JOINED}",
    f"SELECT item.kind, count(DISTINCT place.entry) {JOINED} GROUP BY 1",
    f"SELECT version.file_type, count(DISTINCT place.entry) {JOINED} GROUP BY 1",
    f"SELECT item.plan_id, count(DISTINCT place.entry) {JOINED} GROUP BY 1",
    f"SELECT place.id, bm25(ogp_search_text, 1.0, 0.25) AS rank {JOINED} ORDER BY rank LIMIT 10",
)


def sentences(data: Path) -> list[str]:
    """Real sentences, or invented ones where there are no files."""
    text = "\n".join(file.read_text(errors="replace") for file in sorted(data.rglob("documents/**/*.md")))
    found = [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if 20 < len(sentence) < 1000]
    return found or [" ".join(invented(20)) for _ in range(20_000)]


def invented(count: int) -> Iterator[str]:
    """Words of which the n-th commonest is about n times as rare as the commonest."""
    for _ in range(count):
        yield f"word{int(20_000 ** random.random())}"


def passage(source: list[str]) -> str:
    """A passage of sentences drawn by chance."""
    drawn: list[str] = []
    words = 0
    while words < WORDS_A_PASSAGE:
        drawn.append(random.choice(source))
        words += drawn[-1].count(" ") + 1
    return " ".join(drawn)


def fill(source: list[str], count: int) -> float:
    """Items with their passages, indexed; the passages indexed in a CPU second."""
    plan = Plan.objects.create(code="bench", title="Bench", language="en")
    folder, spent = folders.process(plan), 0.0
    for number in range(count // PASSAGES_AN_ITEM):
        with transaction.atomic():
            item = EvidenceItem.objects.create(plan=plan, folder=folder, title=f"Report {number}")
            stored = StoredFile.objects.create(sha256=f"{number:064}", size=1, name=f"report-{number}.pdf")
            version = EvidenceVersion.objects.create(
                item=item,
                number=1,
                stored=stored,
                sha256=stored.sha256,
                size=1,
                file_name="report.pdf",
                file_type="pdf",
            )
            item.current = version
            item.save()
            entry = item.search_entry
            pages = [
                Passage(
                    entry=entry, version=version, number=page, place_kind="page", place_number=page, language="en",
                    text=passage(source),
                )
                for page in range(1, PASSAGES_AN_ITEM + 1)
            ]  # fmt: skip
            began = time.process_time()
            index.store(entry, pages)
            spent += time.process_time() - began
    return count / spent


def questions() -> dict[str, str]:
    """A common, a middling and a rare word, and some together, by the number of passages that have them."""
    counts: Counter[str] = Counter()
    for text in Passage.objects.values_list("text", flat=True).iterator():
        counts.update({token.word for token in tokenize(text, "en") if len(token.word) > 3})
    total = Passage.objects.count()

    def near(share: float) -> str:
        return min(counts, key=lambda word: (abs(counts[word] - share * total), word))

    common, middling, rare = near(0.5), near(0.05), near(0.002)
    asked = (common, middling, rare, f"{common} {middling}", f"{common} OR {middling} OR {rare}")
    return dict(zip(QUESTIONS, asked, strict=True))


def ask(statements: Sequence[str], text: str) -> list[Any]:
    """The index asked directly."""
    wanted = match(parse(text, "en"))
    return [rows(statement, [wanted]) for statement in statements]


def ours(text: str) -> tuple[int, int]:
    """A page of results: the total, and how many hits are shown with their words marked."""
    answer = search(text, SearchEntry.objects.in_use(), "en")
    return answer.total, sum("<mark>" in found.html for found in answer.found)


def milliseconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return (time.process_time() - began) * 1000


def medians(text: str, rounds: int) -> dict[str, float]:
    """The three, taking turns; the first round warms up."""
    work: dict[str, Callable[[str], object]] = {
        "ours": ours,
        "theirs": lambda text: ask(DIRECT, text),
        "bare": lambda text: ask((COUNT, BEST), text),
    }
    taken = [{name: milliseconds(one, text) for name, one in work.items()} for _ in range(rounds + 1)][1:]
    return {name: statistics.median(one[name] for one in taken) for name in work}


def measure(count: int, rounds: int) -> dict[str, Any]:
    """Every question beside the same question to the index, and what was really found."""
    speed = fill(sentences(real_data()), count)
    asked = questions()
    answers = {name: ours(text) for name, text in asked.items()}
    totals = [ask(DIRECT[:1], text)[0][0][0] for text in asked.values()]
    agreeing = sum(total == known for (total, _marked), known in zip(answers.values(), totals, strict=True))
    times = {name: medians(text, rounds) for name, text in asked.items()}
    bare = {
        BARE.format(name): {"ours": one["ours"], "theirs": one.pop("bare")} for name, one in times.items()
    }
    return {
        "workload": {
            "passages": Passage.objects.count(),
            "questions": len(asked),
            "marked hits": sum(marked for _total, marked in answers.values()),
            "totals as the index counts": agreeing,
        },
        "figures": {**times, **bare, "passages indexed in a CPU second": round(speed)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description="A page of results beside the same FTS5 table asked directly"
    )
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    if connection.vendor != "sqlite":
        return tell(search=skipped("the site's database is not SQLite"))
    random.seed(4)
    with fresh_site():
        return tell(search=measure(options.passages, options.rounds))


if __name__ == "__main__":
    main()
