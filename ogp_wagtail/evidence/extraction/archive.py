"""Zipped office files: the archive's directory is looked at before anything is unpacked."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from .outcome import refuse

MAX_MEMBERS = 2_000
MAX_UNPACKED = 200_000_000
MAX_RATIO = 100
SMALL = 20_000_000  # below this a high ratio is only a table of equal rows, and does no harm


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive whose directory has been checked. Refuses a damaged one, a bomb, and one with a password."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        refuse("damaged")
    with archive:
        _check(archive.infolist())
        yield archive


def _check(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
        refuse("bomb")
    if unpacked > SMALL and unpacked > MAX_RATIO * packed:
        refuse("bomb")
    if any(member.flag_bits & 1 for member in members):
        refuse("encrypted")


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member, no more of them than the directory says; raises KeyError for none of that name."""
    return archive.read(name)


def xml_part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The parsed XML of a member, None where there is no such member; entities, DTD and network are off."""
    try:
        data = part(archive, name)
    except KeyError:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    return etree.fromstring(data, parser)
