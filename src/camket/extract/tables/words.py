"""What the words of tables mean: `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from camket import catalogue, plain_yaml
from camket.grammar.fold import plain
from camket.model.fact import Comparator, Role
from camket.typed import typed


class TableWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Word lists; the file says what each is for."""

    number: frozenset[str]
    name: frozenset[str]
    unit: frozenset[str]
    note: frozenset[str]
    time: frozenset[str]
    place: frozenset[str]
    measured: frozenset[str]
    general: frozenset[str]
    capital: frozenset[str]
    total: frozenset[str]
    announcing: frozenset[str]
    rating: frozenset[str]
    roles: dict[str, Role]
    cell_roles: dict[str, Role]
    scenario_words: tuple[str, ...]
    scenario_names: dict[str, str]
    plan: frozenset[str]
    earlier: frozenset[str]
    blank: frozenset[str]
    comparators: dict[str, Comparator]
    tails: dict[str, Comparator]
    ranks: frozenset[str]
    ditto: frozenset[str]
    short_units: dict[str, str]
    english: frozenset[str]


@cache
def table_words() -> TableWords:
    """The lists, read once."""
    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(TableWords))


@lru_cache(maxsize=1024)
def sums_up(words: str) -> bool:
    """Whether the words of a row say that it sums up all others; marks that were recognised wrongly do not matter."""
    return words in table_words().total or (" " in words and plain(words) in _unmarked_totals())


@cache
def _unmarked_totals() -> frozenset[str]:
    return frozenset(plain(words) for words in table_words().total if " " in words)


@cache
def scenarios() -> dict[str, str]:
    """The scenarios that a head can name, with what they are called in facts: `kịch bản cao`, `phương án 1`."""
    words = table_words()
    return {f"{word} {said}": name for word in words.scenario_words for said, name in words.scenario_names.items()}


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first, as whole words where they are made of letters."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_whole(word) for word in ordered) + ")"


def _whole(word: str) -> str:
    before = r"(?<![^\W\d_])" if word[0].isalpha() else ""
    after = r"(?![^\W\d_])" if word[-1].isalpha() else ""
    return f"{before}{re.escape(word)}{after}"


@cache
def indicator_names() -> frozenset[str]:
    """All names of indicators in lower case."""
    every = catalogue.load_indicators()
    return frozenset(name.lower() for one in every for name in (one.name.vi, *one.aliases, *one.weak_aliases))
