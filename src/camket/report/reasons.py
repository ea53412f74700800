"""Why a fact is as it is, in words: reasons and rivals with the names that people know."""

from __future__ import annotations

from collections.abc import Mapping

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.message import Message
from camket.report.dates import period
from camket.report.naming import indicator_name, word
from camket.words import Language, say, term

_NOTHING = "-"
_KINDS = {"role": "role", "state": "tally"}
"""The words of the screens that a parameter's values are among."""


def reason(said: Message, language: Language, words: Mapping[str, str] | None = None) -> str:
    """A reason as a sentence; `words` are the paper's own for indicators that the catalogue does not have."""
    params = dict(said.params)
    shown = {name: _shown(name, params, language, words or {}) for name in params}
    return say(Message(said.code, tuple(shown.items())), language)


def _shown(name: str, params: Mapping[str, str], language: Language, words: Mapping[str, str]) -> str:
    value = params[name]
    if value == _NOTHING:
        return term("explain.unknown", language)
    if name == "indicator":
        return indicator_name(value, words.get(value), language)
    if name in ("indicators", "rivals"):
        return "; ".join(indicator_name(each, words.get(each), language) for each in value.split(", "))
    if name == "period":
        return period(value, language)
    if name == "variant":
        return _variant_name(params.get("indicator", ""), value, language)
    kind = _KINDS.get(name)
    return word(f"{kind}.{value}", language) if kind is not None else value


def _variant_name(indicator: str, variant: str, language: Language) -> str:
    try:
        variants = catalogue.indicator(indicator).variants
    except CatalogueError:
        return variant
    names = [each.name for each in variants if each.id == variant]
    return (names[0].vi if language == "vi" else names[0].en) if names else variant
