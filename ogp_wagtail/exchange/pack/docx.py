"""A pack as a DOCX, for those who work over it in a word processor."""

from __future__ import annotations

import io
from typing import Any

from docx import Document

from ogp_wagtail.exchange.pack.contents import Item, Pack
from ogp_wagtail.exchange.pack.values import Block, Table


def as_docx(pack: Pack) -> bytes:
    """The file. Headings are real headings, so that a reader's outline and a screen reader find them."""
    document: Any = Document()
    document.core_properties.title = pack.title
    document.add_heading(pack.title, 0)
    _table(document, Table(("What", "Value"), pack.about))
    for part in pack.parts:
        document.add_page_break()
        document.add_heading(part.title, 1)
        for item in part.items:
            _item(document, item)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _item(document: Any, item: Item) -> None:
    document.add_heading(f"{item.number} {item.name}", 2)
    for block in item.blocks:
        _block(document, block)
    if not item.blocks:
        document.add_paragraph("–")


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Table):
        _table(document, block)
    else:
        document.add_paragraph().add_run(block.text).italic = block.is_original


def _table(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(made.rows[0].cells, table.headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for row in table.rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
