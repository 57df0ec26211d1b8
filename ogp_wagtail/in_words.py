"""What the handbook calls things and how it reckons dates, in the active language.

The handbook speaks English and marks its sentences; ``law`` says its findings, this module the rest.
"""

from __future__ import annotations

import re
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.timetable import Deadline
from ogp_wagtail.handbook.words import Label, _

# The handbook's subjects are a word for the kind of thing, then its name: "commitment C3", "member Toluca".
KINDS = {
    "amendment": _("amendment %(name)s"),
    "application": _("application of %(name)s"),
    "commitment": _("commitment %(name)s"),
    "contribution": _("contribution %(name)s"),
    "endorsement": _("endorsement of %(name)s"),
    "evidence": _("evidence %(name)s"),
    "filing": _("filing of %(name)s"),
    "meeting": _("meeting %(name)s"),
    "member": _("member %(name)s"),
    "milestone": _("milestone %(name)s"),
    "notice": _("notice %(name)s"),
    "organisation": _("organisation %(name)s"),
    "requirement": _("requirement %(name)s"),
    "space": _("space %(name)s"),
    "update": _("update %(name)s"),
}
PLAN = _("plan")
WHOLE = {  # subjects that are words from end to end
    PLAN: PLAN,
    "report inception": _("inception report"),
    "report end-of-commitment": _("end-of-commitment report"),
    "report learning": _("final learning report"),
}
QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<number>[1-4])")


def subject_of(subject: str) -> str:
    """What a finding or a deadline is about: "commitment C3" as "compromiso C3"."""
    if isinstance(subject, Label) or subject in WHOLE:
        return gettext(WHOLE.get(subject, subject))
    kind, _space, name = subject.partition(" ")
    return gettext(KINDS[kind]) % {"name": name} if kind in KINDS and name else _quarter(subject)


def name_of(subject: str) -> str:
    """The name alone, without the word for its kind; empty for the plan itself."""
    if isinstance(subject, Label):
        return gettext(subject)
    kind, _space, name = subject.partition(" ")
    return name if kind in KINDS or kind == PLAN else _quarter(subject)


def title_of(deadline: Deadline) -> str:
    """What is due."""
    return gettext(deadline.title)


def formula_of(deadline: Deadline) -> str:
    """How the date was reckoned, its days as the reader's language writes them (convention 10)."""
    return gettext(deadline.template) % {name: _said(value) for name, value in deadline.values.items()}


def cited(section: str) -> str:
    """Where a rule stands in the handbook: "Annex 2 item 3 (derived)" as "Anexo 2 punto 3 (deducido)"."""
    words = {
        "Annex": pgettext("place in the handbook", "Annex"),
        "item": pgettext("place in the handbook", "item"),
        "derived": pgettext("place in the handbook", "derived"),
    }
    return re.sub("[A-Za-z]+", lambda found: words.get(found[0], found[0]), section)


def _said(value: object) -> object:
    if isinstance(value, Month):
        return date_format(value.first_day, "YEAR_MONTH_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Label):
        return gettext(value)
    return _quarter(value) if isinstance(value, str) else value


def _quarter(text: str) -> str:
    """The name of a quarter, "2026-Q4", as the reader's language abbreviates it; any other text as it is."""
    found = QUARTER.fullmatch(text)
    return gettext("%(year)s-Q%(number)s") % found.groupdict() if found else text
