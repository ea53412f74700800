"""`{% say "code" %}`: a sentence of `camket.words` in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from camket.model.message import message
from camket.words import Language, term
from camket.words import say as said

register = template.Library()
_NAMED = 2
"""Words at the end of a tag that name where its sentence goes: `as NAME`."""


class SayNode(Node):
    """The sentence of a code, with its parameters."""

    def __init__(self, code: FilterExpression, params: Mapping[str, FilterExpression]) -> None:
        self.code, self.params = code, params

    def render(self, context: template.Context) -> str:
        """The sentence, escaped."""
        text = self.text(context)
        return conditional_escape(text) if context.autoescape else text

    def text(self, context: template.Context) -> str:
        """The bare sentence."""
        params = {name: value.resolve(context) for name, value in self.params.items()}
        return said(message(self.code.resolve(context), **params), language_in(context))


class TermNode(Node):
    """A sentence whose code stands in the template and that takes no parameters: as good as text there."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._shown: dict[Language, SafeString] = {}

    def render(self, context: template.Context) -> str:
        """The sentence, escaped once for each language."""
        if not context.autoescape:
            return self.text(context)
        language = language_in(context)
        shown = self._shown.get(language)
        if shown is None:
            shown = self._shown[language] = conditional_escape(term(self._code, language))
        return shown

    def text(self, context: template.Context) -> str:
        """The bare sentence."""
        return term(self._code, language_in(context))


class NamedNode(Node):
    """A sentence kept under a name, and not shown here."""

    def __init__(self, sentence: SayNode | TermNode, name: str) -> None:
        self._sentence, self._name = sentence, name

    def render(self, context: template.Context) -> str:
        """Nothing."""
        context[self._name] = self._sentence.text(context)
        return ""


@register.tag
def say(parser: Parser, token: Token) -> Node:
    """The sentence of a code: `{% say CODE [name=value ...] [as name] %}`.

    Raises:
        TemplateSyntaxError: the tag says something else.
    """
    tag, *bits = token.split_contents()
    name = bits.pop() if bits[-_NAMED:-1] == ["as"] else ""
    code, *rest = (bits[:-1] if name else bits) or [""]
    params = token_kwargs(rest, parser)
    if not code or rest:
        raise template.TemplateSyntaxError(f"{tag}: {token.contents}")
    known = parser.compile_filter(code)
    fixed = isinstance(known.var, str) and not known.filters and not params
    sentence = TermNode(known.var) if fixed else SayNode(known, params)
    return NamedNode(sentence, name) if name else sentence


def language_in(context: template.Context) -> Language:
    """The language of the page."""
    return "en" if context.get("lang") == "en" else "vi"
