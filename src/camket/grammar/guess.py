"""What a broken piece of text may have been: joined to its neighbours, with a lost letter filled in, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from camket.grammar.known import NUMBER, Known
from camket.grammar.syllable import is_syllable, respelt

_HORNED = "ưừứửữựơờớởỡợ"
"""The letters that files lose most; of others only one in a word is looked for."""
_MARKED = f"{_HORNED}àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộùúủũụỳýỷỹỵđ"
_LOST_PAIRS = ("ươ", "ườ", "ướ", "ưở", "ưỡ", "ượ", "iề", "iế", "iể", "iệ", "uố", "uộ")
_LOST = (*_MARKED, *_LOST_PAIRS[:6])
_MOST_LOST = 2
"""Letters lost in one word that are still looked for."""
_PAIRED = 2
"""How well a word is known that is known beside one neighbour."""
_FAR = 3
"""How many times as often a word must be seen as others that would do."""
_LONGEST = 7
"""Letters of the longest syllable."""
_LONG = 2
"""Letters that are left of a word that is found without its neighbours."""
_CUT_IN_TWO = 2
"""Pieces between which a letter may be lost."""
_WIDEST = 2
"""Blanks between two pieces of a word: each stands for a letter, or one is there without reason."""
_CUT = 3
"""How much likelier a cut is than a letter lost, as knowledge of the word counts."""


class Piece(NamedTuple):
    """A word, a number or what is left of a word: its place in the folded text, as printed and in lower case.

    `gap` is how many blanks part it from the piece before, 0 where something else does or nothing; `is_broken` tells
    that it can be no word.
    """

    start: int
    end: int
    text: str
    low: str
    gap: int
    is_broken: bool

    @property
    def beside(self) -> bool:
        """Whether only blanks part it from the piece before."""
        return self.gap > 0

    @property
    def is_whole(self) -> bool:
        """Whether it is a number or a word of one syllable."""
        return self.low == NUMBER or (not self.is_broken and is_syllable(self.low))

    @property
    def may_be_broken(self) -> bool:
        """Whether it is odd, but no sign of damage alone: letters written as one word that are no syllable."""
        alike = self.text.islower() or self.text.isupper() or self.text[1:].islower()
        return alike and len(self.text) <= _LONGEST and not is_syllable(self.low)


class Guess(NamedTuple):
    """A word, or two, in place of the pieces from `first` to `last`.

    `sure` is how far the guess can be trusted by its kind and by how well the word is known, `broken` how many broken
    pieces it explains, `likely` is greater for a word known beside more neighbours, for the letters that are lost most
    and for fewer pieces, `seen` is how often the word stands whole, beside its neighbours where it is known there.
    """

    first: int
    last: int
    word: str
    sure: int
    broken: int
    likely: int
    seen: int


_KNOWN_WHOLE, _KNOWN_PAIR, _GUESSED = 3, 2, 1
"""How sure: a known word that was cut or has `?` for a letter, one known beside its neighbour, any other."""


def best(found: Iterable[Guess]) -> Guess | None:
    """The best guess; of equally good ones that of a word seen far more often than the others, else None."""
    ordered = sorted(found, key=_rank, reverse=True)
    equal = [guess for guess in ordered if _rank(guess) == _rank(ordered[0])]
    seen = {guess.word: guess.seen for guess in equal}
    if not seen:
        return None
    word = max(seen, key=lambda one: seen[one])
    others = max((count for one, count in seen.items() if one != word), default=0)
    stands_out = len(seen) == 1 or seen[word] > _FAR * others
    return next(guess for guess in equal if guess.word == word) if stands_out else None


def as_printed(text: str, word: str) -> str:
    """A word in the case of the letters that are left of it."""
    if len(text) > 1 and text.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if text[0].isupper() else word


def _rank(guess: Guess) -> tuple[int, ...]:
    return guess.sure, guess.likely, guess.broken


def guesses(pieces: list[Piece], at: int, free: int, known: Known) -> list[Guess]:
    """All that a broken piece may have been; the pieces before `free` are whole by now.

    Lost letters without a `?` are looked for only where no known word was cut.
    """
    places = [_place(pieces, first, last, free) for first, last in _around(at)]
    found = [guess for place in places if place for guess in _whole(place, known)]
    if not any(guess.sure == _KNOWN_WHOLE for guess in found):
        found += [guess for place in places if place for guess in (*_lost(place, known), *_gapped(place, known))]
    return [guess for guess in found if guess.sure > _GUESSED or pieces[at].is_broken]


def _around(at: int) -> tuple[tuple[int, int], ...]:
    return (at - 1, at), (at, at + 1), (at - 1, at + 1), (at, at + 2), (at, at)


class _Place(NamedTuple):
    """Pieces that may be those of one word, from `first` to `last`, and the words beside them.

    `text` has them as one; `gapped` with their blanks, where one or two letters may be lost in between.
    """

    first: int
    last: int
    text: str
    gapped: str
    broken: int
    before: str
    after: str

    @property
    def is_cut(self) -> bool:
        return self.last > self.first

    def guess(self, word: str, sure: int, likely: int, known: Known) -> Guess:
        seen = known.seen(self.before, word, self.after)
        return Guess(self.first, self.last, word, sure, self.broken, likely - (self.last - self.first), seen)


def _place(pieces: list[Piece], first: int, last: int, free: int) -> _Place | None:
    """The pieces as one, where they may be: only blanks part them, and all are written alike."""
    some = pieces[max(0, first) : last + 1]
    rest = some[1:]
    if first < free or last >= len(pieces) or not all(0 < piece.gap <= _WIDEST for piece in rest):
        return None
    alike = all(piece.text.islower() for piece in rest) or all(piece.text.isupper() for piece in some)
    if not alike or any(piece.low == NUMBER for piece in some):
        return None
    before = pieces[first - 1].low if first and some[0].beside else ""
    after = pieces[last + 1].low if last + 1 < len(pieces) and pieces[last + 1].beside else ""
    broken = sum(piece.is_broken or piece.may_be_broken for piece in some)
    low = [piece.low for piece in some]
    gapped = f"{low[0]}{' ' * rest[0].gap}{low[1]}" if len(some) == _CUT_IN_TWO else ""
    return _Place(first, last, respelt("".join(low)), gapped, broken, before, after)


def _whole(place: _Place, known: Known) -> Iterator[Guess]:
    """The word that pieces make, or that a letter for each `?` makes."""
    if "?" in place.text:
        for word, likely in _filled(place.text):
            knowing = known.of(place.before, word, place.after)
            if knowing:
                yield place.guess(word, _KNOWN_WHOLE, knowing + likely, known)
    elif place.is_cut and is_syllable(place.text):
        knowing = known.of(place.before, place.text, place.after)
        if knowing >= _PAIRED:
            yield place.guess(place.text, _KNOWN_WHOLE, knowing + _CUT, known)
        else:
            yield place.guess(place.text, _KNOWN_PAIR if knowing else _GUESSED, _CUT_IN_TWO, known)


def _lost(place: _Place, known: Known) -> Iterator[Guess]:
    """The words that a lost letter put back makes; pieces are joined only where they could be a word as they are."""
    if "?" in place.text or (place.is_cut and not is_syllable(place.text)):
        return
    for word in _with_lost(place.text):
        knowing = known.of(place.before, word, place.after)
        if knowing >= _PAIRED or (knowing and len(place.text) >= _LONG):
            yield place.guess(word, _KNOWN_PAIR if knowing >= _PAIRED else _GUESSED, knowing, known)
    for first, second in _parted(place.text) if not place.is_cut else ():
        if (first, second) in known.pairs:
            yield place.guess(f"{first} {second}", _KNOWN_PAIR, 0, known)


def _gapped(place: _Place, known: Known) -> Iterator[Guess]:
    """The words that letters in place of the blanks make: `ho ch` is `hoạch`, `đ  ng` is `đường`."""
    for word in _with_gap_filled(place.gapped) if place.gapped else ():
        knowing = known.of(place.before, word, place.after)
        if knowing >= _PAIRED:
            yield place.guess(word, _KNOWN_PAIR, knowing + 1, known)
        elif knowing and place.broken == _CUT_IN_TWO:
            yield place.guess(word, _GUESSED, knowing, known)


@lru_cache(maxsize=4096)
def _with_gap_filled(text: str) -> tuple[str, ...]:
    """The syllables that a letter in place of each blank makes."""
    if len(text) > _LONGEST:
        return ()
    first, last = text.split(" ", 1)[0], text.rsplit(" ", 1)[1]
    letters = _MARKED if text.count(" ") == 1 else _LOST_PAIRS
    return tuple(filter(is_syllable, (respelt(first + letter + last) for letter in letters)))


@lru_cache(maxsize=4096)
def _filled(text: str) -> tuple[tuple[str, int], ...]:
    """The syllables that letters in place of each `?` make; the letters lost most are likelier."""
    gaps = text.count("?")
    found: list[tuple[str, int]] = []
    if gaps > _MOST_LOST or len(text) > _LONGEST:
        return ()
    for letters in product(_MARKED if gaps == 1 else _HORNED, repeat=gaps):
        word = respelt("".join(piece + letter for piece, letter in zip(text.split("?"), (*letters, ""), strict=True)))
        if is_syllable(word):
            found.append((word, int(all(letter in _HORNED for letter in letters))))
    return tuple(found)


@lru_cache(maxsize=4096)
def _with_lost(text: str) -> tuple[str, ...]:
    """The syllables that one lost letter put back anywhere makes."""
    if len(text) >= _LONGEST:
        return ()
    words = (text[:at] + letter + text[at:] for at in range(len(text) + 1) for letter in _LOST)
    return tuple(filter(is_syllable, words))


@lru_cache(maxsize=4096)
def _parted(text: str) -> tuple[tuple[str, str], ...]:
    """The letters as two words, of which the first lost a letter: `bsung`, `bổ sung`."""
    cuts = (cut for cut in range(1, len(text)) if is_syllable(text[cut:]))
    return tuple((first, text[cut:]) for cut in cuts for first in _with_lost(text[:cut]))
