"""Find an entry of the catalogue by a word, with or without its marks: `camket catalogue indicators thu ngan sach`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from camket.catalogue import load_areas, load_bodies, load_indicators, load_units
from camket.grammar.expression import expression
from camket.model.area import Area
from camket.model.body import Body
from camket.model.indicator import Indicator
from camket.model.unit import Unit

Kind = Literal["indicators", "areas", "units", "bodies"]
Entry = Indicator | Area | Unit | Body

_LOADERS: Mapping[Kind, Callable[[], tuple[Entry, ...]]] = {
    "indicators": load_indicators,
    "areas": load_areas,
    "units": load_units,
    "bodies": load_bodies,
}
_MISS, _ENOUGH = 4, 0.4
_WORD = expression(r"[^\W_]+")


def bare(text: str) -> str:
    """Lower case without marks, `đ` as `d`, blanks made single: `Thuế  tỉnh` and `thue tinh` are one."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def find(word: str, kind: Kind) -> list[Entry]:
    """The entries of a kind that hold the word in their id, names or aliases, best first.

    Best is the whole of a name, then the beginning of one, then the beginning of a word in one, then any place; among
    equals the order of the catalogue. An empty word finds all.
    """
    wanted = bare(word)
    scored = [(_distance(wanted, _labels(entry)), entry) for entry in _LOADERS[kind]()]
    return [entry for distance, entry in sorted(scored, key=lambda each: each[0]) if distance < _MISS]


def called(word: str, kind: Kind) -> Entry | None:
    """The entry with that id, name or alias, written with its marks or without; None where there is none."""
    wanted = bare(word)
    return next((entry for entry in _LOADERS[kind]() if any(bare(label) == wanted for label in _labels(entry))), None)


def alike(words: str, kind: Kind, most: int = 5) -> list[Entry]:
    """The entries with a name that shares most words with these, best first; those that share little are left out."""
    wanted = frozenset(_WORD.findall(bare(words)))
    scored = sorted(((_shared(wanted, entry), entry) for entry in _LOADERS[kind]()), key=lambda each: -each[0])
    return [entry for share, entry in scored[:most] if share >= _ENOUGH]


def _shared(wanted: frozenset[str], entry: Entry) -> float:
    """The part that words and a name of an entry have in common of all that either has."""
    names = (frozenset(_WORD.findall(bare(label))) for label in _labels(entry))
    return max((len(wanted & own) / len(wanted | own) for own in names if own), default=0.0)


def _distance(wanted: str, labels: Iterable[str]) -> int:
    return min((_one(wanted, bare(label)) for label in labels), default=_MISS)


def _one(wanted: str, label: str) -> int:
    if label == wanted:
        return 0
    if label.startswith(wanted):
        return 1
    if f" {wanted}" in label:
        return 2
    return 3 if wanted in label else _MISS


def _labels(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Indicator):
        return (entry.id, entry.name.vi, entry.name.en, *entry.aliases, *entry.weak_aliases, *entry.nouns)
    if isinstance(entry, Area):
        return (entry.slug, entry.name, entry.full_name, *entry.aliases)
    if isinstance(entry, Unit):
        return (entry.id, *entry.names)
    return (entry.id, entry.name, entry.name_en, *entry.aliases, *entry.abbreviations)
