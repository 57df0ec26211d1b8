"""Text out of files: `extract(path, name)` gives an `Extraction` or an `Unreadable`, never an exception.

The files are read in a limited child of a warm helper process (`sandbox`), never in the calling one. Nothing
here knows Django, so that the helper starts quickly.
"""

from .limits import Limits
from .names import really
from .outcome import REASONS, Extraction, Passage, Place, Unreadable
from .sandbox import can_recognise, extract, recognise

__all__ = [
    "REASONS",
    "Extraction",
    "Limits",
    "Passage",
    "Place",
    "Unreadable",
    "can_recognise",
    "extract",
    "really",
    "recognise",
]
