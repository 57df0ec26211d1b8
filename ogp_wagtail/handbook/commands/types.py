"""What a subcommand is, and what it gives back to be printed."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..calendar import parse_day
from ..findings import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a subcommand: one document for machines, the same as lines for people, and findings.

    Findings make the exit code 1. Unless ``lines`` tell of them already, they are told beside, on standard error.
    """

    document: Mapping[str, object] | Sequence[Mapping[str, object]]
    lines: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    told: bool = False


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
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
