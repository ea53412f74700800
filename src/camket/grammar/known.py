"""Words that are known to stand beside each other, by which the damaged ones between them are made out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from camket.grammar.expression import expression
from camket.grammar.fold import Folded

_WORD = expression(r"[^\W\d_]+|\d[\d.,/]*")
_BREAK = expression(r"[^\w\s.,%²³]+|[.,](?!\d)|\n")
NUMBER = "0"
"""Any number among words."""


class Known:
    """Syllables, and pairs of them, of a stock of phrases in folded lower case; a number counts as `NUMBER`."""

    def __init__(self, runs: Iterable[list[str]]) -> None:
        self.words: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for run in runs:
            self.words.update(run)
            self.pairs.update(pairwise(run))

    def with_runs(self, runs: Iterable[list[str]]) -> Known:
        """A stock that also holds some runs of words that stand beside each other."""
        more = Known(runs)
        more.words.update(self.words)
        more.pairs.update(self.pairs)
        return more

    def of(self, before: str, word: str, after: str) -> int:
        """How well a word is known between its neighbours, of which an empty one is none.

        2 for each neighbour that it is known beside, 1 for being known at all.
        """
        return 2 * ((before, word) in self.pairs) + 2 * ((word, after) in self.pairs) + (word in self.words)

    def seen(self, before: str, word: str, after: str) -> int:
        """How often a word is seen: beside its neighbours where it is known there, else at all."""
        beside = (1 + self.pairs[before, word]) * (1 + self.pairs[word, after])
        return beside if beside > 1 else self.words[word]


def runs_of(text: str) -> Iterator[list[str]]:
    """The runs of words of a text between its marks and line ends."""
    return filter(None, map(run_of, _BREAK.split(Folded(text).low)))


def run_of(phrase: str) -> list[str]:
    """The words of a folded phrase in lower case."""
    return [NUMBER if word[0].isdigit() else word for word in _WORD.findall(phrase)]
