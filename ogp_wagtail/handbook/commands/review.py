"""``review``: what the handbook finds on a plan whose facts stand in a file."""

import argparse
from collections.abc import Iterable, Iterator

from ..findings import Finding
from ..review import review
from .given import Given, add_given, given
from .types import Command, Outcome


def run(arguments: argparse.Namespace) -> Outcome:
    """Return what there is to say about the plan. Raises WrongUseError for facts that cannot be read."""
    asked = given(arguments)
    findings = tuple(review(asked.plan, asked.edition, day=asked.day))
    document = {**asked.as_dict(), "findings": [finding.as_dict() for finding in findings]}
    return Outcome(document, tuple(_lines(asked, findings)), findings, told=True)


def _lines(asked: Given, findings: Iterable[Finding]) -> Iterator[str]:
    findings = tuple(findings)
    yield f"{asked}: {len(findings)} findings"
    for finding in findings:
        yield f"{finding.severity}: {finding.subject}: {finding.message} [{finding.rule}, {finding.section}]"
        if finding.hint:
            yield f"    {finding.hint}"


COMMAND = Command("review", "what the rules find on a plan given as JSON", add_given, run)
