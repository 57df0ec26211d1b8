"""What a file is called and what is in it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Final

CHUNK: Final = 1024 * 1024
TYPE: Final = re.compile(r"[a-z0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What identifies a file's bytes: SHA-256 is ours, SHA-1 is what Wagtail compares documents by."""

    sha256: str
    sha1: str
    size: int


def fingerprint(file: IO[bytes]) -> Fingerprint:
    """Read a file once and say what is in it; leaves it at its beginning."""
    sha256, sha1, size = hashlib.sha256(), hashlib.sha1(usedforsecurity=False), 0
    file.seek(0)
    while chunk := file.read(CHUNK):
        sha256.update(chunk)
        sha1.update(chunk)
        size += len(chunk)
    file.seek(0)
    return Fingerprint(sha256.hexdigest(), sha1.hexdigest(), size)


def storage_name(name: str) -> str:
    """A name that every storage takes: at most 60 plain letters, digits and dashes, the type kept."""
    plain = unicodedata.normalize("NFKD", display_name(name)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", PurePosixPath(plain).stem).strip("-_")[:60] or "file"
    kind = file_type(name)
    return f"{stem}.{kind}" if kind else stem


def display_name(name: str) -> str:
    """The file's own name as it may be stored and shown: the last part of a path."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return shown(last)[-255:].strip() or "file"


def shown(name: str) -> str:
    """A name from a disk without control and direction signs; bytes that are no text become question marks."""
    written = name.encode("utf-8", "replace").decode()
    return "".join(sign for sign in written if unicodedata.category(sign)[0] != "C")


def file_type(name: str) -> str:
    """The ending of a name in small letters, without its dot; empty where it is no ending."""
    ending = PurePosixPath(display_name(name)).suffix.lower().removeprefix(".")
    return ending if TYPE.fullmatch(ending) else ""
