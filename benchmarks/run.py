"""Measures flows of the catalogue and judges them.

    python -m benchmarks.run [FLOW …] [--json]

Each module measures in a process of its own, one after the other. Ends with 0, or with 1 when a figure is
missed, when a run did not do the work it should have, or when it broke; a flow that cannot be measured here
is skipped and says why.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.catalog import FLOWS, Flow
from benchmarks.measured import ROOT
from benchmarks.verdict import Verdict, judge


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit code."""
    chosen = asked(arguments)
    flows = [flow for flow in FLOWS if flow.name in chosen.flows] if chosen.flows else list(FLOWS)
    verdicts = list(verdicts_on(flows))
    if chosen.json:
        print(json.dumps([one.as_dict() for one in verdicts], indent=2))
    else:
        print("\n".join(line for one in verdicts for line in one.lines()))
    return 0 if all(one.holds for one in verdicts) else 1


def asked(arguments: list[str] | None) -> argparse.Namespace:
    """The options, or exit with 2."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description="Measure flows and judge them.")
    names = [flow.name for flow in FLOWS]
    parser.add_argument("flows", nargs="*", metavar="FLOW", help=f"of {', '.join(names)}; all unless named")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.flows) - set(names)
    if unknown:
        parser.error(f"no flow is called {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return chosen


def verdicts_on(flows: Iterable[Flow]) -> Iterable[Verdict]:
    """One verdict a flow; flows of one module share its run."""
    results: dict[str, Mapping[str, Any]] = {}
    for flow in flows:
        if flow.module not in results:
            print(f"measuring {flow.module} …", file=sys.stderr)
            results[flow.module] = measurement(flow.module)
        yield judge(flow, results[flow.module])


def measurement(module: str) -> Mapping[str, Any]:
    """What the module tells, or that it broke."""
    done = subprocess.run([sys.executable, "-m", module], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        return {"broken": f"python -m {module} ended with {done.returncode}"}
    told: Mapping[str, Any] = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    sys.exit(main())
