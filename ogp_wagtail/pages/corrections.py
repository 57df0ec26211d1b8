"""What changes in a filed commitment without an amendment is logged where editors look: in the page's history."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log

from ogp_wagtail.handbook.amendments import label_of
from ogp_wagtail.plans.acting import actor

CORRECTED = "ogp_wagtail.corrected"


def note(page: Any, fields: tuple[str, ...]) -> None:
    """Log the correction of these fields of a filed commitment (AMEND-07)."""
    if fields:
        log(instance=page, action=CORRECTED, user=actor().user, data={"fields": list(fields)})


class CorrectedFormatter(LogFormatter):
    """Says which items were corrected."""

    label = _("Correct a filed commitment")

    def format_message(self, log_entry: Any) -> str:
        named = ", ".join(gettext(label_of(name)) for name in log_entry.data.get("fields", ()))
        return gettext("Corrected without an amendment (AMEND-07): %s") % named


def register_corrections(actions: Any) -> None:
    """Hook ``register_log_actions``."""
    actions.register_action(CORRECTED)(CorrectedFormatter)
