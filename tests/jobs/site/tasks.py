"""The same work as a bare Celery task, to measure beside: nothing is written down, and what is lost is lost."""

from celery import shared_task

from tests.jobs.site.work import effect, mark


@shared_task(name="background.bare", ignore_result=True)
def bare(name: str) -> None:
    """Leave the row."""
    effect(name)


@shared_task(name="background.bare_mark", ignore_result=True)
def bare_mark(name: str) -> None:
    """Leave one more byte."""
    mark(name)
