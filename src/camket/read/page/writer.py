"""Lines of text while a page is walked; they go to the writer that all formats share, each with its paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from camket.grammar.expression import expression
from camket.model.document import BlockKind
from camket.model.place import InPart
from camket.read.page.table import PageCell
from camket.read.writer import CellText, Piece, Written
from camket.read.writer import Writer as Shared

# What a browser runs together. A no-break space is a character of the text and stays.
_BLANKS = expression(r"[ \t\n\r\f]+")
_NUMBER = expression(r"\d+[/-][\dA-ZĐ]")


class Writer:
    """Gathers inline text and closes it into blocks, each on lines of its own; paragraphs and cells are counted."""

    def __init__(self) -> None:
        self._shared = Shared()
        self._lines: list[list[str]] = [[]]
        self._paragraph = 0

    def add(self, text: str) -> None:
        """Inline text; a label and its value that only the page's style sets apart (`Số hiệu12/2025`) get a blank."""
        if not text:
            return
        line = self._lines[-1]
        if line and line[-1][-1:].islower() and (text[:1].isupper() or _NUMBER.match(text)):
            line.append(" ")
        line.append(text)

    @property
    def last(self) -> str:
        """The text that was added last to the line."""
        return self._lines[-1][-1] if self._lines[-1] else ""

    def break_line(self) -> None:
        """`<br>`."""
        self._lines.append([])

    def close(self, kind: BlockKind) -> None:
        """End the block; an empty line inside it makes two blocks of it."""
        group: list[str] = []
        for line in (*self._taken(), ""):
            if line:
                group.append(line)
            elif group:
                self._shared.block(kind, (self._piece("\n".join(group)),))
                group = []

    def take(self) -> str:
        """What was gathered, as one line, without making a block of it."""
        return " ".join(filter(None, self._taken()))

    def row(self, cells: Sequence[PageCell], table: int, row: int) -> None:
        """A row of a table: its cells on one line, joined by tabs."""
        written = [
            CellText(each.column, (self._piece(each.text),) if each.text else (), each.rows, each.columns, each.head)
            for each in cells
        ]
        self._shared.row(written, table, row)

    def result(self) -> Written:
        """The text, its blocks and its places."""
        return self._shared.result()

    def _piece(self, text: str) -> Piece:
        self._paragraph += 1
        return Piece(text, InPart("body", self._paragraph))

    def _taken(self) -> list[str]:
        lines, self._lines = self._lines, [[]]
        joined = (_BLANKS.sub(" ", "".join(line)).strip(" ") for line in lines)
        return [line if line.strip() else "" for line in joined]
