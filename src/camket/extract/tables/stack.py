"""Tables of which each cell came out as a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from camket.extract.tables.bilingual import is_bilingual, without_english
from camket.extract.tables.cell import Cell, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, OF_A_YEAR, Grid, Line, is_fixed, is_index, is_name
from camket.extract.tables.line_grid import grid_of
from camket.extract.tables.line_rows import MOST_COLUMNS, Shape, is_name_of_row, line_of, rows_from
from camket.extract.tables.nameless import find_nameless, find_of_years, heads
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_LINE = expression(r"[^\n]+")
_ENOUGH, _ENOUGH_UNHEADED = 2, 3
"""Lines of nothing but a number, and full rows without a head, that may make a table."""
_FENCED = 0.9
"""The share of values with blank lines around from which on a single break does not end a cell."""
_FIRST_NUMBERS = frozenset(("1", "01", "i", "a"))
_VALUE_LINE = expression(
    r"\n *(?:(?:trên|dưới|khoảng|tăng|giảm) |[-+<>≥≤~])? ?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?(?: ?%)?[ |]*(?=\n)"
)
"""A line that is no more than a number: each such table has some."""


def find_stacks(reading: Reading, start: int, end: int) -> list[Grid]:
    """All such tables of a range, known by lines that are nothing but heads of columns, or but units under names."""
    low = reading.low
    if (
        low.count("\n", start, end) < _ENOUGH
        or len(list(islice(_VALUE_LINE.finditer(low, max(0, start - 1), end), _ENOUGH))) < _ENOUGH
    ):
        return []
    cells = [cell for line in lines_of(low, start, end) if (cell := _unbarred(line)).low]
    cells = _explained(_whole_cells(low, cells))
    if is_bilingual(reading, start, end):
        cells = without_english(cells)
    found: list[Grid] = []
    place = 0
    while place < len(cells):
        grid, after = (
            _stack(low, cells, place)
            or _unheaded(low, cells, place)
            or find_nameless(reading, cells, place)
            or find_of_years(reading, cells, place, found[-1] if found else None)
            or (None, place + 1)
        )
        if grid is not None:
            found.append(grid)
        place = after
    return found


def lines_of(low: str, first: int, last: int) -> Iterator[Cell]:
    """The lines of a range as cells without the blanks at their edges."""
    for line in _LINE.finditer(low, first, last):
        start, end = line.span()
        while start < end and low[start] == " ":
            start += 1
        while end > start and low[end - 1] == " ":
            end -= 1
        yield Cell(start, end, low[start:end])


def _whole_cells(low: str, cells: list[Cell]) -> list[Cell]:
    """The cells, those joined that a break parted, where blank lines part almost all values from what is around."""
    near = [low.count("\n", one.end, other.start) for one, other in pairwise(cells)]
    values = [cell.low[-1] in "%0123456789" and not any(map(str.isalpha, cell.low)) for cell in cells]
    beside = [gap for gap, pair in zip(near, pairwise(values), strict=True) if any(pair)]
    if not beside or sum(gap > 1 for gap in beside) < _FENCED * len(beside):
        return cells
    kept: list[Cell] = []
    for at, cell in enumerate(cells):
        parted = not at or near[at - 1] > 1 or values[at] or values[at - 1]
        if parted or is_fixed(kept[-1].low) or NUMBERING.fullmatch(kept[-1].low):
            kept.append(cell)
        else:
            gap = "" if cell.low.startswith("/") else " "
            kept[-1] = Cell(kept[-1].start, cell.end, f"{kept[-1].low}{gap}{cell.low}")
    return kept


_TOLD = expression(r"\((?:còn|tăng|giảm|bằng|đạt|tương đương|vượt) [^()]{1,40}\)")


def _explained(cells: list[Cell]) -> list[Cell]:
    """The lines, one that only explains the value above it joined to that: `0,7%` over `(còn 4,3%)`."""
    kept: list[Cell] = []
    for cell in cells:
        if kept and cell.low.startswith("(") and _TOLD.fullmatch(cell.low) and value_of(kept[-1].low) is not None:
            kept[-1] = Cell(kept[-1].start, cell.end, f"{kept[-1].low} {cell.low}")
        else:
            kept.append(cell)
    return kept


def _unbarred(line: Cell) -> Cell:
    """A line without the bar that copies put after each cell."""
    low = line.low.removesuffix("|").rstrip()
    return line if len(low) == len(line.low) or "|" in low else Cell(line.start, line.start + len(low), low)


def _stack(low: str, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table whose column of units, or of names where it has none, is headed by the line at `place`; its end."""
    words = table_words()
    text = cells[place].low
    if text not in words.unit and not _names_rows(text):
        return None
    if text not in words.unit and place + 1 < len(cells) and is_name(cells[place + 1].low):
        return None  # a title that begins as a name: `Mục tiêu phát triển` over `Chỉ tiêu`
    first = place
    while first > 0 and place - first < 2 and is_fixed(cells[first - 1].low):
        if is_name(cells[first].low) and is_name(cells[first - 1].low):
            break  # so does a title above one
        first -= 1
    after = place + 1
    while after < len(cells) and after - first < MOST_COLUMNS and heads(cells[after].low) and not _names(cells, after):
        after += 1
    if after == place + 1 and text in words.unit and cells[first].low in words.number:
        after = _before_first_number(cells, after)
    if after == place + 1 or not any(_names_rows(cell.low) for cell in cells[first : place + 1]):
        return None
    over_value = text not in words.unit and after < len(cells) and value_of(cells[after].low) is not None
    if over_value and (first == place or cells[after - 1].low in words.total):
        after -= not OF_A_YEAR.fullmatch(cells[after - 1].low)  # what stands right over a value is the name of its row
    if after == place + 1:
        return None
    head = cells[first:after]
    shape = Shape(head[0].low in words.number, any(cell.low in words.unit for cell in head))
    return grid_of(low, cells, _after_index(cells, after), shape, head)


