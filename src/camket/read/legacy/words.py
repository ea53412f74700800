"""Single words in letters of an old font within lines in Unicode: a name that was pasted into a sentence.

A word alone is little to go by, so only what no word of Unicode has speaks: a code within the word that no Latin text
has there (`B¾c`) tells it for sure, vowels with marks apart (`Baéc`) where two different words have them. A word beside
such a one that could be written likewise goes with it (`tØnh B¾c`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.syllable import is_syllable
from camket.read.legacy.convert import codes_of
from camket.read.legacy.font import OldFont
from camket.read.legacy.recognise import evidence_of
from camket.read.legacy.writings import writings

_STRANGE = r"[\xa1-\xbf×÷ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]"
"""Of the codes of Latin text, those that are no Vietnamese letter."""
_APART = r"[aeAE][ÀÁÂÈÉÊÙÚÕàáâèéêùúõ]|[aeiyâêôãAEIYÂÊÔÃ][ìÌòÒ]"
"""Vowels that stand beside each other in no Vietnamese word: a vowel and its mark."""
_HINT = expression(rf"{_STRANGE}|{_APART}")
_WORD = expression(r"(?<![^\W\d_])[A-Za-z\xa1-\xff]*[\xa1-\xff][A-Za-z\xa1-\xff]*(?![^\W\d_\u0300-\u036f])")
_SHORTEST, _LONGEST = 3, 16
_ENOUGH, _SHARE = 2, 2 / 3


class OldWord(NamedTuple):
    """A word in old letters: `text[start:end]`, and the font for which it is written."""

    start: int
    end: int
    font: OldFont


class _Told(NamedTuple):
    """A word that may be in old letters, with the signs for each way of writing in which it is a syllable."""

    start: int
    end: int
    signs: tuple[tuple[OldFont, int], ...]


def old_words(text: str) -> list[OldWord]:
    """The words of a text in Unicode that are surely in old letters, in their order."""
    if _HINT.search(text) is None:
        return []
    words = [_Told(*found.span(), _signs(found[0])) for found in _WORD.finditer(text)]
    sure = _sure(text, words)
    told = [next((font for font, signs in word.signs if signs and font in sure), None) for word in words]
    return list(_with_neighbours(text, words, told))


@lru_cache(maxsize=4096)
def _signs(word: str) -> tuple[tuple[OldFont, int], ...]:
    if not _SHORTEST <= len(word) <= _LONGEST or is_syllable(word.lower()):
        return ()
    found = [evidence_of(codes_of(word), writing) for writing in writings()]
    kept = [(each.font, each.signs) for each in found if each.right and not each.wrong and not each.already]
    return tuple(sorted(kept, key=lambda one: -one[1]))


def _sure(text: str, words: Sequence[_Told]) -> set[OldFont]:
    """The ways of writing for which enough signs speak; of two that read a word alike the first."""
    signs: dict[OldFont, dict[str, int]] = defaultdict(dict)
    for word in words:
        if word.signs and word.signs[0][1]:
            signs[word.signs[0][0]][text[word.start : word.end]] = word.signs[0][1]
    known = {text[word.start : word.end]: bool(word.signs) for word in words}
    strange = sum(not told and _HINT.search(word) is not None for word, told in known.items())
    return {font for font, each in signs.items() if _is_sure(each, strange)}


def _is_sure(signs: Mapping[str, int], strange: int) -> bool:
    """Whether so many words speak for a way of writing beside so many that are in none."""
    told = len(signs) >= _SHARE * (len(signs) + strange) or max(signs.values()) == _ENOUGH
    return told and sum(signs.values()) >= _ENOUGH


def _with_neighbours(text: str, words: Sequence[_Told], told: list[OldFont | None]) -> Iterator[OldWord]:
    """The words, with those beside them that could be written likewise."""
    for at in (*range(1, len(words)), *range(len(words) - 2, -1, -1)):
        for beside in (at - 1, at + 1):
            if told[at] is None and 0 <= beside < len(words) and (font := told[beside]) is not None:
                first, second = words[min(at, beside)], words[max(at, beside)]
                near = text[first.end : second.start] == " "
                told[at] = font if near and any(one == font for one, _ in words[at].signs) else None
    return (OldWord(word.start, word.end, font) for word, font in zip(words, told, strict=True) if font is not None)
