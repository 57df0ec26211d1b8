"""``manage.py ogp_evidence_pack PLAN --to DIR``: evidence for OGP's form, in at most three files of 10 MB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from ogp_wagtail.evidence.form_pack.building import CannotPack, FormPack, build, candidates
from ogp_wagtail.management.contract import Answer, ContractCommand, plan_named, wrong_use


class Command(ContractCommand):
    """Merges the public PDF evidence of a plan, or of one commitment, in the order of the form, with an index.

    With ``--json``: ``files`` (sizes by name) and ``items``, each with ``number``, ``title``, ``kind``, ``link``,
    ``sha256``, ``file`` and pages ``first`` to ``last``, or ``why`` it is in none. Ends with 0, or with 1 when a PDF
    is in none of the files; 2 for wrong use.
    """

    help = "Make the pack of evidence for OGP's form: at most three PDF files of 10 MB with an index."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("plan", metavar="PLAN", help="The plan's short code.")
        parser.add_argument("--to", metavar="DIR", type=Path, required=True, help="The folder to write into.")
        parser.add_argument("--commitment", metavar="CODE", default="", help="Only of this commitment.")

    def answer(self, **options: Any) -> Answer:
        plan, code = plan_named(options["plan"]), options["commitment"]
        if code and not plan.commitments.filter(code=code).exists():
            known = ", ".join(plan.commitments.order_by("code").values_list("code", flat=True)) or "none yet"
            raise wrong_use("--commitment", f"no commitment has the code {code!r}; the codes are: {known}")
        chosen = candidates(plan, code)
        try:
            pack = build(plan, chosen)
        except CannotPack as reason:
            raise CommandError(str(reason)) from reason
        options["to"].mkdir(parents=True, exist_ok=True)
        for name, data in pack.files.items():
            (options["to"] / name).write_bytes(data)
        left = [
            one
            for one, entry in zip(pack.items, chosen, strict=True)
            if entry.version and is_pdf(entry) and one.why
        ]
        return Answer(pack.as_dict(), _lines(pack), clean=not left)


def is_pdf(entry: Any) -> bool:
    """A file that could have been merged."""
    return bool(entry.version.file_type == "pdf")


def _lines(pack: FormPack) -> Iterator[str]:
    for name, data in pack.files.items():
        yield f"{name}: {len(data)} bytes"
    for one in pack.items:
        where = f"file {one.file}, pages {one.first}-{one.last}" if one.file else one.why
        yield f"  {one.number}. {one.title}: {where}"
