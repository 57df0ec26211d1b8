"""What a deadline is: a date that remembers which rule it comes from, and how it was reckoned."""

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ..calendar import add_months
from ..rules import rule_named, section_of
from ..words import Label, _


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on time, inclusive, with its anchor, formula and parameter (convention 10).

    ``anchor`` names the event counted from, ``anchor_date`` its day, ``parameter`` the number used. To show
    it in another language, translate ``template`` and whatever is a ``Label``: the subject, the values.
    """

    rule: str
    subject: str
    date: datetime.date
    anchor: Label
    anchor_date: datetime.date
    template: str
    parameter: int
    extra: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)

    @property
    def values(self) -> dict[str, object]:
        """What the formula's template is filled with."""
        own = {"anchor": self.anchor, "day": self.anchor_date, "n": abs(self.parameter)}
        return {**own, **self.extra}

    @property
    def formula(self) -> str:
        """How the date was reckoned, in English: "term end 2027-12-31 − 2 months"."""
        return self.template % self.values

    @property
    def title(self) -> Label:
        """What is due."""
        return Label(rule_named(self.rule).title)

    @property
    def section(self) -> str:
        """The section of the handbook that gives the rule."""
        return section_of(self.rule)

    def as_dict(self) -> dict[str, str | int]:
        """Return the deadline under stable names, ready for JSON; dates in ISO form."""
        return {
            "rule": self.rule,
            "subject": self.subject,
            "date": self.date.isoformat(),
            "anchor": str(self.anchor),
            "anchor_date": self.anchor_date.isoformat(),
            "formula": self.formula,
            "parameter": self.parameter,
            "section": self.section,
        }


def in_months(rule: str, subject: str, anchor: str, day: datetime.date, months: int) -> Deadline:
    """Return the deadline ``months`` months after ``day``, or before it if negative."""
    template = _months_before(months) if months < 0 else _months_after(months)
    return Deadline(rule, subject, add_months(day, months), Label(anchor), day, template, months)


def _months_before(months: int) -> str:
    return _("%(anchor)s %(day)s − 1 month") if months == -1 else _("%(anchor)s %(day)s − %(n)s months")


def _months_after(months: int) -> str:
    return _("%(anchor)s %(day)s + 1 month") if months == 1 else _("%(anchor)s %(day)s + %(n)s months")
