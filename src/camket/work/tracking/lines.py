"""Rows of a sheet told apart: tasks, headings of groups, totals, foot; each row is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from camket.model.workbook import GridCell, GridRow, GridSheet
from camket.work.tracking.bodies import is_body
from camket.work.tracking.guesses import Head
from camket.work.tracking.heads import find_heads
from camket.work.tracking.papers import papers_in
from camket.work.tracking.reading import Field, bare, squeezed, words

LineKind = Literal[
    "task", "continued", "group", "title", "head", "numbering", "total", "foot", "outside", "empty", "no_text"
]  # fmt: skip
"""A task; more of the task above; a heading; what stands above the table; its head; the numbers under the head; sums;
what stands below; a row of a sheet without a list of tasks; a row with its number alone; a row without its task."""
_ROMAN = re.compile(r"[ivxlc]+")
_LETTER = re.compile(r"[a-zđ]")
_ARABIC = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?:\s*=\s*.*)?")
_BULLET = re.compile(r"[-+*•–]|\.\.\.")
_OPENING = re.compile(r"^\s*(?P<label>[IVXLC]+|[A-ZĐ]|\d+)\s*[./)-]\s*(?=\S)")
_DITTO = re.compile(r"[\"”“'′]{1,2}|-?\s*nt\s*-?|như trên|- ?như trên ?-?|//")
_PLACE_AND_DAY = re.compile(r"^[^\d,;]{2,40}, ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm")
_SUMS = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)(?: dồn| lũy kế| chung)?,? "
    r"(?:quý|tháng|năm|tuần|kỳ|nhóm|mục|phần|khối|lĩnh vực|sở|[ivx\d]+)(?!\w)"
)
_COUNT = re.compile(r"[\d.,]+ ?%?")
_SUM = 60
_LABEL = 8
_WIDE = 3


class Said(NamedTuple):
    """What a row says in a column: the text, the column, whether it is a number, the row where it stands."""

    text: str
    column: int
    number: bool
    row: int


Values = Mapping[Field, tuple[Said, ...]]


class Line(NamedTuple):
    """A row: its number, what it is, what it says by field, whether a person sees it.

    `style` tells headings of one rank from those of another; `marks` are the crosses under heads that name states.
    """

    row: int
    kind: LineKind
    values: Values
    hidden: bool = False
    text: str = ""
    style: str = ""
    marks: tuple[tuple[str, Said], ...] = ()


class ReadSheet(NamedTuple):
    """The lines of a sheet, one for each row, and the heads of its tables."""

    lines: tuple[Line, ...]
    heads: tuple[Head, ...]


def read_sheet(sheet: GridSheet) -> ReadSheet:
    """The rows of a sheet, each told for what it is."""
    heads = find_heads(sheet.rows)
    return ReadSheet(tuple(_lines(sheet, heads)), tuple(heads))


def _lines(sheet: GridSheet, heads: Sequence[Head]) -> Iterator[Line]:
    table: _Table | None = None
    waiting = list(heads)
    for row in sheet.rows:
        while waiting and row.number > waiting[0].last:
            table = _Table(waiting.pop(0))
        if waiting and waiting[0].first <= row.number:
            yield _plain(row, "head")
        elif table is None:
            yield _plain(row, "title" if heads else "outside")
        else:
            yield table.line(row)


def _plain(row: GridRow, kind: LineKind) -> Line:
    return Line(row.number, kind, {}, row.hidden, "\n".join(cell.text for cell in row.cells))


class _Table:
    """The rows below a head; keeps what joined cells say further down, and whether the foot has begun."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._down: dict[int, tuple[GridCell, int]] = {}
        self._foot = False
        self._tasks = 0
        self._numbered = False

    def line(self, row: GridRow) -> Line:
        values, marks = self._values(row)
        own = {field for field, said in values.items() if any(each.row == row.number for each in said)}
        text = "\n".join(cell.text for cell in row.cells)
        kind, style = self._kind(row, values, own, bool(marks))
        if kind == "task":
            self._tasks += 1
        self._foot = self._foot or kind == "foot"
        return Line(row.number, kind, values, row.hidden, text, style, tuple(marks))

    def _values(self, row: GridRow) -> tuple[dict[Field, tuple[Said, ...]], list[tuple[str, Said]]]:
        self._down = {at: held for at, held in self._down.items() if held[0].last_row >= row.number}
        here = {cell.column: (cell, row.number) for cell in row.cells}
        for cell in row.cells:
            if cell.last_row > row.number:
                self._down[cell.column] = (cell, row.number)
        values: dict[Field, tuple[Said, ...]] = {}
        marks: list[tuple[str, Said]] = []
        for at, (cell, begun) in sorted({**self._down, **here}.items()):
            column = self._head.columns.get(at)
            said = Said(cell.text.strip(), at, cell.number, begun)
            if not said.text:
                continue
            if column is None:
                values["note"] = (*values.get("note", ()), said)
            elif column.field == "mark":
                marks.append((column.head, said))
            else:
                values[column.field] = (*values.get(column.field, ()), said)
        return values, [each for each in marks if each[1].row == row.number]

    def _kind(self, row: GridRow, values: Values, own: set[Field], marked: bool) -> tuple[LineKind, str]:
        if self._is_numbering(row):
            self._numbered = True
            return "numbering", ""
        heading = self._heading(row, values, own, marked)
        first = bare(row.cells[0].text) if row.cells else ""
        told = bare(heading.text) if heading is not None else first
        if _is_total(told) or _is_total(first) or self._is_sum(row):
            return "total", ""
        if self._tasks and (not marked or len(row.cells) == 1) and self._is_foot(row, own, told):
            return "foot", ""
        if heading is not None:
            return heading.kind, heading.style
        return self._kind_of_task(values, own, marked), ""

    def _kind_of_task(self, values: Values, own: set[Field], marked: bool) -> LineKind:
        if "text" in own:
            return "task"
        if "text" in values:
            return "task" if "lead" in own else "continued"
        if own <= {"number"} and not marked:
            said = " ".join(each.text for each in values.get("number", ()))
            return "foot" if self._tasks and len(said) > _LABEL and " " in said else "empty"
        if own <= {"result", "note", "evidence", "evidence_day", "supporting", "obstacle", "proposal"} and self._tasks:
            return "continued"
        return "no_text"

    def _is_first(self, cell: GridCell) -> bool:
        return cell.column == min(self._head.columns)

    def _is_sum(self, row: GridRow) -> bool:
        """`Cộng quý I` with nothing but counts beside it."""
        words_ = [cell.text for cell in row.cells if not _COUNT.fullmatch(cell.text.strip())]
        if not self._tasks or len(words_) != 1:
            return False
        return len(words_[0]) <= _SUM and _SUMS.match(squeezed(words_[0])) is not None

    def _is_numbering(self, row: GridRow) -> bool:
        """Whether the row numbers the columns; that stands right under a head."""
        if self._tasks or self._numbered or len(row.cells) < _WIDE:
            return False
        return all(_NUMBERING.fullmatch(bare(cell.text) or "x1") for cell in row.cells)

    def _is_foot(self, row: GridRow, own: set[Field], told: str) -> bool:
        if own & {"lead", "due", "paper", "status", "done_day"} and len(row.cells) > 2:
            return False
        starred = own <= {"number"} and len(row.cells) == 1 and row.cells[0].text.lstrip().startswith("*")
        if starred or (self._foot and "number" not in own):
            return True
        folded = [squeezed(cell.text) for cell in row.cells]
        if len(folded) <= 2 and any(_PLACE_AND_DAY.search(text) for text in folded):
            return True
        return any(
            bare(text) in words().foot or text.startswith(("ghi chú:", "nơi nhận", "người lập", "* ghi chú", "ngày "))
            for text in (*folded, told)
        )

    def _heading(self, row: GridRow, values: Values, own: set[Field], marked: bool) -> _Heading | None:
        """The row as a heading, or as more of the task above; None where it is neither."""
        cells = [cell for cell in row.cells if cell.text.strip()]
        if marked or not 0 < len(cells) <= 2 or not own <= {"number", "text", "subject", "paper", "note", "lead"}:
            return None
        label = bare(cells[0].text) if len(cells) == 2 or len(cells[0].text) <= _LABEL else ""
        told = cells[-1]
        opening = _OPENING.match(told.text)
        style = _style(label or (bare(opening["label"]) if opening else ""))
        wide = told.last_column - told.column >= _WIDE - 1 and told.last_row == row.number
        if len(cells) == 1 and label and _style(label):
            return None
        if len(cells) == 1 and (own == {"number"} or (own == {"lead"} and self._is_first(told))):
            return _Heading("group", style or "plain", told.text)  # words in the first column: what follows is of it
        if wide or (style in ("roman", "letter") and not values.keys() & {"lead"} - own):
            return _Heading("group", style or "wide", told.text)
        named = not label and (is_body(told.text) or told.text.isupper() or bool(papers_in(told.text)))
        if named and not values.keys() & {"due", "status"}:
            return _Heading("group", style or "plain", told.text)
        if not label and self._tasks and "text" in own and (_BULLET.match(told.text) or told.text[:1].islower()):
            return _Heading("continued", "", told.text)
        return None


class _Heading(NamedTuple):
    kind: LineKind
    style: str
    text: str


def _style(label: str) -> str:
    if _ROMAN.fullmatch(label):
        return "roman"
    if _LETTER.fullmatch(label):
        return "letter"
    return "arabic" if _ARABIC.fullmatch(label) else ""


def _is_total(told: str) -> bool:
    return any(
        told == word or told.startswith((f"{word}:", f"{word} (", f"{word} số", f"{word} cộng"))
        for word in words().total
    )


def is_ditto(text: str) -> bool:
    """Whether a cell says that it is as the one above: `nt`, `"`, `như trên`."""
    return _DITTO.fullmatch(squeezed(text)) is not None


def heading_of(text: str) -> str:
    """The words of a heading without its number: `I. SỞ TÀI CHÍNH`."""
    lines = [line for line in text.splitlines() if line.strip()]
    words_ = lines[-1] if lines else ""
    return _OPENING.sub("", words_).strip(" :.")
