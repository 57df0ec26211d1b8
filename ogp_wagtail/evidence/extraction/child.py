"""One document, one child: forked from the warm helper, limited, watched, and gone afterwards."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

from .limits import Limits

_CHUNK = 1 << 16
_GRACE = 1.0  # seconds between the end of what a child says and its own end

# How a child died, as the reason its file gets. Native libraries abort when memory is refused to them.
_DEATHS: dict[int, str] = {
    signal.SIGXCPU: "too_slow",
    signal.SIGALRM: "too_slow",
    signal.SIGABRT: "too_much_memory",
    signal.SIGKILL: "too_much_memory",
}


@dataclass(frozen=True)
class Report:
    """What became of a child: all it said, or the reason why it is not heard out."""

    payload: bytes
    reason: str = ""


class CallerGone(Exception):
    """Whoever asked is dead: there is nobody to answer."""


def run(work: Callable[[], bytes], limits: Limits, caller: int) -> Report:
    """Do `work` in a limited child and give what it returned; `caller` is the pipe whose end means: stop."""
    source, sink = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_the_child(work, limits, source, sink)
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)  # said on both sides, since either may come first
    os.close(sink)
    try:
        payload, reason = _listen(source, limits, caller)
    except CallerGone:
        _end(pid, patience=0)
        raise
    finally:
        os.close(source)
    status = _end(pid, patience=0 if reason else _GRACE)
    if payload.endswith(b"\n") and not reason and os.WIFEXITED(status):
        return Report(payload)
    return Report(b"", reason or _DEATHS.get(_signal_of(status), "damaged"))


def _be_the_child(work: Callable[[], bytes], limits: Limits, source: int, sink: int) -> None:
    """Never returns: whatever happens, the helper's own code must not run twice."""
    try:
        os.setpgid(0, 0)
        os.close(source)
        _silence()
        limits.apply()
        _write(sink, work())
        os._exit(0)
    finally:
        os._exit(1)


def _silence() -> None:
    """Readers talk on standard output and error; the helper's input is not theirs to read."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def _write(sink: int, payload: bytes) -> None:
    view = memoryview(payload)
    while view:
        view = view[os.write(sink, view) :]


def _listen(source: int, limits: Limits, caller: int) -> tuple[bytes, str]:
    """All that the child says, and why it was cut short ("" where it was not)."""
    payload = bytearray()
    deadline = time.monotonic() + limits.wall
    while True:
        ready, _, _ = select.select([source, caller], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            return b"", "too_slow"
        if caller in ready:
            raise CallerGone
        chunk = os.read(source, _CHUNK)
        if not chunk:
            return bytes(payload), ""
        payload += chunk
        if len(payload) > limits.output:
            return b"", "too_large"


def _end(pid: int, patience: float) -> int:
    """Wait for the child for some seconds, then kill its whole group; its exit status. Leaves no zombie."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return status
        time.sleep(0.0005)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def _signal_of(status: int) -> int:
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
