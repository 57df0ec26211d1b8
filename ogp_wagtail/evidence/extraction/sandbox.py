"""The caller's side: one warm helper for each process, started when first needed, restarted when it dies."""

import atexit
import os
import threading
from collections.abc import Sequence
from pathlib import Path

from .client import Helper, HelperGone, HelperLate, Task
from .limits import RECOGNITION, Limits
from .outcome import Extraction, Unreadable
from .tesseract import data_for, installed

_ATTEMPTS = 2  # a helper may have been killed while it was idle; twice in a row is no chance


class _Sandbox:
    """The helper of this process. One document at a time; other threads wait for their turn."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._helper: Helper | None = None

    def ask(self, task: Task, limits: Limits) -> Extraction | Unreadable:
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    return self._running().ask(task, limits)
                except HelperLate:
                    self._close()
                    return Unreadable("too_slow")
                except (HelperGone, OSError):
                    self._close()
        return Unreadable("reader_failed")

    def _running(self) -> Helper:
        if self._helper is None:
            self._helper = Helper()
        return self._helper

    def _close(self) -> None:
        if self._helper is not None:
            self._helper.close()
            self._helper = None

    def close(self) -> None:
        """End the helper; the next document starts a new one."""
        with self._lock:
            self._close()

    def forget(self) -> None:
        """After a fork: the helper is our parent's.

        Let go of its pipes, or it would not see our parent end.
        """
        self._lock = threading.Lock()
        if self._helper is not None:
            self._helper.disown()
            self._helper = None


_sandbox = _Sandbox()
atexit.register(_sandbox.close)
os.register_at_fork(after_in_child=_sandbox.forget)


def extract(
    path: str | os.PathLike[str], name: str = "", limits: Limits | None = None, *, alone: bool = False
) -> Extraction | Unreadable:
    """The text of a file, or the reason why there is none.

    `name` is the file's own name, if it differs from the path's. A file that is read `alone` shares its
    process with no other: for what not everybody may see. Raises nothing whatever the file holds, and may be
    called from any thread and any process.
    """
    where = _absolute(path)
    return _sandbox.ask(Task(str(where), name or where.name, alone), limits or Limits())


def recognise(
    path: str | os.PathLike[str], page: int, languages: Sequence[str], name: str = "", *, alone: bool = False
) -> Extraction | Unreadable:
    """The text of one page, by number from one, that is a picture of text in one of these languages.

    An outcome without passages where the page says nothing. Raises nothing, as `extract`.
    """
    data = data_for(languages)
    if not data:
        return Unreadable("scan", {"pages": 1})
    where = _absolute(path)
    picture: dict[str, str | int] = {"page": page, "data": data}
    return _sandbox.ask(Task(str(where), name or where.name, alone, picture), RECOGNITION)


def can_recognise() -> bool:
    """Whether text recognition is installed here, with at least one language."""
    return bool(installed())


def _absolute(path: str | os.PathLike[str]) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links and may fail


def close_helper() -> None:
    """End this process's helper now instead of at exit."""
    _sandbox.close()


def helper_pid() -> int | None:
    """The process id of the running helper, for whoever watches over processes."""
    helper = _sandbox._helper
    return helper.pid if helper is not None else None
