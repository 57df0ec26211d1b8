"""What one document may cost.

A 2 KB file can hang a reader for minutes or ask for all the memory there is.
"""

import resource
import signal
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1024 * 1024
DOCUMENTS = 16  # that one child reads at most


@dataclass(frozen=True)
class Limits:
    """Limits of one document: seconds of CPU and of wall clock, bytes of memory and of text."""

    cpu: int = 30
    wall: int = 60
    memory: int = 512 * MEBIBYTE
    output: int = 64 * MEBIBYTE

    def apply(self) -> None:
        """Bind the calling process, for good. Memory counts from what the process holds already."""
        _limit(resource.RLIMIT_CPU, self.cpu, (self.cpu + 1) * DOCUMENTS)
        _limit(resource.RLIMIT_FSIZE, 0, 0)
        _limit(resource.RLIMIT_CORE, 0, 0)
        memory = address_space() + self.memory
        _limit(resource.RLIMIT_AS, memory, memory)

    def renew(self) -> None:
        """Give the process the seconds of another document."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = round(used.ru_utime + used.ru_stime)  # the system counts whole seconds
        _limit(resource.RLIMIT_CPU, spent + self.cpu, (self.cpu + 1) * DOCUMENTS)
        # Should the helper be killed, nobody watches the clock any more: then the alarm does.
        signal.alarm(self.wall + 2)


RECOGNITION = Limits(cpu=60, wall=150)  # one page that is a picture costs as much as a thousand that are text


def _limit(which: int, soft: int, hard: int) -> None:
    """Set a limit, or leave a stricter one of the host's as it is."""
    ceiling = resource.getrlimit(which)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))


def address_space() -> int:
    """Bytes of address space in use.

    0 where the system has no /proc (its limit on address space is idle too).
    """
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
