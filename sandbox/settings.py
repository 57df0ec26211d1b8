"""A small city's Wagtail site, with nothing in it that ``ogp_wagtail`` demands beyond its one line.

For a look on one's own machine: not a starting point for a public server.
"""

import os
from pathlib import Path

from sandbox.databases import database, sqlite

ROOT = Path(__file__).resolve().parent
VAR = Path(os.environ.get("OGP_SANDBOX_VAR", ROOT / "var"))
VAR.mkdir(exist_ok=True)

DEBUG = True
SECRET_KEY = "sandbox-only: published, and therefore no secret"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]

INSTALLED_APPS = [
    "ogp_wagtail",
    "wagtail_localize",
    "wagtail_localize.locales",  # instead of wagtail.locales
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
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
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "sandbox.urls"
WSGI_APPLICATION = "sandbox.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    },
]

if "OGP_DATABASE_URL" in os.environ:
    DATABASES = {"default": database(os.environ["OGP_DATABASE_URL"])}
else:
    DATABASES = {"default": sqlite(VAR / "sandbox.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# All parts of a large site, where their addresses are given: `compose.yaml` does so.
OGP_WAGTAIL = {}
if "OGP_BROKER_URL" in os.environ:
    CELERY_BROKER_URL = os.environ["OGP_BROKER_URL"]
    OGP_WAGTAIL["JOBS"] = "celery"
if "OGP_ELASTICSEARCH_URL" in os.environ:
    OGP_WAGTAIL["SEARCH"] = {"ENGINE": "elasticsearch", "URL": os.environ["OGP_ELASTICSEARCH_URL"]}

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # a translation goes live when somebody publishes it
TIME_ZONE = "America/Mexico_City"
USE_I18N = USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

WAGTAIL_SITE_NAME = "Valle Claro"
WAGTAILADMIN_BASE_URL = os.environ.get("OGP_SANDBOX_URL", "http://127.0.0.1:8000")
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # every download passes the site's permission check
