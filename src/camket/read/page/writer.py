"""Lines of text and their blocks, while a page is walked."""

from __future__ import annotations

import re

from camket.model.document import Block, BlockKind
from camket.read.page.table import Cell

# What a browser runs together. A no-break space is a character of the text and stays.
_BLANKS = re.compile(r"[ \t\n\r\f]+")


class Writer:
    """Gathers inline text and closes it into blocks, each on lines of its own."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._lines: list[list[str]] = [[]]

    def add(self, text: str) -> None:
        """Inline text."""
        self._lines[-1].append(text)

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
                self._emit("\n".join(group), kind)
                group = []

    def take(self) -> str:
        """What was gathered, as one line, without making a block of it."""
        return " ".join(filter(None, self._taken()))

    def row(self, cells: list[Cell], table: int, row: int) -> None:
        """A row of a table: its cells on one line, joined by tabs."""
        if not any(cell.text for cell in cells):
            return
        for place, (column, text, rows, columns, head) in enumerate(cells):
            if place:
                self._put("\t")
            if text:
                block = Block(
                    start=self._length, end=self._length + len(text), kind="table_cell", table=table, row=row,
                    column=column, rows=rows, columns=columns, head=head,
                )  # fmt: skip
                self._blocks.append(block)
                self._put(text)
        self._put("\n")

    def result(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        return "".join(self._pieces), tuple(self._blocks)

    def _taken(self) -> list[str]:
        lines, self._lines = self._lines, [[]]
        joined = (_BLANKS.sub(" ", "".join(line)).strip(" ") for line in lines)
        return [line if line.strip() else "" for line in joined]

    def _emit(self, text: str, kind: BlockKind) -> None:
        self._blocks.append(Block(start=self._length, end=self._length + len(text), kind=kind))
        self._put(text)
        self._put("\n")

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
