"""What a search found, one row a hit, to take away: as CSV, XLSX or JSON, in the order of the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any, Final

import openpyxl
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from ogp_wagtail.evidence import asked, naming, results, tables
from ogp_wagtail.evidence.choices import ONE
from ogp_wagtail.evidence.naming import Names
from ogp_wagtail.evidence.question import Question
from ogp_wagtail.evidence.search import Found

COLUMNS: Final = {
    "title": _("What it is called."),
    "what": _("A file, a link, an action plan, a commitment, a meeting or a report."),
    "place": _("Where in it the words stand: page, sheet and cells, slide or section."),
    "passage": _("The text around the words."),
    "address": _("Where it is read, at the place."),
    "date": _("The day of the fact, of the meeting or of publication, as YYYY-MM-DD."),
    "language": _("The code of its language."),
    "kind": _("The kind of evidence, by its number in Annex 5 of the handbook."),
    "plan": _("The short code of the action plan."),
    "commitments": _("The commitments that it is about."),
    "cities": _("The cities or regions that it is about."),
    "file": _("The name of the file."),
    "type": _("The type of the file."),
    "sha256": _("The SHA-256 hash of the file, to check that a copy is the same."),
    "added": _("When it was added here, in ISO 8601."),
}
CELL_LIMIT: Final = 32_000  # signs; a spreadsheet takes 32,767
Row = dict[str, str]


def rows_of(hits: list[Found], question: Question, landing: Any, language: str) -> Iterator[Row]:
    """Some hits as rows, with whole addresses; names in that language."""
    names = naming.names(results.keys_of(hits, everything=True), (), language, None)
    cities = naming.cities({city for found in hits for city in found.entry.traits.cities.split()})
    for found in hits:
        address = results.address_of(found, question.text, names, landing, None)
        if address:
            yield row(found, address, names, cities)


def row(found: Found, address: str, names: Names, cities: Any) -> Row:
    """One hit; every value is text, empty where there is none."""
    entry, traits = found.entry, found.entry.traits
    version = (found.passage.version if found.passage else None) or (
        found.item.current if found.item else None
    )
    about = [named.title for key in traits.commitments.split() if (named := names.of(key))]
    return {
        "title": entry.title,
        "what": str(ONE[traits.what]),
        "place": found.passage.place_in_words if found.passage else "",
        "passage": found.snippet,
        "address": address,
        "date": entry.dated_on.isoformat() if entry.dated_on else "",
        "language": entry.language or (found.passage.language if found.passage else ""),
        "kind": traits.kind,
        "plan": entry.plan.code,
        "commitments": "; ".join(about),
        "cities": "; ".join(cities[key] for key in traits.cities.split() if key in cities),
        "file": version.file_name if version else "",
        "type": traits.file_type,
        "sha256": version.sha256 if version else "",
        "added": entry.added_at.isoformat(timespec="seconds"),
    }


def as_csv(total: int, rows: Iterable[Row]) -> Iterator[str]:
    """The rows as lines for a spreadsheet, in which no text becomes a formula."""
    yield tables.as_csv([list(COLUMNS)])
    for one in rows:
        yield tables.as_csv([list(one.values())]).removeprefix("\ufeff")
    if total > asked.MOST:
        yield tables.as_csv([[cut(total)]]).removeprefix("\ufeff")


def as_json(total: int, rows: Iterable[Row], question: Question) -> Iterator[str]:
    """One JSON document, written as it is made. Values are as they are: no formula is defused."""
    given = {"q": question.text, **question.chosen, "sort": question.order}
    head = {"asked": given, "total": total, "limit": asked.MOST, "is_complete": total <= asked.MOST}
    yield json.dumps(head, cls=DjangoJSONEncoder).removesuffix("}") + ', "results": ['
    for number, one in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(one)
    yield "\n]}\n"


def as_xlsx(total: int, rows: Iterable[Row], question: Question) -> IO[bytes]:
    """A workbook: the rows, and a sheet that explains its columns. All cells are text, so none is reckoned with."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(gettext("Results"))
    for values in (COLUMNS, *(one.values() for one in rows)):
        sheet.append([text_cell(sheet, value) for value in values])
    about = book.create_sheet(gettext("About"))
    for pair in about_pairs(total, question):
        about.append([text_cell(about, value) for value in pair])
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def about_pairs(total: int, question: Question) -> Iterator[tuple[str, str]]:
    """What a reader of the workbook has to know."""
    yield gettext("Words"), question.text
    for facet, values in question.chosen.items():
        yield facet, "; ".join(values)
    yield gettext("Results"), cut(total) if total > asked.MOST else str(total)
    yield from ((name, str(text)) for name, text in COLUMNS.items())


def cut(total: int) -> str:
    """Why not all results are in a file."""
    said = gettext(
        "Only the first %(most)s of %(total)s results are in this file; narrow the search for the others."
    )
    return said % {"most": asked.MOST, "total": total}


def text_cell(sheet: Any, value: object) -> Any:
    """A cell that holds text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", str(value))[:CELL_LIMIT])
    cell.data_type = "s"
    return cell
