"""The long-term goals of a plan, as a file names them (A2-10)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.columns import RULES
from ogp_wagtail.exchange.commitments.prose import one_line
from ogp_wagtail.exchange.commitments.rows import RowRefused
from ogp_wagtail.pages.models import ActionPlanPage


class Goals:
    """The goals that the plan's page lists under 4 Vision, in their order: each known by its number or its text."""

    def __init__(self, page: ActionPlanPage) -> None:
        self._listed = [(str(goal.translation_key), one_line(goal.text)) for goal in page.goals.all()]
        self._known = {str(number): key for number, (key, _text) in enumerate(self._listed, 1)}
        self._known |= {text.casefold(): key for key, text in self._listed}

    def named(self, texts: Iterable[str]) -> list[str]:
        """The keys of these goals, each once. Raises ``RowRefused`` that lists the goals there are."""
        return list(dict.fromkeys(self._key(text) for text in texts))

    def _key(self, text: str) -> str:
        key = self._known.get(one_line(text).casefold())
        if key is None:
            goals = "; ".join(f"{number} {goal}" for number, (_key, goal) in enumerate(self._listed, 1))
            message = _("goals: “%(text)s” is no long-term goal of the plan; its goals are: %(goals)s")
            raise RowRefused(RULES["goals"], message % {"text": text, "goals": goals or _("none yet")})
        return key
