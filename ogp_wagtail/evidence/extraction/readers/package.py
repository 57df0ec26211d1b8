"""The parts of an Office Open XML package and how they point to each other."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from .. import archive

_OFFICE_DOCUMENT = "officeDocument"


@dataclass(frozen=True)
class Relation:
    """One part's pointer to another: its id, the last word of its type, and the part's name."""

    id: str
    type: str
    part: str


def main_part(members: zipfile.ZipFile, default: str) -> str:
    """The document itself. Word on the web calls it document2.xml: the package's relations say which it is."""
    found = (relation.part for relation in relations(members, "") if relation.type == _OFFICE_DOCUMENT)
    return next(found, default)


def relations(members: zipfile.ZipFile, part: str) -> Iterator[Relation]:
    """The parts within the package to which a part points; what is outside is never followed."""
    folder, _, name = part.rpartition("/")
    listed = archive.xml_part(members, posixpath.join(folder, "_rels", f"{name}.rels"))
    for element in listed if listed is not None else ():
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            kind = element.get("Type", "").rpartition("/")[2]
            yield Relation(element.get("Id", ""), kind, target.lstrip("/"))
