"""`{% for %}`: Django's tag, whose inside is put together once so that each turn does little.

Rows of tables are most of what pages consist of. What stands in a row between two values of it (text, words of the
screen) is one piece, written once for each language; a value that is a field of a record is read at once; `if`, `for`
and `include` inside go the same way. Whatever else stands there is asked as Django asks it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import msgspec
from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, TextNode, Token, VariableNode
from django.template.context import Context
from django.template.defaultfilters import safe
from django.template.defaulttags import ForNode, IfNode, TemplateLiteral, do_for
from django.template.loader_tags import IncludeNode
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from camket.model.message import message
from camket.server.pages.routes import around
from camket.server.pages.templatetags.addresses import ANY, MENTION, MentionNode
from camket.server.pages.templatetags.words import SayNode, TermNode, language_in
from camket.words import Language, say, term

register = template.Library()
_ESCAPED = re.compile("[&<>\"']")
_MISSING = object()
Piece = Callable[[Context, Language], str]
"""Gives its words in a context; a piece whose words are the same everywhere is `_Fixed`."""


class _Fixed:
    """Words that stand in the template."""

    def __init__(self, nodes: Sequence[TextNode | TermNode]) -> None:
        self._nodes = nodes
        self._words: dict[Language, str] = {}

    def __call__(self, context: Context, language: Language) -> str:
        words = self._words.get(language)
        if words is None:
            words = self._words[language] = "".join(node.render(context) for node in self._nodes)
        return words


class _Field:
    """A variable, or a field of a record in one, without any filter."""

    def __init__(self, lookups: tuple[str, ...]) -> None:
        self._first, self._rest = lookups[0], lookups[1:]

    def value(self, context: Context) -> Any:
        """What is there; `_MISSING` where Django has to look for it."""
        name = self._first
        for held in reversed(context.dicts):
            if name in held:
                value = held[name]
                break
        else:
            return _MISSING
        for name in self._rest:
            if not isinstance(value, (msgspec.Struct, tuple)):
                return _MISSING
            value = getattr(value, name, _MISSING)
        return _MISSING if callable(value) else value


class _Shown:
    """A field as the page shows it."""

    def __init__(self, field: _Field, node: VariableNode, *, is_safe: bool) -> None:
        self._field, self._node, self._safe = field, node, is_safe

    def __call__(self, context: Context, _language: Language) -> str:
        value = self._field.value(context)
        kind = type(value)
        if value is _MISSING or (kind is not str and kind is not SafeString and kind is not int):
            return str(self._node.render_annotated(context))
        if kind is int:
            return str(value)
        if kind is SafeString or self._safe or _ESCAPED.search(value) is None:
            return cast("str", value)
        return escape(value)


class _If:
    """The pieces of the first condition that is met."""

    def __init__(self, node: IfNode) -> None:
        self._ways = [(condition, _asked(condition), pieces(nodes)) for condition, nodes in node.conditions_nodelists]

    def __call__(self, context: Context, language: Language) -> str:
        for condition, asked, inside in self._ways:
            if condition is None or _is_met(condition, asked, context):
                return "".join([piece(context, language) for piece in inside])
        return ""


class _Said:
    """A sentence whose code stands in the template or is a field, and whose parameters are fields."""

    def __init__(self, node: SayNode, code: str | _Field, params: Mapping[str, _Field]) -> None:
        self._node, self._code, self._params = node, code, params

    def __call__(self, context: Context, language: Language) -> str:
        code = self._code.value(context) if isinstance(self._code, _Field) else self._code
        params = {name: field.value(context) for name, field in self._params.items()}
        if not isinstance(code, str) or _MISSING in params.values():
            return self._node.render(context)
        return escape(say(message(code, **params), language)) if params else _escaped(code, language)


@lru_cache(maxsize=4096)
def _escaped(code: str, language: Language) -> str:
    return escape(term(code, language))


class _Mention:
    """An address that holds the mention of a fact and nothing else that differs."""

    def __init__(self, node: MentionNode, name: str, field: _Field) -> None:
        self._node, self._name, self._field = node, name, field

    def __call__(self, context: Context, _language: Language) -> str:
        mention = self._field.value(context)
        if not (isinstance(mention, str) and MENTION.fullmatch(mention)):
            return str(self._node.render_annotated(context))
        # What stands around it depends on where the pages are served, which is the same for all of one page.
        kept: dict[Any, Any] = context.render_context.dicts[0]
        if self not in kept:
            kept[self] = around(self._name, ANY)
        before, after = kept[self]
        return f"{before}{mention}{after}"


class _Include:
    """Another template, whose name stands in this one."""

    def __init__(self, node: IncludeNode) -> None:
        self._node: Any = node
        self._inside: tuple[Piece, ...] | None = None

    def __call__(self, context: Context, language: Language) -> str:
        if self._inside is None:
            page: Any = context.template
            held = page.engine.get_template(self._node.template.var)
            self._inside = pieces(held.nodelist)
        values = {name: value.resolve(context) for name, value in self._node.extra_context.items()}
        with context.push(**values):
            return "".join([piece(context, language) for piece in self._inside])


class QuickFor(ForNode):
    """The loop."""

    sequence: FilterExpression
    nodelist_loop: NodeList
    nodelist_empty: NodeList
    _inside: tuple[Piece, ...] | None = None

    def render(self, context: Context) -> SafeString:
        """As Django's does."""
        if not context.autoescape:
            return cast("SafeString", super().render(context))
        return mark_safe(self.turns(context, language_in(context)))  # noqa: S308 - each piece escapes what it shows

    def turns(self, context: Context, language: Language) -> str:
        """What it gives for each value, joined."""
        inside = self._inside
        if inside is None:
            inside = self._inside = pieces(self.nodelist_loop)
        parent = context.get("forloop", {})
        with context.push():
            asked = self.sequence.resolve(context, ignore_failures=True)
            values = asked if hasattr(asked, "__len__") else list(asked or ())
            if not len(values):  # an array may have no truth
                return cast("str", self.nodelist_empty.render(context))
            loop = context["forloop"] = {"parentloop": parent}
            own, last = context.dicts[-1], len(values) - 1
            told: list[str] = []
            for place, value in enumerate(reversed(values) if self.is_reversed else values):
                loop |= {
                    "counter0": place, "counter": place + 1, "revcounter": last - place + 1,
                    "revcounter0": last - place, "first": place == 0, "last": place == last,
                }  # fmt: skip
                self._name(own, value)
                told += [piece(context, language) for piece in inside]
        return "".join(told)

    def _name(self, own: dict[str, Any], value: Any) -> None:
        """Give a value, or its parts, the names that the tag says."""
        names: Sequence[str] = self.loopvars
        if len(names) == 1:
            own[names[0]] = value
            return
        own.update(zip(names, value, strict=True))


