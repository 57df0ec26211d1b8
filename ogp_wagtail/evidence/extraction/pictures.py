"""Pages as pictures for text recognition: grey, large enough to be read, never larger than can be borne."""

import math
from dataclasses import dataclass

MAX_PIXELS = 100_000_000  # of a picture as it is stored
_PIXELS = 20_000_000  # of the picture that is read


@dataclass(frozen=True)
class Picture:
    """Grey dots, a byte each, row by row."""

    width: int
    height: int
    dots: bytes

    def as_pgm(self) -> bytes:
        """The simplest format that every program reads (netpbm's portable grey map)."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.dots


def fit(width: float, height: float, scale: float = 1.0) -> tuple[int, int]:
    """Width and height enlarged by `scale`, or by as much as can be borne."""
    most = math.sqrt(_PIXELS / max(width * height, 1.0))
    chosen = min(scale, most)
    return max(int(width * chosen), 1), max(int(height * chosen), 1)
