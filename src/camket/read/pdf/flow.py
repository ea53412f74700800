"""From the pages of a paper to its parts in the order of reading: paragraphs, tables, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from camket.model.document import Aside, AsideKind
from camket.model.place import OnPage
from camket.read.pdf.boxes import Segment, TableBox
from camket.read.pdf.columns import Column, in_order
from camket.read.pdf.notes import SMALLER, body_size, footnotes, unbroken
from camket.read.pdf.page import Sheet
from camket.read.pdf.paragraphs import Line
from camket.read.pdf.running import Edge, running
from camket.read.pdf.running import Sheet as Edged

_FEWEST_LINES, _MOST_FULL = 8, 0.5
_FULL, _LEAST_FULL, _NARROWEST = 1.5, 3, 0.45
_MARGINS = 1.35
"""The right margin is at most that part of the left one."""


class PageTable(NamedTuple):
    """A table, the page that it stands on, and whether it stands in a cell of the one before it."""

    table: TableBox
    page: int
    nested: bool = False


Part = Line | PageTable


class Flow(NamedTuple):
    """Lines and tables of each page in order, the lines of each footnote, and what was set aside of all."""

    pages: list[list[Part]]
    notes: list[list[Line]]
    asides: list[Aside]


def flow(sheets: Sequence[Sheet]) -> Flow:
    """The parts of all pages; running heads, feet and page numbers become asides, once each."""
    aside = _set_aside(sheets)
    size = body_size(each for sheet in sheets for each in sheet.segments)
    notes: list[list[Line]] = []
    ordered: list[tuple[Sheet, list[Column]]] = []
    for sheet in sheets:
        below = footnotes(sheet.segments, size)
        notes.extend([Line(each, each.text, sheet.number, 0.0, sheet.width) for each in lines] for lines in below)
        start = min((each.top for lines in below for each in lines), default=sheet.height)
        sheet.segments = [each for each in sheet.segments if each.top < start]
        ordered.append((sheet, in_order([*sheet.segments, *sheet.tables])))
    edges = _edges(ordered)
    count = iter(range(1_000_000_000))
    pages = [list(_parts(sheet, columns, edges, count)) for sheet, columns in ordered]
    return Flow(pages, notes, aside)


def _set_aside(sheets: Sequence[Sheet]) -> list[Aside]:
    """Takes running heads, feet, numbers and stamps off the pages."""
    found = running([Edged(sheet.number, sheet.height, sheet.segments, bool(sheet.tables)) for sheet in sheets])
    noted = _noted(sheets, {id(each) for edge in found for each in edge.segments})
    found = [edge for edge in found if not (_has_letters(edge) and any(id(each) in noted for each in edge.segments))]
    gone = {id(each) for edge in found for each in edge.segments}
    asides: list[Aside] = []
    said: set[str] = set()
    for edge in found:
        bare = "".join(letter for letter in edge.text if not letter.isdigit())
        if bare not in said:
            said.add(bare)
            asides.append(_aside("header" if edge.above else "footer", edge.segments, edge.page))
    for sheet in sheets:
        sheet.segments = [each for each in sheet.segments if id(each) not in gone]
        asides.extend(_aside("comment", [each], sheet.number) for each in (*sheet.stamps, *sheet.beside))
    return asides


def _noted(sheets: Sequence[Sheet], running: set[int]) -> set[int]:
    """The lines of footnotes, those too that were taken for running feet: smaller than the text, as notes are."""
    size = body_size(each for sheet in sheets for each in sheet.segments)
    found: set[int] = set()
    for sheet in sheets:
        lines = [each for each in sheet.segments if id(each) not in running or each.size < SMALLER * size]
        found.update(id(each) for note in footnotes(lines, size) for each in unbroken(note))
    return found


def _has_letters(edge: Edge) -> bool:
    return any(map(str.isalpha, edge.text))


def _aside(kind: AsideKind, segments: Sequence[Segment], page: int) -> Aside:
    box = OnPage(
        page,
        round(min(each.left for each in segments), 2),
        round(min(each.top for each in segments), 2),
        round(max(each.right for each in segments), 2),
        round(max(each.bottom for each in segments), 2),
    )
    return Aside(kind=kind, text=" ".join(each.text for each in segments), at=box)


def _edges(ordered: Iterable[tuple[Sheet, list[Column]]]) -> dict[int, tuple[float, float]]:
    """The edges of running text by the width of the page: pages of one width have them in common."""
    pages: dict[int, list[list[Segment]]] = {}
    for sheet, columns in ordered:
        lines = [item for column in columns if not column.beside for item in column.items if isinstance(item, Segment)]
        if lines:
            pages.setdefault(round(sheet.width), []).append(lines)
    return {width: _edges_of(width, lines) for width, lines in pages.items()}


def _edges_of(width: int, pages: list[list[Segment]]) -> tuple[float, float]:
    """The edges that most pages keep; a single page may have one line that stands out."""
    left = sorted(min(line.left for line in lines) for lines in pages)[len(pages) // 3]
    rights = sorted((max(line.right for line in lines) for lines in pages), reverse=True)
    right = rights[len(pages) // 3]
    full = sum(line.right > right - _FULL * line.size for lines in pages for line in lines)
    # Without some full, long lines nothing tells the right edge but the usual margins of a page.
    told = full >= _LEAST_FULL and right - left > _NARROWEST * width
    return left, right if told else max(right, width - _MARGINS * left)


def _parts(
    sheet: Sheet, columns: Sequence[Column], edges: dict[int, tuple[float, float]], count: Iterator[int]
) -> Iterator[Part]:
    left, right = edges.get(round(sheet.width), (0.0, sheet.width))
    for column in columns:
        number = next(count)
        begin, end = (column.left, column.right) if column.beside else (left, right)
        beside = column.beside and not _is_running_text(column)
        for item in column.items:
            if isinstance(item, TableBox):
                yield from _with_inner(item, sheet.number)
            else:
                yield Line(item, item.text, sheet.number, begin, end, number, beside)


def _with_inner(table: TableBox, page: int, *, nested: bool = False) -> Iterator[PageTable]:
    """A table, behind it those in its cells."""
    yield PageTable(table, page, nested)
    for inner in table.inner:
        yield from _with_inner(inner, page, nested=True)


def _is_running_text(column: Column) -> bool:
    """Whether a column is one of a newspaper: many lines, most of which fill it."""
    lines = [item for item in column.items if isinstance(item, Segment)]
    if len(lines) < _FEWEST_LINES:
        return False
    full = sum(line.right > column.right - line.size and line.left < column.left + line.size for line in lines)
    return full > _MOST_FULL * len(lines)
