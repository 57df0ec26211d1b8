"""A pack as one page of HTML that stands alone and prints well."""

from __future__ import annotations

from django.template.loader import render_to_string

from ogp_wagtail.exchange.pack.contents import Pack
from ogp_wagtail.exchange.pack.values import Table


def as_html(pack: Pack) -> str:
    """The page: no script, no style from elsewhere; a browser's own "save as PDF" makes the printed pack."""
    parts = [
        (
            part.title,
            [(item, [(block, isinstance(block, Table)) for block in item.blocks]) for item in part.items],
        )
        for part in pack.parts
    ]
    return render_to_string("ogp_wagtail/exchange/pack.html", {"pack": pack, "parts": parts})
