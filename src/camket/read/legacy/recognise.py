"""Old Vietnamese is told by its words: converted, nearly all that have an accent are Vietnamese syllables.

No other language's are. A French, Czech, Polish or German word that happens to make a syllable stands among many that
make none; a text of a few accented words needs signs besides that no Latin text has within a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.syllable import is_syllable
from camket.read.legacy.convert import codes_of, convert, unicode_of, writing_of
from camket.read.legacy.font import OldFont
from camket.read.legacy.writing import ALPHABET, Writing
from camket.read.legacy.writings import writings

_MOST_WORDS = 1_000
_SURE, _LIKELY = 0.85, 0.6
_ENOUGH_WORDS, _ENOUGH_SIGNS = 8, 2
_LONGEST = 16  # codes of a word that is looked at; in VNI the longest syllable has ten
_SHORTEST = 3  # codes of a word that tells anything by its sign: two make a syllable by chance
_SIGN, _PAIR = 2, 1
_WRONG_COSTS = 3
_NO_LATIN_WORD = expression("(?:[A-Za-z]|^)[\xa1-\xbf\xd7\xf7](?=[A-Za-z\xa1-\xff])")
_SIGN_IN_LINE = expression("[\xa1-\xbf\xd7\xf7](?=[A-Za-z\xa1-\xff])")
_SMALL = "".join(letter for letter in ALPHABET if letter.islower())
_CAPITAL_IN_WORD = expression(f"[a-z{_SMALL}][^\\W\\d_a-z{_SMALL}]")


class Evidence(NamedTuple):
    """The different words with an accent of a text, read in one way of writing.

    Attributes:
        font: the way.
        right: how many are Vietnamese syllables.
        wrong: how many are none.
        signs: two for each right word with a code within it that no Latin text has in a word, one for each with a vowel
            and its mark, which a French or Dutch word may have by chance.
        already: how many that would become other words are Vietnamese syllables as they stand.
    """

    font: OldFont
    right: int
    wrong: int
    signs: int
    already: int

    @property
    def share(self) -> float:
        """How many of the words are right, 0 to 1."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def sure(self) -> bool:
        """Whether the text is written so: nearly all is right, and there is enough of it."""
        enough = self.right >= _ENOUGH_WORDS or self.signs >= _ENOUGH_SIGNS
        return enough and self.share >= _SURE and self.already * 2 <= self.right

    @property
    def likely(self) -> bool:
        """Whether the text looks as if it were, too damaged to be converted."""
        return self.signs >= _ENOUGH_WORDS and self.share >= _LIKELY and self.already * 2 <= self.right

    @property
    def words(self) -> int:
        """How many words it was told by."""
        return self.right + self.wrong


def evidence(latin: str) -> Evidence | None:
    """What speaks most for one old way of writing; None where nothing does.

    Args:
        latin: a text whose letters are of one way of writing, as a file gives them (see `unicode_of`).
    """
    return _best(codes_of(latin), writings())


def evidence_of_signs(latin: str) -> Evidence | None:
    """As `evidence`, of a line among others: only of ways of writing whose signs it has, as most lines have none."""
    codes = codes_of(latin)
    signed = _SIGN_IN_LINE.search(codes) is not None
    return _best(codes, [each for each in writings() if signed or (each.pair is not None and each.pair.search(codes))])


def _best(codes: str, among: Sequence[Writing]) -> Evidence | None:
    best = max(
        (evidence_of(codes, writing) for writing in among),
        key=lambda each: (each.right - _WRONG_COSTS * each.wrong, each.signs),
        default=None,
    )
    return best if best is not None and best.right else None


def as_read(latin: str, font: OldFont) -> str:
    """A few words in Unicode where they are Vietnamese in that font; else as they stand."""
    found = evidence_of(codes_of(latin), writing_of(font.writing))
    return unicode_of(latin, font).text if found.right > found.wrong else latin


def evidence_of(codes: str, writing: Writing) -> Evidence:
    """What speaks for this way of writing."""
    verdicts = (_judged(word[: _LONGEST + 1], writing) for word in _words(codes, writing))
    judged = [verdict for verdict in verdicts if verdict is not None]
    right = sum(verdict.fits for verdict in judged)
    return Evidence(
        font=OldFont(writing.name, capitals=None),
        right=right,
        wrong=len(judged) - right,
        signs=sum(verdict.signs for verdict in judged),
        already=sum(verdict.already for verdict in judged),
    )


class _Verdict(NamedTuple):
    fits: bool
    signs: int
    already: bool


@lru_cache(maxsize=32_768)
def _judged(word: str, writing: Writing) -> _Verdict | None:
    """What one word says; None where it has no accent once it is converted, or is no word in any language."""
    said = convert(word, OldFont(writing.name, capitals=None)).text
    if said.isascii() or _is_abbreviation(said):
        return None
    fits = len(word) <= _LONGEST and is_syllable(said.lower()) and _CAPITAL_IN_WORD.search(said) is None
    return _Verdict(fits, _signs(word, writing) if fits else 0, said != word and is_syllable(word.lower()))


def _signs(word: str, writing: Writing) -> int:
    if len(word) < _SHORTEST:
        return 0
    if _NO_LATIN_WORD.search(word):
        return _SIGN
    return _PAIR if writing.pair is not None and writing.pair.search(word) else 0


def _words(codes: str, writing: Writing) -> Iterable[str]:
    words: dict[str, None] = {}
    for found in writing.word.finditer(codes):
        words[found[0]] = None
        if len(words) >= _MOST_WORDS:
            break
    return words


def _is_abbreviation(word: str) -> bool:
    """`HĐND`, `NĐ`: capitals that are no word, right in no language."""
    return word.isupper() and not is_syllable(word.lower())
