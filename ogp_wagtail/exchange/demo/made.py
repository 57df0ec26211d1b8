"""What the demo has put into the site, so that exactly that can be taken out again.

It is written into Wagtail's own log, at the coalition: a log of what was done is what it is, and no table of ours
has to exist for a demo. What belongs to the demo's plans is found by their keys; this lists what stands beside them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from django.db.models import Model
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

ENTRY: Final = "ogp_demo"
ACTION: Final = "wagtail.create"


class Made:
    """Primary keys by model, the keys of the plans, and whether the passwords are the published ones."""

    def __init__(self) -> None:
        self.keys: dict[str, list[str]] = defaultdict(list)
        self.plans: list[str] = []
        self.has_published_passwords = True

    def note(self, *rows: Model) -> None:
        """Remember rows that were made."""
        for row in rows:
            self.keys[row._meta.label_lower].append(str(row.pk))

    def rows(self, model: type[Model]) -> Any:
        """Those of a model that are still there."""
        return model._default_manager.filter(pk__in=self.keys.get(model._meta.label_lower, []))

    def write(self, coalition: Model) -> None:
        """Keep all this in the log."""
        content = {
            "keys": dict(self.keys),
            "plans": self.plans,
            "published_passwords": self.has_published_passwords,
        }
        log(coalition, ACTION, data={ENTRY: content})


def entries() -> Any:
    """The log's entries about the demo: one while it is there."""
    return ModelLogEntry.objects.filter(action=ACTION, data__has_key=ENTRY).order_by("pk")


def found() -> Made | None:
    """What the demo has put into this site; none when it is not there."""
    entry = entries().last()
    if entry is None:
        return None
    made, content = Made(), entry.data[ENTRY]
    made.keys.update(content["keys"])
    made.plans = content["plans"]
    made.has_published_passwords = content["published_passwords"]
    return made
