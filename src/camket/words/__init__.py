"""Every sentence that the core can say, by code, in Vietnamese and English: `vi.yaml`, `en.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.kept import kept
from camket.model.message import Message
from camket.typed import typed

Language = Literal["vi", "en"]


_DAY = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{4})")
_COUNTS = frozenset(("count", "facts", "files", "papers", "rows", "statements", "targets", "tasks", "values"))
"""Parameters that say how many, and never which."""
_NUMBER_OR_CHOICE = re.compile(r"\{(?P<name>\w+)\}|\[(?P<one>[^\[\]|{}]*)\|(?P<many>[^\[\]|{}]*)\]")


@cache
def sentences(language: Language) -> dict[str, str]:
    """All sentences of one language, by code; `{name}` stands for a parameter.

    `[paper was|papers were]` after a parameter is the first where that is 1, and else the second.
    """
    return kept("sentences", language, dict[str, str], lambda: _sentences(language))


def _sentences(language: Language) -> dict[str, str]:
    text = Path(__file__).with_name(f"{language}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(dict[str, str]))


def say(message: Message, language: Language = "vi") -> str:
    """The sentence of a message. A code without a sentence is shown bare with its parameters.

    Days are written as the language does, unless the sentence quotes them (`“{found}”`), and how many with groups of
    three digits.
    """
    params = dict(message.params)
    template = sentences(language).get(message.code)
    params |= {name: _grouped(params[name], language) for name in _COUNTS & params.keys()}
    if language == "en" and template is not None:
        params = {name: _english(value) if f"“{{{name}}}" not in template else value for name, value in params.items()}
    if template is None:
        return " ".join((message.code, *(f"{name}={value}" for name, value in params.items())))
    if "|" in template:
        template = _agreed(template, params)
    return template.format_map(params)


def _grouped(count: str, language: Language) -> str:
    """A whole number in groups of three digits, as the language parts them; whatever else as it is."""
    if len(count) < 4 or not (count.isascii() and count.isdigit()):
        return count
    return f"{int(count):,}".replace(",", "." if language == "vi" else ",")


def _english(value: str) -> str:
    """A day that was written as Vietnamese papers do (`05/6/2026`) as English ones do; whatever else as it is."""
    found = _DAY.fullmatch(value)
    if found is None:
        return value
    month = sentences("en")[f"month.{int(found['month'])}"]
    return f"{int(found['day'])} {month} {found['year']}"


def _agreed(template: str, params: Mapping[str, object]) -> str:
    """The sentence with each choice made by the parameter that stands before it."""
    before = ""

    def chosen(found: re.Match[str]) -> str:
        nonlocal before
        if found["name"]:
            before = found["name"]
            return found[0]
        return found["one"] if str(params.get(before)) == "1" else found["many"]

    return _NUMBER_OR_CHOICE.sub(chosen, template)


@lru_cache(maxsize=4096)
def term(code: str, language: Language = "vi") -> str:
    """A word of the screens without parameters, such as the name of a state."""
    return say(Message(code), language)
