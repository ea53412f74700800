"""Tables whose columns one blank parts, a row a line: `2 Thu ngân sách tỷ đồng 12.000 12.500`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from camket.extract.tables.bilingual import is_bilingual, is_english, is_same_place, without_tail
from camket.extract.tables.cell import Cell, unit_of
from camket.extract.tables.grid import ENOUGH, NUMBERING, OF_A_YEAR, Grid, Line, split
from camket.extract.tables.nameless import KIND_OF_PLACE
from camket.extract.tables.words import any_of, scenarios, table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression

_LINE = expression(r"[^\n]+")
_VALUE = r"(?:[-+]?\d[\d.,]*(?: ?%)?|[-–…]|đạt|vượt|không đạt|rất tốt|tốt|khá|trung bình)"
_VALUES = expression(rf"(?: {_VALUE})+$")
_ENDS = ("tốt", "khá", "trung bình")
_EACH = expression(rf"(?<= ){_VALUE}(?= |$)")
_LONGEST, _LONGEST_GROUP, _LONGEST_UNIT = 140, 80, 4
_YEARS = expression(r"(?:[^\d\n]{0,24}(?:19|20)\d\d(?:-20\d\d)?)+")
_NOUNS = frozenset(("count", "person", "household"))
"""Units that are nouns, which may as well end a name: `thu từ xuất nhập khẩu`."""
_SAYS = expression(
    r"(?<!\w)(?:đạt|tăng|giảm|còn|là|ước|khoảng|hơn|trên|gần|dưới|với|có|của|năm|tháng|quý|ngày|(?<!dân )số|thứ|điều"
    r"|khoản|và|từ|đến|khóa|kỳ|kèm theo|lần|trang|điện thoại|fax)$|[.;!?]|, $"
)
"""Words before a number that make a line a sentence, a date or an address, not a row."""


_TIME_ALONE = (
    r"(?:sơ bộ |ước )?(?:(?:tháng|quý) (?:\d{1,2}|i{1,3}|iv)(?:[/ ]20\d\d)?|(?:năm )?(?:19|20)\d\d(?:-20\d\d)?)"
)
_TIMES_ALONE = expression(rf" *{_TIME_ALONE}(?:\s+(?:prel\.?\s+)?{_TIME_ALONE})+ *")
_BROKEN_TIMES = expression(rf" *{_TIME_ALONE}(?: +{_TIME_ALONE})* +(?:prel\.?|sơ bộ|ước)(?: +prel\.?)? *")
_LAST_YEAR = expression(r" *(?:prel\.? *)?(?:19|20)\d\d *")
"""Years of which a note that the last is not yet final has set that on a line of its own."""
_ONE_TIME = expression(_TIME_ALONE)
_WORD = expression(r"\S+")
_PRICES = expression(r"(?:giá đất|đơn giá|mức giá|giá)(?: (?:theo )?vị trí)?(?: \([^()]*\))?")
_ONLY_COMPARES = expression(r"(?:so sánh|tỷ lệ|tốc độ|so với|% ?)(?: \(?%\)?)? ")


_UNSAID = "nội dung"
"""What stands over the names of rows where the head names but times."""
_MOST_PLACES = 0.6


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


class _Head(NamedTuple):
    """A line that names the columns of the rows below: those before the values, and one for each value.

    `named` are the words over the numbers, the names and the units of the rows, empty where none stand there.
    """

    start: int
    end: int
    named: tuple[Cell, Cell, Cell]
    pieces: tuple[Cell, ...]

    @property
    def counted(self) -> bool:
        """Whether a column of units is named, so that a noun before the values may be a unit: `người`, `xã`."""
        return bool(self.named[-1].low)

    @property
    def of_prices(self) -> bool:
        """Whether one word stands over all values, which are prices of better and worse places: `Giá đất`."""
        return len(self.pieces) == 1 and _PRICES.fullmatch(self.pieces[0].low) is not None

    def values(self, count: int) -> tuple[Cell, ...]:
        """The heads of so many values; where years lead up to now, the value of the last may not be there yet."""
        if count == len(self.pieces) - 1 and all(map(_is_year, self.pieces)):
            return self.pieces[:-1]
        if self.of_prices:
            return self.pieces * count
        return self.pieces if count == len(self.pieces) else ()


def find_squeezed(reading: Reading, start: int, end: int) -> list[Grid]:
    """All tables of a range with rows like these, each with the line right above where it names their columns."""
    low = reading.low
    if low.count("\n", start, end) + 1 < ENOUGH or sum(map(_ends_in_a_value, low[start:end].split("\n"))) < ENOUGH:
        return []
    lines = _with_whole_years(low, [found.span() for found in _LINE.finditer(low, start, end)])
    if is_bilingual(reading, start, end):
        lines = [line for line in lines if low[line[1] - 1].isdigit() or not is_english(low[slice(*line)].strip())]
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        above = _head_above(reading, lines, at)
        rows, after = _rows(reading, lines, at, above)
        if sum(isinstance(row, _Row) for row in rows) >= ENOUGH:
            found.append(_grid(above, rows))
        at = max(after, at + 1)
    return found


def _with_whole_years(low: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, a row of years joined to the last of them: `2019 2020 Prel.` over `2021`."""
    joined: list[tuple[int, int]] = []
    for line in lines:
        if joined and _LAST_YEAR.fullmatch(low, *line) and _BROKEN_TIMES.fullmatch(low, *joined[-1]):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _ends_in_a_value(line: str) -> bool:
    """Whether a line ends in a number, a share or a word of rating."""
    words = line.rstrip(" ")
    return words.removesuffix("%")[-1:].isdecimal() or words.endswith(_ENDS)


