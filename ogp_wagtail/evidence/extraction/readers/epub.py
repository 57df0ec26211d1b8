"""EPUB: the pages of the book in the order of its spine (EPUB 3.3, §3.4), read as the HTML they are."""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from .. import archive
from ..outcome import Extraction, refuse
from ..passages import Outline
from .html import add_page
from .walk import local_name, local_value

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(path: Path, kind: str, name: str) -> Extraction:
    """The text of the book under its headings. Refuses what is damaged or locked by its seller."""
    outline = Outline()
    try:
        with archive.opened(path) as members:
            language = _read_into(outline, members)
    except (etree.XMLSyntaxError, zipfile.BadZipFile):
        refuse("damaged")
    return Extraction(tuple(outline.passages()), kind, reader="lxml", language=language)


def _read_into(outline: Outline, members: zipfile.ZipFile) -> str:
    """Put the pages into the outline; the language that the book names."""
    where = _package(members)
    package = archive.xml_part(members, where)
    if package is None:
        refuse("damaged")
    locked = _locked(members)
    for part in _spine(package, posixpath.dirname(where)):
        if part in locked:
            refuse("encrypted")
        if part in members.namelist():
            add_page(outline, archive.part(members, part))
    said = (element.text or "" for element in package.iter() if local_name(element) == "language")
    return next(said, "").strip()


def _package(members: zipfile.ZipFile) -> str:
    container = archive.xml_part(members, _CONTAINER)
    listed = container.iter() if container is not None else iter(())
    found = (local_value(one, "full-path") for one in listed if local_name(one) == "rootfile")
    return next(found, "")


def _spine(package: etree._Element, folder: str) -> Iterator[str]:
    """The parts that are pages, in the order in which they are read."""
    items = {local_value(one, "id"): one for one in package.iter() if local_name(one) == "item"}
    for reference in package.iter():
        item = items.get(local_value(reference, "idref")) if local_name(reference) == "itemref" else None
        if item is not None and local_value(item, "media-type") in _PAGES:
            yield posixpath.normpath(posixpath.join(folder, unquote(local_value(item, "href"))))


def _locked(members: zipfile.ZipFile) -> set[str]:
    """The parts that only the seller's program can open; fonts are often among them, pages seldom."""
    listed = archive.xml_part(members, _ENCRYPTION)
    elements = listed.iter() if listed is not None else iter(())
    return {unquote(local_value(one, "URI")) for one in elements if local_name(one) == "CipherReference"}
