"""What the index looks like, and the names of its parts.

Searches read an alias whose name holds the layout's number: after an upgrade that changes the layout the alias is
missing, searches fall back to the database, and the clock's tick fills an index in the new layout.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Final

from elasticsearch.dsl import Mapping

LAYOUT: Final = 1  # of the mapping below: a change of it raises this
WINDOW: Final = 10_000  # hits that one question may skip and return, the server's own default


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one site's index: ``alias`` is read, ``next`` is being filled to take its place."""

    prefix: str

    @property
    def alias(self) -> str:
        return f"{self.prefix}-passages-{LAYOUT}"

    @property
    def next(self) -> str:
        return f"{self.alias}-next"

    @property
    def all(self) -> str:
        """A pattern of all indexes of this site, those of older layouts included."""
        return f"{self.prefix}-passages-*"

    def fresh(self) -> str:
        """A name for a new index."""
        return f"{self.alias}-{uuid.uuid4().hex[:12]}"


def mappings() -> dict[str, Any]:
    """Two streams of tokens to find and rank by, and three numbers to read. What is shown is not kept here.

    Phrases are looked for among words alone, so stems need no positions.
    """
    mapping = Mapping()
    mapping.meta("_source", enabled=False)
    mapping.meta("dynamic", "strict")
    mapping.field("stems", "text", analyzer="whitespace", index_options="freqs")
    mapping.field("words", "text", analyzer="whitespace")
    mapping.field("entry", "long")
    mapping.field("passage", "long", index=False)
    mapping.field(
        "stamp", "long", index=False
    )  # when the entry was indexed, in microseconds: tells old copies
    return dict(mapping.to_dict())


def settings_while_filled() -> dict[str, Any]:
    """Of a new index: nobody reads it yet, so it is neither copied nor made readable meanwhile."""
    return {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}


def settings_in_use() -> dict[str, Any]:
    """Of an index that is read: a copy on another node where there is one."""
    return {"auto_expand_replicas": "0-1", "refresh_interval": "1s"}
