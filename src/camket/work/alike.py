"""How much of what one text says another says too, by pairs of neighbouring words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from camket.grammar.words import words
from camket.work.content import content_of

Pairs = frozenset[tuple[str, str]]
_LEAST = 3
"""Pairs below which nothing can be told."""


def pairs(text: str) -> Pairs:
    """The pairs of neighbouring words of a text, in one habit of writing; numbers are words too."""
    return frozenset(pairwise(word.exact for word in words(text)))


def held(asked: Pairs, told: Pairs) -> float:
    """The share of the pairs asked for that the other text has; 0 where too few are asked for to tell."""
    return len(asked & told) / len(asked) if len(asked) >= _LEAST else 0.0


def apart(one: str, other: str) -> bool:
    """Whether two texts of like words are of two things: their numbers, or their names, have none in common."""
    first, last = content_of(one), content_of(other)
    numbers = bool(first.numbers and last.numbers) and not first.numbers & last.numbers
    return numbers or (bool(first.names and last.names) and not first.names & last.names)


class Index:
    """Texts by their pairs of words, so that the one most like another is found without asking all."""

    def __init__(self) -> None:
        self._texts: dict[str, Pairs] = {}
        self._by_pair: dict[tuple[str, str], list[str]] = {}

    def add(self, key: str, told: Pairs) -> None:
        """Take up one text."""
        self._texts[key] = told
        for pair in told:
            self._by_pair.setdefault(pair, []).append(key)

    def like(self, told: Pairs) -> Iterable[tuple[str, float]]:
        """The texts that share pairs with one, each with the share of the shorter one's pairs; the likest first."""
        shared = Counter(key for pair in told for key in self._by_pair.get(pair, ()))
        found = {key: self._share(count, told, self._texts[key]) for key, count in shared.items()}
        return sorted(found.items(), key=lambda each: (-each[1], each[0]))

    def held_in(self, told: Pairs) -> Mapping[str, float]:
        """The texts that share pairs with one, each with the share of its own pairs that this one has (`held`)."""
        shared = Counter(key for pair in told for key in self._by_pair.get(pair, ()))
        return {key: count / len(own) for key, count in shared.items() if len(own := self._texts[key]) >= _LEAST}

    @property
    def texts(self) -> Mapping[str, Pairs]:
        """All that were taken up."""
        return self._texts

    @staticmethod
    def _share(count: int, one: Pairs, other: Pairs) -> float:
        shorter = min(len(one), len(other))
        return count / shorter if shorter >= _LEAST else 0.0
