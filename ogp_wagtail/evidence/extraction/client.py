"""Starts a helper and talks with it."""

import json
import os
import select
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from . import wire
from .limits import Limits
from .outcome import Extraction, Unreadable

_MODULE = "ogp_wagtail.evidence.extraction.helper"
_ROOT = str(Path(__file__).resolve().parents[3])
_START = 60.0  # seconds in which a helper has to be up, on the slowest machine
_CHUNK = 1 << 20
# glibc hands memory back after each page of a PDF and asks for it again; a child that lives for one
# document should keep it. Saves a tenth of the CPU time; other C libraries ignore it.
_KEEP_MEMORY = {
    "MALLOC_TOP_PAD_": str(2 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
}


@dataclass(frozen=True)
class Task:
    """A file to be read, by itself or not; of one that is a picture, the page to be recognised and how."""

    path: str
    name: str
    alone: bool = False
    picture: dict[str, str | int] | None = None


class HelperGone(Exception):
    """The helper ended without an answer."""


class HelperLate(Exception):
    """The helper did not keep to its own clock."""


class Helper:
    """A running helper process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, nothing of the file's in the command
            [_python(), "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
            start_new_session=True,
        )
        self._patience = _START

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, task: Task, limits: Limits) -> Extraction | Unreadable:
        """What the helper says of a file; raises HelperGone or HelperLate."""
        request = {**asdict(task), "limits": asdict(limits)}
        try:
            _pipe(self._process.stdin).write(wire.line(request))
        except BrokenPipeError as error:
            raise HelperGone from error
        header, payload = self._reply(time.monotonic() + 2 * limits.wall + self._patience)
        self._patience = 5.0
        return _outcome(header, payload)

    def _reply(self, deadline: float) -> tuple[dict[str, Any], bytes]:
        received = bytearray()
        while b"\n" not in received:
            received += self._receive(deadline)
        first, _, payload = bytes(received).partition(b"\n")
        header = json.loads(first)
        rest = bytearray(payload)
        while len(rest) < header["size"]:
            rest += self._receive(deadline)
        return header, bytes(rest)

    def _receive(self, deadline: float) -> bytes:
        replies = _pipe(self._process.stdout)
        ready, _, _ = select.select([replies], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            raise HelperLate
        chunk = os.read(replies.fileno(), _CHUNK)
        if not chunk:
            raise HelperGone
        return chunk

    def close(self) -> None:
        """End the helper: it goes when its input ends, and is killed where it does not."""
        self._close_pipes()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def disown(self) -> None:
        """Let go of a helper that is another process's child."""
        self._close_pipes()
        self._process.returncode = 0  # not ours to wait for, nor to be warned about

    def _close_pipes(self) -> None:
        _pipe(self._process.stdin).close()
        _pipe(self._process.stdout).close()


def _outcome(header: dict[str, Any], payload: bytes) -> Extraction | Unreadable:
    if header["reason"]:
        return Unreadable(header["reason"])
    try:
        return wire.decoded(payload)
    except (ValueError, KeyError, TypeError):
        return Unreadable("damaged")


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 - both were asked for
    return stream


def _python() -> str:
    """The interpreter. Inside of an application server `sys.executable` is the server."""
    if Path(sys.executable).name.startswith("python"):
        return sys.executable
    return str(Path(sys.exec_prefix) / "bin" / "python3")


def _environment() -> dict[str, str]:
    """The helper finds what we find, wherever it was put on the path."""
    path = [_ROOT, *(entry for entry in sys.path if entry)]
    return {**os.environ, **_KEEP_MEMORY, "PYTHONPATH": os.pathsep.join(path)}
