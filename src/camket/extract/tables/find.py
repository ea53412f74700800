"""Tables as records: their columns understood, their rows set to the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from camket.extract.figures.section import FORECAST, FORESEEN, SCENARIOS, Section, find_sections, section_at
from camket.extract.figures.timing import is_past
from camket.extract.lexicon import INDICATOR
from camket.extract.scene import Scene
from camket.extract.tables.barred import as_told
from camket.extract.tables.bilingual import is_english, without_tail
from camket.extract.tables.cell import PERCENT, Cell, Measured, any_unit, unit_in, unit_of, value_of
from camket.extract.tables.cut import NO_CELLS, Framed
from camket.extract.tables.grid import ENOUGH, NUMBERING, Grid, Line, find_grids, has_separators, is_data, width
from camket.extract.tables.head import Column, read_columns
from camket.extract.tables.headless import continued, titled
from camket.extract.tables.quotient import with_quotients
from camket.extract.tables.row import COUNTED, Row, read_rows
from camket.extract.tables.settle import set_against, settle_times, turns
from camket.extract.tables.sheet import MOST_COLUMNS
from camket.extract.tables.span import column_middles, nearest, parts_of
from camket.extract.tables.squeezed import find_squeezed
from camket.extract.tables.stack import find_stacks
from camket.extract.tables.time import time_in
from camket.findings import Finding
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Figure, Role
from camket.model.message import message
from camket.rules.period.item import When

_LISTS_PEOPLE = expression(r"(?:họ và tên|họ,? tên|họ tên)(?!\w)")
_CAPTION_LINES, _CAPTION_LENGTH = 3, 200
_UNIT_LINE = expression(
    r"(?:đơn vị(?: tính)?|đvt)(?: chung)?(?: *[-/] ?unit)? ?: ?([^\n()]{1,90}?)(?= ?[-/] ?unit|[\n()]|$)"
)
_NUMBER_OF_TABLE = expression(r"\d{1,3}")
"""The number of a table in a yearbook, which may stand between the lines of its title."""
_NOT_FINAL = frozenset(("sơ bộ", "prel.", "sơ bộ - prel."))
_ONLY_A_DAY = expression(r"\s*\(?ngày (?:\d[\d/.-]*|\d\d? tháng \d\d? năm \d{4})\)?\s*")
_UP_TO_A_DAY = expression(r"(?<!\w)đến(?: hết)?(?: ngày)? \d")
"""Any other day above a table is that of a paper."""
_PLANNED = expression(r"(?<!\w)(?:mục tiêu|kế hoạch|dự toán|phấn đấu|giao chỉ tiêu|phân bổ|định mức|dự thảo)(?!\w)")
_ASKED = expression(r"(?<!\w)chỉ tiêu(?!\w)")
"""What is aimed at in plans and resolutions; in reports it is any indicator."""
_GOES_WITH = expression(r"^ ?\(?(?:ban hành |gửi |được ban hành )?kèm theo [^\n]*", re.MULTILINE)
"""The line under the title of an annex: what paper it goes with says nothing of its figures."""
_TITLE_OF_AIMS = expression(
    r"\s*(?:(?:biểu|bảng|phụ lục) ?[\w.]*[:.]? )?(?:các |những |một số |\d+ )*(?:nhóm )?chỉ tiêu(?!\w)"
    r"(?!.*(?:\d tháng|tháng \d|quý ))(?=.*năm 20\d\d)"
)
"""A title that sets aims for a year in any paper but a report: `Các chỉ tiêu chủ yếu năm 2025`."""
_REACHED = expression(r"(?<!\w)(?:kết quả(?! dự báo)|thực hiện|tình hình|ước)(?!\w)")


_IN_UNITS = {"diện tích": ("ha", "m2", "km2"), "năng suất": ("per_ha",), "sản lượng": ("tonne",)}
"""How the units end that areas, yields and outputs have."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around a table: the lines right above it, and the time, role and units that they give its values.

    `ahead` is the role that they give to values of years to come: `projection` where they speak of a forecast.
    Each of several units comes with the words that it is said of (`Diện tích: ha; Sản lượng: tấn`), or none.
    """

    start: int
    end: int
    when: When | None = None
    role: Role | None = None
    ahead: Role | None = None
    units: tuple[tuple[str, Measured], ...] = ()

    def unit_for(self, subject: str) -> Measured | None:
        """The unit of what a column is about: the one said of it, else the one that it can have, else the first."""
        said = next((unit for words, unit in self.units if words and subject.startswith(words)), None)
        if said is not None:
            return said
        kinds = next((bases for words, bases in _IN_UNITS.items() if subject.startswith(words)), ())
        fitting = (unit for _, unit in self.units if unit.base.endswith(kinds)) if kinds else iter(())
        return next(fitting, None) or next((unit for words, unit in self.units if not words), None)


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table: its place in the folded text, and what it holds; no columns where its head could not be understood.

    Of one that is not understood `numbers` are the places where its rows begin with their number.
    """

    start: int
    end: int
    around: Around
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def understood(self) -> bool:
        """Whether its values can be read."""
        return bool(self.columns)


