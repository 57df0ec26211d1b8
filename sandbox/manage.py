#!/usr/bin/env python
"""Run a management command of the sandbox site."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Find the repository, choose the sandbox's settings, hand over to Django."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sandbox.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
