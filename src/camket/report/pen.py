"""What writes text for a terminal: in one language, in lines of one width, with colours or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from camket.model.message import message
from camket.report.layout import Cell, Painter, plain, shown_width, table, wrap
from camket.report.view import Tile, Tone
from camket.words import Language, say, term

_COLOURS: dict[Tone, str] = {"good": "32", "fair": "36", "warn": "33", "bad": "31", "quiet": "2"}
_BETWEEN = " · "
INDENT = "  "


def coloured(text: str, tone: Tone | None) -> str:
    """The painter for a terminal."""
    return f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if tone and text.strip() else text


class Pen:
    """Writes in one language, in lines of one width, with colours or without."""

    def __init__(self, language: Language, width: int, *, colour: bool) -> None:
        self.language = language
        self.width = width
        self.paint: Painter = coloured if colour else plain
        self._colour = colour

    def term(self, code: str, **params: object) -> str:
        """A word or a sentence of the screens."""
        return say(message(code, **params), self.language) if params else term(code, self.language)

    def strong(self, text: str) -> str:
        """A text that stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self._colour else text

    def heading(self, text: str) -> Iterator[str]:
        """An empty line and a title."""
        yield ""
        yield from map(self.strong, wrap(text, self.width))

    def table(self, codes: Iterable[str], rows: list[list[Cell]], *, ruled: bool = True) -> list[str]:
        """A table; `codes` are those of its columns. Without a rule its head is dim."""
        return table([self.term(code) for code in codes], rows, self.width, self.paint, ruled=ruled)

    def tiles(self, tiles: Iterable[Tile]) -> Iterator[str]:
        """Counts, as many on a line as have room."""
        return self.row([(f"{tile.label}: {tile.count}", tile.tone) for tile in tiles])

    def row(self, pieces: Sequence[tuple[str, Tone | None]], *, strong: bool = False) -> Iterator[str]:
        """Short texts one after another, each whole on its line; the first stands out where asked for."""
        line, taken = "", 0
        for number, (text, tone) in enumerate(pieces):
            room = shown_width(text) + len(_BETWEEN)
            if line and taken + room > self.width:
                yield line
                line, taken = "", 0
            shown = self.strong(text) if strong and number == 0 else self.paint(text, tone)
            line, taken = f"{line}{_BETWEEN}{shown}" if line else shown, taken + room
        yield from filter(None, [line])

    def indented(self, text: str, mark: str = INDENT, tone: Tone | None = None) -> Iterator[str]:
        """A text in lines that stand in from the edge, the first after a mark."""
        for number, line in enumerate(wrap(text, self.width - 4)):
            yield INDENT + (mark if number == 0 else INDENT) + self.paint(line, tone)
