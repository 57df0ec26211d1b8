"""``python -m ogp_wagtail.handbook``: ask the handbook from the command line, without Django.

Exit codes: 0 done, 1 findings, 2 wrong use. With ``--json`` standard output holds one JSON document.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence

from .commands import COMMANDS, Outcome
from .commands.types import WrongUseError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    try:
        outcome: Outcome = arguments.run(arguments)
    except WrongUseError as refusal:
        arguments.parser.error(str(refusal))
    try:
        _show(outcome, as_json=arguments.json)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if outcome.findings else 0


def _parser() -> argparse.ArgumentParser:
    about = "What OGP Local asks of an action plan."
    parser = argparse.ArgumentParser("python -m ogp_wagtail.handbook", description=about)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, allow_abbrev=False)
        command.add_arguments(subparser)
        subparser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
        subparser.set_defaults(run=command.run, parser=subparser)
    return parser


def _show(outcome: Outcome, *, as_json: bool) -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without "−" or an accent is no reason to fail
    for finding in () if outcome.told else outcome.findings:
        print(finding, finding.hint, file=sys.stderr)
    print(json.dumps(outcome.document, indent=2) if as_json else "\n".join(outcome.lines))


if __name__ == "__main__":
    sys.exit(main())
