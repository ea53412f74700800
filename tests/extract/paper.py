"""Papers with tables for tests, as a reader of files delivers them.

A table is drawn with bars; `<` is joined to the cell on its left, `^` to the cell above.
"""

from __future__ import annotations

from camket.model.document import Document, DocumentKind, Head
from camket.model.fact import Figure
from camket.read.writer import CellText, Piece, Writer


def drawn(drawing: str) -> list[list[str]]:
    """The cells of a drawing by row."""
    return [[cell.strip() for cell in line.split("|")] for line in drawing.strip("\n").split("\n")]


def paper(*parts: str, day: str = "2025-12-10", kind: DocumentKind = "report", area: str = "Hà Nam") -> Document:
    """A paper of paragraphs and drawn tables (those with a bar in them), in order."""
    writer = Writer()
    tables = 0
    for part in parts:
        if "|" in part:
            _write(writer, drawn(part), tables)
            tables += 1
        else:
            for line in part.strip("\n").split("\n"):
                writer.block("paragraph", [Piece(line)])
    written = writer.result()
    head = Head(published=day, type=kind, area=area)
    return Document(id="paper", text=written.text, sha256="", text_sha256="", head=head, blocks=written.blocks)


def _write(writer: Writer, rows: list[list[str]], table: int) -> None:
    for at, row in enumerate(rows):
        cells = [
            CellText(place, [Piece(text)], _down(rows, at, place), _across(row, place))
            for place, text in enumerate(row)
            if text not in ("<", "^")
        ]
        writer.row(cells, table, at)


def _across(row: list[str], place: int) -> int:
    width = 1
    while place + width < len(row) and row[place + width] == "<":
        width += 1
    return width


def _down(rows: list[list[str]], at: int, place: int) -> int:
    height = 1
    while at + height < len(rows) and place < len(rows[at + height]) and rows[at + height][place] == "^":
        height += 1
    return height


def short(one: Figure) -> str:
    """A figure in one line: cell, indicator, value and unit, measure, role, period, area."""
    value = f"{one.value:f}" if one.value_high is None else f"{one.value:f}..{one.value_high:f}"
    value = value.rstrip("0").rstrip(".") if "." in value and ".." not in value else value
    sign = "" if one.comparator in ("eq", "range") else f"{one.comparator} "
    area = "" if one.area in (None, "Hà Nam") else f" in {one.area}"
    return f"{one.quote} | {one.indicator} {sign}{value} {one.unit} {one.measure} {one.role} {one.period}{area}"