def find_tables(
    reading: Reading, scene: Scene, told: Framed = NO_CELLS, tasks: Iterable[tuple[int, int]] = ()
) -> tuple[Table, ...]:
    """All tables of a text in order; those whose head is not understood are given without columns.

    Where a table stands whose cells the file tells, or one of `tasks`, no other is looked for.
    """
    grids = [*told.grids]
    edges = [0, *(edge for one in sorted((*told.ranges, *tasks)) for edge in one), len(reading.low)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        grids += _flattened(reading, start, end)
    if not grids:
        return ()
    sections = find_sections(reading, scene.head.type)
    tables: list[Table] = []
    for grid in sorted((part for grid in grids for part in _parted(grid)), key=lambda grid: grid.start):
        table = _table(reading, grid, _around(reading, grid, scene, sections), tables[-1] if tables else None)
        if table is not None:
            tables.append(table)
    return tuple(tables)


def _parted(grid: Grid) -> Iterator[Grid]:
    """The table; where a line inside says that what follows is an index or a structure, this as a table of its own."""
    rows = list(grid.rows)
    cuts = [at for at, row in enumerate(rows) if at and not row.mode and turns(row.cells[0].low)]
    if not cuts or grid.parts:
        yield grid
        return
    for first, last in pairwise([0, *cuts, len(rows)]):
        part = rows[first + (first in cuts) : last]
        yield grid._replace(rows=tuple(part), head=() if first else grid.head)


def _flattened(reading: Reading, start: int, end: int) -> list[Grid]:
    """The tables of a range that are known only by their lines."""
    stacks = find_stacks(reading, start, end)
    enough = 1 if stacks else ENOUGH
    beside = find_grids(reading, start, end, enough) if has_separators(reading) else []
    return [*stacks, *find_squeezed(reading, start, end), *beside]


def table_findings(
    reading: Reading, tables: tuple[Table, ...], figures: Iterable[Figure], told: Framed = NO_CELLS
) -> tuple[Finding, ...]:
    """What could not be read: heads not understood, rows with values of which no figure came, too many columns."""
    found = [
        Finding(message=message("table.too_wide", most=MOST_COLUMNS), start=span.start, end=span.end)
        for span in (reading.folded.span(*ends) for ends in told.wider)
    ]
    read = {figure.start for figure in figures}
    for table in tables:
        span = reading.folded.span(table.start, table.end)
        if not table.understood:
            found.append(Finding(message=message("table.head_unknown"), start=span.start, end=span.end))
            continue
        lost = [row for row in table.rows if _is_lost(reading, row, read)]
        if lost:
            said = message("table.rows_unread", count=len(lost), first=lost[0].words)
            found.append(Finding(message=said, level="info", start=span.start, end=span.end))
    return tuple(found)


def row_numbers(reading: Reading, tables: Iterable[Table]) -> frozenset[int]:
    """Where, in the source, a number begins that only numbers a row of a table that is not understood."""
    return frozenset(reading.folded.span(at, at + 1).start for table in tables for at in table.numbers)


def _is_lost(reading: Reading, row: Row, read: set[int]) -> bool:
    cells = [cell for _, cell in row.values if value_of(cell.low) is not None]
    starts = {reading.folded.span(cell.start, cell.end).start for cell in cells}
    return bool(cells) and not row.words.startswith("cơ cấu") and not starts & read


def unit_at(row: Row, place: int, table: Table) -> tuple[Measured | None, str]:
    """The unit of a value that names none itself, and where it was found."""
    column = table.columns[place]
    if column.unit is not None:
        return column.unit, "column"
    if row.unit is not None:
        return row.unit, row.unit_from
    named = next((one.unit for one in table.columns if one.kind == "name" and one.unit is not None), None)
    told = named or table.around.unit_for(table.columns[place].subject)
    return told, "none" if told is None else "caption"


def _table(reading: Reading, grid: Grid, around: Around, before: Table | None) -> Table | None:
    count = width(grid.rows)
    numbered = _is_numbered(grid.rows, count)
    heads = grid.parts or parts_of(grid, count, numbered=numbered)
    if heads and not grid.parts:
        grid = as_told(grid, heads)
        heads = grid.parts or heads
    columns = read_columns(heads, numbered=numbered) if heads else None
    if columns is None and not grid.head and before and continued(reading, grid, count, before.columns, before.end):
        columns = set_against(before.columns, reading.low[before.end : grid.start])
        return _with_rows(reading, grid, before.around, columns)
    if not grid.head and sum(map(is_data, grid.rows)) < ENOUGH:
        return None
    if columns is None and not grid.head and (around.when or around.role):
        columns = titled(grid, count, measured=bool(around.units))
    if columns is None:
        numbers = tuple(row.cells[0].start for row in grid.rows) if numbered else ()
        unknown = Table(start=grid.start, end=grid.end, around=around, numbers=numbers)
        told = numbered and not any(_LISTS_PEOPLE.match(part) for parts in grid.parts for part in parts)
        return unknown if told or _speaks_of_indicators(reading, grid) else None
    columns = set_against(columns, reading.low[around.start : around.end])
    return _with_rows(reading, grid, around, settle_times(columns, around.when))


def _with_rows(reading: Reading, grid: Grid, around: Around, columns: tuple[Column, ...]) -> Table:
    lines = [(line, aligned(line, grid, columns)) for line in grid.rows]
    if grid.parts:
        lines = list(once(lines, columns))
    columns = with_quotients(columns, [cells for _, cells in lines])
    rows = tuple(read_rows(reading, lines, columns))
    return Table(start=grid.start, end=grid.end, around=around, columns=columns, rows=rows)


def once(
    lines: Iterable[tuple[Line, tuple[Cell, ...]]], columns: tuple[Column, ...]
) -> Iterator[tuple[Line, tuple[Cell, ...]]]:
    """The rows with each value that stands in a joined cell once: in the first row and column that it covers.

    A name that reaches over columns of values is no value.
    """
    seen: set[int] = set()
    for line, cells in lines:
        values = [column.kind == "value" and bool(cell.low) for column, cell in zip(columns, cells, strict=True)]
        names = (cell for column, cell in zip(columns, cells, strict=True) if column.kind == "name" and cell.low)
        seen.update(cell.start for cell in names)
        kept = []
        for cell, is_value in zip(cells, values, strict=True):
            kept.append(Cell(cell.start, cell.start, "") if is_value and cell.start in seen else cell)
            seen.update((cell.start,) if is_value else ())
        yield line, tuple(kept)


def _is_numbered(rows: tuple[Line, ...], count: int) -> bool:
    """Whether the first cell of most rows only numbers them."""
    first = [row.cells[0].low for row in rows if is_data(row) and len(row.cells) == count]
    return sum(NUMBERING.fullmatch(text) is not None or not text for text in first) * 2 > len(first)


def _speaks_of_indicators(reading: Reading, grid: Grid) -> bool:
    """Whether lines of values are worth a finding: they name units, or most of them an indicator."""
    rows = [row for row in grid.rows if is_data(row)]
    units = sum(any(unit_of(cell.low) and value_of(cell.low) is None for cell in row.cells[1:]) for row in rows)
    named = sum(bool(reading.marked(INDICATOR, row.start, row.end)) for row in rows)
    return max(units, named) * 2 > len(rows)


def aligned(line: Line, grid: Grid, columns: tuple[Column, ...]) -> tuple[Cell, ...]:
    """The cells of a line, one a column; a line without separators is a name alone."""
    count = len(columns)
    names = next(place for place, column in enumerate(columns) if column.kind == "name")
    blank = Cell(line.start, line.start, "")
    cells = line.cells
    if line.mode in ("", "group"):
        return (*(blank,) * names, cells[0], *(blank,) * (count - names - 1))
    if len(cells) == count:
        return _named(cells, names)
    if len(cells) > count:
        kept = cells[:count] if not any(cell.low for cell in cells[count:]) else cells[: names + 1]
        return (*kept, *(blank,) * (count - len(kept)))
    if names == 1 and not NUMBERING.fullmatch(cells[0].low) and cells[0].low:
        cells = (blank, *cells)
    if grid.mode == "  " and len(cells) < count:
        return _by_place(line, grid, count)
    return (*cells, *(blank,) * (count - len(cells)))


def _named(cells: tuple[Cell, ...], names: int) -> tuple[Cell, ...]:
    """The cells of a full row; words that stand where its number would are its name: `Cộng`."""
    first, name = cells[0], cells[names]
    if names == 0 or name.low or not any(map(str.isalpha, first.low)) or NUMBERING.fullmatch(first.low):
        return cells
    return (Cell(first.start, first.start, ""), *cells[1:names], first, *cells[names + 1 :])


def _by_place(line: Line, grid: Grid, count: int) -> tuple[Cell, ...]:
    """Cells parted by blanks, where some are missing: each goes to the column under whose values it stands."""
    middles = column_middles(grid, count)
    found = [Cell(line.start, line.start, "")] * count
    for cell in line.cells if middles else line.cells[:1]:
        found[nearest(cell, line, middles) if middles else 0] = cell
    return tuple(found)


def _around(reading: Reading, grid: Grid, scene: Scene, sections: list[Section]) -> Around:
    """The caption: the short lines right above the table, up to one that is running text."""
    start = end = grid.start
    lines, twice = 0, False
    while lines < _CAPTION_LINES:
        last = start
        while last > 0 and (reading.low[last - 1].isspace() or reading.low[last - 1] == "|"):
            last -= 1
        first = reading.low.rfind("\n", 0, last) + 1
        if first == last or last - first > _CAPTION_LENGTH or reading.low[last - 1] in ".;":
            break
        line = reading.low[first:last].strip()
        numbered = twice and _NUMBER_OF_TABLE.fullmatch(line) is not None
        if value_of(reading.low[first:last].split("  ")[-1]) and not numbered:
            break
        start = first
        twice = twice or is_english(line)
        lines += not (is_english(line) or numbered or _UNIT_LINE.match(line) or line in _NOT_FINAL)
    text = _GOES_WITH.sub("", reading.low[start:end])
    unit = _UNIT_LINE.search(text)
    section = section_at(sections, reading.sentence_at(grid.start))
    role = _caption_role(text, scene) or section.role
    aimed_at = _caption_time(scene.head.title or "") if role == "target" else None
    return Around(
        start=start,
        end=end,
        when=_caption_time(text) or _day_alone(text, scene) or section.when or scene.reported or aimed_at,
        role=role,
        ahead=_foreseen(text) or (section.role if section.role in FORESEEN else _foreseen(scene.head.title or "")),
        units=tuple(_units(unit[1].strip() if unit else "", unit_in(text) or _unit_alone(reading, grid, text))),
    )


def _unit_alone(reading: Reading, grid: Grid, caption: str) -> Measured | None:
    """The unit that is all that a line above the rows says: `%`, `Triệu đồng`."""
    under = reading.low[grid.head[-1].end : grid.rows[0].start] if grid.head and grid.rows else ""
    lines = [*caption.split("\n"), *under.split("\n")]
    for at, line in sorted(enumerate(lines), reverse=True):
        said = without_tail(Cell(0, len(line), line.strip(" |()"))).low
        unit = unit_of(said) if said and value_of(said) is None else None
        if unit is not None and (at > caption.count("\n") or unit.base not in COUNTED):
            return unit
    return None


def _units(said: str, other: Measured | None) -> Iterator[tuple[str, Measured]]:
    """The units of a line that names one or several, each with the words before its colon; percents last."""
    parts = [part.rpartition(":")[::2] for part in re.split(r"[;,] ", said)]
    named = [(words.strip(), any_unit(text.strip(" .")) if text.strip() else None) for words, text in parts]
    found = [(words, unit) for words, unit in named if unit is not None]
    if not found and other is not None:
        yield "", other
    yield from sorted(found, key=lambda pair: pair[1] == PERCENT)


def _caption_time(text: str) -> When | None:
    """The time of the nearest line that names one."""
    for line in reversed(text.split("\n")):
        when = time_in(line) if line.strip() else None
        if when is not None and (when.day is None or _UP_TO_A_DAY.search(line)):
            return when
    return None


def _day_alone(text: str, scene: Scene) -> When | None:
    """The day that is all that a line above a table of results says: `Ngày 15/3/2024`."""
    days = () if scene.sets_aims else (line for line in reversed(text.split("\n")) if _ONLY_A_DAY.fullmatch(line))
    return next(filter(None, map(time_in, days)), None)


def _foreseen(text: str) -> Role | None:
    """What the nearest line that speaks of years to come makes of them: a forecast, scenarios or aims."""
    for line in reversed(text.split("\n")):
        if SCENARIOS.search(line):
            return "scenario"
        if FORECAST.search(line):
            return "projection"
        if _PLANNED.search(line):
            return "target"
    return None


def _caption_role(text: str, scene: Scene) -> Role | None:
    plans = scene.head.type in ("plan", "resolution", "decision")
    for line in reversed(text.split("\n")):
        if _REACHED.search(line):
            return "actual"
        if _PLANNED.search(line) or (plans and _ASKED.search(line)):
            return "target"
        if scene.head.type != "report" and _TITLE_OF_AIMS.match(line) and not is_past(_caption_time(line), scene):
            return "target"
    return None
