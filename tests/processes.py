"""Runs commands in processes of their own, warnings as errors."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def run(*arguments: str, cwd: Path = REPOSITORY, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python ARGUMENTS`` with this repository on the path; output as text, whatever the exit code.

    The settings of the running tests are not handed on: where they are meant, name them.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=inherited | {"PYTHONPATH": str(REPOSITORY), "PYTHONWARNINGS": "error"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def succeed(*arguments: str, cwd: Path = REPOSITORY, **environment: str) -> str:
    """Like :func:`run`, for what must exit with 0; returns both outputs."""
    done = run(*arguments, cwd=cwd, **environment)
    told = f"{done.stdout}{done.stderr}"
    assert done.returncode == 0, f"python {' '.join(arguments)} exited with {done.returncode}\n{told}"
    return told
