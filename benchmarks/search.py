"""The search page's work on SQLite against the same FTS5 table asked directly.

Run from the repository's root:

    python benchmarks/search.py [--passages 10000] [--rounds 25]

Ours is all that a page of results needs: the total, three facets, the ten best items among those not
withdrawn, each with its piece of text and its marks. Raw is SQLite asked for the same by plain statements:
the total, three facets and the ten best by its own rank, with the same filter, without texts or marks.
Bare is less still: how many passages match, and the ten best, with no filter. All take turns in one run;
times are of this process's CPU, SQLite included, so that other work on the machine does not count.

The passages are sentences of the real Markdown files under `OGP_TEST_DATA` (default `../shared/data`) drawn
by chance, 266 words each; without such files, invented words of like frequencies. The database is a file of
its own, thrown away afterwards. Prints one JSON document and one line for each question.
"""

import argparse
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from ogp_wagtail.evidence import folders, index  # noqa: E402
from ogp_wagtail.evidence.engines.sqlite import match, rows  # noqa: E402
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage  # noqa: E402
from ogp_wagtail.evidence.search import search  # noqa: E402
from ogp_wagtail.evidence.text import parse, tokenize  # noqa: E402
from ogp_wagtail.plans.models import Plan  # noqa: E402

GOAL_RATIO, GOAL_MORE = 2.0, 10.0  # times as long, or milliseconds more
WORDS_A_PASSAGE, PASSAGES_AN_ITEM = 266, 50
COUNT = "SELECT count(*) FROM ogp_search_text WHERE ogp_search_text MATCH %s"
BEST = (
    "SELECT rowid, bm25(ogp_search_text, 1.0, 0.25) AS rank FROM ogp_search_text "
    "WHERE ogp_search_text MATCH %s ORDER BY rank LIMIT 10"
)
JOINED = (
    "FROM ogp_search_text CROSS JOIN ogp_search_item AS place ON place.id = ogp_search_text.rowid "
    "CROSS JOIN ogp_wagtail_evidenceitem AS item ON item.id = place.item "
    "CROSS JOIN ogp_wagtail_evidenceversion AS version ON version.id = item.current_id "
    "WHERE ogp_search_text MATCH %s AND item.withdrawn_on IS NULL"
)
RAW = (
    f"SELECT count(DISTINCT place.item) {JOINED}",
    f"SELECT item.kind, count(DISTINCT place.item) {JOINED} GROUP BY 1",
    f"SELECT version.file_type, count(DISTINCT place.item) {JOINED} GROUP BY 1",
    f"SELECT item.plan_id, count(DISTINCT place.item) {JOINED} GROUP BY 1",
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
            version = EvidenceVersion.objects.create(
                item=item, number=1, sha256=f"{number:064}", size=1, file_name="report.pdf", file_type="pdf"
            )
            EvidenceItem.objects.filter(pk=item.pk).update(current=version)
            pages = [
                Passage(
                    version=version, number=page, place_kind="page", place_number=page, language="en",
                    text=passage(source),
                )
                for page in range(1, PASSAGES_AN_ITEM + 1)
            ]  # fmt: skip
            began = time.process_time()
            index.tokenize(pages, item)
            Passage.objects.bulk_create(pages)
            index.add(item, pages)
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
    return {
        "common": common,
        "middling": middling,
        "rare": rare,
        "all of two": f"{common} {middling}",
        "one of three": f"{common} OR {middling} OR {rare}",
    }


def milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def ask(statements: Sequence[str], text: str) -> list[object]:
    wanted = match(parse(text, "en"))
    return [rows(statement, [wanted]) for statement in statements]


def measure(text: str, rounds: int) -> dict[str, object]:
    """Medians of the three, taking turns; the first round warms up."""
    among = EvidenceItem.objects.in_use()
    work = {
        "ours": lambda: [found.html for found in search(text, among, "en").found],
        "raw": lambda: ask(RAW, text),
        "bare": lambda: ask((COUNT, BEST), text),
    }
    taken = [{name: milliseconds(one) for name, one in work.items()} for _ in range(rounds + 1)][1:]
    ours, raw, bare = (statistics.median(each[name] for each in taken) for name in work)
    return {
        "words": text,
        "items": search(text, among, "en").total,
        "passages": ask([COUNT], text)[0][0][0],
        "ours_ms": round(ours, 1),
        "raw_ms": round(raw, 1),
        "bare_ms": round(bare, 1),
        "ratio": round(ours / raw, 2),
        "holds": ours <= max(GOAL_RATIO * raw, raw + GOAL_MORE),
    }


def run(count: int, rounds: int) -> dict[str, object]:
    call_command("migrate", verbosity=0)
    data = Path(os.environ.get("OGP_TEST_DATA") or ROOT.parent / "shared" / "data")
    speed = fill(sentences(data), count)
    results = {name: measure(text, rounds) for name, text in questions().items()}
    return {"passages": count, "indexed_a_cpu_second": round(speed), "questions": results}


def main() -> None:
    parser = argparse.ArgumentParser(
        description="A page of results against the same FTS5 table asked directly"
    )
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    random.seed(4)
    with tempfile.TemporaryDirectory() as folder:
        connection.settings_dict["NAME"] = str(Path(folder) / "search.sqlite3")
        result = run(options.passages, options.rounds)
        connection.close()
    print(json.dumps(result, indent=2))
    for name, row in result["questions"].items():
        print(
            f"{name}: {row['ours_ms']} ms, raw {row['raw_ms']} ms ({row['ratio']}x), bare {row['bare_ms']} ms"
        )


if __name__ == "__main__":
    main()
