"""What a site should know about its work in the background: Django's system checks."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.jobs.dispatch import DISPATCHERS
from ogp_wagtail.jobs.kinds import QUEUES


@register(Tags.compatibility)
def jobs_can_be_run(**kwargs: Any) -> list[CheckMessage]:
    """W011: jobs that nobody would run as the site means it; they wait for ``ogp_work`` meanwhile."""
    way = ogp_settings.JOBS
    if way not in DISPATCHERS:
        return [left(f"OGP_WAGTAIL['JOBS'] is {way!r}", f"It may be: {', '.join(map(repr, DISPATCHERS))}.")]
    if way == "celery" and find_spec("celery") is None:
        reason = "OGP_WAGTAIL['JOBS'] is 'celery', and Celery is not installed"
        return [left(reason, "pip install 'ogp-wagtail[celery]'")]
    return []


def left(reason: str, hint: str) -> CheckMessage:
    """The warning of W011 for one reason."""
    return Warning(f"{reason}: jobs wait until ogp_work does them.", hint=hint, id="ogp_wagtail.W011")


@register(Tags.compatibility)
def celery_queues_exist(**kwargs: Any) -> list[CheckMessage]:
    """W012: a misspelt queue is sent where no worker of the site listens."""
    return [
        Warning(
            f"OGP_WAGTAIL['CELERY_QUEUES'] has the key {name!r}, which is no queue of ours.",
            hint=f"It may hold: {', '.join(QUEUES)}.",
            id="ogp_wagtail.W012",
        )
        for name in ogp_settings.CELERY_QUEUES
        if name not in QUEUES
    ]
