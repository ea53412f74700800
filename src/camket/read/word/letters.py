"""The letters of a paragraph as they are shown: in capitals, raised, or in an old font that means other letters."""

from __future__ import annotations

from itertools import groupby

from camket.read.word.old import in_unicode, is_old
from camket.read.word.styles import Look
from camket.read.word.symbols import without_private

_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


class Letters:
    """Gathers the letters of runs, one behind the other."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._fonts: dict[int, str] = {}

    def __bool__(self) -> bool:
        return any(self._pieces)

    def add(self, text: str, look: Look) -> None:
        """The letters of a run.

        A raised number behind a digit or a sign is an exponent or the mark of a note typed by hand, and stays apart
        from what it stands behind (`10⁶`, `6,9%¹`); behind a letter it is part of a unit (`km2`).
        """
        if look.raised and text.strip().isdigit() and not self._end_in_letter():
            text = text.translate(_RAISED)
        if look.font is not None and is_old(look.font):
            self._fonts[len(self._pieces)] = look.font
        elif look.capitals:
            text = text.upper()
        self._pieces.append(text)

    def text(self) -> str:
        """All of them."""
        if not self._fonts:
            text = "".join(self._pieces)
        else:
            numbered = groupby(range(len(self._pieces)), key=self._fonts.get)
            text = "".join(in_unicode("".join(self._pieces[n] for n in group), font) for font, group in numbered)
        return without_private(text)

    def _end_in_letter(self) -> bool:
        last = next((each for each in reversed(self._pieces) if each), "")
        return not last or last[-1].isalpha()
