"""The repository: folders, items with all their versions, the text in them, and what each item proves."""

from ogp_wagtail.evidence.models.folder import Folder
from ogp_wagtail.evidence.models.index import IndexedToken, SearchIndex
from ogp_wagtail.evidence.models.item import EvidenceItem, EvidenceVersion
from ogp_wagtail.evidence.models.link import EvidenceLink
from ogp_wagtail.evidence.models.passage import Passage
from ogp_wagtail.evidence.models.stored import StoredFile

__all__ = [
    "EvidenceItem",
    "EvidenceLink",
    "EvidenceVersion",
    "Folder",
    "IndexedToken",
    "Passage",
    "SearchIndex",
    "StoredFile",
]
