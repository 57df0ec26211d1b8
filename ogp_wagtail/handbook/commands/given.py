"""What commands on a plan are given: its facts as JSON, a day, and perhaps another edition than the plan's own."""

import argparse
import dataclasses
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..editions import Edition, edition_named
from ..facts import PlanFacts
from ..facts_json import UnreadableFactsError, read_plan
from ..readings import edition_of
from .types import WrongUseError, day


@dataclass(frozen=True, slots=True)
class Given:
    """A plan, the edition to judge it by with the plan's own readings, and the day to look at it on."""

    plan: PlanFacts
    edition: Edition
    day: date

    def as_dict(self) -> dict[str, object]:
        """Return what was asked about, to stand before the answer."""
        return {"day": self.day.isoformat(), "plan": self.plan.code, "edition": self.edition.code}

    def __str__(self) -> str:
        return f"{self.plan.code} on {self.day.isoformat()}, by {self.edition.name}"


def add_given(parser: argparse.ArgumentParser) -> None:
    """Add the arguments from which ``given`` reads."""
    parser.add_argument(
        "facts", metavar="FACTS", help="a file of facts as JSON (see schema); - reads them in"
    )
    parser.add_argument("--day", type=day, metavar="D", required=True, help="the day to look at it on")
    parser.add_argument(
        "--edition", type=code, metavar="CODE", help="the edition to judge by (default: the plan's own)"
    )


def code(text: str) -> str:
    """Read the code of an edition."""
    try:
        return edition_named(text).code
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def given(arguments: argparse.Namespace) -> Given:
    """Return what the command was given. Raises WrongUseError for facts that cannot be read."""
    plan = plan_in(arguments.facts)
    if arguments.edition:
        plan = dataclasses.replace(plan, edition=arguments.edition)
    return Given(plan, edition_of(plan), arguments.day)


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