def _head_above(reading: Reading, lines: list[tuple[int, int]], at: int) -> _Head | None:
    """The names of columns in the line above a row, or above the head of the group that it stands in."""
    for place in range(at - 1, max(-1, at - 3), -1):
        head = _head(reading, *lines[place])
        if head is not None or not (_is_group(reading.low, *lines[place]) or _repeated(reading, lines, place)):
            return head
    return None


def _rows(reading: Reading, lines: list[tuple[int, int]], at: int, head: _Head | None) -> tuple[list[_Row | Line], int]:
    """The rows of one shape from a line on, with the heads of groups between them, and the line after the last."""
    rows: list[_Row | Line] = []
    shape, kept, after = None, 0, at
    for place in range(at, len(lines)):
        row = _row(reading, *lines[place], head)
        if row is not None and _says_again(reading.low, lines, place, row):
            row = row._replace(name=_cell(reading.low, *lines[place - 1])) if place > at else None
        if row is not None and (shape in (None, row.shape) or (head is not None and _fits(row, head, shape))):
            rows.append(row)
            shape, kept, after = shape or row.shape, len(rows), place + 1
        elif row is None and rows and isinstance(rows[-1], _Row) and _is_group(reading.low, *lines[place]):
            start, end = lines[place]
            rows.append(Line(start, end, (Cell(start, end, reading.low[start:end]),), "", start))
        elif row is not None or not _repeated(reading, lines, place):
            break
    return rows[:kept], after


def _fits(row: _Row, head: _Head, shape: tuple[int, bool] | None) -> bool:
    """Whether a row of another shape lacks only the value of the last year, or the unit."""
    return bool(head.values(len(row.values))) and shape is not None and (shape[1] or row.unit is None)


def _repeated(reading: Reading, lines: list[tuple[int, int]], place: int) -> bool:
    """Whether a line is the name of a row that the next line says again in English, before the values."""
    if place + 1 >= len(lines):
        return False
    row = _row(reading, *lines[place + 1], None)
    return row is not None and _says_again(reading.low, lines, place + 1, row)


def _says_again(low: str, lines: list[tuple[int, int]], place: int, row: _Row) -> bool:
    """Whether the name of a row is English, or that of the place in the line before: `Da Bac district`."""
    return is_english(row.name.low) or (place > 0 and is_same_place(low[slice(*lines[place - 1])], row.name.low))


def _cell(low: str, start: int, end: int) -> Cell:
    text = low[start:end]
    return Cell(start + len(text) - len(text.lstrip()), start + len(text.rstrip()), text.strip())


def _is_group(low: str, start: int, end: int) -> bool:
    """Whether a line can head a group of rows: short, numbered, without a value or a stop; or `Trong đó:`."""
    text = low[start:end].strip()
    if text in table_words().announcing:
        return True
    number, _, name = text.partition(" ")
    return len(text) <= _LONGEST_GROUP and NUMBERING.fullmatch(number) is not None and name[-1:].isalpha()


def _row(reading: Reading, start: int, end: int, head: _Head | None) -> _Row | None:
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
    if head is not None and not head.of_prices:  # of more numbers the first end the name: `đường gom Quốc lộ 1`
        values = values[-len(head.pieces) :]
    if not any(value.low[-1].isdigit() or value.low.endswith("%") for value in values):
        return None
    return _named(low, start, values[0].start - 1, values, counted=head is not None and head.counted)


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
    return _Row(cell, without_tail(Cell(begin, begin + len(name), name)), measure, values)


def _grid(above: _Head | None, rows: list[_Row | Line]) -> Grid:
    told = [row for row in rows if isinstance(row, _Row)]
    numbered = any(row.number is not None for row in told)
    measured = told[0].unit is not None
    most = max(len(row.values) for row in told)
    lines = tuple(
        row if isinstance(row, Line) else _line(row, most, numbered=numbered, measured=measured) for row in rows
    )
    above = _over_places(above, told) if above is not None else None
    head = _line_of_head(above, most, numbered=numbered, measured=measured) if above is not None else None
    return Grid((head,) if head is not None else (), lines, "  ")


