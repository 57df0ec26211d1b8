"""What the system checks say of the ways to run jobs."""

from typing import Any

import pytest
from pytest_django import Settings

from ogp_wagtail.jobs import checks


@pytest.mark.parametrize("way", ["inline", "worker"])
def test_a_known_way_is_fine(settings: Settings, way: str) -> None:
    settings.OGP_WAGTAIL = {"JOBS": way}
    assert checks.jobs_can_be_run() == []


def test_an_unknown_way_is_told_with_the_known_ones(settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "celeri"}
    (warning,) = checks.jobs_can_be_run()
    assert warning.id == "ogp_wagtail.W011"
    assert "'celery'" in str(warning.hint)


def test_celery_has_to_be_installed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "celery"}
    there: dict[str, Any] = {"celery": object()}
    monkeypatch.setattr(checks, "find_spec", there.get)
    assert checks.jobs_can_be_run() == []
    there.clear()
    assert [warning.hint for warning in checks.jobs_can_be_run()] == ["pip install 'ogp-wagtail[celery]'"]


def test_a_misspelt_queue_is_told(settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"CELERY_QUEUES": {"slwo": "ocr", "slow": "ocr"}}
    assert [warning.id for warning in checks.celery_queues_exist()] == ["ogp_wagtail.W012"]
