"""The first thing a newcomer meets says what is missing."""

import os
import subprocess
from pathlib import Path

from tests.processes import REPOSITORY


def venv(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Ask for a virtual environment, as ``make`` does."""
    return subprocess.run(
        [REPOSITORY / ".ci" / "venv", folder],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def fake_python(folder: Path, script: str) -> str:
    """A program that stands for a Python; it gets ``-c SOURCE``."""
    program = folder / "python3"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def test_an_old_python_is_refused_with_what_to_install(tmp_path: Path) -> None:
    done = venv(tmp_path / "env", PYTHON=fake_python(tmp_path, "exit 1"))
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "apt install python3 python3-venv" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_a_python_without_venv_is_refused_with_the_name_of_the_package(tmp_path: Path) -> None:
    script = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac'
    done = venv(tmp_path / "env", PYTHON=fake_python(tmp_path, script))
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr
    assert "python3.12-venv" in done.stderr
    assert not (tmp_path / "env").exists()


def test_make_without_a_target_lists_the_targets() -> None:
    # Without what a `make test` around this one has left in the environment, which makes `make` talk more.
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    listed = subprocess.run(
        ["make"], cwd=REPOSITORY, env=outside, capture_output=True, text=True, check=True
    ).stdout
    assert [line.split()[1] for line in listed.splitlines()] == [
        "help",
        "demo",
        "test",
        "lint",
        "messages",
        "handbook",
        "bench",
        "mutants",
        "clean",
    ]
