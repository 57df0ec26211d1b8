"""The Celery app, as a site's documentation tells it to be."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.jobs.site.settings")

app = Celery("background")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
