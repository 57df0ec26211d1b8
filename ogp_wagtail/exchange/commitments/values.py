"""Words of a cell as dates, months and choices. What cannot be read is refused with what can."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.rows import RowRefused
from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.vocabularies import MILESTONE_STATUSES, Vocabulary

NOT_STATED = frozenset(
    {
        "nr",
        "nd",
        "na",
        "n/a",
        "none",
        "not specified",
        "not stated",
        "unspecified",
        "unclear",
        "unknown",
        "tbd",
    }
)
_STATUS_WORDS = {
    "complete": "finished",
    "completed": "finished",
    "done": "finished",
    "ongoing": "in-progress",
}
_TRUTH = {"true": "yes", "false": "no", "partly": "partially"}


def is_stated(text: str) -> bool:
    """Whether the words say something, and not that nothing is known."""
    words = text.strip().casefold()
    return words.strip("-–—.?") != "" and words not in NOT_STATED


def several(text: str) -> list[str]:
    """The entries of a cell, separated by semicolons, line ends or ``<br>``; each once."""
    entries = (" ".join(one.split()) for one in re.split(r";|\n|<br\s*/?>", text, flags=re.I))
    return list(dict.fromkeys(one for one in entries if is_stated(one)))


def day_of(text: str) -> date:
    """A day: YYYY-MM-DD, or a day-month-year that can be read in one way only. Raises ``ValueError``."""
    readings = sorted(_readings(text))
    if len(readings) == 1:
        return readings[0]
    if readings:
        message = _("“%(text)s” can be read in two ways; write the day you mean: %(first)s or %(second)s")
        raise ValueError(message % {"text": text, "first": readings[0], "second": readings[1]})
    raise ValueError(_("“%s” is no date: write YYYY-MM-DD, such as 2027-12-31") % text)


def _readings(text: str) -> set[date]:
    """The days that a text may mean: day or month may come first, except between dots (31.12.2027)."""
    numbers = re.fullmatch(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})", text)
    if numbers is None:
        return set()
    first, second, third = int(numbers[1]), int(numbers[3]), int(numbers[4])
    if len(numbers[1]) == 4:
        return _days((first, second, third))
    if len(numbers[4]) != 4:
        return set()
    return _days((third, second, first), *([(third, first, second)] if numbers[2] != "." else []))


def _days(*candidates: tuple[int, int, int]) -> set[date]:
    found = set()
    for candidate in candidates:
        with suppress(ValueError):
            found.add(date(*candidate))
    return found


def month_of(text: str) -> Month:
    """A month: MM/YYYY, YYYY-MM, or any day in it. Raises ``ValueError``."""
    is_month = re.fullmatch(r"[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}", text)
    try:
        return Month.parse(text) if is_month else Month.of(day_of(text))
    except ValueError:
        raise ValueError(_("“%s” is no month: write MM/YYYY, such as 09/2027") % text) from None


def choice_of(text: str, vocabulary: Vocabulary, rule: str, column: str = "") -> str:
    """The slug of the entry that is meant by slug or label, English or in the active language.

    Raises ``RowRefused`` that names the column, where one is given, and what is allowed.
    """
    wanted = _folded(_TRUTH.get(text.casefold(), text))
    for slug, label in vocabulary.choices:
        if wanted in (_folded(slug), _folded(label), _folded(_(label))):
            return slug
    message = _("“%(text)s” is not in the list; allowed: %(allowed)s")
    said = message % {"text": text, "allowed": ", ".join(vocabulary.slugs)}
    raise RowRefused(rule, f"{column}: {said}" if column else said)


def status_of(text: str) -> str:
    """The slug of a milestone's status (V-MSTATUS); empty when the word means none of them."""
    word = _STATUS_WORDS.get(text.strip().casefold(), text)
    try:
        return choice_of(word, MILESTONE_STATUSES, "V-MSTATUS")
    except RowRefused:
        return ""


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
