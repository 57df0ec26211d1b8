"""The warm helper: has imported the readers once, and forks a child for each document it is asked to read.

Run as `python -m ogp_wagtail.evidence.extraction.helper` by `sandbox`. Requests come on standard input,
replies go to what was standard output; it ends when its input ends.
"""

import gc
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, BinaryIO

from . import child, wire
from .limits import Limits
from .reading import read
from .warming import warm

_INPUT = 0


def main() -> None:
    """Answer requests until the caller is gone."""
    with _own_replies() as replies:
        _serve(replies)


def _serve(replies: BinaryIO) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at a terminal is meant for the caller
    warm()
    gc.collect()
    gc.freeze()  # a collection in the child would copy every page of memory it shares with us
    for request in sys.stdin.buffer:
        try:
            report = _answer(json.loads(request))
        except child.CallerGone:
            return
        replies.write(wire.line({"reason": report.reason, "size": len(report.payload)}) + report.payload)
        replies.flush()


def _own_replies() -> BinaryIO:
    """Keep the way back to ourselves, so that nothing which a library prints gets into it."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return replies


def _answer(request: dict[str, Any]) -> child.Report:
    path, name = Path(request["path"]), request["name"]
    limits = Limits(**request["limits"])
    return child.run(lambda: wire.encoded(read(path, name)), limits, _INPUT)


if __name__ == "__main__":
    main()
