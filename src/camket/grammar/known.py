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
    """Syllables, and pairs of them, of a stock of phrases in folded lower case; a number counts as `NUMBER`.

    Asked by `get`: what a `Counter` has not is dear to ask for by its key.
    """

    def __init__(self, runs: Iterable[list[str]]) -> None:
        self.words: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self._add(runs)

    def _add(self, runs: Iterable[list[str]]) -> None:
        for run in runs:
            self.words.update(run)
            self.pairs.update(pairwise(run))

    def with_runs(self, runs: Iterable[list[str]]) -> Known:
        """A stock that also holds some runs of words that stand beside each other."""
        more = Known(())
        more.words.update(self.words)  # into an empty one: the whole stock is then copied, and not counted again
        more.pairs.update(self.pairs)
        more._add(runs)
        return more

    def of(self, before: str, word: str, after: str) -> int:
        """How well a word is known between its neighbours, of which an empty one is none.

        2 for each neighbour that it is known beside, 1 for being known at all.
        """
        return 2 * ((before, word) in self.pairs) + 2 * ((word, after) in self.pairs) + (word in self.words)

    def seen(self, before: str, word: str, after: str) -> int:
        """How often a word is seen: beside its neighbours where it is known there, else at all."""
        pairs = self.pairs
        beside = (1 + pairs.get((before, word), 0)) * (1 + pairs.get((word, after), 0))
        return beside if beside > 1 else self.words.get(word, 0)


def runs_of(text: str) -> Iterator[list[str]]:
    """The runs of words of a text between its marks and line ends."""
    return filter(None, map(run_of, _BREAK.split(Folded(text).low)))


def run_of(phrase: str) -> list[str]:
    """The words of a folded phrase in lower case."""
    return [NUMBER if word[0].isdigit() else word for word in _WORD.findall(phrase)]
