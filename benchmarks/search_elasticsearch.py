"""The search page's work on Elasticsearch against the same server asked directly.

Run from the repository's root, with a server of your own:

    export OGP_TEST_ELASTICSEARCH_URL=http://localhost:9200
    python -m benchmarks.search_elasticsearch [--passages 10000] [--rounds 25]

Ours is all that a page of results needs: the exact total of entries, all facets, the ten best after our own
ranking among those that may be seen, each with its piece of text and its marks; the last question with a filter.
Theirs is one request over the same connection to an index that also holds what facets count: the total of
passages, three facets, the ten best by the server's rank, with the same filter, without texts or marks. Both take
turns in one run. Times are by the clock, since the server is another process: other work on the machine counts.
"""

from __future__ import annotations

import argparse
import os
import random
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any, Final

from benchmarks.catalog import FILTERED
from benchmarks.measured import real_data, skipped, tell
from benchmarks.site import fresh_site  # sets Django up: before all that follow

# isort: split
from django.test import override_settings
from elasticsearch import helpers

from benchmarks.passages import fill, questions, sentences
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.elastic import layout, mirroring, queries, rebuilding
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.server import Server
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import IndexChange, Passage, SearchEntry
from ogp_wagtail.evidence.search import Answer, search
from ogp_wagtail.evidence.text import parse

SERVER: Final = "OGP_TEST_ELASTICSEARCH_URL"
COUNTED: Final = ("plan", "kind", "type")
NARROWED: Final = {"type": ["pdf"]}


def raw_index(server: Server) -> str:
    """The same passages in an index that counts facets itself."""
    name, mappings = f"{server.options.prefix}-raw", layout.mappings()
    mappings["properties"] |= {facet: {"type": "keyword"} for facet in COUNTED}
    server.patient().indices.create(index=name, mappings=mappings, settings=layout.settings_while_filled())
    traits = [f"entry__traits__{column}" for column in ("plan__code", "kind", "file_type")]
    rows = Passage.objects.exclude(words="").values_list(*mirroring.COLUMNS, *traits).iterator()
    actions = (
        mirroring.indexing(name, *row[:-3]) | dict(zip(COUNTED, row[-3:], strict=True)) for row in rows
    )
    helpers.bulk(server.patient(), actions)
    server.patient().indices.forcemerge(index=name, max_num_segments=1)
    server.patient().indices.refresh(index=name)
    return name


def ask_directly(server: Server, name: str, text: str, chosen: Chosen) -> int:
    """One request for the page; the number of passages that match."""
    filters = [{"terms": {facet: list(values)}} for facet, values in chosen.items()]
    answer = server.client.search(
        index=name,
        query={"bool": {"must": [queries.matching(parse(text, "en")).to_dict()], "filter": filters}},
        aggs={facet: {"terms": {"field": facet}} for facet in COUNTED},
        size=10,
        docvalue_fields=["passage"],
        stored_fields="_none_",
        track_total_hits=True,
    )
    return int(answer["hits"]["total"]["value"])


def ours(text: str, chosen: Chosen) -> Answer:
    """A page of results."""
    return search(text, SearchEntry.objects.in_use(), "en", chosen=chosen)


def times(work: Callable[[], Any], rounds: int) -> Iterator[float]:
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        yield (time.perf_counter() - began) * 1000


def late(taken: list[float]) -> float:
    """The time that nineteen of twenty keep within."""
    return sorted(taken)[int(len(taken) * 0.95)]


def beside(server: Server, name: str, text: str, chosen: Chosen, rounds: int) -> dict[str, float]:
    """Both by turns; the first round warms up."""
    mine, direct = [], []
    for turn in range(rounds + 1):
        mine += times(lambda: ours(text, chosen), 1 if turn else 0)
        direct += times(lambda: ask_directly(server, name, text, chosen), 1 if turn else 0)
    return {"ours": late(mine), "theirs": late(direct)}


def measure(server: Server, count: int, rounds: int) -> dict[str, Any]:
    """Every question beside the same question to the server, what was really found, and the index's size."""
    fill(sentences(real_data()), count)
    IndexChange.objects.all().delete()
    began = time.perf_counter()
    written = rebuilding.renew(server)
    speed = written / (time.perf_counter() - began)
    name = raw_index(server)
    alias = Names(server.options.prefix).alias
    server.patient().indices.forcemerge(index=alias, max_num_segments=1)
    asked = questions()
    answers = {question: ours(text, {}) for question, text in asked.items()}
    figures: dict[str, Any] = {
        question: beside(server, name, text, {}, rounds) for question, text in asked.items()
    }
    common = next(iter(asked.values()))
    figures[FILTERED] = beside(server, name, common, NARROWED, rounds)
    size = server.client.indices.stats(index=alias)["_all"]["primaries"]["store"]["size_in_bytes"]
    return {
        "workload": {
            "passages": written,
            "questions": len(asked),
            "marked hits": sum("<mark>" in hit.html for one in answers.values() for hit in one.found),
            "answers of the server": sum(not one.is_simplified for one in answers.values()),
        },
        "figures": {
            **figures,
            "bytes a passage": round(size / written),
            "passages written in a second": round(speed),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="A page of results beside the same server asked directly")
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    if SERVER not in os.environ:
        return tell(search_elasticsearch=skipped(f"{SERVER} names no server"))
    random.seed(4)
    wanted = {
        "ENGINE": "elasticsearch",
        "URL": os.environ[SERVER],
        "PREFIX": f"bench-{uuid.uuid4().hex[:8]}",
        "TIMEOUT": 30,
        "WRITE_TIMEOUT": 600,
    }
    with override_settings(OGP_WAGTAIL={"SEARCH": wanted, "JOBS": "worker"}), fresh_site():
        server: Server = engine().server  # type: ignore[attr-defined]
        try:
            tell(search_elasticsearch=measure(server, options.passages, options.rounds))
        finally:
            if left := list(server.client.indices.get(index=f"{server.options.prefix}-*")):
                server.patient().indices.delete(index=",".join(left))


if __name__ == "__main__":
    main()
