"""DOCX: zipped XML, read in the order of the document, tables and text boxes included."""

import zipfile
from pathlib import Path

from lxml import etree

from .. import archive
from ..outcome import Extraction, refuse
from ..passages import Outline
from .package import main_part
from .walk import local_name as _local

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOT_READ = ("Fallback", "moveFrom", "del", "instrText")  # said twice, moved away, deleted, not said at all
_NOTES = ("footnotes.xml", "endnotes.xml")


def read_docx(path: Path, kind: str, name: str) -> Extraction:
    """The paragraphs under their headings, then the notes. Refuses a file without a main part."""
    outline = Outline()
    try:
        with archive.opened(path) as members:
            _read_into(outline, members)
    except (etree.XMLSyntaxError, zipfile.BadZipFile):
        refuse("damaged")
    return Extraction(tuple(outline.passages()), "docx", reader="lxml")


def _read_into(outline: Outline, members: zipfile.ZipFile) -> None:
    main = main_part(members, "word/document.xml")
    document = archive.xml_part(members, main)
    if document is None:
        refuse("damaged")
    folder = main.rpartition("/")[0]
    _read_paragraphs(outline, document, _heading_styles(members, folder))
    for notes in _NOTES:
        part = archive.xml_part(members, f"{folder}/{notes}")
        if part is not None:
            _read_paragraphs(outline, part, set())


def _heading_styles(members: zipfile.ZipFile, folder: str) -> set[str]:
    """The ids of the styles for headings. Ids are in Word's language, names always in English."""
    styles = archive.xml_part(members, f"{folder}/styles.xml")
    return {_value(style, "styleId") for style in _children(styles, "style") if _is_heading_style(style)}


def _is_heading_style(style: etree._Element) -> bool:
    names = [_value(name, "val").lower() for name in _children(style, "name")]
    return any(name == "title" or name.startswith("heading ") for name in names)


def _read_paragraphs(outline: Outline, part: etree._Element, headings: set[str]) -> None:
    paragraphs: dict[etree._Element, list[str]] = {}
    for element in part.iter():
        _collect(element, paragraphs)
    for paragraph, pieces in paragraphs.items():
        text = "".join(pieces)
        if _style(paragraph) in headings:
            outline.heading(text)
        else:
            outline.paragraph(text)


def _collect(element: etree._Element, paragraphs: dict[etree._Element, list[str]]) -> None:
    """Note an element's text with the paragraph it stands in; a text box has paragraphs of its own."""
    name = _local(element)
    if name == "p" and not _is_left_out(element):
        paragraphs[element] = []
    elif name == "t" or (name in _BREAKS and _local(element.getparent()) == "r"):
        paragraph = _paragraph_of(element)
        if paragraph in paragraphs and not _is_left_out(element):
            text = element.text or "" if name == "t" else _BREAKS[name]
            paragraphs[paragraph].append(text)


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    return next((above for above in element.iterancestors() if _local(above) == "p"), None)


def _is_left_out(element: etree._Element) -> bool:
    return any(_local(above) in _NOT_READ for above in element.iterancestors())


def _style(paragraph: etree._Element) -> str:
    for properties in _children(paragraph, "pPr"):
        for style in _children(properties, "pStyle"):
            return _value(style, "val")
    return ""


def _children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [child for child in element if _local(child) == name] if element is not None else []


def _value(element: etree._Element, name: str) -> str:
    return element.get(_W + name) or element.get(_W_STRICT + name) or ""
