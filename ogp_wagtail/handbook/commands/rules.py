"""``rules``: every rule of the handbook, and the function or question that answers it."""

import argparse
from collections.abc import Iterator

from ..rules import CHAPTERS, RULES, Rule
from .types import Command, Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """All rules are listed; there are no options."""


def run(arguments: argparse.Namespace) -> Outcome:
    """Return all rules in the handbook's order."""
    return Outcome([_as_dict(rule) for rule in RULES.values()], tuple(_lines()))


def _as_dict(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "section": rule.section,
        "kind": rule.kind,
        "title": rule.title,
        "function": rule.function,
        "question": rule.question,
    }


def _lines() -> Iterator[str]:
    for chapter in CHAPTERS:
        yield chapter.title
        for rule in chapter.rules:
            yield f"  {rule.id:<15} {rule.kind:<8} {rule.title} [{rule.section}] {_answered_by(rule)}"


def _answered_by(rule: Rule) -> str:
    return f"question: {rule.question}" if rule.question else rule.function


COMMAND = Command("rules", "every rule with the function or question that answers it", add_arguments, run)
