"""An invented client site: own user, document and image model, own base template, one language, no extras.

``SITE_DATABASE`` names its SQLite file.
"""

import os
from pathlib import Path

from sandbox.databases import sqlite

HERE = Path(__file__).resolve().parent

SECRET_KEY = "for tests"
DEBUG = False
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "tests.site",
    "ogp_wagtail",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
AUTH_USER_MODEL = "city.CityUser"
WAGTAILDOCS_DOCUMENT_MODEL = "city.CityDocument"
WAGTAILIMAGES_IMAGE_MODEL = "city.CityImage"
OGP_WAGTAIL = {"BASE_TEMPLATE": "city/layout.html"}

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "tests.site.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": sqlite(Path(os.environ.get("SITE_DATABASE", ":memory:")))}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"  # not ours: a package must bring its own

LANGUAGE_CODE = "en"
USE_TZ = True
STATIC_URL = "/static/"
WAGTAIL_SITE_NAME = "Client city"
WAGTAILADMIN_BASE_URL = "https://city.example"
