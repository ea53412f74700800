"""Where tables stand in a text: lines cut into cells, a head, and the rows under it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import groupby, islice, pairwise
from typing import Literal, NamedTuple

from camket.extract.tables.bilingual import is_bilingual, is_english, without_tail
from camket.extract.tables.cell import Cell, is_blank, place_of, unit_in, value_of, without_unit
from camket.extract.tables.words import any_of, scenarios, table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression

Mode = Literal["", "|", "\t", "  ", "\n", "cell", "group"]
"""What parts the cells of a line: nothing, a bar, a tab, blanks; `\\n` where each cell has a line of its own.

`cell`: the file itself tells the cells, one a column."""

_LINE = expression(r"[^\n]+")
_BLANKS = expression(r" {2,}")
_RULE = expression(r"[-|:+= ]{3,}")
_INDEX = expression(r"\(?(?:[a-e]|\d{1,2})\)?(?: ?= ?[\d\s()/:*x%+-]+)?")
OF_A_YEAR = expression(r"(?:ước |phấn đấu |dự kiến )?(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?")
"""What heads a column though it could be a value."""
_TIME = expression(rf"{OF_A_YEAR.pattern}|sơ bộ (?:19|20)\d\d|(?:tháng|quý) (?:\d{{1,2}}|i{{1,3}}|iv)")
NUMBERING = expression(r"\(?(?:[ivx]{1,5}|\d{1,3}(?:\.\d{1,2}){0,3}|([a-zđ])\1{0,4})\)?[.)]?|[ivx]{1,5}\.\d{1,2}")
"""The whole of a cell that only numbers its row."""
_LONGEST_HEAD, _LONGEST_GROUP = 80, 160
_LONGEST_ROW, _MOST_EMPTY = 240, 12
_HEAD_LINES, _AHEAD = 4, 4
ENOUGH = 3
"""Rows of values that make a table without a head and without another table above that they may go on with."""
_ENDS_A_TABLE = expression(r"(?:điều|nguồn|ghi chú|chú thích|nơi nhận|phụ lục|biểu số)(?!\w)")
_TIMES = r"(?<!\w)(?:năm|tháng|quý|giai đoạn|nhiệm kỳ|lũy kế|cộng dồn|bình quân)(?!\w)|(?<!\d)(?:19|20)\d\d(?!\d)"
_MEASURES = (
    r"%|(?<!\w)(?:so sánh|so với|tốc độ|tăng trưởng|tỷ lệ|tỷ trọng|cơ cấu|tăng|giảm|chênh lệch|xếp hạng|thứ hạng|hạng"
    r"|điểm|đạt|hoàn thành|tổng số|trong đó|cả nước|phân theo|chia theo)(?!\w)"
)


class Line(NamedTuple):
    """A line with its cells; one cell where nothing parts it. `origin` is where the line begins, blanks and all."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    mode: Mode
    origin: int