def _before_first_number(cells: list[Cell], after: int) -> int:
    """The line of the first number of a row where only one line of words stands before it, else `after`."""
    if after + 1 >= len(cells) or not is_name_of_row(cells[after].low) or unit_of(cells[after].low) is not None:
        return after
    return after + 1 if cells[after + 1].low.strip("().") in _FIRST_NUMBERS else after


def _after_index(cells: list[Cell], place: int) -> int:
    """The line after the row that numbers the columns, where one stands there: `A B 1 2 3=2/1`, a cell a line."""
    after = place
    while after < len(cells) and is_index(line_of([cells[after], cells[after]])):
        after += 1
    numbers = [cell.low.strip("()") for cell in cells[place:after]]
    if "1" not in numbers or "2" not in numbers[numbers.index("1") :]:
        return place
    if after < len(cells) and after - place > 2 and numbers[-1] == "1" and is_name_of_row(cells[after].low):
        return after - 1  # the number of the first row
    return after


def _unheaded(low: str, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table without a head whose first row is a number, a name, a unit and a value, or the same without number."""
    for names in (("tt", "chỉ tiêu", "đơn vị", ""), ("chỉ tiêu", "đơn vị", "")):
        unit = place + len(names) - 2
        if unit + 1 < len(cells) and unit_of(cells[unit].low) and value_of(cells[unit + 1].low):
            at = cells[place].start
            shape = Shape(numbered=names[0] == "tt", measured=True, values=1)
            rows, end = rows_from(low, cells, place, shape)
            enough = sum(row.mode == "\n" for row in rows) >= _ENOUGH_UNHEADED
            head = line_of([Cell(at, at, text) for text in names])
            return (Grid((), tuple(_padded(row, head) for row in rows), "\n"), end) if enough else None
    return None


def _padded(row: Line, head: Line) -> Line:
    return row if len(row.cells) <= len(head.cells) else row._replace(cells=row.cells[: len(head.cells)])


def _names_rows(text: str) -> bool:
    return is_name(text) or text in table_words().place | table_words().time


def _names(cells: list[Cell], at: int) -> bool:
    """Whether a line that could head a column names the first row: a unit and a value follow; `Xếp hạng` is none."""
    if at + 1 < len(cells) and cells[at + 1].low.startswith("xếp"):
        return False
    return at + 2 < len(cells) and unit_of(cells[at + 1].low) is not None and value_of(cells[at + 2].low) is not None
