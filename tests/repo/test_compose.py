"""``compose.yaml`` can be read, and what it starts exists."""

import re
from typing import Any

import pytest
import yaml

from tests.processes import REPOSITORY

SITE = ("prepare", "web", "worker", "beat")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((REPOSITORY / "compose.yaml").read_text())["services"]
    return found


def words(service: Any) -> str:
    command = service["command"]
    return command if isinstance(command, str) else "\n".join(command)


def test_it_has_all_parts_of_a_large_site(services: dict[str, Any]) -> None:
    assert set(services) == {*SITE, "postgresql", "redis", "elasticsearch"}


def test_the_commands_of_ours_that_it_runs_exist(services: dict[str, Any]) -> None:
    commands = {path.stem for path in (REPOSITORY / "ogp_wagtail/management/commands").glob("ogp_*.py")}
    run = re.findall(r"manage\.py (ogp_\w+)", "\n".join(words(services[name]) for name in SITE))
    assert run
    assert set(run) <= commands


def test_worker_and_beat_start_the_sandboxs_celery(services: dict[str, Any]) -> None:
    assert words(services["worker"]).startswith("celery -A sandbox worker")
    assert words(services["beat"]).startswith("celery -A sandbox beat")
    assert (REPOSITORY / "sandbox/celery.py").exists()


def test_every_part_of_the_site_is_told_where_the_others_are(services: dict[str, Any]) -> None:
    settings = (REPOSITORY / "sandbox/settings.py").read_text()
    for name in SITE:
        told = services[name]["environment"]
        for variable in ("OGP_DATABASE_URL", "OGP_BROKER_URL", "OGP_ELASTICSEARCH_URL"):
            assert variable in settings
            assert any(f"{other}" in told[variable] for other in services)


def test_the_extras_that_it_installs_exist(services: dict[str, Any]) -> None:
    extras = re.findall(r"package\[([\w,]+)\]", words(services["prepare"]))[0].split(",")
    offered = (REPOSITORY / "pyproject.toml").read_text()
    assert [extra for extra in extras if f"\n{extra} = [" not in offered] == []


def test_it_waits_only_for_parts_that_it_has(services: dict[str, Any]) -> None:
    for service in services.values():
        assert set(service.get("depends_on", ())) <= set(services)
