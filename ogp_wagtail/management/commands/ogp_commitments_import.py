"""``manage.py ogp_commitments_import``: commitments from a spreadsheet or a folder of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ogp_wagtail.exchange.commitments.importing import import_commitments
from ogp_wagtail.exchange.commitments.plan_page import PlanToFill
from ogp_wagtail.exchange.commitments.readers.source import read_source
from ogp_wagtail.exchange.commitments.report import ImportReport
from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.law import explain
from ogp_wagtail.management.contract import Answer, ContractCommand, wrong_use


class Command(ContractCommand):
    """Imports as drafts; a live page keeps its live version. Run again, it changes only what is new in the file."""

    help = "Import commitments and milestones as drafts of a plan. Without --commit nothing is written."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("plan", metavar="PLAN", help="The plan's short code.")
        parser.add_argument(
            "file", metavar="FILE", type=Path, help="CSV, XLSX, Markdown, or a folder of Markdown files."
        )
        parser.add_argument("--commit", action="store_true", help="Write the drafts, not only the report.")

    def answer(self, **options: Any) -> Answer:
        try:
            target = PlanToFill.named(options["plan"])
            source = read_source(Path(options["file"]))
        except WrongInput as error:
            raise wrong_use(error.argument, error.message) from None
        report = import_commitments(target, source, commit=options["commit"], day=timezone.localdate())
        return Answer(report.as_dict(), _lines(report), report.is_clean)


def _lines(report: ImportReport) -> Iterator[str]:
    for row in report.rows:
        rule = f" [{row.rule}]" if row.rule else ""
        message = f": {row.message}" if row.message else ""
        yield f"{row.action:<8} {row.place} {row.code} “{row.title[:60]}”{message}{rule}"
    if report.findings:
        yield ""
        yield "Publishing this today would meet:"
        yield from (
            f"{finding.severity:<8} {finding.subject}: {explain(finding)}" for finding in report.findings
        )
    yield ""
    if report.ignored:
        yield "Not imported, because no column takes it: " + ", ".join(report.ignored)
    counts = ", ".join(f"{count} {action}" for action, count in report.counts.items())
    yield f"{counts}. " + ("Saved as drafts." if report.committed else "Nothing was written; add --commit.")
