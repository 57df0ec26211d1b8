"""A title or deliverable that had to be shortened is kept whole, as a paragraph of the additional information."""

from __future__ import annotations

import re

from ogp_wagtail.exchange.commitments.prose import rich
from ogp_wagtail.exchange.commitments.understand import TEXTS
from ogp_wagtail.pages.facts import plain
from ogp_wagtail.pages.models import CommitmentPage

_PARAGRAPH = re.compile(r"<p\b.*?</p>", re.S)


def keep_whole(page: CommitmentPage, short: str, whole: str) -> None:
    """Add the whole text to the page, unless nothing was cut off or one of its texts has it already."""
    words = plain(rich(whole))
    if whole in ("", short) or any(words in plain(getattr(page, name)) for name in TEXTS):
        return
    page.additional_information += rich(whole)


def with_kept(page: CommitmentPage, new: str) -> str:
    """A new text of the additional information, with the paragraphs below it that keep something whole."""
    short = [page.title, *(milestone.deliverable for milestone in page.milestones.all())]
    beginnings = tuple(plain(rich(text[:-1])) for text in short if text.endswith("…"))
    there = _PARAGRAPH.findall(page.additional_information) if beginnings else []
    kept = (one for one in there if plain(one).startswith(beginnings) and plain(one) not in plain(new))
    return new + "".join(kept)
