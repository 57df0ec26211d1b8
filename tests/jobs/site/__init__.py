"""A site for work in the background: nothing but jobs, with workers in processes of their own.

Its database and broker come from the environment, so that tests, faults and benchmarks can each have theirs.
"""

import os

if "OGP_BACKGROUND_BROKER_URL" in os.environ:
    from tests.jobs.site.celery import app as celery_app

    __all__ = ["celery_app"]
