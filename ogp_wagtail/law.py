"""Refusals: one exception that carries the findings that caused it.

The handbook returns findings; this module turns the errors among them into a ``ValidationError`` that a form
shows at its fields and a command prints, each message with the rule's id and section.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from ogp_wagtail.handbook.findings import Finding, errors
from ogp_wagtail.handbook.words import Label, Labels
from ogp_wagtail.in_words import cited


def message_of(finding: Finding) -> str:
    """The finding's sentence in the active language."""
    return _(finding.template) % _translated(finding)


def hint_of(finding: Finding) -> str:
    """What to do about the finding, in the active language; empty when the handbook gives no hint."""
    return _(finding.hint_template) % _translated(finding) if finding.hint_template else ""


def _translated(finding: Finding) -> dict[str, object]:
    return {name: in_words(value) for name, value in finding.values.items()}


def in_words(value: object) -> object:
    """A value of a message, in the active language where it is a word of the handbook."""
    if isinstance(value, Labels):
        return Labels(str(in_words(one)) for one in value)
    return _(value) if isinstance(value, Label) else value


def explain(finding: Finding) -> str:
    """The whole finding in one line: sentence, what to do, rule and section."""
    sentences = [message_of(finding), hint_of(finding)]
    source = f"({finding.rule}, {cited(finding.section)})" if finding.section else f"({finding.rule})"
    return " ".join([sentence for sentence in sentences if sentence] + [source])


def as_dict(finding: Finding) -> dict[str, Any]:
    """The finding as JSON, its sentences in the active language."""
    return finding.as_dict() | {"message": message_of(finding), "hint": hint_of(finding)}


class LawError(ValidationError):
    """A change that the handbook forbids. ``findings`` are the errors, in the order in which they were found."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        by_field: dict[str, list[str]] = {}
        for finding in self.findings:
            by_field.setdefault(finding.field or NON_FIELD_ERRORS, []).append(explain(finding))
        super().__init__(by_field)


class LawDenied(LawError, PermissionDenied):
    """The same refusal where no form can show it: Wagtail answers it with a redirect and a message."""


def refuse_if(findings: Iterable[Finding]) -> None:
    """Raise :class:`LawError` when there is an error among the findings."""
    forbidden = errors(findings)
    if forbidden:
        raise LawError(forbidden)
