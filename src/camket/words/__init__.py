"""Every sentence that the core can say, by code, in Vietnamese and English: `vi.yaml`, `en.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.model.message import Message

Language = Literal["vi", "en"]


_NUMBER_OR_CHOICE = re.compile(r"\{(?P<name>\w+)\}|\[(?P<one>[^\[\]|{}]*)\|(?P<many>[^\[\]|{}]*)\]")


@cache
def sentences(language: Language) -> dict[str, str]:
    """All sentences of one language, by code; `{name}` stands for a parameter.

    `[paper was|papers were]` after a parameter is the first where that is 1, and else the second.
    """
    text = resources.files(__name__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), dict[str, str])


def say(message: Message, language: Language = "vi") -> str:
    """The sentence of a message. A code without a sentence is shown bare with its parameters."""
    params = dict(message.params)
    template = sentences(language).get(message.code)
    if template is None:
        return " ".join((message.code, *(f"{name}={value}" for name, value in params.items())))
    if "|" in template:
        template = _agreed(template, params)
    return template.format_map(params)


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
