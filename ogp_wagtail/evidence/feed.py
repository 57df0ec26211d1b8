"""A saved search as an Atom feed (RFC 4287): what was found last, the newest first."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from ogp_wagtail.evidence import naming, results
from ogp_wagtail.evidence.question import Question
from ogp_wagtail.evidence.search import Found

MOST: Final = 50
BEFORE_ALL: Final = datetime(1970, 1, 1, tzinfo=UTC)  # when a feed without entries was last changed
NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class SearchFeed(Atom1Feed):
    """Says the same for the same entries: without any, it does not take the time of day for its last change."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=BEFORE_ALL)


def feed_of(
    hits: Iterable[Found], question: Question, landing: Any, language: str, page: str, own: str
) -> SearchFeed:
    """The feed of these hits. ``page`` and ``own`` are the whole addresses of the search and of the feed."""
    hits = list(hits)
    names = naming.names(results.keys_of(hits), (), language, None)
    feed = SearchFeed(
        title=plain(title_of(question)),
        link=page,
        description="",
        language=language,
        feed_url=own,
        author_name=plain(landing.get_site().site_name or landing.title),
    )
    for found in hits:
        address = results.address_of(found, question.text, names, landing, None)
        if address:
            add(feed, found, address)
    return feed


def add(feed: SearchFeed, found: Found, address: str) -> None:
    """One hit as an entry of the feed; its id stays the same whatever is searched and however it is called."""
    feed.add_item(
        title=plain(found.entry.title),
        link=address,
        description=plain(found.snippet),
        unique_id=identity(found.entry),
        updateddate=found.entry.added_at,
        pubdate=found.entry.added_at,
    )


def identity(entry: Any) -> str:
    """The entry's own name for good: of evidence its own, of a page or report one for each language."""
    if entry.item:
        return str(entry.item.public_id.urn)
    return uuid.uuid5(entry.subject.key, f"{entry.kind_name or 'plan'} {entry.language}").urn


def title_of(question: Question) -> str:
    """What the feed is called."""
    return (
        _("New results for: %(words)s") % {"words": question.text} if question.text else _("New on this site")
    )


def plain(text: str) -> str:
    """Text without what XML cannot hold."""
    return NO_XML.sub(" ", text)
