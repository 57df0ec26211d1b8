"""One warm helper for each process: safe in threads and forks, restarted when it dies, gone at the end."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ogp_wagtail.evidence.extraction import Extraction, Limits, extract
from ogp_wagtail.evidence.extraction.limits import DOCUMENTS
from ogp_wagtail.evidence.extraction.sandbox import close_helper, helper_pid
from tests.evidence.extraction import files

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return files.written(tmp_path, "page.pdf", files.pdf(["Hello"]))


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_same_helper_and_the_same_child_read_some_documents(page: Path) -> None:
    extract(page)
    helper = helper_pid()
    assert helper is not None
    child = children_of(helper)
    extract(page)

    assert helper_pid() == helper
    assert len(child) == 1
    assert children_of(helper) == child


def test_a_child_is_replaced_after_some_documents(page: Path) -> None:
    seen = set()
    for _ in range(2 * DOCUMENTS):
        assert isinstance(extract(page), Extraction)
        seen |= set(children_of(helper_pid() or 0))

    assert 2 <= len(seen) <= 3


def test_what_gave_no_text_or_must_stay_alone_shares_its_child_with_nothing_after_it(
    page: Path, tmp_path: Path
) -> None:
    extract(page)
    extract(files.written(tmp_path, "empty.pdf", b""))
    assert children_of(helper_pid() or 0) == []

    extract(page)
    before = children_of(helper_pid() or 0)
    assert isinstance(extract(page, alone=True), Extraction)
    assert children_of(helper_pid() or 0) == []
    assert before


def test_a_document_is_not_blamed_for_the_death_of_a_child_that_read_another(page: Path) -> None:
    extract(page)
    for child in children_of(helper_pid() or 0):
        os.kill(int(child), signal.SIGKILL)

    assert isinstance(extract(page), Extraction)


def test_a_child_that_is_given_up_leaves_no_process(page: Path, tmp_path: Path) -> None:
    extract(files.written(tmp_path, "slow.pdf", files.pdf_that_never_ends()), limits=Limits(cpu=20, wall=1))

    helper = helper_pid()
    assert helper is not None
    assert children_of(helper) == []
    assert isinstance(extract(page), Extraction)


def test_a_helper_that_was_killed_is_replaced(page: Path) -> None:
    extract(page)
    helper = helper_pid()
    assert helper is not None
    os.kill(helper, signal.SIGKILL)

    assert isinstance(extract(page), Extraction)
    assert helper_pid() != helper


def test_threads_take_turns_and_each_gets_its_own_text(tmp_path: Path) -> None:
    paths = [files.written(tmp_path, f"{n}.pdf", files.pdf([f"Number {n}"])) for n in range(24)]
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(extract, paths))

    assert [o.passages[0].text for o in outcomes if isinstance(o, Extraction)] == [
        f"Number {n}" for n in range(24)
    ]


def run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


START = """
import os, sys
from ogp_wagtail.evidence.extraction import extract
from ogp_wagtail.evidence.extraction.limits import DOCUMENTS
from ogp_wagtail.evidence.extraction.sandbox import helper_pid
text = extract(sys.argv[1]).passages[0].text
helper = helper_pid()
"""


def test_a_forked_process_starts_its_own_helper_and_leaves_its_parents_alone(page: Path) -> None:
    code = f"""{START}
pid = os.fork()
if pid == 0:
    again = extract(sys.argv[1]).passages[0].text
    os._exit(0 if again == text and helper_pid() != helper else 1)
status = os.waitpid(pid, 0)[1]
print(status, extract(sys.argv[1]).passages[0].text, helper_pid() == helper)
"""
    assert run(code, str(page)) == "0 Hello True\n"


@pytest.mark.parametrize("how", ["pass", "os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_the_helper_ends_with_its_caller_however_that_ends(page: Path, how: str) -> None:
    code = f"{START}\nprint(helper, flush=True)\n{how}"
    done = subprocess.run(
        [sys.executable, "-c", code, str(page)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    helper = int(done.stdout)
    for _ in range(100):
        if not is_alive(helper):
            break
        time.sleep(0.05)

    assert not is_alive(helper)


def test_a_slow_document_ends_with_its_caller(tmp_path: Path) -> None:
    path = files.written(tmp_path, "slow.pdf", files.pdf_that_never_ends())
    page = files.written(tmp_path, "page.pdf", files.pdf(["Hello"]))
    code = f"{START}\nprint(helper, flush=True)\nextract(sys.argv[2])"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(page), str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as caller:
        assert caller.stdout is not None
        helper = int(caller.stdout.readline())
        while not children_of(helper):
            time.sleep(0.01)
        child = int(children_of(helper)[0])
        caller.kill()
    for _ in range(100):
        if not is_alive(child) and not is_alive(helper):
            break
        time.sleep(0.05)

    assert not is_alive(child)
    assert not is_alive(helper)


def test_reading_never_imports_django() -> None:
    code = "import sys, ogp_wagtail.evidence.extraction.helper as h; print('django' in sys.modules)"
    assert run(code) == "False\n"


def test_the_helper_can_be_closed_and_starts_again(page: Path) -> None:
    extract(page)
    close_helper()

    assert helper_pid() is None
    assert isinstance(extract(page), Extraction)
