"""What is asked for when a plan is made, checked as far as it can be without the database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext as _

from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import MemberFacts
from ogp_wagtail.handbook.limits import check_members
from ogp_wagtail.law import explain

CODE_LENGTH, TITLE_LENGTH, NAME_LENGTH = 40, 255, 255


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan to be made. ``language`` is a language code; empty means the site's own.

    Each of ``members`` has a name and a ``term_end``, the last full day in office of its administration.
    """

    code: str
    title: str
    country: str
    members: Sequence[MemberFacts]
    start: date
    language: str = ""

    def check(self) -> None:
        """Raise ``WrongInput`` for the first argument that cannot be used."""
        self._check_code()
        if not self.title.strip() or len(self.title) > TITLE_LENGTH:
            raise WrongInput("--title", _("write a title of 1 to %s characters") % TITLE_LENGTH)
        if not re.fullmatch(r"[A-Za-z]{2}", self.country):
            message = _("“%s” is no country code: write the two letters of ISO 3166-1, such as CO")
            raise WrongInput("--country", message % self.country)
        self._check_members()

    def _check_code(self) -> None:
        try:
            validate_slug(self.code)
        except ValidationError:
            message = _("“%s”: use letters, digits, hyphens and underscores only")
            raise WrongInput("CODE", message % self.code) from None
        if len(self.code) > CODE_LENGTH:
            raise WrongInput("CODE", _("at most %s characters") % CODE_LENGTH)

    def _check_members(self) -> None:
        names = [member.name.casefold() for member in self.members]
        for member in self.members:
            if names.count(member.name.casefold()) > 1:
                raise WrongInput("--jurisdiction", _("“%s” is given twice; name each once") % member.name)
            if len(member.name) > NAME_LENGTH:
                raise WrongInput("--jurisdiction", _("a name has at most %s characters") % NAME_LENGTH)
        if len(self.members) != 1:
            for finding in check_members(self.members, None, CURRENT):
                raise WrongInput("--jurisdiction", explain(finding))
