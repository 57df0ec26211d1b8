"""Pictures: a photograph or scan has no text of its own; `recognition` reads it where that is installed."""

from pathlib import Path
from typing import NoReturn

from ..outcome import refuse


def read_image(path: Path, kind: str, name: str) -> NoReturn:
    """Refuses: what a picture says has to be recognised."""
    refuse("scan", pages=1)
