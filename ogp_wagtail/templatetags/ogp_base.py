"""How a page of this package gets into the frame of the site, without a setting or a context processor."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import Parser, Template, Token
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY, ExtendsNode

from ogp_wagtail.conf import ogp_settings

register = template.Library()


class SiteBaseNode(ExtendsNode):
    """Extends the template that the site named, asked anew at every rendering."""

    must_be_first = False  # ``{% load %}`` comes before it

    def get_parent(self, context: Context) -> Template:
        return self.find_template(ogp_settings.BASE_TEMPLATE, context)

    def render(self, context: Context) -> Any:
        """Django took our template for a root, because it begins with ``load``, and has queued its blocks once."""
        queue = context.render_context.get(BLOCK_CONTEXT_KEY)
        for name, block in self.blocks.items():
            if queue and queue.blocks[name] and queue.blocks[name][0] is block:
                queue.blocks[name].pop(0)
        return super().render(context)


@register.tag
def extends_site_base(parser: Parser, token: Token) -> SiteBaseNode:
    """``{% load ogp_base %}{% extends_site_base %}``: extend ``OGP_WAGTAIL["BASE_TEMPLATE"]``."""
    return SiteBaseNode(parser.parse(), None)
