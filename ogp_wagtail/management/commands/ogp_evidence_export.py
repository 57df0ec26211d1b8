"""``manage.py ogp_evidence_export PLAN --to DIR``: a plan's repository as folders, with an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from ogp_wagtail.evidence.exporting import entries
from ogp_wagtail.evidence.packing import as_folder
from ogp_wagtail.management.contract import Answer, ContractCommand, plan_named, wrong_use


class Command(ContractCommand):
    """Writes the files of a plan's evidence into folders by commitment, with ``index.csv`` and ``index.json``.

    Everything that is in use; with ``--public`` what anybody may see. DIR has to be empty or new. With ``--json``:
    ``files``, ``bytes``, ``index``, and ``left_out`` (``title`` and ``note``). Ends with 0, or with 1 when a file is
    under repair; 2 for wrong use.
    """

    help = "Write a plan's evidence into folders by commitment, with an index of what proves what."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("plan", metavar="PLAN", help="The plan's short code.")
        parser.add_argument("--to", metavar="DIR", type=Path, required=True, help="An empty or new folder.")
        parser.add_argument("--public", action="store_true", help="Only what anybody may see.")

    def answer(self, **options: Any) -> Answer:
        root = options["to"]
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise wrong_use("--to", f"{root} is not an empty folder")
        plan = plan_named(options["plan"])
        found = entries(plan, everything=not options["public"])
        total = as_folder(plan, found, root)
        left_out = [{"title": one.item.title, "note": one.note} for one in found if one.note]
        document = {
            "files": sum(1 for one in found if one.version),
            "bytes": total,
            "index": str(root / "index.json"),
            "left_out": left_out,
        }
        broken = any(one.note and one.item.current and not options["public"] for one in found)
        return Answer(document, _lines(document), clean=not broken)


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    yield f"{document['files']} files, {document['bytes']} bytes; the index is {document['index']}."
    for one in document["left_out"]:
        yield f"  without its file: {one['title']}: {one['note']}"
