"""`{% say "code" %}`: a sentence of `camket.words` in the language of the page."""

from __future__ import annotations

from typing import Any

from django import template

from camket.model.message import message
from camket.words import say as said

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: dict[str, Any], code: str, **params: Any) -> str:
    """The sentence of a code, with its parameters."""
    return said(message(code, **params), context.get("lang", "vi"))
