"""CPU time of extraction, sandbox and cleaning included, against `pdftotext` over the same PDF files.

Run from the repository's root, with poppler-utils installed:

    python -m benchmarks.extraction [FOLDER] [--rounds 3]

FOLDER is `documents/usa_ogp` under `OGP_TEST_DATA` (default `../shared/data`) unless given. Ours counts
everything: this process, the helper with its start, and every child. `pdftotext` counts its own processes
alone. The two take turns in one run, and the figure is the ratio of their medians.
"""

import argparse
import resource
import shutil
import statistics
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measured import real_data, skipped, tell
from ogp_wagtail.evidence.extraction import Extraction, extract
from ogp_wagtail.evidence.extraction.sandbox import close_helper


def cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def spent(work: Callable[[], None], *whose: int) -> float:
    """CPU milliseconds of `work` in these processes."""
    before = sum(map(cpu, whose))
    work()
    return (sum(map(cpu, whose)) - before) * 1000


def measure(files: list[Path], rounds: int) -> dict[str, Any]:
    """The medians of both, and what was read."""
    read: list[Extraction] = []

    def ours() -> None:
        read[:] = [outcome for outcome in map(extract, files) if isinstance(outcome, Extraction)]
        close_helper()  # only now do the helper's seconds count as ours

    def theirs() -> None:
        for file in files:
            subprocess.run(
                ["pdftotext", file, "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )

    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _round in range(rounds):
        times["ours"].append(spent(ours, resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        times["theirs"].append(spent(theirs, resource.RUSAGE_CHILDREN))
    return {
        "workload": {"PDF files": len(files), "files read": len(read)},
        "figures": {
            "CPU time": {name: statistics.median(values) for name, values in times.items()},
            "pages": sum(outcome.pages or 0 for outcome in read),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU time of extraction beside pdftotext")
    parser.add_argument("folder", nargs="?", type=Path, default=real_data() / "documents" / "usa_ogp")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.pdf"))
    if not files:
        return tell(extraction=skipped(f"no PDF below {options.folder}: set OGP_TEST_DATA"))
    if not shutil.which("pdftotext"):
        return tell(extraction=skipped("pdftotext is not installed (Debian: poppler-utils)"))
    return tell(extraction=measure(files, options.rounds))


if __name__ == "__main__":
    main()
