"""``schema``: what the facts of a plan look like in JSON."""

import argparse
import json

from ..facts_json import plan_schema
from .types import Command, Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The schema has no options."""


def run(arguments: argparse.Namespace) -> Outcome:
    """Return the JSON Schema; people read it as JSON too."""
    schema = plan_schema()
    return Outcome(schema, (json.dumps(schema, indent=2),))


COMMAND = Command("schema", "the JSON Schema of a plan's facts", add_arguments, run)
