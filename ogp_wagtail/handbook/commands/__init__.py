"""The subcommands of ``python -m ogp_wagtail.handbook``. A further one is a module added to ``COMMANDS``."""

from . import review, rules, schema, timetable
from .types import Command, Outcome

COMMANDS: tuple[Command, ...] = (timetable.COMMAND, review.COMMAND, schema.COMMAND, rules.COMMAND)

__all__ = ["COMMANDS", "Command", "Outcome"]
