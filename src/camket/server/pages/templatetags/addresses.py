"""`{% url "name" %}`: Django's tag; an address without arguments is the same on every page and looked up once."""

from __future__ import annotations

from functools import cache

from django import template
from django.conf import settings
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape

register = template.Library()


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


@register.tag
def url(parser: Parser, token: Token) -> URLNode:
    """The address of a page: `{% url NAME [argument ...] [as name] %}`."""
    node = parsed(parser, token)
    return node if node.args or node.kwargs else KnownNode(node.view_name, [], {}, node.asvar)


@cache
def _address(name: str, prefix: str, pages: str) -> str:  # noqa: ARG001 - what an address depends on besides
    return reverse(name)
