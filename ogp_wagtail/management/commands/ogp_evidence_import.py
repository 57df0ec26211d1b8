"""``manage.py ogp_evidence_import PLAN FOLDER``: a folder of files becomes evidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from ogp_wagtail.evidence.importing import Report, import_folder
from ogp_wagtail.management.contract import Answer, ContractCommand, plan_named, wrong_use


class Command(ContractCommand):
    """Takes all files below FOLDER into the plan's repository and reads them.

    Again, it adds only what is new or changed, by hash. Every file is kept and can be downloaded, also one that
    cannot be read. With ``--json``: ``added``, ``changed``, ``unchanged`` (numbers), ``unreadable`` and
    ``skipped`` (lists of ``file`` and ``reason``). Ends with 0, or with 1 when some file could not be read;
    2 for wrong use.
    """

    help = "Take a folder of files into a plan's evidence; run again, only what is new or changed."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("plan", metavar="PLAN", help="The plan's short code.")
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="The folder to take in.")

    def answer(self, **options: Any) -> Answer:
        folder = options["folder"]
        if not folder.is_dir():
            raise wrong_use("FOLDER", f"{folder} is not a folder")
        report = import_folder(plan_named(options["plan"]), folder)
        return Answer(report.as_dict(), _lines(report), clean=not report.unreadable)


def _lines(report: Report) -> Iterator[str]:
    yield (
        f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged; "
        f"{len(report.unreadable)} cannot be read, {len(report.skipped)} left out."
    )
    for row in report.unreadable:
        yield f"  {row.file} {row.reason}"
    for row in report.skipped:
        yield f"  {row.file}: {row.reason}"
