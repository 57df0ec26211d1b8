"""The filing pack: what was filed, in the order of OGP's two forms, as HTML, DOCX, print and JSON (PLAN-SUB-01)."""

from ogp_wagtail.exchange.pack.contents import Pack, pack_of
from ogp_wagtail.exchange.pack.docx import as_docx
from ogp_wagtail.exchange.pack.html import as_html

__all__ = ["Pack", "as_docx", "as_html", "pack_of"]
