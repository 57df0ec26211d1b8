"""Spreadsheets, read in a child process with limits: two kilobytes can ask for gigabytes of memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ogp_wagtail.evidence.extraction import REASONS, Limits
from ogp_wagtail.exchange.commitments.readers.table import source_of
from ogp_wagtail.exchange.commitments.rows import Source
from ogp_wagtail.exchange.errors import WrongInput

_CHILD = "ogp_wagtail.exchange.commitments.readers.sheet_child"


def read_xlsx(path: Path) -> Source:
    """The rows of the first visible sheet. Raises ``WrongInput``."""
    answer = _ask_child(path.resolve())
    if reason := answer.get("reason"):
        raise WrongInput("FILE", f"{path.name}: {_(REASONS[reason])}")
    table: list[list[str]] = answer["rows"]
    if not table:
        raise WrongInput("FILE", _("%s is empty") % path.name)
    return source_of(table)


def _ask_child(path: Path) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own module; the path is an argument, never a command
            [sys.executable, "-P", "-m", _CHILD, str(path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=Limits().wall,
        )
    except subprocess.TimeoutExpired:
        return {"reason": "too_slow"}
    if done.returncode:
        return {"reason": "too_much_memory"}
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
