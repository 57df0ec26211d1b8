"""``review``: what the handbook finds on a plan whose facts stand in a file."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..editions import Edition, edition_named
from ..facts import PlanFacts
from ..facts_json import UnreadableFactsError, read_plan
from ..findings import Finding
from ..readings import edition_of
from ..review import review
from .types import Command, Outcome, WrongUseError, day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "facts", metavar="FACTS", help="a file of facts as JSON (see schema); - reads them in"
    )
    parser.add_argument("--day", type=day, metavar="D", required=True, help="the day to look at it on")
    parser.add_argument(
        "--edition", type=edition, metavar="CODE", help="the edition to judge by (default: the plan's own)"
    )


def edition(code: str) -> Edition:
    """Read the code of an edition."""
    try:
        return edition_named(code)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run(arguments: argparse.Namespace) -> Outcome:
    """Return what there is to say about the plan. Raises WrongUseError for facts that cannot be read."""
    plan = plan_in(arguments.facts)
    chosen = arguments.edition or _own_edition(plan, arguments.facts)
    findings = tuple(review(plan, chosen, day=arguments.day))
    document = _document(plan, chosen, arguments.day, findings)
    return Outcome(document, tuple(_lines(plan, chosen, arguments.day, findings)), findings, told=True)


def _own_edition(plan: PlanFacts, name: str) -> Edition:
    try:
        return edition_of(plan)
    except ValueError as error:
        raise WrongUseError(f"argument FACTS: {name}: readings: {error}") from None


def plan_in(name: str) -> PlanFacts:
    """Return the plan whose facts stand in a file, or in standard input. Raises WrongUseError."""
    try:
        return read_plan(_text_of(name))
    except OSError as error:
        raise WrongUseError(f"argument FACTS: {name}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise WrongUseError(f"argument FACTS: {name}: is not text in UTF-8") from None
    except UnreadableFactsError as refusal:
        raise WrongUseError(f"argument FACTS: {name}\n{refusal}") from None


def _text_of(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig")


def _document(plan: PlanFacts, chosen: Edition, on: date, findings: tuple[Finding, ...]) -> dict[str, object]:
    return {
        "day": on.isoformat(),
        "plan": plan.code,
        "edition": chosen.code,
        "findings": [finding.as_dict() for finding in findings],
    }


def _lines(plan: PlanFacts, chosen: Edition, on: date, findings: tuple[Finding, ...]) -> Iterator[str]:
    yield f"{plan.code} on {on.isoformat()}, by {chosen.name}: {len(findings)} findings"
    for finding in findings:
        yield f"{finding.severity}: {finding.subject}: {finding.message} [{finding.rule}, {finding.section}]"
        if finding.hint:
            yield f"    {finding.hint}"


COMMAND = Command("review", "what the rules find on a plan given as JSON", add_arguments, run)
