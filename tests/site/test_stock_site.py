"""A project fresh from ``wagtail start``, with one line added and no other setting."""

from pathlib import Path

import pytest

from tests.processes import succeed

pytestmark = pytest.mark.slow

VISIT_EVERY_FIRST_PAGE = """
from django.contrib.auth import get_user_model
from django.test import Client
get_user_model().objects.create_superuser("ana", "ana@example.org", "ana")
browser = Client()
assert browser.get("/", HTTP_HOST="localhost").status_code == 200
assert browser.login(username="ana", password="ana")
assert browser.get("/admin/", HTTP_HOST="localhost").status_code == 200
"""


@pytest.fixture
def stock_site(tmp_path: Path) -> Path:
    """The folder of a new project with our line in ``INSTALLED_APPS``."""
    succeed("-c", "from wagtail.bin.wagtail import main; main()", "start", "newcity", cwd=tmp_path)
    project = tmp_path / "newcity"
    settings = project / "newcity" / "settings" / "base.py"
    text = settings.read_text()
    assert "INSTALLED_APPS = [\n" in text
    settings.write_text(text.replace("INSTALLED_APPS = [\n", 'INSTALLED_APPS = [\n    "ogp_wagtail",\n', 1))
    return project


def test_one_line_and_migrate_are_enough(stock_site: Path) -> None:
    succeed("manage.py", "check", "--fail-level", "ERROR", cwd=stock_site)
    succeed("manage.py", "makemigrations", "--check", "--dry-run", "ogp_wagtail", cwd=stock_site)
    succeed("manage.py", "migrate", "--verbosity", "0", cwd=stock_site)
    succeed("manage.py", "shell", "--verbosity", "0", "-c", VISIT_EVERY_FIRST_PAGE, cwd=stock_site)


def test_the_check_tells_a_stock_site_to_take_its_lock_early(stock_site: Path) -> None:
    assert "ogp_wagtail.W002" in succeed("manage.py", "check", cwd=stock_site)
