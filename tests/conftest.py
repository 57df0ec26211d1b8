"""Fixtures that every room may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_django
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.utils import translation
from pytest_django import Settings
from wagtail.models import Locale, Page, Site

from tests import migrated

REPOSITORY = Path(__file__).resolve().parent.parent
REAL_DATA = Path(os.environ.get("OGP_TEST_DATA") or REPOSITORY.parent / "shared" / "data")


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest, django_db_modify_db_settings: None) -> bool:
    """Whether the test database begins as a copy of one that is migrated already; it still is each run's own."""
    return migrated.copy_in(migrated.template(request.config.cache.mkdir("migrated")))


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    """Keep what was migrated for the next run."""
    with django_db_blocker.unblock():
        migrated.keep(migrated.template(request.config.cache.mkdir("migrated")))


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    """Uploads of one test are seen by that test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture(autouse=True)
def language(settings: Settings) -> Iterator[None]:
    """Each test starts in the site's own language, whatever language a request of the one before asked for."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def locales(db: None) -> dict[str, Locale]:
    """English (the site's own), Spanish and French, by language code."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "es", "fr")}


@pytest.fixture
def site(locales: dict[str, Locale]) -> Site:
    """The default site of a fresh Wagtail, served as ``testserver``."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = "testserver", 80
    site.save()
    return site


@pytest.fixture
def home(site: Site) -> Page:
    """The home page of the site: what our landing page is put under."""
    return site.root_page


@pytest.fixture
def superuser(db: None) -> AbstractUser:
    """A person who may do everything."""
    return get_user_model().objects.create_superuser(username="ana", email="ana@example.org", password="ana")


@pytest.fixture
def admin(client: Client, superuser: AbstractUser) -> Client:
    """A browser in which the superuser has logged in."""
    client.force_login(superuser)
    return client


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real public documents and commitments; skips where there is none."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"no real data at {REAL_DATA}: set OGP_TEST_DATA to the folder")
    return REAL_DATA
