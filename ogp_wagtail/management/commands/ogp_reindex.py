"""``manage.py ogp_reindex``: make the search's index anew, while the search goes on answering."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandError, CommandParser

from ogp_wagtail.evidence.drift import drift, repair
from ogp_wagtail.evidence.engines.base import EngineAway
from ogp_wagtail.evidence.engines.chosen import is_searchable
from ogp_wagtail.evidence.rebuilding import rebuild, start_from_nothing
from ogp_wagtail.management.contract import Answer, ContractCommand, wrong_use


class Command(ContractCommand):
    """Interrupted, it goes on where it was when it is called again.

    With ``--json``: ``done`` (entries indexed) and ``drift`` afterwards (``entries``, ``missing``, ``behind``,
    ``failed``, ``passages``, ``in_engine``, ``error``). Ends with 0 when the index is in step, else with 1, or
    with 2 for wrong use.
    """

    help = "Index everything that can be found anew."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="Only what is behind, missing or lost.")
        parser.add_argument(
            "--from-nothing",
            action="store_true",
            help="Throw a damaged index away first: a gap in the search.",
        )

    def answer(self, **options: Any) -> Answer:
        if options["repair"] and options["from_nothing"]:
            raise wrong_use("--repair", "not together with --from-nothing")
        if not is_searchable():
            raise wrong_use("ogp_reindex", "this site has no search engine; see `manage.py check`")
        if options["from_nothing"]:
            start_from_nothing()
        try:
            done = repair_all() if options["repair"] else rebuild(self.tell)
        except EngineAway as error:
            raise CommandError(f"The search server does not answer; call again later. {error}") from error
        now = drift()
        lines = [f"{done} indexed: {now.entries} entries, {now.passages} passages"]
        if not now.is_in_step:
            lines.append(
                f"Not in step: {now.missing} missing, {now.behind} behind, {now.failed} failed. {now.error}"
            )
        return Answer({"done": done, "drift": asdict(now)}, lines, now.is_in_step)

    def tell(self, done: int, total: int) -> None:
        """Say how far it is, beside the answer."""
        self.stderr.write(f"{done} of {total}")


def repair_all() -> int:
    """Repair until nothing is left to be done."""
    done = 0
    while some := repair():
        done += some
    return done
