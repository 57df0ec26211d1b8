"""A limited process that reads documents: forked from the warm helper, watched, and soon replaced.

One child reads some documents one after the other, as a fork costs as much as reading ten pages. It is
replaced after a document that gave no text, after a few others, and when it has grown; a document that must
stay by itself has a child of its own. Each document has the whole of the limits.
"""

import contextlib
import json
import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from .limits import DOCUMENTS, MEBIBYTE, Limits, address_space

Request = dict[str, Any]

_CHUNK = 1 << 18
_GRACE = 1.0  # seconds between the end of what a child says and its own end
_GROWTH = 64 * MEBIBYTE  # what one document may leave behind to the next

# How a child died, as the reason its file gets. Native libraries abort when memory is refused to them.
_DEATHS: dict[int, str] = {
    signal.SIGXCPU: "too_slow",
    signal.SIGALRM: "too_slow",
    signal.SIGABRT: "too_much_memory",
    signal.SIGKILL: "too_much_memory",
}


@dataclass(frozen=True)
class Answer:
    """What a child has to say of a document, and whether it may read another one."""

    payload: bytes
    is_good: bool


@dataclass(frozen=True)
class Report:
    """What became of a document: all that was said of it, or the reason why that is not heard out."""

    payload: bytes
    reason: str = ""


class CallerGone(Exception):
    """Whoever asked is dead: there is nobody to answer."""


class Child:
    """A running child. `is_fresh` until its first document, `is_over` once it reads no more."""

    def __init__(self, work: Callable[[Request], Answer], limits: Limits) -> None:
        self.limits, self.is_fresh, self.is_over = limits, True, False
        requests, self._requests = os.pipe()
        self._replies, replies = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._requests)
            os.close(self._replies)
            _be_the_child(work, limits, requests, replies)
        with contextlib.suppress(OSError):
            os.setpgid(self._pid, self._pid)  # said on both sides, since either may come first
        os.close(requests)
        os.close(replies)

    def ask(self, request: bytes, caller: int) -> Report:
        """Have one document read; `caller` is the pipe whose end means: stop."""
        self.is_fresh = False
        try:
            os.write(self._requests, request)
            payload, reason, again = self._listen(caller)
        except BrokenPipeError:
            payload, reason, again = b"", "", False
        except CallerGone:
            self.end()
            raise
        if again:
            return Report(payload)
        status = self.end(0 if reason else _GRACE)
        if payload and not reason:
            return Report(payload)
        return Report(b"", reason or _DEATHS.get(_signal_of(status), "damaged"))

    def _listen(self, caller: int) -> tuple[bytes, str, bool]:
        """All that the child says, why it was cut short ("" where it was not), whether it may go on."""
        heard = bytearray()
        header: dict[str, Any] = {}
        deadline = time.monotonic() + self.limits.wall
        while not header or len(heard) < header["size"]:
            ready, _, _ = select.select([self._replies, caller], [], [], max(deadline - time.monotonic(), 0))
            if not ready:
                return b"", "too_slow", False
            if caller in ready:
                raise CallerGone
            chunk = os.read(self._replies, _CHUNK)
            if not chunk:
                return b"", "", False
            heard += chunk
            if not header and b"\n" in heard:
                header = json.loads(heard[: heard.index(b"\n")])
                del heard[: heard.index(b"\n") + 1]
            if len(heard) > self.limits.output:
                return b"", "too_large", False
        return bytes(heard), "", bool(header["again"])

    def end(self, patience: float = 0) -> int:
        """Wait for the child for some seconds, then kill its whole group; its exit status. Leaves no zombie."""
        self.is_over = True
        os.close(self._requests)
        os.close(self._replies)
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and not _has_ended(self._pid):
            time.sleep(0.0005)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._pid, signal.SIGKILL)  # programs that it started are of its group
        return os.waitpid(self._pid, 0)[1]


def _be_the_child(work: Callable[[Request], Answer], limits: Limits, requests: int, replies: int) -> NoReturn:
    """Never returns: whatever happens, the helper's own code must not run twice."""
    try:
        os.setpgid(0, 0)
        _silence()
        limits.apply()
        _serve(work, limits, requests, replies)
        os._exit(0)
    finally:
        os._exit(1)


def _serve(work: Callable[[Request], Answer], limits: Limits, requests: int, replies: int) -> None:
    most = address_space() + _GROWTH
    with os.fdopen(requests, "rb", closefd=False) as lines:
        for number, line in enumerate(lines, start=1):
            request = json.loads(line)
            limits.renew()
            answer = work(request)
            signal.alarm(0)  # a child that waits for its next document is not late
            may_go_on = answer.is_good and not request["alone"]
            again = may_go_on and number < DOCUMENTS and address_space() < most
            header = json.dumps({"size": len(answer.payload), "again": again}).encode("ascii")
            _write(replies, header + b"\n" + answer.payload)
            if not again:
                return


def _silence() -> None:
    """Readers talk on standard output and error; the helper's input is not theirs to read."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def _write(sink: int, payload: bytes) -> None:
    view = memoryview(payload)
    while view:
        view = view[os.write(sink, view) :]


def _has_ended(pid: int) -> bool:
    """Seen without taking note of it: until then nobody else gets its number, which names its group too."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _signal_of(status: int) -> int:
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
