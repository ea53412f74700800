"""Tables whose columns one blank parts, a row a line: `2 Thu ngân sách tỷ đồng 12.000 12.500`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from camket.extract.tables.cell import Cell, unit_of
from camket.extract.tables.grid import ENOUGH, NUMBERING, Grid, Line, split
from camket.extract.tables.words import any_of, scenarios, table_words
from camket.grammar.engine import Reading

_LINE = re.compile(r"[^\n]+")
_VALUE = r"(?:[-+]?\d[\d.,]*(?: ?%)?|[-–…]|đạt|vượt|không đạt)"
_VALUES = re.compile(rf"(?: {_VALUE})+$")
_EACH = re.compile(rf"(?<= ){_VALUE}(?= |$)")
_LONGEST, _LONGEST_GROUP, _LONGEST_UNIT = 140, 80, 4
_YEARS = re.compile(r"(?:[^\d\n]{0,24}(?:19|20)\d\d(?:-20\d\d)?)+")
_NOUNS = frozenset(("count", "person", "household"))
"""Units that are nouns, which may as well end a name: `thu từ xuất nhập khẩu`."""
_SAYS = re.compile(
    r"(?<!\w)(?:đạt|tăng|giảm|còn|là|ước|khoảng|hơn|trên|gần|dưới|với|có|của|năm|tháng|quý|ngày|(?<!dân )số|thứ|điều"
    r"|khoản|và|từ|đến|khóa|kỳ|kèm theo|lần|trang|điện thoại|fax)$|[.;!?]|, $"
)
"""Words before a number that make a line a sentence, a date or an address, not a row."""


_ONLY_COMPARES = re.compile(r"(?:so sánh|tỷ lệ|tốc độ|so với|% ?)(?: \(?%\)?)? ")


class _Row(NamedTuple):
    """The cells of a line; `unit` and `number` may be None."""

    number: Cell | None
    name: Cell
    unit: Cell | None
    values: tuple[Cell, ...]

    @property
    def shape(self) -> tuple[int, bool]:
        """Rows of one table have as many values each, and all or none a unit."""
        return len(self.values), self.unit is not None


class _Told(NamedTuple):
    """What a head tells of the rows below: how many values each has (0: any), and whether a column of units is named.

    Where one is (`counted`), a noun before the values may be a unit (`người`, `xã`).
    """

    values: int = 0
    counted: bool = False

    @classmethod
    def by(cls, low: str, head: re.Match[str] | None) -> _Told:
        """What the names of columns tell, if a line names any."""
        if head is None:
            return cls()
        return cls(len(_pieces(low, head.end(), head.endpos)), head["unit"] is not None)


def find_squeezed(reading: Reading, start: int, end: int) -> list[Grid]:
    """All tables of a range with rows like these, each with the line right above where it names their columns."""
    low = reading.low
    if sum(line.removesuffix("%")[-1:].isdecimal() for line in low[start:end].split("\n")) < ENOUGH:
        return []
    lines = [found.span() for found in _LINE.finditer(low, start, end)]
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        above = _head_above(low, lines, at)
        rows, after = _rows(reading, lines, at, _Told.by(low, above))
        if sum(isinstance(row, _Row) for row in rows) >= ENOUGH:
            found.append(_grid(reading, above, rows))
        at = max(after, at + 1)
    return found


def _head_above(low: str, lines: list[tuple[int, int]], at: int) -> re.Match[str] | None:
    """The names of columns in the line above a row, or above the head of the group that it stands in."""
    for place in range(at - 1, max(-1, at - 3), -1):
        begun = _names().match(low, *lines[place])
        if begun is not None or not _is_group(low, *lines[place]):
            return begun
    return None


def _rows(reading: Reading, lines: list[tuple[int, int]], at: int, told: _Told) -> tuple[list[_Row | Line], int]:
    """The rows of one shape from a line on, with the heads of groups between them, and the line after the last."""
    rows: list[_Row | Line] = []
    shape, kept, after = None, 0, at
    for place in range(at, len(lines)):
        row = _row(reading, *lines[place], told)
        if row is not None and shape in (None, row.shape):
            rows.append(row)
            shape, kept, after = row.shape, len(rows), place + 1
        elif row is None and rows and isinstance(rows[-1], _Row) and _is_group(reading.low, *lines[place]):
            start, end = lines[place]
            rows.append(Line(start, end, (Cell(start, end, reading.low[start:end]),), "", start))
        else:
            break
    return rows[:kept], after


def _is_group(low: str, start: int, end: int) -> bool:
    """Whether a line can head a group of rows: short, numbered, without a value or a stop; or `Trong đó:`."""
    text = low[start:end].strip()
    if text in table_words().announcing:
        return True
    number, _, name = text.partition(" ")
    return len(text) <= _LONGEST_GROUP and NUMBERING.fullmatch(number) is not None and name[-1:].isalpha()


def _row(reading: Reading, start: int, end: int, told: _Told) -> _Row | None:
    """A line as a row; None where it is no row, or other signs part its cells."""
    low = reading.low
    while end > start and low[end - 1] == " ":
        end -= 1
    while start < end and low[start] == " ":
        start += 1
    last = _VALUES.search(low, start, end) if end - start <= _LONGEST else None
    if last is None or split(reading, start, end).mode or _is_head(low, start, end):
        return None
    values = tuple(Cell(one.start(), one.end(), one[0]) for one in _EACH.finditer(low, last.start(), end))
    values = values[-told.values :]  # of more numbers the first end the name: `đường gom Quốc lộ 1`
    if not any(value.low[-1].isdigit() or value.low.endswith("%") for value in values):
        return None
    return _named(low, start, values[0].start - 1, values, counted=told.counted)


def _is_head(low: str, start: int, end: int) -> bool:
    """Whether a line that ends in years names the columns of the rows below it: `Chỉ tiêu Đơn vị 2025 2030`."""
    begun = _names().match(low, start, end)
    return begun is not None and _YEARS.fullmatch(low, begun.end(), end) is not None


def _named(low: str, start: int, end: int, values: tuple[Cell, ...], *, counted: bool) -> _Row | None:
    """The number, name and unit before the values."""
    number, _, rest = low[start:end].partition(" ")
    cell = Cell(start, start + len(number), number) if rest and NUMBERING.fullmatch(number) else None
    begin = start if cell is None else end - len(rest)
    words = low[begin:end].split(" ")
    for count in range(min(_LONGEST_UNIT, len(words) - 1), 0, -1):
        text = " ".join(words[-count:])
        unit = unit_of(text)
        if unit is not None and (counted or unit.base not in _NOUNS):
            break
    else:
        count, text = 0, ""
    stop = end - len(text) - 1 if count else end
    name = low[begin:stop].rstrip(" :")
    if sum(map(str.isalpha, name)) < len("abc") or _SAYS.search(name):
        return None
    measure = Cell(end - len(text), end, text) if count else None
    return _Row(cell, Cell(begin, begin + len(name), name), measure, values)


def _grid(reading: Reading, above: re.Match[str] | None, rows: list[_Row | Line]) -> Grid:
    told = [row for row in rows if isinstance(row, _Row)]
    numbered = any(row.number is not None for row in told)
    lines = tuple(row if isinstance(row, Line) else _line(row, numbered=numbered) for row in rows)
    head = _head(reading.low, above, told[0].shape, numbered=numbered) if above is not None else None
    return Grid((head,) if head is not None else (), lines, "  ")


def _line(row: _Row, *, numbered: bool) -> Line:
    start = (row.number or row.name).start
    number = (row.number or Cell(start, start, ""),) if numbered else ()
    unit = (row.unit,) if row.unit is not None else ()
    return Line(start, row.values[-1].end, (*number, row.name, *unit, *row.values), "  ", start)


def _head(low: str, begin: re.Match[str], shape: tuple[int, bool], *, numbered: bool) -> Line | None:
    """The line above as the heads of the columns; None where it does not name as many."""
    start, end = begin.start(), begin.endpos
    pieces = _pieces(low, begin.end(), end)
    values, with_unit = shape
    if len(pieces) != values or with_unit != (begin["unit"] is not None):
        return None
    number = begin["number"] or ""
    first = (Cell(start, start + len(number), number),) if numbered else ()
    names = [Cell(*begin.span(group), begin[group]) for group in ("name", "unit") if begin[group]]
    return Line(start, end, (*first, *names, *pieces), "  ", start)


@cache
def _names() -> re.Pattern[str]:
    """The heads of the number, the name and the unit."""
    words = table_words()
    return re.compile(
        rf"\s*(?:(?P<number>{any_of(words.number)}) )?(?P<name>{any_of(words.name)}(?: (?:chủ yếu|kinh tế|chính))?) "
        rf"(?:(?P<unit>{any_of(words.unit)}) )?"
    )


def _pieces(low: str, start: int, end: int) -> list[Cell]:
    """The heads of columns of values: each begins with a role, a comparison or, after another time, a time."""
    cuts: list[int] = []
    compares = timed = False
    for found in _starts().finditer(low, start, end):
        compared, year = found["compared"] is not None, found["year"] is not None
        opened = bool(cuts) and _ONLY_COMPARES.fullmatch(low, cuts[-1], found.start()) is not None
        if opened or (cuts and not compared and ((compares and not timed) or (year and not timed))):
            timed = timed or year
            continue
        cuts.append(found.start())
        compares, timed = compared, year
    if not cuts or low[start : cuts[0]].strip():
        return []
    edges = [*cuts, end]
    return [
        Cell(first, first + len(text), text) for first, last in pairwise(edges) if (text := low[first:last].strip())
    ]


@cache
def _starts() -> re.Pattern[str]:
    words = table_words()
    roles = any_of(word for word in words.roles if word not in words.name and word != "giao")
    return re.compile(
        r"(?<!\S)(?:(?P<compared>so sánh|so với|so (?=cùng kỳ|kh|kế hoạch|dự toán|dt)|tỷ lệ|tốc độ"
        r"|tăng, giảm|tăng/giảm|% "
        rf"|(?:{roles}|uth)(?: \d+ tháng)?(?: (?:năm )?20\d\d)?/(?:{roles}|uth|cùng kỳ|ck))"
        r"|(?P<year>(?:lũy kế |cộng dồn )?(?:\d{1,2} tháng (?:đầu )?|tháng \d{1,2}[ /]|quý [ivx\d]+[ /])?"
        r"(?:năm (?:học )?)?20\d\d(?:-20\d\d)?(?!\d))"
        rf"|tổng mức đầu tư|{roles}|{any_of(scenarios())})"
    )
