"""How good the order of the hits is: nDCG@10 on search collections with judgements, for the engine of the run.

Run from the repository's root, for PostgreSQL with ``OGP_TEST_DATABASE_URL``:

    python -m benchmarks.quality [--queries 60] [--sets cranfield,xquad_zh]

Any of a question's words may occur, as in the plain BM25 that it is compared with. The sets lie in ``retrieval`` under
``OGP_TEST_DATA`` (default ``../shared/data``), each with ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.tsv``.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.catalog import BASELINES
from benchmarks.measured import real_data, skipped, tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from django.db import connection, transaction
from django.test import override_settings

from ogp_wagtail.evidence import frequencies, index
from ogp_wagtail.evidence.alike import traits_of
from ogp_wagtail.evidence.engines.chosen import engine, is_searchable
from ogp_wagtail.evidence.folders import process
from ogp_wagtail.evidence.models import EvidenceItem, Passage, SearchEntry
from ogp_wagtail.evidence.rebuilding import start_from_nothing
from ogp_wagtail.evidence.text import Query, parse
from ogp_wagtail.plans.models import Plan

BATCH = 200
LANGUAGES = {"cranfield": "en", "squad_pt": "pt", "piaf_cnil_fr": "fr"}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The documents or questions of a set."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def judgements(path: Path) -> Mapping[str, Mapping[str, int]]:
    """What answers each question, and how well."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["query-id"]][row["corpus-id"]] = int(row["score"])
    return found


def fill(folder: Path, language: str) -> dict[int, str]:
    """Index the documents of a set and no others; their ids by their entries."""
    start_from_nothing()
    EvidenceItem.objects.all().delete()
    plan = Plan.objects.get_or_create(code="bench", defaults={"title": "Bench", "language": "en"})[0]
    documents = list(lines(folder / "corpus.jsonl"))
    ids: dict[int, str] = {}
    for start in range(0, len(documents), BATCH):
        with transaction.atomic(), frequencies.together():
            for document in documents[start : start + BATCH]:
                ids[store(plan, document, language).pk] = str(document["_id"])
    frequencies.measure()
    return ids


def store(plan: Plan, document: Mapping[str, Any], language: str) -> SearchEntry:
    """One document, as the search knows it."""
    title = str(document.get("title") or "")[:255]
    items = EvidenceItem.objects.bulk_create([EvidenceItem(plan=plan, folder=process(plan), title=title)])
    entry = SearchEntry.objects.create(
        plan=plan, item=items[0], title=title, language=language, traits=traits_of(plan.pk, what="file")
    )
    text = Passage(entry=entry, number=1, place_kind="part", language=language, text=document["text"])
    index.store(entry, [text])
    return entry


def either(text: str, language: str) -> Query:
    """A question that any of its words answers."""
    terms = tuple(dict.fromkeys(parse(text, language).terms))
    return Query((terms,) if terms else ())


def gain(found: Iterable[str], judged: Mapping[str, int]) -> float:
    """nDCG of the first ten."""
    got = sum(judged.get(one, 0) / math.log2(place + 2) for place, one in enumerate(list(found)[:10]))
    best = sorted(judged.values(), reverse=True)[:10]
    return got / (sum(score / math.log2(place + 2) for place, score in enumerate(best)) or 1)


def quality(folder: Path, most: int | None) -> tuple[float, int]:
    """The mean over the questions of a set, and how many they are."""
    language = LANGUAGES.get(folder.name) or folder.name.rpartition("_")[2]
    ids, judged = fill(folder, language), judgements(folder / "qrels.tsv")
    questions = [one for one in lines(folder / "queries.jsonl") if str(one["_id"]) in judged][:most]
    gains = []
    for one in questions:
        page = engine().search(either(one["text"], language), SearchEntry.objects.all(), limit=10)
        gains.append(gain((ids[hit.entry] for hit in page.hits), judged[str(one["_id"])]))
    return sum(gains) / len(gains), len(gains)


def measure(data: Path, sets: list[str], most: int | None) -> dict[str, Any]:
    """Every set: how far the search is below the plain baseline, in thousandths; below 0 it is better."""
    figures, asked = {}, 0
    for name in sets:
        reached, number = quality(data / name, most)
        asked += number
        figures[f"nDCG@10, {name}"] = round(reached, 4)
        figures[f"below plain BM25, {name}, thousandths"] = math.ceil((BASELINES[name] - reached) * 1000)
    return {
        "workload": {"sets": len(sets)},
        "figures": {**figures, "questions": asked, "engine": connection.vendor},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="The order of hits beside the judgements of people")
    parser.add_argument("--queries", type=int, help="of each set at most so many; all unless given")
    parser.add_argument("--sets", default=",".join(BASELINES))
    options = parser.parse_args()
    data = real_data() / "retrieval"
    if not data.is_dir():
        return tell(quality=skipped(f"there are no search collections in {data}"))
    with fresh_site(), override_settings(OGP_WAGTAIL={"JOBS": "worker"}):
        if not is_searchable():
            return tell(quality=skipped("the site's database has no search engine"))
        return tell(quality=measure(data, options.sets.split(","), options.queries))


if __name__ == "__main__":
    main()
