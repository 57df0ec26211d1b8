"""``manage.py ogp_search WORDS``: find words inside the evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import QuerySet
from django.utils.translation import get_language

from ogp_wagtail.evidence.addresses import item_address, landing_page
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.search import Found, search
from ogp_wagtail.management.contract import plan_named, wrong_use
from ogp_wagtail.plans.models import Plan


class Command(BaseCommand):
    """An operator's search, drafts included; ``--public`` sees what the public sees.

    With ``--json``: ``total`` and ``hits`` (``item``, ``title``, ``file``, ``place``, ``where``, ``snippet``,
    ``url``, ``score``). ``--batch FILE`` takes one search a line and prints one JSON line for each. Ends with
    0, or 2 for wrong use.
    """

    help = "Search the text of the evidence."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "words", metavar="WORDS", nargs="*", help='Words; "words side by side"; -without; OR.'
        )
        parser.add_argument(
            "--batch", metavar="FILE", type=Path, help="One search a line; JSON lines come out."
        )
        parser.add_argument("--plan", metavar="PLAN", help="Only in this plan, by its short code.")
        parser.add_argument("--limit", metavar="N", type=int, default=10, help="How many hits (10).")
        parser.add_argument("--public", action="store_true", help="See only what the public sees.")
        parser.add_argument("--json", action="store_true", help="Print one JSON document and nothing else.")

    def handle(self, *, words: list[str], batch: Path | None, limit: int, **options: Any) -> None:
        self.refuse_wrong_use(words, batch, limit)
        plan = plan_named(options["plan"], "--plan") if options["plan"] else None
        self.language = plan.language if plan else get_language() or ""
        among = self.among(plan, options["public"])
        if batch:
            for line in self.lines(batch):
                self.print_json({"query": line} | self.answer(line, among, limit))
        elif options["json"]:
            self.print_json(self.answer(" ".join(words), among, limit))
        else:
            self.tell(self.answer(" ".join(words), among, limit))

    def among(self, plan: Plan | None, public: bool) -> QuerySet[SearchEntry]:
        """The evidence to search."""
        entries = SearchEntry.objects.public() if public else SearchEntry.objects.in_use()
        evidence = entries.filter(item__current__isnull=False)
        return evidence.filter(plan=plan) if plan else evidence

    def refuse_wrong_use(self, words: list[str], batch: Path | None, limit: int) -> None:
        """Say which argument is wrong."""
        if bool(words) == bool(batch):
            raise wrong_use("WORDS", "give words, or --batch FILE, one of the two")
        if limit < 1:
            raise wrong_use("--limit", "N is at least 1")
        if not is_searchable():
            raise wrong_use("WORDS", "this release cannot search on this database; it can on SQLite")

    def lines(self, batch: Path) -> Iterable[str]:
        """The searches of a file, one a line and one answer each, an empty line too.

        A line ends where ``wc -l`` says so, and not at the many other signs that Python counts as line ends.
        """
        try:
            text = batch.read_bytes().decode("utf-8", errors="replace")
        except OSError as error:
            raise wrong_use("--batch", f"{batch}: {error.strerror}") from error
        return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []

    def answer(self, text: str, among: QuerySet[SearchEntry], limit: int) -> dict[str, Any]:
        """One search, as it is printed."""
        found = search(text, among, self.language, limit=limit)
        landing = landing_page()
        return {"total": found.total, "hits": [as_dict(hit, text, landing) for hit in found.found]}

    def print_json(self, document: dict[str, Any]) -> None:
        """One JSON document on one line."""
        self.stdout.write(json.dumps(document))

    def tell(self, found: dict[str, Any]) -> None:
        """Say it for people."""
        self.stdout.write(f"{found['total']} found")
        for hit in found["hits"]:
            self.stdout.write(
                f"\n{hit['title']} ({hit['file']}, {hit['where']})\n  {hit['snippet']}\n  {hit['url']}"
            )


def as_dict(hit: Found, text: str, landing: Any) -> dict[str, Any]:
    """One hit, as it is printed."""
    passage = hit.passage
    return {
        "item": str(hit.item.public_id),
        "title": hit.item.title,
        "file": hit.item.current.file_name,
        "place": passage.place,
        "where": passage.place_in_words,
        "snippet": hit.snippet,
        "url": item_address(landing, hit.item, None, passage, text) if landing else "",
        "score": round(hit.score, 4),
    }
