"""What a subcommand is, and what it gives back to be printed."""

import argparse
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ..findings import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a subcommand: one document for machines, the same as lines for people, and findings."""

    document: Mapping[str, object]
    lines: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: ``add_arguments`` describes its options, ``run`` answers, ``WrongUseError`` refuses."""

    name: str
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Outcome]


class WrongUseError(Exception):
    """The command was called wrongly; the message names the argument and what is allowed."""


def day(text: str) -> date:
    """Read a date of the form YYYY-MM-DD. Raises the error argparse shows beside the argument's name."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no date: write YYYY-MM-DD, such as 2027-12-31")
