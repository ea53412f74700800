"""Which column of a list is what, by the words over it (`columns.yaml`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple, TypeVar

import msgspec

from camket import plain_yaml
from camket.grammar.fold import fold
from camket.typed import typed
from camket.work.cells import Table, heads

Words = Mapping[str, tuple[str, ...]]
_FIRST_ROWS, _DEEPEST, _LONGEST = 20, 4, 120
_NAMES = frozenset(("name", "title", "number"))
"""Fields that a row of items fills, and a further line of a head does not."""
Read = TypeVar("Read")


class ColumnWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Fields with the words that tell them, for each kind of list.

    Of several columns of a field the one that `rather` names is it.
    """

    programme: dict[str, tuple[str, ...]]
    rather: dict[str, tuple[str, ...]]
    project: dict[str, tuple[str, ...]]
    money: dict[str, tuple[str, ...]]
    whole: tuple[str, ...]


class Head(NamedTuple):
    """The head of a table: its columns by field, what each column says, its first row and the first row below it."""

    fields: Mapping[str, int]
    said: tuple[str, ...]
    first: int
    below: int


@cache
def column_words() -> ColumnWords:
    """The words of `columns.yaml`."""
    text = resources.files("camket.work").joinpath("columns.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(ColumnWords))


def tells(said: str, words: Sequence[str]) -> bool:
    """Whether a folded head says one of some words."""
    return any(said == fold(word[:-1]) if word.endswith("$") else fold(word) in said for word in words)


def fields_of(said: Sequence[str], words: Words) -> dict[str, int]:
    """By field the first column that tells it, else the one that tells it rather; each column is one field at most."""
    found: dict[str, int] = {}
    settled: set[str] = set()
    for column, head in enumerate(said):
        field = next((name for name, own in words.items() if head and tells(head, own)), None)
        if field is None or field in settled:
            continue
        if tells(head, column_words().rather.get(field, ())):
            settled.add(field)
            found[field] = column
        else:
            found.setdefault(field, column)
    return found


def head_of(table: Table, fits: Callable[[Sequence[str]], Mapping[str, int] | None]) -> Head | None:
    """The rows near the beginning of a table whose words make most of a head; None where none make one.

    Of equals the lower begins it, for a title above a head is none; further rows belong to it while they say no less.

    Args:
        table: the table.
        fits: the fields that heads make; None where they lack what the list cannot do without.
    """
    best: Head | None = None
    for first in range(min(len(table.rows), _FIRST_ROWS)):
        if best is not None and first >= best.below:
            break
        found: Head | None = None
        for last in range(first + 1, min(first + _DEEPEST, len(table.rows)) + 1):
            if last > first + 1 and not _goes_on(table, last - 1, found):
                break
            said = heads(table, first, last)
            fields = fits(said)
            if fields is not None and (found is None or len(fields) >= len(found.fields)):
                found = Head(fields, said, first, last)
        if found is not None and (best is None or len(found.fields) >= len(best.fields)):
            best = found
    return best


def _goes_on(table: Table, place: int, found: Head | None) -> bool:
    """Whether a row can be a further line of a head: no long cell, no item, and no name where names stand."""
    row = table.rows[place]
    texts = [row.text(column) for column in sorted(row.own)]
    if not texts or any(len(text) > _LONGEST for text in texts) or _is_item(texts):
        return False
    named = {at for name, at in found.fields.items() if name in _NAMES} if found is not None else set()
    return not any(row.text(at) for at in named & row.own)


def _is_item(texts: Sequence[str]) -> bool:
    first = texts[0].strip(" .")
    return first.isdigit() and len(texts) > 1 and not all(text.strip(" .()=/+-").isdigit() for text in texts)
