"""Words in old Vietnamese fonts (`.VnTime`, `VNI-Times`), told by the fonts' names, in Unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from camket.grammar.expression import expression
from camket.grammar.syllable import is_syllable
from camket.read.legacy import OldFont, evidence, font_of, unicode_of
from camket.read.pdf.boxes import Word

_SIGNS = expression(
    "[\u00a1-\u00bf\u00c6\u00d0\u00d6-\u00d8\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb-\u00ff]"
)
"""Letters of Latin-1 that Vietnamese in Unicode does not have."""
_EVERY = 12
_OWN = expression("[\u0102\u0103\u0110\u0111\u01a0-\u01b0\u1ea0-\u1ef9]")
"""Letters that only Vietnamese in Unicode has."""
_LATIN = expression("[\u00a1-\u00ff]")
_ENOUGH = 20
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_DASH_IN_WORD = expression(r"(?<=[^\W\d_])-(?=[^\s\d])|[\u0002\ufffe]")
_AROUND = ".,;:!?()[]\"'"


def in_unicode(words: Sequence[Word], font: Callable[[int], str]) -> tuple[list[Word], str | None]:
    """The words with those of old fonts converted, and how these were written; as they are where there are none.

    Args:
        words: the words of a page.
        font: tells the font of a letter by its number. It is asked of a few words first: most pages have no old font.
    """
    looked_at = [word for at, word in enumerate(words) if at % _EVERY == 0 or _SIGNS.search(word.text)]
    if not any(font_of(font(word.order)) for word in looked_at):
        return _by_words(words)
    known: dict[str, OldFont | None] = {}
    made: list[Word] = []
    writing: str | None = None
    for word in words:
        name = font(word.order)
        if name not in known:
            known[name] = font_of(name)
        old = known[name]
        text = _converted(word.text, old) if old is not None else word.text
        if old is not None and text != word.text:
            writing = writing or old.writing
        made.append(replace(word, text=text) if text != word.text else word)
    return made, writing


def _by_words(words: Sequence[Word]) -> tuple[list[Word], str | None]:
    """The same where the fonts have names that say nothing: old letters are told by the words that they make."""
    text = " ".join([word.text for word in words])
    if _OWN.search(text) or len(_LATIN.findall(text)) < _ENOUGH:
        return list(words), None
    found = evidence(_DASH_IN_WORD.sub("\u00ad", text))
    if found is None or not found.sure:
        return list(words), None
    made = [replace(word, text=_converted(word.text, found.font)) for word in words]
    return made, found.font.writing


def _converted(text: str, old: OldFont) -> str:
    """A word in Unicode. The code of `ư` in TCVN3 is a hyphen to PDF: it is `ư` where that makes a syllable."""
    text = text.translate(_HYPHENS)
    if "-" in text:
        bare = text.strip(_AROUND)
        meant = unicode_of(bare.replace("-", "\u00ad"), old).text
        if meant.isalpha() and is_syllable(unicodedata.normalize("NFC", meant).lower()):
            text = text.replace(bare, bare.replace("-", "\u00ad"))
    return unicode_of(text, old).text
