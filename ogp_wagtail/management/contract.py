"""What every command of this package promises to scripts.

``--json`` prints one JSON document, and nothing else, on standard output. The exit code is 0 when all is
done, 1 when there are findings or refused rows, 2 for wrong use.
"""

from __future__ import annotations

import json
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from ogp_wagtail.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did: one document for machines, the same as lines for people.

    ``clean`` is false when there are findings or refused rows.
    """

    document: Mapping[str, Any]
    lines: Iterable[str] = ()
    clean: bool = True


def wrong_use(argument: str, message: object) -> CommandError:
    """The error to raise for a wrong argument: it names the argument and what is allowed; exit code 2."""
    return CommandError(f"argument {argument}: {message}", returncode=2)


def plan_named(code: str, argument: str = "PLAN") -> Plan:
    """The plan with this short code. An unknown one is wrong use, and the answer lists the codes there are."""
    plan: Plan | None = Plan.objects.with_owner().filter(code=code).first()
    if plan is None:
        known = ", ".join(Plan.objects.order_by("code").values_list("code", flat=True)) or "none yet"
        raise wrong_use(argument, f"no plan has the code {code!r}; the codes are: {known}")
    return plan


class ContractCommand(ABC, BaseCommand):
    """A command that keeps the promise: ``describe`` adds its arguments, ``answer`` does the work."""

    def add_arguments(self, parser: CommandParser) -> None:
        self.describe(parser)
        parser.add_argument("--json", action="store_true", help="Print one JSON document and nothing else.")

    def handle(self, *args: Any, **options: Any) -> None:
        as_json = options.pop("json")
        answer = self.answer(**options)
        self.stdout.write(
            json.dumps(answer.document, indent=2, cls=DjangoJSONEncoder)
            if as_json
            else "\n".join(answer.lines)
        )
        if not answer.clean:
            self.stdout.flush()
            sys.exit(1)

    def describe(self, parser: CommandParser) -> None:
        """Add the command's own arguments."""

    @abstractmethod
    def answer(self, **options: Any) -> Answer:
        """Do the work. Raise ``wrong_use(...)`` for what cannot be done as asked."""
