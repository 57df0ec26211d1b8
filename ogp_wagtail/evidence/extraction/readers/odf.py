"""ODT and ODP: zipped XML of OpenDocument (ISO/IEC 26300), text and slides."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from .. import archive
from ..outcome import Extraction, Passage, Place, refuse
from ..passages import Outline, at_place
from .walk import Grammar, Walk, local_name, local_value

_ODF = Grammar(
    headings=frozenset({"h"}),
    blocks=frozenset({"p", "list-item", "table-row", "notes", "note-body"}),
    # What was deleted and is only remembered; remarks beside the text; where numbers of notes stand.
    unseen=frozenset({"tracked-changes", "annotation", "note-citation", "desc", "title", "binary-data"}),
    blanks=frozenset({"s", "tab", "line-break"}),
)
_SLIDE = Grammar(frozenset(), _ODF.blocks | {"h"}, _ODF.unseen, blanks=_ODF.blanks)


def read_odt(path: Path, kind: str, name: str) -> Extraction:
    """The paragraphs under their headings."""
    body, language = _content(path)
    outline = Outline()
    Walk(_ODF, outline).through(body)
    return Extraction(tuple(outline.passages()), kind, reader="lxml", language=language)


def read_odp(path: Path, kind: str, name: str) -> Extraction:
    """The slides, each with its notes."""
    body, language = _content(path)
    slides = [element for element in body.iter() if local_name(element) == "page"]
    return Extraction(tuple(_slide_passages(slides)), kind, len(slides), "lxml", language)


def _slide_passages(slides: list[etree._Element]) -> Iterator[Passage]:
    for number, slide in enumerate(slides, start=1):
        yield from at_place(Place("slide", number), _shown(slide), _title(slide))


def _shown(element: etree._Element) -> str:
    outline = Outline()
    Walk(_SLIDE, outline).through(element)
    return "\n".join(passage.text for passage in outline.passages())


def _title(slide: etree._Element) -> str:
    frames = (frame for frame in slide if local_value(frame, "class") == "title")
    return " ".join(_shown(frame) for frame in frames)


def _content(path: Path) -> tuple[etree._Element, str]:
    """The body of the document and its language. Refuses what is damaged or needs a password."""
    try:
        with archive.opened(path) as members:
            _refuse_encrypted(members)
            content = archive.xml_part(members, "content.xml")
            styles = archive.xml_part(members, "styles.xml")
    except (etree.XMLSyntaxError, zipfile.BadZipFile):
        refuse("damaged")
    body = next((one for one in content if local_name(one) == "body"), None) if content is not None else None
    return (body, _language(styles)) if body is not None else refuse("damaged")


def _refuse_encrypted(members: zipfile.ZipFile) -> None:
    """The archive itself has no password: its manifest says which parts were encrypted."""
    manifest = archive.xml_part(members, "META-INF/manifest.xml")
    if manifest is not None and any(local_name(one) == "encryption-data" for one in manifest.iter()):
        refuse("encrypted")


def _language(styles: etree._Element | None) -> str:
    """The language of the default style, which is that of the document."""
    if styles is None:
        return ""
    default = (one for one in styles.iter() if local_name(one) == "default-style")
    said = (local_value(one, "language") for style in default for one in style)
    return next((language for language in said if language not in ("", "none", "zxx")), "")
