"""Files of real formats from titles, sections and tables. Each writer takes a document's content and returns bytes."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import Any, Final

import docx
import openpyxl

from ogp_wagtail.exchange.demo.pdf import pdf

LANGUAGE: Final = "es"
Content = dict[str, Any]


def written(name: str, content: Content) -> bytes:
    """The file of this name: its ending decides the format."""
    return WRITERS[PurePath(name).suffix](content)


def as_pdf(content: Content) -> bytes:
    """One page a section."""
    return pdf(content["title"], [(one["heading"], one["text"]) for one in content["sections"]], LANGUAGE)


def as_docx(content: Content) -> bytes:
    """A Word document with headings."""
    document, buffer = docx.Document(), BytesIO()
    document.core_properties.language = LANGUAGE
    document.add_heading(content["title"], 0)
    for section in content["sections"]:
        document.add_heading(section["heading"], 1)
        for paragraph in paragraphs(section):
            document.add_paragraph(paragraph)
    document.save(buffer)
    return buffer.getvalue()


def as_xlsx(content: Content) -> bytes:
    """A workbook with a sheet for each table."""
    book, buffer = openpyxl.Workbook(), BytesIO()
    book.remove(book.active)
    for table in content["tables"]:
        sheet = book.create_sheet(table["name"])
        for row in table["rows"]:
            sheet.append(row)
    book.save(buffer)
    return buffer.getvalue()


def as_csv(content: Content) -> bytes:
    """The first table, for spreadsheets: with the mark by which they know UTF-8."""
    buffer = StringIO()
    csv.writer(buffer).writerows(content["tables"][0]["rows"])
    return buffer.getvalue().encode("utf-8-sig")


def as_html(content: Content) -> bytes:
    """A small page."""
    title = escape(content["title"])
    body = "".join(f"<h2>{escape(one['heading'])}</h2>{html_paragraphs(one)}" for one in content["sections"])
    head = f'<meta charset="utf-8"><title>{title}</title>'
    page = f'<!doctype html>\n<html lang="{LANGUAGE}"><head>{head}</head><body><h1>{title}</h1>{body}</body></html>\n'
    return page.encode()


def html_paragraphs(section: Content) -> str:
    """The paragraphs of a section."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs(section))


def as_markdown(content: Content) -> bytes:
    """Headings with a number sign."""
    return "\n".join([f"# {content['title']}\n", *text_lines(content, "## ")]).encode()


def as_text(content: Content) -> bytes:
    """Plain text."""
    return "\n".join([f"{content['title'].upper()}\n", *text_lines(content, "")]).encode()


def text_lines(content: Content, mark: str) -> Iterator[str]:
    """Heading and text of each section."""
    for section in content["sections"]:
        yield f"{mark}{section['heading']}\n\n{section['text'].strip()}\n"


def paragraphs(section: Content) -> list[str]:
    """The paragraphs of a section, each on one line."""
    return [line for line in section["text"].splitlines() if line.strip()]


WRITERS: Final[dict[str, Callable[[Content], bytes]]] = {
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".xlsx": as_xlsx,
    ".csv": as_csv,
    ".html": as_html,
    ".md": as_markdown,
    ".txt": as_text,
}
