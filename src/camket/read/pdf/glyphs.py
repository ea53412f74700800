"""Letters that a font does not tell.

Some programs embed fonts without saying which letter each glyph is. PDFium then gives the number of the glyph, as if it
were the code of a letter: `Thjnh` for `Thành`, `hӗ sơ` for `hồ sơ`. In the Times New Roman of Windows, in which papers
are written, the first glyphs stand in the order of the old Macintosh, and those of Vietnamese in their own order. It is
so here if the words that come out are Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from msgspec.structs import replace

from camket.grammar.expression import expression
from camket.grammar.syllable import is_syllable
from camket.read.pdf.boxes import Word

_MACINTOSH, _VIETNAMESE, _LAST_VIETNAMESE = 98, 1188, 1186
_GLYPHS = {
    _MACINTOSH + at: letter
    for at, letter in enumerate(bytes(range(0x80, 0x100)).decode("mac_roman"))
    if letter.isalpha()
}
_GLYPHS |= {_VIETNAMESE + code - 0x1EA0: chr(code) for code in range(0x1EA0, 0x1EF2)}
_GLYPHS |= {_LAST_VIETNAMESE + code - 0x1EA0: chr(code) for code in range(0x1EF4, 0x1EFA)}
"""The letter of a glyph's number; `Ỳ` and `ỳ` stand with the letters of other languages."""
_SEEN = expression("[" + "".join(chr(number) for number in _GLYPHS if number >= _LAST_VIETNAMESE) + "]")
"""Letters of Cyrillic that no Vietnamese paper has."""
_LETTERS = expression(r"[^\W\d_]+")
_SURE = 0.8


def told_by_glyphs(words: Sequence[Word], is_untold: Callable[[int], bool]) -> list[Word] | None:
    """The words of a page with such letters as they are meant; None where it has none, or where no words come out.

    Args:
        words: the words of a page.
        is_untold: tells of a letter, by its number, whether its font does not say which it is.
    """
    if not any(_SEEN.search(word.text) for word in words):
        return None
    made = [replace(word, text=said) if (said := _meant(word, is_untold)) != word.text else word for word in words]
    changed = [new.text for old, new in zip(words, made, strict=True) if new is not old]
    runs = list(chain.from_iterable(_LETTERS.findall(text.lower()) for text in changed))
    return made if runs and sum(map(is_syllable, runs)) >= _SURE * len(runs) else None


def _meant(word: Word, is_untold: Callable[[int], bool]) -> str:
    return "".join(
        _GLYPHS.get(ord(letter), letter) if is_untold(word.order + at) else letter
        for at, letter in enumerate(word.text)
    )
