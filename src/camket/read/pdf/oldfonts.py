"""Words in old Vietnamese fonts (`.VnTime`, `VNI-Times`), told by the fonts' names, in Unicode."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from camket.read.legacy import OldFont, font_of, unicode_of
from camket.read.pdf.boxes import Word

_SIGNS = re.compile(
    "[\u00a1-\u00bf\u00c6\u00d0\u00d6-\u00d8\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb-\u00ff]"
)
"""Letters of Latin-1 that Vietnamese in Unicode does not have."""
_EVERY = 12


def in_unicode(words: Sequence[Word], font: Callable[[int], str]) -> tuple[list[Word], str | None]:
    """The words with those of old fonts converted, and how these were written; as they are where there are none.

    Args:
        words: the words of a page.
        font: tells the font of a letter by its number. It is asked of a few words first: most pages have no old font.
    """
    looked_at = [word for at, word in enumerate(words) if at % _EVERY == 0 or _SIGNS.search(word.text)]
    if not any(font_of(font(word.order)) for word in looked_at):
        return list(words), None
    known: dict[str, OldFont | None] = {}
    made: list[Word] = []
    writing: str | None = None
    for word in words:
        name = font(word.order)
        if name not in known:
            known[name] = font_of(name)
        old = known[name]
        text = unicode_of(word.text, old).text if old is not None else word.text
        if old is not None and text != word.text:
            writing = writing or old.writing
        made.append(word._replace(text=text) if text != word.text else word)
    return made, writing
