"""``manage.py ogp_search WORDS``: find words inside the evidence, or in plans, commitments, meetings and reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import get_language

from ogp_wagtail.evidence import asked, naming, results
from ogp_wagtail.evidence.addresses import landing_page
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.facets import FACETS
from ogp_wagtail.evidence.filters import chosen_in, legend
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.naming import Names
from ogp_wagtail.evidence.querysets import SearchEntryQuerySet
from ogp_wagtail.evidence.question import ORDERS, RELEVANCE, Question
from ogp_wagtail.evidence.search import Found
from ogp_wagtail.management.contract import plan_named, wrong_use


class Command(BaseCommand):
    """An operator's search, drafts included; ``--public`` sees what the public sees.

    Filters and order are those of the search page's address. With ``--json``: ``total`` and ``hits`` (``item``,
    ``title``, ``what``, ``file``, ``place``, ``where``, ``snippet``, ``url``, ``score``). ``--batch FILE`` takes
    one search a line and prints one JSON line for each. Ends with 0, or 2 for wrong use.
    """

    help = "Search the text of the evidence."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "words", metavar="WORDS", nargs="*", help='Words; "words side by side"; -without; OR.'
        )
        parser.add_argument(
            "--batch", metavar="FILE", type=Path, help="One search a line; JSON lines come out."
        )
        parser.add_argument(
            "--plan", metavar="PLAN", action="append", help="Only in this plan, by its short code."
        )
        for facet in FACETS:
            if facet != "plan":
                parser.add_argument(
                    f"--{facet}",
                    action="append",
                    metavar="VALUE",
                    help=f"{legend(facet)}, as in the address.",
                )
        parser.add_argument("--sort", choices=list(ORDERS), default=RELEVANCE, help="The order of the hits.")
        parser.add_argument("--limit", metavar="N", type=int, default=10, help="How many hits (10).")
        parser.add_argument("--public", action="store_true", help="See only what the public sees.")
        parser.add_argument("--json", action="store_true", help="Print one JSON document and nothing else.")

    def handle(self, *, words: list[str], batch: Path | None, limit: int, **options: Any) -> None:
        self.refuse_wrong_use(words, batch, limit)
        plans = [plan_named(code, "--plan") for code in options["plan"] or ()]
        self.language = plans[0].language if len(plans) == 1 else get_language() or ""
        self.question = Question("", chosen(options), options["sort"])
        among = self.among(options["public"])
        if batch:
            for line in self.lines(batch):
                self.print_json({"query": line} | self.answer(line, among, limit))
        elif options["json"]:
            self.print_json(self.answer(" ".join(words), among, limit))
        else:
            self.tell(self.answer(" ".join(words), among, limit))

    def among(self, public: bool) -> SearchEntryQuerySet:
        """What to search: files of evidence, unless something else is asked for by ``--what``."""
        entries = SearchEntry.objects.public() if public else SearchEntry.objects.in_use()
        return entries if "what" in self.question.chosen else entries.filter(item__current__isnull=False)

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

    def answer(self, text: str, among: SearchEntryQuerySet, limit: int) -> dict[str, Any]:
        """One search, as it is printed; an empty one finds nothing."""
        question = self.question.asking(text)
        matched = asked.matches(question, among, self.language, limit=limit) if text else asked.NOTHING
        hits = asked.found(matched)
        names = naming.names(results.keys_of(hits), (), self.language, None)
        landing = landing_page()
        return {"total": matched.total, "hits": [as_dict(hit, text, names, landing) for hit in hits]}

    def print_json(self, document: dict[str, Any]) -> None:
        """One JSON document on one line."""
        self.stdout.write(json.dumps(document))

    def tell(self, found: dict[str, Any]) -> None:
        """Say it for people."""
        self.stdout.write(f"{found['total']} found")
        for hit in found["hits"]:
            place = ", ".join(part for part in (hit["file"] or hit["what"], hit["where"]) if part)
            self.stdout.write(f"\n{hit['title']} ({place})\n  {hit['snippet']}\n  {hit['url']}")


def chosen(options: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The filters that were given. What can be no value is wrong use."""
    given = {facet: options[facet] for facet in FACETS if options[facet]}
    taken = chosen_in(given)
    for facet, values in given.items():
        for value in values:
            if value.strip() not in taken.get(facet, ()):
                raise wrong_use(
                    f"--{facet}", f"{value!r} is no value of this filter; see docs/reference/commands.md"
                )
    return taken


def as_dict(hit: Found, text: str, names: Names, landing: Any) -> dict[str, Any]:
    """One hit, as it is printed. What is no evidence has neither item nor file."""
    item, passage = hit.item, hit.passage
    return {
        "item": str(item.public_id) if item else "",
        "title": hit.entry.title,
        "what": hit.entry.traits.what,
        "file": item.current.file_name if item and item.current else "",
        "place": passage.place if passage else {},
        "where": passage.place_in_words if passage else "",
        "snippet": hit.snippet,
        "url": results.address_of(hit, text, names, landing, None) if landing else "",
        "score": round(hit.score, 4),
    }
