"""The warm helper: has imported the readers once, and forks children for the documents it is asked to read.

Run as `python -m ogp_wagtail.evidence.extraction.helper` by `sandbox`. Requests come on standard input,
replies go to what was standard output; it ends when its input ends.
"""

import gc
import json
import os
import signal
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from . import child, wire
from .limits import Limits
from .outcome import Extraction, Unreadable
from .readers import prepare
from .reading import read
from .warming import warm

_INPUT = 0
_RECOGNITION = "ogp_wagtail.evidence.extraction.recognition"


def main() -> None:
    """Answer requests until the caller is gone."""
    with _own_replies() as replies:
        _serve(replies)


def _serve(replies: BinaryIO) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at a terminal is meant for the caller
    warm()
    gc.collect()
    gc.freeze()  # a collection in the child would copy every page of memory it shares with us
    desk = _Desk()
    for request in sys.stdin.buffer:
        try:
            report = desk.answer(request)
        except child.CallerGone:
            return
        replies.write(wire.line({"reason": report.reason, "size": len(report.payload)}) + report.payload)
        replies.flush()
    desk.close()


class _Desk:
    """Hands documents to a child, and has a new one where the last reads no more."""

    def __init__(self) -> None:
        self._child: child.Child | None = None

    def answer(self, line: bytes) -> child.Report:
        request = json.loads(line)
        prepare(request["name"])
        if request["picture"]:
            _recogniser()
        limits = Limits(**request["limits"])
        reader = self._reader(limits, request["alone"])
        was_fresh = reader.is_fresh
        report = reader.ask(line, _INPUT)
        if report.reason in ("", "too_slow", "too_large") or was_fresh:
            return report
        # It may have died of what an earlier document left behind: the next is not to blame.
        return self._reader(limits, request["alone"]).ask(line, _INPUT)

    def _reader(self, limits: Limits, alone: bool) -> child.Child:
        known = self._child
        if known and not known.is_over and (known.limits != limits or (alone and not known.is_fresh)):
            known.end()
        if not known or known.is_over:
            self._child = known = child.Child(_read, limits)
        return known

    def close(self) -> None:
        if self._child and not self._child.is_over:
            self._child.end()


def _read(request: dict[str, Any]) -> child.Answer:
    path, name, picture = Path(request["path"]), request["name"], request["picture"]
    outcome = _recogniser()(path, name, **picture) if picture else read(path, name)
    return child.Answer(wire.encoded(outcome), isinstance(outcome, Extraction))


@cache
def _recogniser() -> Callable[..., Extraction | Unreadable]:
    """Loaded when the first page is to be recognised: most sites read thousands of files before."""
    try:
        recognise: Callable[..., Extraction | Unreadable] = import_module(_RECOGNITION).recognise
    except ImportError as error:
        missing = Unreadable("missing_library", {"library": error.name or str(error)})
        return lambda path, name, **picture: missing
    return recognise


def _own_replies() -> BinaryIO:
    """Keep the way back to ourselves, so that nothing which a library prints gets into it."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return replies


if __name__ == "__main__":
    main()
