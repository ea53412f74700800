"""The rows of a table: what each names, in which unit, and under which row it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from camket.extract.tables.cell import Cell, Measured, any_unit, is_blank, unit_in, without_unit
from camket.extract.tables.grid import Line
from camket.extract.tables.head import Column
from camket.extract.tables.numbering import lettered
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_MARKER = expression(
    r"(?P<roman>\(?(?:[ivx]{1,5})\)?(?:[.)/]\s*|\n\s*))|(?P<digits>\(?\d{1,2}(?:\.\d{1,2}){0,3}\)?[.)]\s*|\d{1,2}(?:\.\d{1,2}){0,3}\s+(?!tháng(?!\w))(?=[^\W\d_]))"
    r"|(?P<letter>\(?[a-zđ]\)?[.)]\s*)|(?P<bullet>[-+*•]+\s*)"
)
_OF_WHICH = expression(r"(?:trong đó|tr\.đó|trđ|gồm|bao gồm|chia ra|riêng)\s*(?::\s*|(?=$)|(?<=trong đó)\s+)")
_CAPITAL = expression(r"([A-ZĐ])[.)/] ?(?=[^\W\d])")
_NUMBER_LEVEL, _CAPITAL_LEVEL = 2, -1
_LEVELS = {"roman": 1, "letter": 3}
_BULLETS = {"*": 5, "•": 5, "-": 6, "+": 7}
_UNMARKED = 4
COUNTED = frozenset(("count", "person", "household"))
"""Units of what is counted."""
_QUANTITY = expression(r"(?:tỷ lệ|tỷ trọng|tốc độ|tổng|thu|chi|vốn|mức|chỉ số|diện tích|giá trị|sản lượng)(?!\w)")
"""Rows that measure something else than what is counted above them."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row.

    Attributes:
        start, end: its place in the folded text.
        name: what it is called, without number, bullet, `trong đó:` and unit; `words` the same in lower case, with
            what a broken line adds.
        level: how deep it stands, 1 the highest; None where nothing marks it.
        unit: the unit that the row names, and `unit_from` where (`row`, `name`, `parent`).
        values: the cells of the columns of values, each with the number of its column.
        parent: the number of the row above that it is a part of.
        number: its number in the table.
    """

    start: int
    end: int
    name: Cell
    words: str
    level: int | None
    number: int
    unit: Measured | None = None
    unit_from: str = "row"
    values: tuple[tuple[int, Cell], ...] = ()
    parent: int | None = None


def read_rows(
    reading: Reading, lines: Iterable[tuple[Line, tuple[Cell, ...]]], columns: tuple[Column, ...]
) -> list[Row]:
    """The rows of a table, each with its cells already set to its columns; lines without values head those below."""
    rows: list[Row] = []
    lines = list(lines)
    capitals = _capitals(reading, [cells for _, cells in lines], columns)
    for at, (line, cells) in enumerate(lines):
        above = rows[-1] if rows else None
        whole, row = _whole_and_part(_row(reading, line, cells, columns, above, capital=at in capitals))
        if whole is not None:
            rows.append(whole)
            above = whole
        if above is not None and _continues(reading, above, row):
            rows[-1] = _lengthened(above, row)
        elif row.words and (row.values or row.words not in table_words().announcing | table_words().rating):
            rows.append(row)
    placed = _placed(rows)
    return _counted(placed) if not any(column.kind == "unit" for column in columns) else placed


_WITH_ITS_PART = expression(
    r"(?P<whole>(?:cơ cấu|tỷ trọng|tốc độ tăng|tăng trưởng)[^:;]{0,60}): ?[-+•] ?(?P<part>[^\W\d].*)"
)


def _whole_and_part(row: Row) -> tuple[Row | None, Row]:
    """The whole and the part of a row that names both: `Cơ cấu kinh tế: - Công nghiệp`; its values are the part's."""
    both = _WITH_ITS_PART.fullmatch(row.words) if ":" in row.words and row.values else None
    if both is None:
        return None, row
    start, name = row.name.start, row.name.low
    cut = name.find(both["part"])
    if cut < 0:
        return None, row
    whole = msgspec.structs.replace(
        row, name=Cell(start, start + both.end("whole"), both["whole"]), words=both["whole"], unit=None, values=()
    )
    part = Cell(start + cut, row.name.end, name[cut:])
    return whole, msgspec.structs.replace(row, name=part, words=both["part"], level=_BULLETS["-"])


def _counted(rows: list[Row]) -> list[Row]:
    """The rows; one that names no unit is a part of the last above that says what it counts: `Số giáo viên (người)`."""
    found: list[Row] = []
    whole: Row | None = None
    for row in rows:
        if row.unit is not None:
            whole = row if row.unit_from == "name" and row.unit.base in COUNTED and row.values else None
        elif whole is not None and row.values and row.parent is None and not _QUANTITY.match(row.words):
            row = msgspec.structs.replace(row, unit=whole.unit, unit_from="parent", parent=whole.number)
        found.append(row)
    return found


def _capitals(reading: Reading, rows: list[tuple[Cell, ...]], columns: tuple[Column, ...]) -> frozenset[int]:
    """The rows that capital letters number, in a column of their own or before the name."""
    numbers = []
    for cells in rows:
        own = [_cell_of(cells, columns, kind) for kind in ("number", "name")]
        number, name = (reading.text[cell.start : cell.end] if cell else "" for cell in own)
        marker = _CAPITAL.match(name)
        numbers.append(number or (marker[1] if marker else ""))
    return lettered(numbers)


