"""``manage.py ogp_verify``: is every file of evidence there, with the bytes that were stored?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandParser

from ogp_wagtail.evidence.verifying import Verified, verify_all
from ogp_wagtail.management.contract import Answer, ContractCommand, wrong_use


class Command(ContractCommand):
    """Reads every file and compares it with its hash; names every missing, changed, swapped or stray one.

    With ``--limit N`` only the N files that were verified longest ago: run again, it goes on with the next. With
    ``--json``: ``checked`` and ``findings``, each with ``what`` (``missing``, ``changed``, ``swapped``, ``stray``,
    or ``document``: Wagtail's document does not show its version), ``file``, ``message``, ``item``, ``version``.
    Ends with 0 when all is well, 1 when there are findings, 2 for wrong use.
    """

    help = "Read every file of evidence and name those that are missing, changed, swapped or stray."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--limit", type=int, metavar="N", help="Only the N files that were verified longest ago."
        )

    def answer(self, **options: Any) -> Answer:
        limit = options["limit"]
        if limit is not None and limit < 1:
            raise wrong_use("--limit", f"{limit} is no number of files; give 1 or more")
        report = verify_all(limit)
        return Answer(report.as_dict(), _lines(report), clean=not report.findings)


def _lines(report: Verified) -> Iterator[str]:
    yield f"{report.checked} files read, {len(report.findings)} findings."
    for one in report.findings:
        where = f" (evidence {one.item}, version {one.version})" if one.version else ""
        yield f"  {one.what}: {one.file}{where}: {one.message}"
