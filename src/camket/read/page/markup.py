"""What the tags and the class words of a page mean to the reader: `markup.yaml`."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from camket.typed import typed


class Markup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sets of tags, roles and words; the file says what each is for."""

    unread: frozenset[str]
    headings: frozenset[str]
    items: frozenset[str]
    blocks: frozenset[str]
    aside: frozenset[str]
    roles: frozenset[str]
    lists: frozenset[str]
    words: frozenset[str]
    joined: frozenset[str]
    headers: frozenset[str]


@cache
def markup() -> Markup:
    """The sets, read once."""
    text = resources.files("camket.read.page").joinpath("markup.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=typed(Markup))
