"""The repository: folders, items with all their versions, what each proves; and all that can be found."""

from ogp_wagtail.evidence.models.entry import SearchEntry
from ogp_wagtail.evidence.models.folder import Folder
from ogp_wagtail.evidence.models.index import IndexedToken, SearchIndex
from ogp_wagtail.evidence.models.item import EvidenceItem, EvidenceVersion
from ogp_wagtail.evidence.models.link import EvidenceLink
from ogp_wagtail.evidence.models.mirror import IndexChange, IndexMirror
from ogp_wagtail.evidence.models.passage import Passage
from ogp_wagtail.evidence.models.stored import StoredFile
from ogp_wagtail.evidence.models.synonym import Synonyms
from ogp_wagtail.evidence.models.traits import Traits

__all__ = [
    "EvidenceItem",
    "EvidenceLink",
    "EvidenceVersion",
    "Folder",
    "IndexChange",
    "IndexMirror",
    "IndexedToken",
    "Passage",
    "SearchEntry",
    "SearchIndex",
    "StoredFile",
    "Synonyms",
    "Traits",
]
