"""`{% url "name" %}`: Django's tag; what is the same on every page is looked up once.

That is an address without arguments, and what stands before and after the mention of a fact in one that has it alone.
"""

from __future__ import annotations

import re
from functools import cache

from django import template
from django.conf import settings
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape

from camket.server.pages.routes import around

register = template.Library()
MENTION, ANY = re.compile(r"[0-9a-f]{32}"), "0" * 32


class KnownNode(URLNode):
    """The address of a page that has one only."""

    def render(self, context: template.Context) -> str:
        """As Django's does."""
        try:
            found = _address(
                self.view_name.resolve(context), get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF
            )
        except NoReverseMatch:
            return str(super().render(context))
        if self.asvar:
            context[self.asvar] = found
            return ""
        return conditional_escape(found) if context.autoescape else found


class MentionNode(URLNode):
    """An address of one argument, which on most pages is the mention of a fact."""

    def render(self, context: template.Context) -> str:
        """As Django's does."""
        mention = self.args[0].resolve(context)
        if not (isinstance(mention, str) and MENTION.fullmatch(mention)):
            return str(super().render(context))
        try:
            before, after = around(self.view_name.resolve(context), ANY)
        except NoReverseMatch:
            return str(super().render(context))
        found = f"{before}{mention}{after}"
        return conditional_escape(found) if context.autoescape else found


@register.tag
def url(parser: Parser, token: Token) -> URLNode:
    """The address of a page: `{% url NAME [argument ...] [as name] %}`."""
    node = parsed(parser, token)
    if not node.args and not node.kwargs:
        return KnownNode(node.view_name, [], {}, node.asvar)
    if len(node.args) == 1 and not node.kwargs and not node.asvar:
        return MentionNode(node.view_name, node.args, {}, None)
    return node


@cache
def _address(name: str, prefix: str, pages: str) -> str:  # noqa: ARG001 - what an address depends on besides
    return reverse(name)
