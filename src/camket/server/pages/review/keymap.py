"""The keys of the review page, as data: shown on it, used by it, printed in the docs."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from camket import plain_yaml
from camket.typed import typed
from camket.words import Language, term


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key: how it is called, what it does (a name of review.js), the code of what that is called."""

    key: str
    act: str
    word: str


class ShownKey(msgspec.Struct, frozen=True):
    """A key with what it does in words."""

    key: str
    act: str
    said: str


@cache
def keymap() -> tuple[Key, ...]:
    """All keys, in the order in which they are listed."""
    text = resources.files(__package__).joinpath("keymap.yaml").read_text(encoding="utf-8")
    return tuple(msgspec.convert(plain_yaml.load(text), typed(list[Key])))


def shown_keys(language: Language) -> tuple[ShownKey, ...]:
    """All keys in words."""
    return tuple(ShownKey(each.key, each.act, term(each.word, language)) for each in keymap())


def key_of(act: str) -> str:
    """The key that does something; empty where none does."""
    return next((each.key for each in keymap() if each.act == act), "")


def printed(language: Language) -> str:
    """The table of the keys as the docs print it."""
    head = f"| {term('review.keys.key', language)} | {term('review.keys.does', language)} |"
    rows = (f"| `{each.key}` | {each.said} |" for each in shown_keys(language))
    return "\n".join((head, "| --- | --- |", *rows)) + "\n"
