"""The letters of a paragraph as they are shown: in capitals, raised, or in an old font that means other letters."""

from __future__ import annotations

from itertools import groupby

from camket.read.raised import raised
from camket.read.word.old import in_unicode
from camket.read.word.styles import PLAIN, Look
from camket.read.word.symbols import without_private

_NONE: frozenset[int] = frozenset()


class Letters:
    """Gathers the letters of runs, one behind the other."""

    __slots__ = ("_capitals", "_fonts", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._fonts: dict[int, str] | None = None  # made where there is one, as most paragraphs have none
        self._capitals: frozenset[int] = _NONE

    def __bool__(self) -> bool:
        return any(self._pieces)

    @property
    def old_fonts(self) -> set[str]:
        """The old fonts of letters that are no ASCII."""
        fonts = self._fonts or {}
        return {font for place, font in fonts.items() if not self._pieces[place].isascii()}

    def add(self, text: str, look: Look) -> None:
        """The letters of a run."""
        if look is PLAIN:
            self._pieces.append(text)
            return
        if look.raised:
            text = raised(text, next((each for each in reversed(self._pieces) if each), ""))
        if look.font:
            self._fonts = self._fonts or {}
            self._fonts[len(self._pieces)] = look.font
            if look.capitals:
                self._capitals = self._capitals | {len(self._pieces)}
        elif look.capitals:
            text = text.upper()
        self._pieces.append(text)

    def text(self) -> str:
        """All of them. Runs of one old font are converted together, as VNI writes a letter and its mark apart."""
        if not self._fonts:
            return without_private("".join(self._pieces))
        fonts = self._fonts
        alike = groupby(range(len(self._pieces)), key=lambda place: (fonts.get(place), place in self._capitals))
        return without_private("".join(self._converted(list(places), fonts) for _, places in alike))

    def _converted(self, places: list[int], fonts: dict[int, str]) -> str:
        """Runs of one font, all of them in capitals or none."""
        text, font = "".join(self._pieces[place] for place in places), fonts.get(places[0])
        shown = in_unicode(text, font) if font is not None else text
        return shown.upper() if places[0] in self._capitals else shown
