"""Findings: what a check says, as data that a page, a report, an import and a command line can each show.

A finding carries an English template and its values apart, so that another layer shows it in another
language: translate each ``Label`` among the values, then ``gettext(finding.template) % values``.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from .rules import section_of


class Severity(StrEnum):
    """How much a finding weighs: an error is refused, a warning can be overruled, advice is shown."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


class Thing(Protocol):
    """What a finding is about: facts that know their ``key`` and their name among people, ``subject``."""

    @property
    def key(self) -> str: ...

    @property
    def subject(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement about one thing under one rule.

    ``subject`` names the thing ("commitment C3"), ``key`` is the key its facts carry, ``field`` the form
    field to look at ("" where there is none). ``hint_template`` says what to do and shares ``values``.
    ``is_provisional`` marks a warning that becomes an error once the plan is filed. ``overruled`` is the reason
    for which somebody, ``overruled_by``, set a warning aside on ``overruled_on``; empty while it stands.
    """

    rule: str
    severity: Severity
    template: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)
    subject: str = ""
    key: str = ""
    field: str = ""
    hint_template: str = ""
    is_provisional: bool = False
    overruled: str = ""
    overruled_by: str = ""
    overruled_on: date | None = None

    @property
    def may_be_overruled(self) -> bool:
        """Whether a reason can set it aside: a warning may, an error never, nor what a filing will not accept."""
        return self.severity is Severity.WARNING and not self.is_provisional

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.template % self.values

    @property
    def hint(self) -> str:
        """What to do about it, in English; may be empty."""
        return self.hint_template % self.values

    @property
    def section(self) -> str:
        """The section of the handbook that gives the rule."""
        return section_of(self.rule)

    def as_dict(self) -> dict[str, str]:
        """Return the finding as text under stable names, ready for JSON."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "subject": self.subject,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "section": self.section,
            "overruled": self.overruled,
        }

    def __str__(self) -> str:
        return f"{self.rule} {self.severity}: {self.subject} {self.message} [{self.section}]"


def error(
    rule: str, thing: Thing, template: str, *, field: str = "", hint: str = "", **values: object
) -> Finding:
    """Return a finding that must be refused."""
    return Finding(rule, Severity.ERROR, template, values, thing.subject, thing.key, field, hint)


def warning(
    rule: str, thing: Thing, template: str, *, field: str = "", hint: str = "", **values: object
) -> Finding:
    """Return a finding that is shown and can be overruled with a reason."""
    return Finding(rule, Severity.WARNING, template, values, thing.subject, thing.key, field, hint)


def advice(
    rule: str, thing: Thing, template: str, *, field: str = "", hint: str = "", **values: object
) -> Finding:
    """Return a finding that is shown and asks for nothing."""

    return Finding(rule, Severity.ADVICE, template, values, thing.subject, thing.key, field, hint)


def softened(finding: Finding) -> Finding:
    """Return an error as a warning: what is missing from a draft is no offence until it is filed."""
    if finding.severity is not Severity.ERROR:
        return finding
    return dataclasses.replace(finding, severity=Severity.WARNING, is_provisional=True)


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that must be refused."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def standing(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that nobody has overruled: those that count."""
    return [finding for finding in findings if not finding.overruled]


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings once each: errors, warnings, advice, what was overruled; else in the order given."""
    # A finding's hash leaves its values out: without them, a thousand missed quarters would all collide.
    unique = {(finding, str(finding.values)): finding for finding in findings}.values()
    return sorted(unique, key=lambda one: (bool(one.overruled), _GRAVEST_FIRST.index(one.severity)))
