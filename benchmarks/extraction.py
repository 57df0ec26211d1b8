"""CPU time of extraction, sandbox and cleaning included, against `pdftotext` over the same PDF files.

Run from the repository's root, with poppler-utils installed:

    python benchmarks/extraction.py [FOLDER] [--rounds 3]

FOLDER is `documents/usa_ogp` under `OGP_TEST_DATA` (default `../shared/data`) unless given. Ours counts
everything: this process, the helper with its start, and every child. `pdftotext` counts its own processes
alone. The two take turns in one run, and the figure is the ratio of their medians. Prints one JSON
document and one line.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ogp_wagtail.evidence.extraction import Extraction, extract
from ogp_wagtail.evidence.extraction.sandbox import close_helper

GOAL = 1.3


def cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def spent(work: Callable[[], None], *whose: int) -> float:
    """CPU seconds of `work` in these processes."""
    before = sum(map(cpu, whose))
    work()
    return sum(map(cpu, whose)) - before


def measure(files: list[Path], rounds: int) -> dict[str, object]:
    pages = 0

    def ours() -> None:
        nonlocal pages
        outcomes = [extract(file) for file in files]
        close_helper()  # only now do the helper's seconds count as ours
        pages = sum(outcome.pages or 0 for outcome in outcomes if isinstance(outcome, Extraction))

    def theirs() -> None:
        for file in files:
            subprocess.run(
                ["pdftotext", file, "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )

    own, poppler = [], []
    for _ in range(rounds):
        own.append(spent(ours, resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        poppler.append(spent(theirs, resource.RUSAGE_CHILDREN))
    return figures(len(files), pages, statistics.median(own), statistics.median(poppler))


def figures(files: int, pages: int, own: float, poppler: float) -> dict[str, object]:
    return {
        "files": files,
        "pages": pages,
        "ours_cpu_s": round(own, 2),
        "pdftotext_cpu_s": round(poppler, 2),
        "ratio": round(own / poppler, 2),
        "goal": GOAL,
    }


def main() -> None:
    data = Path(os.environ.get("OGP_TEST_DATA", "../shared/data"))
    parser = argparse.ArgumentParser(description="CPU time of extraction against pdftotext")
    parser.add_argument("folder", nargs="?", type=Path, default=data / "documents" / "usa_ogp")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.pdf"))
    if not files:
        sys.exit(f"No PDF below {options.folder}: name a folder, or set OGP_TEST_DATA.")
    result = measure(files, options.rounds)
    print(json.dumps(result, indent=2))
    print(f"extraction takes {result['ratio']} times the CPU of pdftotext (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
