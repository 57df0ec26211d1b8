"""Where Celery's ``autodiscover_tasks`` finds the tasks of this app."""

from ogp_wagtail.jobs.celery import tick, work

__all__ = ["tick", "work"]