def _over_places(above: _Head, rows: list[_Row]) -> _Head:
    """The head; where it names nothing over the names of rows and most are places, over places."""
    number, name, unit = above.named
    places = sum(KIND_OF_PLACE.match(row.name.low) is not None for row in rows)
    if name.low != _UNSAID or places < _MOST_PLACES * len(rows):
        return above
    return above._replace(named=(number, name._replace(low="địa phương"), unit))


def _line(row: _Row, width: int, *, numbered: bool, measured: bool) -> Line:
    start, end = (row.number or row.name).start, row.values[-1].end
    number = (row.number or Cell(start, start, ""),) if numbered else ()
    unit = (row.unit or Cell(start, start, ""),) if measured else ()
    blanks = (Cell(end, end, ""),) * (width - len(row.values))
    return Line(min(start, row.name.start), end, (*number, row.name, *unit, *row.values, *blanks), "  ", start)


def _line_of_head(above: _Head, count: int, *, numbered: bool, measured: bool) -> Line | None:
    """The line above as the heads of the columns; None where it does not name as many."""
    values = above.values(count)
    if not values or measured != above.counted:
        return None
    number, name, unit = above.named
    first = (number,) if numbered else ()
    return Line(above.start, above.end, (*first, name, *((unit,) if measured else ()), *values), "  ", above.start)


def _head(reading: Reading, start: int, end: int) -> _Head | None:
    """A line as names of columns; one of nothing but times names those of the values, none that of the rows."""
    low = reading.low
    begun = _names().match(low, start, end)
    if begun is not None:
        pieces = _spanned(low, begun.end(), end)
        pieces = pieces or _pieces(low, begun.end(), end) or _by_capitals(reading, begun.end(), end)
        groups = ("number", "name", "unit")
        cells = [Cell(*begun.span(group), begun[group]) if begun[group] else None for group in groups]
    else:
        if _TIMES_ALONE.fullmatch(low, start, end) is None:
            return None
        pieces = [Cell(*time.span(), time[0]) for time in _ONE_TIME.finditer(low, start, end)]
        cells = [None, Cell(start, start, _UNSAID), None]
    number, name, unit = (cell or Cell(start, start, "") for cell in cells)
    return _Head(start, end, (number, name, unit), tuple(pieces))


def _spanned(low: str, start: int, end: int) -> list[Cell]:
    """The head of several columns that bars behind it count: `Giá đất ||` stands over three."""
    words = low[start:end].rstrip("| ")
    bars = low.count("|", start + len(words), end)
    if not words or not bars or "|" in words:
        return []
    return [Cell(start, start + len(words), words)] * (bars + 1)


def _is_year(piece: Cell) -> bool:
    return OF_A_YEAR.fullmatch(piece.low.removeprefix("năm ")) is not None


def _by_capitals(reading: Reading, start: int, end: int) -> list[Cell]:
    """The heads of columns that each begin with a capital: `Điểm PCI Hạng Nhóm xếp hạng`."""
    words = list(_WORD.finditer(reading.text, start, end))
    cuts = [word.start() for word in words if word[0][0].isupper() and not word[0].isupper()]
    if not cuts or cuts[0] != start:
        return []
    return [Cell(first, last, reading.low[first:last].strip()) for first, last in pairwise([*cuts, end])]


@cache
def _names() -> re.Pattern[str]:
    """The heads of the number, the name and the unit."""
    words = table_words()
    name = rf"{any_of((*words.name, *words.place))}(?: (?:chủ yếu|kinh tế|chính))?"
    return compiled(
        rf"\s*(?:(?P<number>{any_of(words.number)}) )?(?P<name>{name}) "
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
    return compiled(
        r"(?<!\S)(?:(?P<compared>so sánh|so với|so (?=cùng kỳ|kh|kế hoạch|dự toán|dt)|tỷ lệ|tốc độ"
        r"|tăng, giảm|tăng/giảm|% "
        rf"|(?:{roles}|uth)(?: \d+ tháng)?(?: (?:năm )?20\d\d)?/(?:{roles}|uth|cùng kỳ|ck))"
        r"|(?P<year>(?:lũy kế |cộng dồn )?(?:\d{1,2} tháng (?:đầu )?|tháng \d{1,2}[ /]|quý [ivx\d]+[ /])?"
        r"(?:năm (?:học )?)?20\d\d(?:-20\d\d)?(?!\d))"
        rf"|tổng mức đầu tư|{roles}|{any_of(scenarios())})"
    )
