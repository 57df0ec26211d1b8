"""The sandbox as ``make demo`` serves it, with a database and uploads of its own in ``OGP_BROWSER_SITE``."""

import os
from pathlib import Path

from sandbox.databases import sqlite
from sandbox.settings import *  # noqa: F403

SITE = Path(os.environ["OGP_BROWSER_SITE"])
DATABASES = {"default": sqlite(SITE / "site.sqlite3")}
MEDIA_ROOT = SITE / "media"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; protects nobody real
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # nothing is asked of other servers