def _glued(reading: Reading, number: Cell | None, name: Cell | None, shift: int) -> int:
    """1 where the last letter of the number has slipped to the name: `GGG` beside `GTỷ lệ gia đình văn hóa`."""
    if number is None or name is None or not number.low or shift:
        return 0
    two, letter = reading.text[name.start : name.start + 2], reading.text[number.end - 1]
    slipped = two.isalpha() and two.isupper() and two[0] == letter
    return int(slipped and reading.text[name.start + 2 : name.start + 3].islower())


def _row(
    reading: Reading,
    line: Line,
    cells: tuple[Cell, ...],
    columns: tuple[Column, ...],
    above: Row | None,
    *,
    capital: bool,
) -> Row:
    numbering, name, unit = (_cell_of(cells, columns, kind) for kind in ("number", "name", "unit"))
    level, shift = _level(numbering.low if numbering else "", name.low if name else "")
    level = _LEVELS["roman"] if line.mode == "group" else _CAPITAL_LEVEL if capital else level
    shift += _glued(reading, numbering, name, shift)
    start = (name.start if name else line.start) + shift
    text = name.low[shift:] if name else ""
    told = unit_in(text)
    kept = _without_tail(text) if told else text
    again = unit is not None and unit.low in table_words().ditto and above is not None
    own = above.unit if again and above else any_unit(unit.low) if unit else None
    if own is not None and own.base == "score" and _RATE_MOVES.match(text):
        own = Measured("percentage_point")
    return Row(
        start=line.start,
        end=line.end,
        name=Cell(start, start + len(kept), kept),
        words=without_unit(text),
        level=level,
        number=0,
        unit=own or told,
        unit_from="row" if own else "name",
        values=tuple(
            (place, cell)
            for place, (column, cell) in enumerate(zip(columns, cells, strict=False))
            if column.kind == "value" and not is_blank(cell.low)
        ),
    )


_RATE_MOVES = expression(r"(?:mức )?(?:tăng|giảm) (?:tỷ lệ|tỷ trọng)(?!\w)|tỷ lệ [^,;]{2,60} (?:tăng|giảm)$")
"""Rows whose points are those of a percent: `Mức giảm tỷ lệ hộ nghèo`, `điểm`."""


def _cell_of(cells: tuple[Cell, ...], columns: tuple[Column, ...], kind: str) -> Cell | None:
    return next((cell for column, cell in zip(columns, cells, strict=False) if column.kind == kind), None)


def _without_tail(text: str) -> str:
    """The name up to a unit in parentheses that ends it."""
    return text[: text.rindex("(")].rstrip() if text.endswith(")") else text


def _level(numbering: str, name: str) -> tuple[int | None, int]:
    """How deep a row stands, and how many letters of its name only mark that."""
    level: int | None = None
    if numbering:
        level = _depth(_MARKER.match(numbering if numbering in _BULLETS else numbering.rstrip(".)") + ". "))
    shift = 0
    marker = _MARKER.match(name)
    if marker is not None:
        own = _depth(marker)
        level = own if marker["bullet"] else level or own  # a number set midway between the rows that share it
        shift = marker.end()
    of_which = _OF_WHICH.match(name, shift)
    if of_which is not None:
        level = max(level or 0, _BULLETS["-"] - (1 if of_which.end() == len(name) else 0))
        shift = of_which.end()
        bullet = _MARKER.match(name, shift)
        shift = bullet.end() if bullet is not None and bullet["bullet"] else shift
    return level, shift if shift < len(name) or of_which is None else 0


def _depth(marker: re.Match[str] | None) -> int | None:
    if marker is None or marker.lastgroup is None:
        return None
    if marker["digits"]:
        return _NUMBER_LEVEL + marker["digits"].strip(" .()").count(".")
    if marker["bullet"]:
        return _BULLETS[marker["bullet"][0]]
    return _LEVELS[marker.lastgroup]


def _continues(reading: Reading, above: Row, row: Row) -> bool:
    """Whether a line goes on with a name that the line before broke off: it begins small, without number or bullet."""
    first = reading.text[row.name.start : row.name.start + 1]
    if row.level is not None or not first.islower() or not row.words:
        return False
    return not row.values or not above.values


def _lengthened(above: Row, row: Row) -> Row:
    """One row of a broken name; the values stand on one of its lines."""
    valued = row if row.values else above
    joined = not above.values and bool(row.values)
    end = row.name.end if joined else above.name.end
    return msgspec.structs.replace(
        above,
        end=row.end,
        name=Cell(above.name.start, end, above.words),
        words=f"{above.words} {row.words}",
        unit=valued.unit or above.unit,
        unit_from=valued.unit_from if valued.unit else above.unit_from,
        values=valued.values,
    )


def _placed(rows: list[Row]) -> list[Row]:
    """The rows with their parents: the nearest row above that stands higher; and the units that they take from them."""
    marked = any(row.level == _NUMBER_LEVEL for row in rows)
    placed: list[Row] = []
    open_: list[Row] = []
    for row in rows:
        level = _level_of(row, marked=marked)
        while open_ and _level_of(open_[-1], marked=marked) >= level:
            open_.pop()
        parent = open_[-1] if open_ else None
        unit, unit_from = row.unit, row.unit_from
        if unit is None and parent is not None and row.values:
            unit, unit_from = parent.unit, "parent"
        placed.append(
            msgspec.structs.replace(
                row, number=len(placed), parent=parent.number if parent else None, unit=unit, unit_from=unit_from
            )
        )
        open_.append(placed[-1])
    return placed


def _level_of(row: Row, *, marked: bool) -> int:
    return row.level or (_UNMARKED if marked else _NUMBER_LEVEL)
