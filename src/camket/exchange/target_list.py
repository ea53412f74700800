"""A list of targets in a sheet (Excel, CSV): one target a row, read by the same rules as tables of papers.

Columns, in any order, by these heads: số thứ tự, chỉ tiêu, đơn vị, giá trị, so sánh, kỳ, cơ quan theo dõi, nguồn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from camket.findings import Finding
from camket.grammar.fold import fold, plain
from camket.model.document import Block, Document
from camket.model.extraction import Extraction
from camket.model.fact import Comparator, Figure
from camket.model.message import message
from camket.model.period import Period, parse_period
from camket.model.place import InCell
from camket.model.plan import IN_WORDS, YES_NO
from camket.model.series import OTHER

Column = Literal["number", "name", "unit", "value", "comparator", "period", "body", "source"]

_HEADS: Mapping[Column, tuple[str, ...]] = {
    "number": ("số thứ tự", "stt", "tt", "số tt"),
    "name": ("chỉ tiêu", "tên chỉ tiêu", "nội dung chỉ tiêu", "nội dung", "mục tiêu"),
    "unit": ("đơn vị", "đơn vị tính", "đvt"),
    "value": ("giá trị", "kế hoạch", "chỉ tiêu giao", "giá trị mục tiêu", "mức phấn đấu"),
    "comparator": ("so sánh", "dấu so sánh", "dấu"),
    "period": ("kỳ", "kỳ đánh giá", "thời hạn", "năm"),
    "body": ("cơ quan theo dõi", "đơn vị theo dõi", "cơ quan chủ trì", "cơ quan"),
    "source": ("nguồn", "căn cứ", "văn bản"),
}
_COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    (r"≥|>=|=>|.*trở lên|ít nhất|tối thiểu|không (?:dưới|thấp hơn|ít hơn)|từ", "ge"),
    (r"≤|<=|=<|.*trở xuống|tối đa|không (?:quá|vượt|vượt quá|trên|cao hơn)", "le"),
    (r">|trên|hơn|lớn hơn|cao hơn|vượt", "gt"),
    (r"<|dưới|nhỏ hơn|thấp hơn|ít hơn", "lt"),
    (r"≈|~|khoảng|xấp xỉ", "approx"),
    (r"trong khoảng|từ .*đến.*", "range"),
    (r"=|bằng|đạt|đúng", "eq"),
)
_PART = re.compile(r"[a-zđ]|[-+•*]|")
_GROUP = re.compile(r"[IVXL]+|[A-ZĐ]")
_PERIODS: tuple[tuple[str, str], ...] = (
    (r"(?:giai đoạn |nhiệm kỳ |năm )?(\d{4}) ?- ?(\d{4})", "{0}/{1}"),
    (r"(?:đến|trước|hết)(?: hết)? (?:năm )?(\d{4})", "by:{0}"),
    (r"(?:đến|trước|hết)?(?: hết)?(?: ngày)? ?(\d{1,2})/(\d{1,2})/(\d{4})", "by:{2}-{1:0>2}-{0:0>2}"),
    (r"(?:tháng )?(\d{1,2})/(\d{4})", "{1}-{0:0>2}"),
    (r"(?:năm )?(\d{4})", "{0}"),
)
_QUARTER = re.compile(r"quý (i{1,3}|iv|[1-4])(?:/| năm )(\d{4})")
_LONGEST_NAME = 60
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ASKED_UNITS: Mapping[str, str] = {
    "có/không": YES_NO, "đạt/không đạt": YES_NO, "đạt/chưa đạt": YES_NO, "định tính": IN_WORDS, "bằng lời": IN_WORDS
}  # fmt: skip
_DONE = re.compile(r"có|đạt(?: chuẩn)?|hoàn thành|thực hiện|được (?:công nhận|phê duyệt|thành lập)|thành lập|ban hành")
_WHOLE_PLAN = re.compile(r"(?:hằng|hàng|mỗi) năm|cả (?:nhiệm kỳ|giai đoạn)")
_EACH_YEAR = re.compile(r"(?:hằng|hàng|mỗi) năm")
_A_YEAR = re.compile(r"/ ?năm(?!\w)")


class ListedTarget(msgspec.Struct, frozen=True, kw_only=True):
    """One row that was understood.

    Attributes:
        figure: what its value asks for; its `role`, `comparator` and `period` are those of the row.
        number, whole: its number, and the number that it is a component of.
        each_year: whether its number is asked for in each of several years.
        body: who follows it.
        cited: the paper or the person that it is taken from, as written.
        place: the row, as a person finds it (`Sheet1!B7`).
        row: its number in the sheet.
    """

    figure: Figure
    number: str
    whole: str
    each_year: bool = False
    body: str
    cited: str
    place: str
    row: int


class TargetList(msgspec.Struct, frozen=True, kw_only=True):
    """What a list holds. Where there is trouble, nothing of it should be kept until the file was mended."""

    targets: tuple[ListedTarget, ...] = ()
    trouble: tuple[Finding, ...] = ()


class _Row(msgspec.Struct, frozen=True):
    """A row of the sheet: its cells by what their column is."""

    number: int
    sheet: str
    cells: dict[Column, Block]
    letters: dict[Column, str]
    texts: dict[Column, str]

    def text(self, column: Column) -> str:
        return self.texts.get(column, "")

    def place(self, column: Column) -> str:
        name = f"{self.letters.get(column, '')}{self.number}"
        return f"{self.sheet}!{name}" if self.sheet else name


def read_target_list(extraction: Extraction, period: Period, *, file: str, cited: str = "") -> TargetList:
    """The targets of a list, and what is wrong with it row by row.

    Args:
        extraction: the facts of the sheet.
        period: what the plan runs over; a row without a period of its own is asked for over it.
        file: what the file is called in what people are told.
        cited: what rows without a source of their own are taken from.
    """
    rows = _rows(extraction.document)
    if not rows:
        return TargetList(trouble=(_finding("list.no_head", file, file=file),))
    return _Reader(extraction, period, file, cited).read(rows)


class _Reader:
    """Goes through the rows, and keeps which number components belong to."""

    def __init__(self, extraction: Extraction, period: Period, file: str, cited: str) -> None:
        self._figures = extraction.figures
        self._period, self._file, self._cited = period, file, cited
        self._whole, self._parts = "", 0
        self._numbers: set[str] = set()
        self._open: _Row | None = None
        self._trouble: list[Finding] = []

    def read(self, rows: Sequence[_Row]) -> TargetList:
        found = [target for row in rows if (target := self._row(row)) is not None]
        self._close()
        return TargetList(targets=tuple(found), trouble=tuple(self._trouble))

    def _row(self, row: _Row) -> ListedTarget | None:
        label = row.text("number").rstrip(".) ").replace(",", ".")  # a sheet shows the number 4.1 as `4,1`
        if not row.text("name"):
            if row.text("value"):
                self._wrong(row, "name", "list.no_name")
            return None
        if not row.text("value"):
            self._open_whole(row, label)
            return None
        number, whole = self._number(label)
        figure = self._figure(row)
        cited = row.text("source") or self._cited
        if not cited:
            self._wrong(row, "source", "list.no_source")
        if number in self._numbers:
            self._wrong(row, "number", "list.number_twice", number=number)
        self._numbers.add(number)
        if figure is None or not cited:
            return None
        return ListedTarget(
            figure=figure, number=number, whole=whole, each_year=_is_of_each_year(row, figure),
            body=row.text("body"), cited=cited, place=row.place("name"), row=row.number,
        )  # fmt: skip

    def _open_whole(self, row: _Row, label: str) -> None:
        """A row without a value heads the components below it; a letter or a Roman number heads a group of targets."""
        self._close()
        self._whole, self._parts = "", 0
        if label and not _GROUP.fullmatch(label):
            self._whole, self._open = label, row

    def _close(self) -> None:
        """A number of which no component followed has no value at all."""
        if self._open is not None and not self._parts:
            self._wrong(self._open, "value", "list.no_value")
        self._open = None

    def _number(self, label: str) -> tuple[str, str]:
        """The number of a row with a value, and the number that it is a component of."""
        above = label.rpartition(".")[0]
        if self._whole and (above == self._whole or _PART.fullmatch(label)):
            self._parts += 1
            own = label if above else f"{self._whole}.{label if label.isalpha() else self._parts}"
            return own, self._whole
        self._close()
        if above and above in self._numbers:
            return label, above
        if not _PART.fullmatch(label):
            self._whole, self._parts = label, 0
            return label, ""
        return label or str(len(self._numbers) + 1), ""

    def _figure(self, row: _Row) -> Figure | None:
        cell = row.cells["value"]
        figure = next((each for each in self._figures if cell.start <= each.start < cell.end), None)
        figure = figure or _asked_in_words(row, cell)
        if figure is None:
            self._wrong(row, "value", "list.bad_value", value=row.text("value"), unit=row.text("unit") or "-")
        comparator = self._comparator(row, figure)
        period = self._when(row)
        if figure is None or comparator is None or period is None:
            return None
        return msgspec.structs.replace(
            figure, role="target", comparator=comparator, period=period, indicator_text=row.text("name")
        )

    def _comparator(self, row: _Row, figure: Figure | None) -> Comparator | None:
        text = fold(row.text("comparator"))
        said = figure.comparator if figure is not None else "eq"
        if not text:
            return said
        found = next((name for pattern, name in _COMPARATORS if re.fullmatch(pattern, text)), None)
        if found is None:
            self._wrong(row, "comparator", "list.bad_comparator", value=row.text("comparator"))
            return None
        if said not in ("eq", found) or (found == "range") != (said == "range"):
            self._wrong(row, "comparator", "list.two_comparators", value=row.text("value"), other=text)
            return None
        return found

    def _when(self, row: _Row) -> str | None:
        text = row.text("period")
        if not text or _WHOLE_PLAN.fullmatch(fold(text)):
            return str(self._period)
        period = period_written(text)
        if period is None:
            self._wrong(row, "period", "list.bad_period", value=text)
            return None
        return str(period)

    def _wrong(self, row: _Row, column: Column, code: str, **params: str) -> None:
        said = _finding(
            code, row.place(column), file=self._file, row=row.number, column=row.letters.get(column, "-"),
            name=row.text("name"), **params,
        )  # fmt: skip
        self._trouble.append(said)


def _is_of_each_year(row: _Row, figure: Figure) -> bool:
    """Whether unit, value or period say of a number of several years that each is meant: `lao động/năm`, `hằng năm`."""
    period = parse_period(figure.period or "")
    if period is None or len(period.years()) < 2:
        return False
    said = _A_YEAR.search(fold(f"{row.text('value')} {row.text('unit')}")) is not None
    return said or _EACH_YEAR.fullmatch(fold(row.text("period"))) is not None


def _asked_in_words(row: _Row, cell: Block) -> Figure | None:
    """What a row asks for without a number: that something is done, or what only words can tell."""
    value, unit = fold(row.text("value")).strip(" ."), fold(row.text("unit")).replace(" / ", "/").strip()
    asked = _ASKED_UNITS.get(unit) or (YES_NO if not unit and _DONE.fullmatch(value) else None)
    if asked is None:
        return None
    return Figure(
        start=cell.start, end=cell.end, quote=row.text("value"), unit=asked, value=Decimal(1), comparator="eq",
        indicator=f"{OTHER}{'_'.join(plain(row.text('name')).split())}"[:_LONGEST_NAME],
    )  # fmt: skip


def period_written(text: str) -> Period | None:
    """A period as people write it in a cell: `2025`, `2021-2025`, `đến năm 2025`, `Quý III/2025`, `30/6/2025`."""
    known = parse_period(text.strip())
    if known is not None:
        return known
    words = fold(text).strip()
    quarter = _QUARTER.fullmatch(words)
    if quarter:
        return parse_period(f"{quarter[2]}-Q{_QUARTERS.get(quarter[1], quarter[1])}")
    for pattern, form in _PERIODS:
        found = re.fullmatch(pattern, words)
        if found is not None:
            return parse_period(form.format(*found.groups()))
    return None


def _rows(document: Document) -> list[_Row]:
    """The rows below the head of every table that has the two columns without which there is no list."""
    found: list[_Row] = []
    columns: dict[int, Column] = {}
    table: int | None = None
    for row in _blocks(document):
        heads = _heads(row, document)
        if {"name", "value"} <= set(heads.values()):
            columns, table = heads, row[0].table
        elif columns and row[0].table == table:
            made = _row(row, columns, document)
            if made is not None:
                found.append(made)
    return found


def _blocks(document: Document) -> Iterator[list[Block]]:
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in document.blocks:
        if block.table is not None and block.row is not None:
            rows.setdefault((block.table, block.row), []).append(block)
    yield from rows.values()


def _heads(row: Sequence[Block], document: Document) -> dict[int, Column]:
    heads: dict[int, Column] = {}
    for block in row:
        text = fold(document.text[block.start : block.end]).strip(" :.")
        for column, names in _HEADS.items():
            if text in names and column not in heads.values():
                heads[block.column or 0] = column
    return heads


def _row(row: Sequence[Block], columns: Mapping[int, Column], document: Document) -> _Row | None:
    places = {place.start: place.at for place in document.places}
    cells = {columns[block.column or 0]: block for block in row if (block.column or 0) in columns}
    ats = [at for block in row if isinstance(at := places.get(block.start), InCell)]
    if not cells or not ats:
        return None
    shift = ats[0].column - (row[0].column or 0)
    letters = {
        column: InCell(ats[0].sheet, ats[0].row, at + shift).name.rstrip("0123456789") for at, column in columns.items()
    }
    texts = {column: " ".join(document.text[block.start : block.end].split()) for column, block in cells.items()}
    return _Row(ats[0].row, ats[0].sheet, cells, letters, texts)


def _finding(code: str, where: str, **params: object) -> Finding:
    return Finding(message=message(code, **params), level="error", where=where)