def pieces(nodes: Iterable[Node]) -> tuple[Piece, ...]:
    """What gives the words of some nodes, in their order; fixed words beside each other are one piece."""
    found: list[Piece] = []
    fixed: list[TextNode | TermNode] = []
    for node in nodes:
        if isinstance(node, (TextNode, TermNode)):
            fixed.append(node)
            continue
        if fixed:
            found.append(_Fixed(tuple(fixed)))
            fixed.clear()
        found.append(_piece(node))
    return (*found, _Fixed(tuple(fixed))) if fixed else tuple(found)


def _piece(node: Node) -> Piece:
    if isinstance(node, VariableNode):
        asked = node.filter_expression
        field = _field_of(asked, besides=(safe,))
        return _Shown(field, node, is_safe=bool(asked.filters)) if field is not None else _as_django(node)
    if isinstance(node, IfNode):
        return _If(node)
    if isinstance(node, SayNode):
        return _said(node)
    if isinstance(node, MentionNode):
        return _mention(node)
    if isinstance(node, QuickFor):
        return node.turns
    if isinstance(node, IncludeNode) and _is_fixed(node.template) and not node.isolated_context:
        return _Include(node)
    return _as_django(node)


def _mention(node: MentionNode) -> Piece:
    name: Any = node.view_name
    argument: Any = node.args[0]
    field = _field_of(argument)
    return _Mention(node, name.var, field) if field is not None and _is_fixed(name) else _as_django(node)


def _said(node: SayNode) -> Piece:
    params = {name: field for name, asked in node.params.items() if (field := _field_of(asked)) is not None}
    code = node.code.var if _is_fixed(node.code) else _field_of(node.code)
    return _Said(node, code, params) if code and len(params) == len(node.params) else _as_django(node)


def _as_django(node: Node) -> Piece:
    return lambda context, _language: str(node.render_annotated(context))


def _field_of(asked: FilterExpression, besides: Sequence[object] = ()) -> _Field | None:
    """The field that an expression is, with no filter or one of some; None where it is more, or no field."""
    names = getattr(asked.var, "lookups", None)
    if (
        not names
        or asked.var.translate
        or [each for each, _ in asked.filters] not in ([], *([each] for each in besides))
    ):
        return None
    return _Field(names)


def _is_fixed(asked: FilterExpression) -> bool:
    """Whether an expression is words in quotes."""
    return isinstance(asked.var, str) and not asked.filters


def _asked(condition: Any) -> Callable[[Context], Any] | None:
    """What a condition asks for, of fields alone; gives `_MISSING` where Django has to look. None where it is more."""
    if isinstance(condition, TemplateLiteral):
        value: Any = condition.value
        field = _field_of(value)
        return field.value if field is not None else None
    kind = getattr(condition, "id", "")
    first = _asked(condition.first) if kind in ("not", "and", "or") else None
    if first is None:
        return None
    if kind == "not":
        return lambda context: _MISSING if (one := first(context)) is _MISSING else not one
    second = _asked(condition.second)
    return _both(kind, first, second) if second is not None else None


def _both(kind: str, first: Callable[[Context], Any], second: Callable[[Context], Any]) -> Callable[[Context], Any]:
    def asked(context: Context) -> Any:
        one = first(context)
        if one is _MISSING or bool(one) is (kind == "or"):
            return one
        return second(context)

    return asked


def _is_met(condition: Any, asked: Callable[[Context], Any] | None, context: Context) -> bool:
    if asked is not None:
        value = asked(context)
        if value is not _MISSING:
            return bool(value)
    try:
        return bool(condition.eval(context))
    except template.VariableDoesNotExist:
        return False


@register.filter(is_safe=True)
def truncatechars(value: object, most: int) -> str:
    """Django's filter, which goes through a text letter by letter: most texts are short enough as they are."""
    text = unicodedata.normalize("NFC", str(value))
    return text if len(text) <= most else f"{text[: most - 1]}…"


@register.tag("for")
def quick_for(parser: Parser, token: Token) -> QuickFor:
    """The loop: `{% for NAME[, NAME ...] in VALUES [reversed] %}`."""
    node = do_for(parser, token)
    return QuickFor(node.loopvars, node.sequence, node.is_reversed, node.nodelist_loop, node.nodelist_empty)
