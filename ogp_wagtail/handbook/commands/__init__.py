"""The subcommands of ``python -m ogp_wagtail.handbook``. A further one is a module added to ``COMMANDS``."""

from . import forecast, review, rules, schema, timetable
from .types import Command, Outcome

COMMANDS: tuple[Command, ...] = tuple(
    module.COMMAND for module in (timetable, review, forecast, schema, rules)
)

__all__ = ["COMMANDS", "Command", "Outcome"]
