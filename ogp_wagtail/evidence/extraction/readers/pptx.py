"""PPTX: each slide with what is drawn on it, its tables, its diagrams and its speaker's notes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from .. import archive
from ..cleaning import clean, clean_name
from ..outcome import Extraction, Passage, Place, refuse
from ..passages import at_place
from .package import Relation, main_part, relations
from .walk import local_name, local_value

_TITLES = {"title", "ctrTitle"}
_NOT_SAID = {"sldNum", "dt", "ftr", "hdr", "sldImg"}  # the same on each slide, or a number that is no text
_BESIDE = ("diagramData", "notesSlide")  # parts of their own, in the order in which they are read
_FALLBACK = "Fallback"  # the same picture said a second time for old programs


def read_pptx(path: Path, kind: str, name: str) -> Extraction:
    """The slides in the order in which they are shown. Refuses a file without a presentation in it."""
    try:
        with archive.opened(path) as members:
            slides = _slides(members)
            passages = tuple(_passages(members, slides))
    except (etree.XMLSyntaxError, zipfile.BadZipFile):
        refuse("damaged")
    return Extraction(passages, "pptx", len(slides), "lxml")


def _slides(members: zipfile.ZipFile) -> list[str]:
    """The parts of the slides: the presentation lists ids, its relations say which part each is."""
    main = main_part(members, "ppt/presentation.xml")
    presentation = archive.xml_part(members, main)
    if presentation is None:
        refuse("damaged")
    parts = {relation.id: relation.part for relation in relations(members, main)}
    listed = (element for element in presentation.iter() if local_name(element) == "sldId")
    ids = (_relation_id(element) for element in listed)
    return [parts[one] for one in ids if one in parts]


def _relation_id(slide: etree._Element) -> str:
    """`r:id`, not the plain `id` that stands beside it."""
    return next((str(value) for key, value in slide.items() if str(key).endswith("}id")), "")


def _passages(members: zipfile.ZipFile, slides: list[str]) -> Iterator[Passage]:
    for number, part in enumerate(slides, start=1):
        slide = archive.xml_part(members, part)
        if slide is None:
            continue
        lines = [*_lines(slide), *_lines_beside(members, part)]
        title = clean_name(_title(slide))
        yield from at_place(Place("slide", number), clean("\n".join(lines)), title)


def _lines_beside(members: zipfile.ZipFile, slide: str) -> Iterator[str]:
    pointed: list[Relation] = list(relations(members, slide))
    for kind in _BESIDE:
        for relation in pointed:
            part = archive.xml_part(members, relation.part) if relation.type == kind else None
            if part is not None:
                yield from _lines(part)


def _lines(part: etree._Element) -> Iterator[str]:
    """The paragraphs of a part in the order of the file, which is nearly always that of reading."""
    skipped: set[etree._Element] = set()
    for element in part.iter():
        above = element.getparent()
        if above in skipped or _is_left_out(element):
            skipped.add(element)
        elif local_name(element) == "p":
            yield _paragraph(element)


def _is_left_out(element: etree._Element) -> bool:
    name = local_name(element)
    return name == _FALLBACK or (name == "sp" and _placeholder(element) in _NOT_SAID)


def _placeholder(shape: etree._Element) -> str:
    """What a shape is for ("title", "body", "sldNum"), "" for one that was only drawn."""
    found = (element for element in shape.iter() if local_name(element) == "ph")
    return next((local_value(element, "type") for element in found), "")


def _paragraph(paragraph: etree._Element) -> str:
    return "".join(map(_said, paragraph.iter()))


def _said(element: etree._Element) -> str:
    name = local_name(element)
    if name == "br":
        return "\n"
    return element.text or "" if name == "t" else ""


def _title(slide: etree._Element) -> str:
    shapes = (element for element in slide.iter() if local_name(element) == "sp")
    title = next((shape for shape in shapes if _placeholder(shape) in _TITLES), None)
    return " ".join(_lines(title)) if title is not None else ""
