"""Pictures: a photograph or scan has no text of its own; `recognition` reads it where that is installed."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from PIL import Image, ImageOps

from ..outcome import refuse
from ..pictures import MAX_PIXELS, Picture, fit

_DAMAGE = (OSError, EOFError, ValueError, SyntaxError, IndexError, KeyError, TypeError)
_MAX_PAGES = 1_000


def read_image(path: Path, kind: str, name: str) -> NoReturn:
    """Refuses: what a picture says has to be recognised. Says how many pages it has."""
    with _opened(path) as image:
        try:
            pages = int(getattr(image, "n_frames", 1))
        except _DAMAGE:
            refuse("damaged")
    moves = image.format in ("GIF", "WEBP", "PNG")  # frames of a film, not pages
    refuse("scan", pages=1 if moves else min(pages, _MAX_PAGES))


def page_of_image(path: Path, number: int) -> Picture:
    """A page in grey, the right side up. Refuses bombs and what is damaged."""
    with _opened(path) as image:
        try:
            image.seek(number - 1)
            image.draft("L", fit(*image.size))
            grey = ImageOps.exif_transpose(image).convert("L")
            grey.thumbnail(fit(*grey.size))
        except _DAMAGE:
            refuse("damaged")
        return Picture(grey.width, grey.height, grey.tobytes())


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """Only its first bytes are read by this: enough to say how large it would become."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS
        try:
            image = Image.open(path)
        except Image.DecompressionBombError:
            refuse("bomb")
        except _DAMAGE:
            refuse("damaged")
        with image:
            if image.width * image.height > MAX_PIXELS:
                refuse("bomb")
            yield image