class Grid(NamedTuple):
    """The lines of a table: those of its head, which may be none, and those below.

    Where the file tells the cells, `parts` are the words over each column from the top down, and `columns` the numbers
    that the file gives to them.
    """

    head: tuple[Line, ...]
    rows: tuple[Line, ...]
    mode: Mode
    parts: tuple[tuple[str, ...], ...] = ()
    columns: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the folded text."""
        return (self.head or self.rows)[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return (self.rows or self.head)[-1].end


def has_separators(reading: Reading) -> bool:
    """Whether any line of the text may be parted into cells."""
    return "\t" in reading.folded.source or "|" in reading.low or "  " in reading.low


def find_grids(reading: Reading, start: int, end: int, enough: int = ENOUGH) -> list[Grid]:
    """All tables of a range whose cells stand beside each other: those with a head, rows of values without one.

    `enough` is how many such rows make a table before any other was found; any number may go on with one.
    """
    lines = [split(reading, *found.span()) for found in _LINE.finditer(reading.low, start, end)]
    lines = [line for line in lines if any(cell.low for cell in line.cells) and not _RULE.fullmatch(line.cells[0].low)]
    if is_bilingual(reading, start, end):
        lines = _in_one_language(lines)
    lines = [
        line for _, run in groupby(lines, key=lambda line: line.mode == "|") for line in _edged(reading, list(run))
    ]
    found: list[Grid] = []
    place = 0
    while place < len(lines):
        after, grid = _grid(lines, place, 1 if found else enough)
        if grid is not None:
            found.append(grid)
        place = after
    return found


def _in_one_language(lines: list[Line]) -> list[Line]:
    """The lines without what they say again in English; a row whose name is English takes that of the line above."""
    kept: list[Line] = []
    for line in lines:
        name = line.cells[0]
        if name.low in table_words().unit and line.cells[-1].low.startswith("- unit"):
            line = Line(line.start, line.end, (Cell(line.start, line.end, name.low),), "", line.origin)
        again = value_of(name.low) is None and is_english(name.low)
        if kept and _ends_a_head(kept[-1], line):
            *before, last = kept[-1].cells
            kept[-1] = kept[-1]._replace(cells=(*before, last._replace(low=f"{last.low} {name.low[-4:]}")))
        elif again and line.mode and kept and not kept[-1].mode:
            kept[-1] = line._replace(cells=(kept[-1].cells[0], *line.cells[1:]), start=kept[-1].start)
        elif not again or line.mode:
            kept.append(line._replace(cells=tuple(without_tail(cell) for cell in line.cells)))
    return kept


def _ends_a_head(above: Line, line: Line) -> bool:
    """Whether a line holds but the year of the last head above it: `Sơ bộ` over `2023`."""
    alone = not line.mode and re.fullmatch(r"(?:prel\. ?)?(?:19|20)\d\d", line.cells[0].low) is not None
    return alone and bool(above.mode) and above.cells[-1].low == "sơ bộ"


def _edged(reading: Reading, lines: list[Line]) -> list[Line]:
    """Lines in which a bar at the edge is a border; where some line has none there, it parts off a blank cell."""
    if lines[0].mode != "|":
        return lines
    opened = [line.start != line.origin for line in lines]
    closed = [reading.low.startswith("|", line.end) for line in lines]
    return [
        _with_blanks(line, first=one and not all(opened), last=other and not all(closed))
        for line, one, other in zip(lines, opened, closed, strict=True)
    ]


def _with_blanks(line: Line, *, first: bool, last: bool) -> Line:
    """The line with a blank cell before its first, after its last."""
    cells = (Cell(line.start, line.start, ""),) * first + line.cells + (Cell(line.end, line.end, ""),) * last
    return line._replace(cells=cells, start=line.origin) if first else line._replace(cells=cells)


def split(reading: Reading, start: int, end: int) -> Line:
    """A line of the text as cells: by bars, else by tabs, else by two blanks or more."""
    low, origin = reading.low, start
    if low.find("|", start, end) >= 0:
        cuts = [(at, at + 1) for at in range(start, end) if low[at] == "|"]
        if not low[start : cuts[0][0]].strip():
            start = cuts.pop(0)[1]
        if cuts and not low[cuts[-1][1] : end].strip():
            end = cuts.pop()[0]
        return _line(low, (start, end, origin), cuts, "|")
    tabs = _tabs(reading, start, end)
    if tabs:
        return _line(low, (start, end, origin), tabs, "\t")
    while start < end and low[start] == " ":
        start += 1
    while end > start and low[end - 1] == " ":
        end -= 1
    return _line(low, (start, end, origin), [gap.span() for gap in _BLANKS.finditer(low, start, end)], "  ")


def _line(low: str, bounds: tuple[int, int, int], cuts: list[tuple[int, int]], mode: Mode) -> Line:
    start, end, origin = bounds
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    cells = tuple(_cell(low, first, last) for first, last in zip(edges[::2], edges[1::2], strict=True))
    filled = [cell for cell in cells if cell.low]
    if len(filled) < 2:
        return Line(start, end, tuple(filled or cells[:1]), "", origin)  # a tab that only indents parts nothing
    return Line(start, end, cells, mode, origin)


def _cell(low: str, start: int, end: int) -> Cell:
    while start < end and low[start] == " ":
        start += 1
    while end > start and low[end - 1] == " ":
        end -= 1
    return Cell(start, end, low[start:end])


def _tabs(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """The tabs of a line, which the folded text shows as blanks."""
    span = reading.folded.span(start, end)
    source = reading.folded.source
    if source.find("\t", span.start, span.end) < 0:
        return []
    if span.end - span.start == end - start:
        shift = start - span.start
        places = [at + shift for at in range(span.start, span.end) if source[at] == "\t"]
    else:
        blanks = [at for at in range(start, end) if reading.low[at] == " "]
        places = [at for at in blanks if source[reading.folded.span(at, at + 1).start] == "\t"]
    return [(at, at + 1) for at in places]


def _grid(lines: list[Line], place: int, enough: int) -> tuple[int, Grid | None]:
    """The table that begins with a line, if one does, and the number of the line after it.

    `enough` is how many rows of values make a table without a head.
    """
    line = lines[place]
    if not line.mode:
        return place + 1, None
    if is_head(line):
        head = _head(lines, place)
        rows, after = _rows(lines, place + len(head), line.mode, head)
        head = (*_above(lines, place), *head)
        if any(is_data(row) for row in rows):
            return after, Grid(head, tuple(rows), line.mode)
    elif is_data(line):
        rows, after = _rows(lines, place, line.mode, ())
        if sum(map(is_data, rows)) >= enough:
            return after, Grid(_times_above(lines, place, rows), tuple(rows), line.mode)
        return max(after, place + 1), None
    return place + 1, None


def _times_above(lines: list[Line], place: int, rows: list[Line]) -> tuple[Line, ...]:
    """A line of nothing but times a little above the rows: it heads their values, nothing heads their names."""
    count = width(tuple(rows)) - 1
    of_times = sum(_TIME.fullmatch(row.cells[0].low) is not None for row in rows) * 2 > len(rows)
    for line in reversed(lines[max(0, place - _AHEAD) : place]):
        cells = line.cells[1:] if line.cells and not line.cells[0].low else line.cells
        told = [cell.low for cell in cells if cell.low]
        if len(cells) == count > 1 and len(told) > 1 and all(map(_TIME.fullmatch, told)):
            return (line._replace(cells=(Cell(line.start, line.start, "thời gian" if of_times else ""), *cells)),)
    return ()


def _head(lines: list[Line], place: int) -> tuple[Line, ...]:
    """The lines of a head: its first and those below that look like one too."""
    head = [lines[place]]
    for line in islice(lines, place + 1, place + _HEAD_LINES):
        if not _goes_on(line, lines[place].mode) and not completes(line, head[-1]):
            break
        head.append(line)
    return tuple(head)


def completes(line: Line, above: Line) -> bool:
    """Whether a line of words fills the blanks that the joined cells of a head leave right of them, and no others."""
    if line.mode in ("", "  ") or len(line.cells) != len(above.cells) or is_index(line) or is_data(line):
        return False
    pairs = [(over.low, under.low) for over, under in zip(above.cells, line.cells, strict=True)]
    fills = any(under and not over for over, under in pairs)
    return fills and not pairs[0][1] and not any(under for over, under in pairs if over and is_fixed(over))


def _above(lines: list[Line], place: int) -> tuple[Line, ...]:
    """The line above the one that names the columns, where it parts them too: `Năm 2025` over `Kế hoạch`, `Ước`."""
    if place == 0 or lines[place - 1].mode != lines[place].mode or is_data(lines[place - 1]):
        return ()
    words = [cell.low for cell in lines[place - 1].cells if cell.low]
    return (lines[place - 1],) if all(is_headish(word) and not is_fixed(word) for word in words) else ()


def _goes_on(line: Line, mode: Mode) -> bool:
    words = [cell for cell in line.cells if cell.low]
    if line.mode != mode or is_index(line) or is_data(line) or NUMBERING.fullmatch(words[0].low):
        return False
    return sum(is_headish(cell.low) for cell in words) * 2 >= len(words)


def _rows(lines: list[Line], place: int, mode: Mode, head: tuple[Line, ...]) -> tuple[list[Line], int]:
    """The rows from a line on, and the number of the line after the last that holds values."""
    rows: list[Line] = []
    kept, after = 0, place
    while place < len(lines) and place - after < _MOST_EMPTY:
        line = _with_gaps(lines[place], head) if mode == "  " else lines[place]
        belongs = line.mode == mode and not _is_new_head(line, head) and not _runs_on(line)
        if not belongs and (line.mode or not _is_group(lines, place, mode, head)):
            break
        if not is_index(line) and not _repeats(line, head):
            rows.append(line)
        place += 1
        if is_data(line):
            kept, after = len(rows), place
    return rows[:kept], after


def _with_gaps(line: Line, head: tuple[Line, ...]) -> Line:
    """A row with the blank cells that wide gaps stand for, where two blanks part cells: `7,0      7,5` holds two."""
    missing = (len(head[-1].cells) if head else 0) - len(line.cells)
    gaps = [after.start - before.end for before, after in pairwise(line.cells)]
    if missing < 1 or any(gap % 2 for gap in gaps) or sum(gaps) // 2 - len(gaps) != missing:
        return line
    cells = list(line.cells[:1])
    for gap, cell in zip(gaps, line.cells[1:], strict=True):
        end = cells[-1].end
        cells += [Cell(end + 2 * number, end + 2 * number, "") for number in range(1, gap // 2)]
        cells.append(cell)
    return line._replace(cells=tuple(cells))


def _runs_on(line: Line) -> bool:
    """Whether a line is a paragraph that only happens to hold a tab or two blanks."""
    return not is_data(line) and (line.end - line.start > _LONGEST_ROW or line.cells[-1].low.endswith((".", ";")))


def _is_group(lines: list[Line], place: int, mode: Mode, head: tuple[Line, ...]) -> bool:
    """Whether a line without separators stands inside the table: a row of the table follows soon."""
    line = lines[place]
    text = line.cells[0].low
    if line.end - line.start > _LONGEST_GROUP or _ENDS_A_TABLE.match(text) or text.endswith((".", ";")):
        return False
    for following in islice(lines, place + 1, place + _AHEAD):
        if following.mode:
            return following.mode == mode and is_data(following) and not _is_new_head(following, head)
    return False


def _is_new_head(line: Line, head: tuple[Line, ...]) -> bool:
    return is_head(line) and not _repeats(line, head) and not is_index(line)


def _repeats(line: Line, head: tuple[Line, ...]) -> bool:
    """Whether a line is the head printed again on the next page."""
    words = [cell.low for cell in line.cells]
    return any(words == [cell.low for cell in one.cells] for one in head)


def is_head(line: Line) -> bool:
    """Whether a line heads columns: something names the rows or units, something else says when or what."""
    words = [cell.low for cell in line.cells]
    if not line.mode or is_data(line) or is_index(line):
        return False
    named = {place for place, word in enumerate(words) if is_fixed(word) or (place == 0 and not word)}
    told = [word for place, word in enumerate(words) if place not in named and is_headish(word)]
    others = [word for place, word in enumerate(words) if word and place not in named and word not in told]
    rows_told = table_words().time | table_words().place  # all other columns then name what is measured
    if next((word for word in words if word not in table_words().number), "") in rows_told:
        return len(words) > 1 and all(len(word) <= _LONGEST_HEAD for word in words)
    if any(word in table_words().unit for word in words) and any(is_name(word) for word in words):
        return True
    return bool(named) and len(told) > len(others)


def is_data(line: Line) -> bool:
    """Whether a row holds values beside its name."""
    if not line.mode or line.mode == "group":
        return False
    read = place_of if any(cell.low in table_words().ranks for cell in line.cells) else value_of
    return any(read(cell.low) is not None and not OF_A_YEAR.fullmatch(cell.low) for cell in line.cells[1:])


def is_index(line: Line) -> bool:
    """Whether a row numbers the columns: `A B 1 2 3=2/1`."""
    words = [cell.low for cell in line.cells if not is_blank(cell.low)]
    return len(words) > 1 and all(_INDEX.fullmatch(word) for word in words)


@lru_cache(maxsize=1024)
def is_fixed(text: str) -> bool:
    """Whether the words head a column without values: numbers, names, units, notes, or times or places of rows."""
    words = table_words()
    if text in words.number | words.unit | words.note | words.time | words.place or is_name(text):
        return True
    return text.split("(")[0].strip() in words.unit | words.place


@lru_cache(maxsize=1024)
def is_name(text: str) -> bool:
    """Whether the words head the column of names: `chỉ tiêu`, `tt, chỉ tiêu`, `chỉ tiêu kinh tế - xã hội chủ yếu`."""
    return _names().fullmatch(text) is not None


@cache
def _names() -> re.Pattern[str]:
    words = table_words()
    return compiled(
        rf"(?:{any_of(words.number)}[ ,/.-]*)?(?:tên |các |những )?{any_of(words.name)}"
        r"(?!.*(?:\d|kế hoạch|giao|phấn đấu|năm))[^%]{0,60}"
    )


@lru_cache(maxsize=1024)
def is_headish(text: str) -> bool:
    """Whether words can head a column of values: short, with a role, a time or a measure."""
    if not text or len(text) > _LONGEST_HEAD or text.endswith((".", ";")):
        return False
    if is_fixed(text) or without_unit(text) in table_words().measured:
        return True
    return _headish().search(text) is not None or unit_in(text) is not None


@cache
def _headish() -> re.Pattern[str]:
    words = table_words()
    return compiled(f"{any_of((*words.roles, *scenarios(), *words.earlier))}|{_TIMES}|{_MEASURES}")


def width(rows: tuple[Line, ...]) -> int:
    """How many columns most of the rows with values have."""
    counts = Counter(len(row.cells) for row in rows if is_data(row))
    return counts.most_common(1)[0][0] if counts else 0
