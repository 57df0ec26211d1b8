"""A small city's site, to look at and to test with."""

import os

# With a broker the sandbox works with Celery: every process of it, web processes too, has to know the app.
if "OGP_BROKER_URL" in os.environ:
    from sandbox.celery import app as celery_app

    __all__ = ["celery_app"]
