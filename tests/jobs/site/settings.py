"""Settings from the environment: ``OGP_BACKGROUND_DATABASE_URL``, ``…_BROKER_URL``, ``…_JOBS``."""

import os

from sandbox.databases import database
from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS as APPS

DATABASES = {"default": database(os.environ["OGP_BACKGROUND_DATABASE_URL"])}
INSTALLED_APPS = [*APPS, "tests.jobs.site"]
OGP_WAGTAIL = {"JOBS": os.environ.get("OGP_BACKGROUND_JOBS", "worker")}
CELERY_BROKER_URL = os.environ.get("OGP_BACKGROUND_BROKER_URL", "")
