"""Recognising the text of one page that is a picture, in the process that calls: only ever the limited child."""

import os
import subprocess
from pathlib import Path

from . import tesseract
from .cleaning import clean
from .kinds import kind_of
from .outcome import Extraction, Place, Refusal, Unreadable, refuse
from .passages import at_place
from .pictures import Picture
from .readers.images import page_of_image
from .readers.pdf import page_of_pdf


def recognise(path: Path, name: str, page: int, data: str) -> Extraction | Unreadable:
    """The text of a page, by number from one; none is no refusal. `data` is what Tesseract is told to read it by.

    Raises nothing, whatever the file holds.
    """
    try:
        kind = kind_of(path, name)
        picture = page_of_image(path, page) if kind == "image" else page_of_pdf(path, page)
        text = clean(_recognised(picture, data))
        return Extraction(tuple(at_place(Place("page", page), text)), kind, reader="tesseract")
    except Refusal as refusal:
        return refusal.unreadable
    except MemoryError:
        return Unreadable("too_much_memory")
    except BaseException:  # a panic of a native reader is no Exception
        return Unreadable("damaged")


def _recognised(picture: Picture, data: str) -> str:
    """What the program says. It inherits the limits of this process, and writes to no file."""
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, and nothing of a file's in the command
            [tesseract.program(), "stdin", "stdout", "-l", data],
            input=picture.as_pgm(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        refuse("not_recognised")
    return done.stdout.decode("utf-8", errors="ignore")
