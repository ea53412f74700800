"""Every sentence that the core can say, by code, in Vietnamese and English: `vi.yaml`, `en.yaml`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.model.message import Message

Language = Literal["vi", "en"]


@cache
def sentences(language: Language) -> dict[str, str]:
    """All sentences of one language, by code; `{name}` stands for a parameter."""
    text = resources.files(__name__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), dict[str, str])


def say(message: Message, language: Language = "vi") -> str:
    """The sentence of a message. A code without a sentence is shown bare with its parameters."""
    params = dict(message.params)
    template = sentences(language).get(message.code)
    if template is None:
        return " ".join((message.code, *(f"{name}={value}" for name, value in params.items())))
    return template.format_map(params)


@lru_cache(maxsize=4096)
def term(code: str, language: Language = "vi") -> str:
    """A word of the screens without parameters, such as the name of a state."""
    return say(Message(code), language)
