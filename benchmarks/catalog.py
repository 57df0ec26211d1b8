"""What is measured, why, and what it may cost at most.

Imports nothing of the product, so that the list can be read, and a run be judged, without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class AtMost:
    """A count, the same on every machine."""

    limit: int

    def allows(self, measured: int) -> bool:
        return measured <= self.limit

    def __str__(self) -> str:
        return str(self.limit)


@dataclass(frozen=True, slots=True)
class Times:
    """A time beside another taken in the same run: so many times as long, or so many milliseconds longer."""

    times: float
    or_longer: float = 0.0

    def allows(self, measured: Mapping[str, float]) -> bool:
        """``measured`` holds milliseconds: ``ours`` and ``theirs``."""
        theirs = measured["theirs"]
        return measured["ours"] <= max(self.times * theirs, theirs + self.or_longer)

    def __str__(self) -> str:
        return f"{self.times:g}x" + (f" or +{self.or_longer:g} ms" if self.or_longer else "")


Limit = AtMost | Times


@dataclass(frozen=True, slots=True)
class Flow:
    """One way through the product that somebody waits for.

    ``module`` measures it; ``workload`` is what a run must have done to count at all; ``limits`` are by the
    name of a figure. A figure without a limit is told and not judged.
    """

    name: str
    why: str
    entry: str
    module: str
    workload: Mapping[str, int]
    limits: Mapping[str, Limit] = field(default_factory=dict)


QUESTIONS: Final = ("common word", "middling word", "rare word", "all of two words", "one of three words")
BARE: Final = "{}, beside no filter and no facets"
FILTERED: Final = "common word, one filter"

# nDCG@10 of SQLite's own BM25 on plain text, the better of its two tokenizers, all words joined by OR.
BASELINES: Final = {
    "cranfield": 0.379,
    "squad_pt": 0.785,
    "piaf_cnil_fr": 0.961,
    "xquad_en": 0.962,
    "xquad_es": 0.953,
    "xquad_de": 0.922,
    "xquad_ar": 0.892,
    "xquad_ru": 0.873,
    "xquad_zh": 0.94,  # of Chinese, what is asked for: a tokenizer of words reaches .118
}

FLOWS: Final = (
    Flow(
        name="plan-page",
        why="Every resident comes here, and a coalition's plan grows to dozens of commitments: a query for each "
        "would make the best plans the slowest.",
        entry="GET of an ActionPlanPage",
        module="benchmarks.pages",
        workload={"commitments, few": 3, "commitments, many": 30, "files": 12},
        limits={"queries": AtMost(30), "queries that 27 more commitments add": AtMost(0)},
    ),
    Flow(
        name="commitment-list",
        why="The same list stands on the plan page, in exports and in the matrix; milestones are where a query "
        "for each row creeps in.",
        entry="ogp_wagtail.pages.public.lists.list_commitments",
        module="benchmarks.pages",
        workload={"commitments": 30, "milestones": 120},
        limits={"queries": AtMost(8)},
    ),
    Flow(
        name="plan-facts",
        why="The desk, the calendar, the commands and the filing all begin with the whole plan as facts, and a "
        "query for each row or room would make every one of them slow.",
        entry="ogp_wagtail.pages.whole.drafted, ogp_wagtail.handbook.review",
        module="benchmarks.review",
        workload={"commitments": 12, "members": 4, "milestones": 60, "meetings": 40, "evidence": 300},
        limits={
            "queries": AtMost(20),
            "queries that twice as much adds": AtMost(0),
            "CPU time of the review, beside its facts": Times(0.25),
        },
    ),
    Flow(
        name="many-plans",
        why="Whoever hosts many cities checks all plans at night: the time grows with their number and the "
        "memory does not.",
        entry="ogp_wagtail.pages.reviewing.reviews",
        module="benchmarks.review",
        workload={"plans": 1000},
        limits={
            "time, beside a tenth of them": Times(11),
            "more memory than a tenth of them, MiB": AtMost(4),
        },
    ),
    Flow(
        name="search",
        why="Who may see what is asked anew at each search, words are marked in the text, and hits are put into "
        "an order of our own: none of it may cost much more than the index does by itself.",
        entry="ogp_wagtail.evidence.search.search",
        module="benchmarks.search",
        workload={"passages": 10_000, "questions": 5, "marked hits": 50, "totals as the index counts": 5},
        limits={figure: Times(1.5, or_longer=10) for figure in QUESTIONS},
    ),
    Flow(
        name="quality",
        why="A journalist reads the first ten hits. Stems, words, titles and pairs of signs must bring the right one "
        "among them in every language, and the same on every engine.",
        entry="ogp_wagtail.evidence.engines.chosen.engine",
        module="benchmarks.quality",
        workload={"sets": 9},
        limits={f"below plain BM25, {name}, thousandths": AtMost(0) for name in BASELINES},
    ),
    Flow(
        name="big-upload",
        why="Anybody who may add evidence can choose a film by mistake: a file far beyond the limit must not take "
        "the memory of the web process, nor the small files beside it with it.",
        entry="POST to the repository of a plan",
        module="benchmarks.uploads",
        workload={"GiB sent": 2, "refused unread": 1, "files that arrived beside it": 2},
        limits={
            "more memory, MiB, page's script": AtMost(64),
            "more memory, MiB, form without script": AtMost(64),
        },
    ),
    Flow(
        name="search-elasticsearch",
        why="The server answers in some milliseconds; asking the database who may see what, counting, ranking and "
        "marking come on top, and must not make it pointless.",
        entry="ogp_wagtail.evidence.search.search",
        module="benchmarks.search_elasticsearch",
        workload={"passages": 10_000, "questions": 5, "marked hits": 50, "answers of the server": 5},
        limits={figure: Times(1.5, or_longer=10) for figure in (*QUESTIONS, FILTERED)},
    ),
    Flow(
        name="extraction",
        why="Files of strangers are read in a process with limits, page by page and cleaned. The protection has "
        "to be cheap enough never to be switched off.",
        entry="ogp_wagtail.evidence.extraction.extract",
        module="benchmarks.extraction",
        workload={"PDF files": 67, "files read": 67},
        limits={"CPU time": Times(1.0)},
    ),
    Flow(
        name="celery-jobs",
        why="A job is a row before and after it is a message. What that costs has to be small beside what Celery "
        "costs by itself, or a site would be tempted to do without the rows, and lose what the broker loses.",
        entry="ogp_wagtail.jobs.queue.enqueue, ogp_wagtail.jobs.celery.work",
        module="benchmarks.jobs",
        workload={"jobs": 1000, "done by rows": 1000},
        limits={"one by one": Times(1.5), "many at once": Times(1.5)},
    ),
)
