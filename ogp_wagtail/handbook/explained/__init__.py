"""The readings in words: what each thing that an edition leaves open decides, and what each choice means.

``EXPLAINED["slot.release"].question`` is a sentence to translate. Every key of ``readings_of(CURRENT)`` has its
explanation, and every word that is allowed has its meaning; a test keeps it so.
"""

from collections.abc import Mapping
from types import MappingProxyType

from .joining import JOINING
from .monitoring import MONITORING
from .plan import PLAN
from .process import PROCESS
from .status import STATUS
from .types import Chapter, Explained

CHAPTERS = (JOINING, PLAN, PROCESS, MONITORING, STATUS)
EXPLAINED: Mapping[str, Explained] = MappingProxyType(
    {key: explained for chapter in CHAPTERS for key, explained in chapter.readings.items()}
)

__all__ = ["CHAPTERS", "EXPLAINED", "Chapter", "Explained"]
