"""What a city installs: the package whole, and nothing but the package."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.processes import REPOSITORY, succeed

pytestmark = pytest.mark.slow

NOT_SOURCE = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", "*.egg-info", "build", "dist")
TRANSLATORS_OWN = (".po", ".pot")  # whether these travel does not matter


@pytest.fixture
def wheel(tmp_path: Path) -> set[str]:
    """The names of the files in a wheel built from a copy of this repository."""
    source = shutil.copytree(REPOSITORY, tmp_path / "source", ignore=NOT_SOURCE)
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path))
    succeed(*build, cwd=source, PYTHONPATH="", PYTHONWARNINGS="")  # the builder's own warnings are not ours
    (built,) = tmp_path.glob("*.whl")
    return set(zipfile.ZipFile(built).namelist())


def test_the_wheel_holds_every_file_of_the_package_and_no_other(wheel: set[str]) -> None:
    expected = {
        path.relative_to(REPOSITORY).as_posix()
        for path in (REPOSITORY / "ogp_wagtail").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in TRANSLATORS_OWN
    }
    packed = {name for name in wheel if ".dist-info/" not in name and not name.endswith(TRANSLATORS_OWN)}
    assert packed == expected


def test_the_wheel_says_that_it_is_typed_and_carries_its_licence(wheel: set[str]) -> None:
    assert "ogp_wagtail/py.typed" in wheel
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)
