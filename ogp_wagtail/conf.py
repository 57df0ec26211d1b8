"""The settings of this package: one dictionary ``OGP_WAGTAIL`` in the site's settings, every key optional.

Documented for site owners in ``docs/reference/settings.md``; a test compares the two.
"""

from typing import Any, Final

from django.conf import settings

DEFAULTS: Final[dict[str, Any]] = {
    "BASE_TEMPLATE": "base.html",
    "SEARCH": "auto",
    "JOBS": "inline",
    "CELERY_QUEUES": {},
    "SUBMISSION_LANGUAGE": "en",
    "EVIDENCE_MAX_UPLOAD_MB": 100,
    "EVIDENCE_COLLECTION": "Open government",
    "EVIDENCE_FETCH_LINKS": True,
    "EVIDENCE_LINK_PORTS": [80, 443],
    "EVIDENCE_LINK_PROXY": "",
}


class OgpSettings:
    """Reads like Django's own settings: ``ogp_settings.SEARCH``.

    Nothing is cached, so ``override_settings`` and a reloaded settings module need no reset.
    """

    BASE_TEMPLATE: str  # the site's own page frame; has a block ``content``
    SEARCH: str  # "auto" (by the database), or the name of an engine
    JOBS: str  # "inline" after commit, "worker" (`ogp_work`), or "celery"
    CELERY_QUEUES: dict[str, str]  # names of Celery's queues, by ours, where they are not the default one
    SUBMISSION_LANGUAGE: str  # the language in which OGP takes a plan (SUB rules)
    EVIDENCE_MAX_UPLOAD_MB: int  # larger files are refused at the form
    EVIDENCE_COLLECTION: str  # name of the collection in which evidence is kept
    EVIDENCE_FETCH_LINKS: bool  # open direct links, keep what is there, look again each month
    EVIDENCE_LINK_PORTS: list[int]  # the only ports at which links are opened
    EVIDENCE_LINK_PROXY: str  # a proxy that takes CONNECT; empty: links are opened directly

    def __getattr__(self, name: str) -> Any:
        """The site's value or the default; an unknown name is an ``AttributeError`` that lists the known."""
        if name not in DEFAULTS:
            raise AttributeError(f"OGP_WAGTAIL has no key {name!r}; it may hold: {', '.join(DEFAULTS)}")
        return given().get(name, DEFAULTS[name])


def given() -> dict[str, Any]:
    """What the site itself wrote into ``OGP_WAGTAIL``."""
    return getattr(settings, "OGP_WAGTAIL", None) or {}


ogp_settings: Final = OgpSettings()
