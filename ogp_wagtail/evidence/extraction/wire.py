"""What goes through the pipes: JSON lines, never pickle, for a child that read a hostile file is not trusted.

A request is one line. A reply is one header line and then as many bytes as the header says. The bytes are
what the child wrote: a line for each passage, and a last line that says that it is complete.
"""

import json
from dataclasses import asdict
from typing import Any

from .outcome import REASONS, Extraction, Passage, Place, Unreadable


def line(value: dict[str, Any]) -> bytes:
    """One value as one line. ASCII, so that no odd sign of a file's name or text can break it."""
    return json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n"


def encoded(outcome: Extraction | Unreadable) -> bytes:
    """An outcome as lines; the last is complete only with its line end."""
    if isinstance(outcome, Unreadable):
        return line({"reason": outcome.reason_code, "params": dict(outcome.params)})
    last = {
        "kind": outcome.kind,
        "pages": outcome.pages,
        "reader": outcome.reader,
        "language": outcome.language,
        "scanned": outcome.scanned,
    }
    return b"".join([*map(_passage_line, outcome.passages), line(last)])


def _passage_line(passage: Passage) -> bytes:
    return line({"place": asdict(passage.place), "text": passage.text, "heading": passage.heading})


def decoded(payload: bytes) -> Extraction | Unreadable:
    """The outcome that the lines say; raises ValueError, KeyError or TypeError where they say none."""
    *lines, last = [json.loads(text) for text in payload.splitlines()]
    if "reason" in last:
        return _unreadable(str(last["reason"]), last["params"])
    passages = tuple(_passage(**fields) for fields in lines)
    pages = None if last["pages"] is None else int(last["pages"])
    return Extraction(
        passages=passages,
        kind=str(last["kind"]),
        pages=pages,
        reader=str(last["reader"]),
        language=str(last["language"]),
        scanned=tuple(map(int, last["scanned"])),
    )


def _unreadable(code: str, params: dict[str, Any]) -> Unreadable:
    unreadable = Unreadable(code if code in REASONS else "damaged", params)
    return unreadable if unreadable.message else Unreadable("damaged")  # fails where a part is missing


def _passage(place: dict[str, Any], text: str, heading: str) -> Passage:
    return Passage(Place(**place), str(text), str(heading))
