"""In which province a district or commune lies, by its name: what the gazetteer of the catalogue tells.

The names are looked up in one table for each level, which is read when the first name of that level is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Literal

import msgspec

from camket.catalogue import reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.kept import kept
from camket.model.gazetteer import Gazetteer, SmallKind

Level = Literal["district", "commune", "old_commune"]
"""The districts up to 2025-06-30, the communes since, the communes up to then."""
_FILES: dict[Level, tuple[str, ...]] = {
    "district": ("districts", "districts_ended"),
    "commune": ("communes_from_2025",),
    "old_commune": ("communes_to_2025",),
}
_HIGHLAND = expression(r"[aăắ][kc](?![^\W\d_])")
_JOINED = expression(r"(?<!\w)đ[aăắ] ?k(?=r)")
_BLANKS = expression(r" ?- ?|  +")


class Home(msgspec.Struct, frozen=True, array_like=True):
    """Where places of one kind lie: `province` is the slug of an area, the days are as in the gazetteer."""

    province: str
    kind: SmallKind
    valid_from: date | None
    valid_to: date | None


class _Table(msgspec.Struct, frozen=True, array_like=True):
    """The homes of a level, and by the key of each name which of them it has."""

    homes: tuple[Home, ...]
    names: dict[str, tuple[int, ...]]


@lru_cache(maxsize=2048)
def homes(name: str, level: Level) -> tuple[Home, ...]:
    """Where the districts or communes of a name lie; none where the gazetteer has no such name.

    Args:
        name: a plain name, in any of its ways of writing (`Đắc Hà`, `Qui Nhơn`, `Phan Rang-Tháp Chàm`).
        level: which places are meant.
    """
    table = _table(level)
    return tuple(table.homes[number] for number in table.names.get(key(name), ()))


def key(name: str) -> str:
    """A name as all its ways of writing have it."""
    low = fold(name)
    if "k" in low or "c" in low:
        low = _HIGHLAND.sub("ăk", _JOINED.sub("đăk", low))
    if "'" in low:
        low = low.replace("' ", "").replace("'", "")
    return _BLANKS.sub(" ", low).replace("qui ", "quy ")


@cache
def names_of(province: str, level: Level) -> tuple[str, ...]:
    """The names of all districts or communes of a province, which is told by its slug."""
    return tuple(name for each in _gazetteers(level) if each.province == province for name in each.names)


@cache
def _table(level: Level) -> _Table:
    return kept("homes", level, _Table, lambda: _made(level))


def _made(level: Level) -> _Table:
    found: list[Home] = []
    names: dict[str, list[int]] = {}
    for each in _gazetteers(level):
        for name in each.names:
            names.setdefault(key(name), []).append(len(found))
        found.append(Home(each.province, each.kind, each.valid_from, each.valid_to))
    return _Table(tuple(found), {name: tuple(numbers) for name, numbers in names.items()})


def _gazetteers(level: Level) -> Iterator[Gazetteer]:
    for file in _FILES[level]:
        yield from reading.records(f"gazetteer/{file}.yaml", Gazetteer)
