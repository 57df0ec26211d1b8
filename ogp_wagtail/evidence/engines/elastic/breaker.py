"""A server that has just failed is left alone for a while, so that not every visitor waits for its time-out."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock


class Breaker:
    """After a failure nobody is let through for ``pause`` seconds; then one may try, and decides for all."""

    def __init__(self, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause, self._clock, self._lock = pause, clock, Lock()
        self._next_try: float | None = None  # None while the server answers
        self.reason = ""

    def lets_through(self) -> bool:
        """Whether the server may be asked now. Where it failed before, this holds the next ones off."""
        with self._lock:
            if self._next_try is None:
                return True
            if self._clock() < self._next_try:
                return False
            self._next_try = self._clock() + self._pause
            return True

    def failed(self, reason: str) -> None:
        """The server did not answer."""
        with self._lock:
            self._next_try, self.reason = self._clock() + self._pause, reason

    def worked(self) -> None:
        """The server answered."""
        with self._lock:
            self._next_try, self.reason = None, ""

    def forget(self) -> None:
        """Let the next one through, whatever went before: somebody asks for it and is ready to wait."""
        self.worked()
