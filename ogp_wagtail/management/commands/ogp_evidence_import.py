"""``manage.py ogp_evidence_import PLAN FOLDER``: a folder of files becomes evidence."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ogp_wagtail.evidence.command_line import WRONG_USE, plan_called
from ogp_wagtail.evidence.importing import Report, import_folder


class Command(BaseCommand):
    """Takes all files below FOLDER into the plan's repository and reads them.

    Again, it adds only what is new or changed, by hash. Every file is kept and can be downloaded, also one that
    cannot be read. With ``--json``: ``added``, ``changed``, ``unchanged`` (numbers), ``unreadable`` and
    ``skipped`` (lists of ``file`` and ``reason``). Ends with 0, or with 1 when some file could not be read;
    2 for wrong use.
    """

    help = "Take a folder of files into a plan's evidence; run again, only what is new or changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("plan", metavar="PLAN", help="The plan's short code.")
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="The folder to take in.")
        parser.add_argument("--json", action="store_true", help="Print one JSON document and nothing else.")

    def handle(self, *, plan: str, folder: Path, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"FOLDER: {folder} is not a folder.", returncode=WRONG_USE)
        report = import_folder(plan_called(plan), folder)
        if options["json"]:
            self.stdout.write(json.dumps(report.as_dict(), ensure_ascii=False))
        else:
            self.tell(report)
        if report.unreadable:
            sys.exit(1)

    def tell(self, report: Report) -> None:
        """Say it for people."""
        self.stdout.write(
            f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged; "
            f"{len(report.unreadable)} cannot be read, {len(report.skipped)} left out."
        )
        for row in report.unreadable:
            self.stdout.write(f"  {row.file} {row.reason}")
        for row in report.skipped:
            self.stdout.write(f"  {row.file}: {row.reason}")
