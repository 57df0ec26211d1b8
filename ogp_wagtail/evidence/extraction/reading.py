"""Read one document, in the process that calls: only ever the limited child."""

from pathlib import Path

from .kinds import kind_of
from .outcome import Extraction, Refusal, Unreadable, refuse
from .readers import reader_for


def read(path: Path, name: str) -> Extraction | Unreadable:
    """The text of a file or the reason why there is none. Raises nothing, whatever the file holds."""
    try:
        return _read(path, name)
    except Refusal as refusal:
        return refusal.unreadable
    except MemoryError:
        return Unreadable("too_much_memory")
    except OSError as error:
        return Unreadable("missing_file" if error.filename else "damaged")
    except BaseException:  # a panic of a native reader is no Exception
        return Unreadable("damaged")


def _read(path: Path, name: str) -> Extraction:
    kind = kind_of(path, name)
    extraction = reader_for(kind)(path, kind, name)
    if not extraction.passages:
        refuse("no_text")
    return extraction
