"""Evidence: what proves what (Annex 5)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """A piece of evidence (EV-04). ``proves`` holds the keys of what it proves; ``kind`` is a code of Annex 5.

    ``source_class`` is primary or secondary. ``has_source`` says that there is a file or an address;
    ``address`` is a direct link, and ``is_broken`` says that the last look at it, on ``checked_on``, failed.
    ``folder`` is the key of a commitment, or "" for the process.
    """

    key: str
    title: str = ""
    kind: str = ""
    source_class: str = "primary"
    has_source: bool = True
    address: str = ""
    dated_on: date | None = None
    added_on: date | None = None
    checked_on: date | None = None
    is_broken: bool = False
    privacy: str = "public"
    proves: frozenset[str] = frozenset()
    folder: str = ""

    @property
    def subject(self) -> str:
        return f"evidence {self.title or self.key}"
