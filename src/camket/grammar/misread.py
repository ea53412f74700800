"""Words of a scan that were taken for others alike, read by the company they stand in.

A recogniser of letters takes `tổng doanh thu` for `tống doanh thu`, `tinh thần` for `tỉnh thần`, `FDI` for `EDI`: one
mark or one stroke is another, and mostly it says itself that it is not sure. Such a word is read as the one that is
known beside its neighbour where the word as recognised is known beside none. Only the folded text, which the rules see,
changes; digits never do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.fold import Edit, Folded, plain
from camket.grammar.guess import as_printed
from camket.grammar.known import NUMBER, Known
from camket.model.span import Span

_TOKEN = expression(r"[^\W\d_]+|\d[\d.,]*|[^\w\s,]|\n")
_SURE = 0.955
"""From here on hardly a word is amiss: of 6,500 in scans of news 94 % are surer, and one of these was wrong."""
_SELDOM = 4
"""How often a pair must be known before a name may be read by it."""
_FAR = 25
"""How many times as well a word must be known beside both neighbours as one that is known beside one of them."""
_SHORTEST = 3
"""Letters of an abbreviation that is known by itself."""

Sure = Callable[[Span], float | None]
"""How sure the recognition of the words in a span is, None where that is not told."""


_ALIKE = str.maketrans("ELTJĐQGRPƯV", "FIIIDOCBBUU")
"""Capitals that are taken for each other, each as one of them."""
_WITHIN = tuple("/-._&")


class Stock:
    """What is known of words and abbreviations, to be asked for those that look alike."""

    def __init__(self, known: Known, abbreviations: Iterable[str]) -> None:
        self.known = known
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in known.words:
            self._words[plain(word)].append(word)
        self._short: dict[str, set[str]] = defaultdict(set)
        for word in abbreviations:
            self._short[_drawn(word)].add(word)

    def marked_otherwise(self, word: str) -> list[str]:
        """The words of the same letters that differ in the marks of one of them."""
        return [one for one in self._words.get(plain(word), ()) if _is_near(word, one)]

    def drawn_alike(self, word: str) -> str:
        """The one abbreviation that looks like some capitals; empty where there is none, or more."""
        found = self._short.get(_drawn(word), ())
        return next(iter(found)).lower() if len(found) == 1 else ""


class _Token(NamedTuple):
    """A word, number or mark of the folded text, also in lower case; any number is one."""

    start: int
    end: int
    text: str
    low: str


_NONE = _Token(0, 0, "", "")


def read_by_company(folded: Folded, stock: Stock, sure: Sure) -> tuple[Folded, tuple[Span, ...]]:
    """The text of a scan with such words read as what they are, and where these stand in the source."""
    edits = tuple(_edits(folded, stock, sure))
    spans = tuple(folded.span(edit.start, edit.end) for edit in edits)
    return (folded.edited(edits), spans) if edits else (folded, ())


def _edits(folded: Folded, stock: Stock, sure: Sure) -> Iterator[Edit]:
    tokens = list(_tokens(folded))
    before = _NONE
    for token, after in zip(tokens, (*tokens[1:], _NONE), strict=True):
        now = token
        read = _read(before, token, after, stock) if token.low.isalpha() else None
        if read is not None and not _is_part(folded.text, token):
            told = sure(folded.span(token.start, token.end))
            if told is not None and (told < _SURE or read.on_both_sides):
                now = token._replace(low=read.word)
                yield Edit(token.start, token.end, as_printed(token.text, read.word))
        before = now


def _tokens(folded: Folded) -> Iterator[_Token]:
    for found in _TOKEN.finditer(folded.low):
        start, end = found.span()
        yield _Token(start, end, folded.text[start:end], NUMBER if found[0][0].isdigit() else found[0])


def _is_part(text: str, token: _Token) -> bool:
    """Whether a word is a part of a number or an address: `12/BC-UBND`."""
    return text[token.start - 1 : token.start] in _WITHIN or text[token.end : token.end + 1] in ("/", "-", "_")


class _Read(NamedTuple):
    """What a word may be, and whether it is known beside both neighbours."""

    word: str
    on_both_sides: bool = False


def _read(before: _Token, token: _Token, after: _Token, stock: Stock) -> _Read | None:
    """The word that is known beside its neighbours where this one is not, or hardly; None where there is none."""
    pairs, low = stock.known.pairs, token.low
    said = pairs.get((before.low, low), 0), pairs.get((low, after.low), 0)
    if min(said):
        return None
    if token.text.isupper() and len(low) >= _SHORTEST and low not in stock.known.words:
        short = stock.drawn_alike(token.text)
        if short:
            return _Read(short)
    seen = {
        word: (pairs.get((before.low, word), 0), pairs.get((word, after.low), 0))
        for word in stock.marked_otherwise(low)
    }
    likely = max(seen, key=lambda word: _weight(*seen[word]), default="")
    named = token.text[0].isupper() and not token.text.isupper()
    if not likely or max(seen[likely]) < (_SELDOM if named else 1):
        return None
    others = max((_weight(*counts) for word, counts in seen.items() if word != likely), default=0)
    if _weight(*seen[likely]) <= others:
        return None
    if max(said):
        far = min(seen[likely]) > 0 and _weight(*seen[likely]) >= _FAR * _weight(*said)
        return _Read(likely) if far else None
    return _Read(likely, min(seen[likely]) > 0)


def _weight(left: int, right: int) -> int:
    return (1 + left) * (1 + right)


def _is_near(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(first != second for first, second in zip(one, other, strict=True)) == 1


def _drawn(word: str) -> str:
    return word.upper().translate(_ALIKE)
