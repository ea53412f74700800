"""Tables as text: fields parted by commas, semicolons, tabs or strokes (CSV, TSV).

Prose has commas too. So a text is such a table only where all its lines have the same number of fields, a line of
names heads them, and numbers stand below, or four fields at least; or where blank fields fill up its lines, as those
of a sheet with a letterhead and a head of several lines.
"""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from camket.findings import Finding
from camket.grammar.expression import expression
from camket.read.encoding import decode
from camket.read.limits import Limits
from camket.read.sheet.book import LAST_COLUMN, LAST_ROW, Book, Sheet
from camket.read.sheet.shown import day_shown, general

_DELIMITERS = ",;\t|"
_SAMPLE = 65_536
_RECORDS = 200
_ABOVE = 15
"""Records that may stand above the head: a title, a unit."""
_FEWEST, _SURE = 3, 4
_LONGEST_NAME = 80
_SAME = 0.95
_PADDED = 0.2
_HALF = 0.5
_NUMBER = expression(r"[-+(]?\d[\d.,\s]*%?\)?|[-–…]")
_YEAR = expression(r"(?:19|20)\d\d")
_ISO_DAY = expression(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")
_POINT = expression(r"[-+(]?\d+\.\d+%?\)?|[-+(]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?\)?")
_CLEAR_POINT = expression(r"[-+(]?\d*\.(?:\d{1,2}|\d{4,})%?\)?|[-+(]?\d{1,3}(?:,\d{3})+\.\d+%?\)?|0\.\d+")
_CLEAR_COMMA = expression(r"[-+(]?\d*,(?:\d{1,2}|\d{4,})%?\)?|[-+(]?\d{1,3}(?:\.\d{3})+,\d+%?\)?|0,\d+")
_SWAPPED = str.maketrans(",.", ".,")
_MOST_SHOWN = 17


def delimiter_of(data: bytes) -> str | None:
    """The sign that parts the fields; None of what is no such table."""
    sample = _text(data[:_SAMPLE])
    lines = sample.splitlines()[:_RECORDS]
    for sign in _DELIMITERS:
        if sum(sign in line for line in lines) >= _HALF * sum(bool(line.strip()) for line in lines) > 0:
            records = _records(sample, sign, whole=len(data) <= _SAMPLE)
            if _is_table(records):
                return sign
    return None


def sign_between(data: bytes) -> str | None:
    """The sign that stands in most lines of a text that somebody says is a table, whatever stands above its head."""
    lines = [line for line in _text(data[:_SAMPLE]).splitlines()[:_RECORDS] if line.strip()]
    if len(lines) < _FEWEST:
        return None
    return next((sign for sign in _DELIMITERS if sum(sign in line for line in lines) > _HALF * len(lines)), None)


def _text(sample: bytes) -> str:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return sample[: len(sample) // 2 * 2].decode("utf-16", errors="replace")
    return "" if b"\0" in sample else sample.decode("utf-8-sig", errors="replace")


def _records(sample: str, sign: str, *, whole: bool) -> list[list[str]]:
    """The filled records of a sample; the last one of a longer text may be cut."""
    reader = _reader(sample, sign)
    try:
        records = list(islice(reader, _RECORDS))
    except csv.Error:
        return []
    if not whole and len(records) < _RECORDS:
        records = records[:-1]
    return [record for record in records if any(field.strip() for field in record)]


def _reader(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(text.splitlines(keepends=True), delimiter=sign, strict=False)


def _is_table(records: Sequence[Sequence[str]]) -> bool:
    if len(records) < _FEWEST:
        return False
    width, count = Counter(map(len, records)).most_common(1)[0]
    if width < 2 or count < _SAME * len(records):
        return False
    head = next((place for place, record in enumerate(records[:_ABOVE]) if _names(record)), None)
    if head is None or any(map(_is_number, (field for record in records[:head] for field in record))):
        return _is_padded(records, width)
    below = records[head + 1 :]
    return bool(below) and (width >= _SURE or any(_of_numbers(below, column) for column in range(1, width)))


def _is_padded(records: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the records are those of a sheet with titles, joined heads and notes: filled up with blank fields."""
    blank = sum(any(not field.strip() for field in record) for record in records)
    if width < _FEWEST or blank < _PADDED * len(records):
        return False
    columns = zip(*(record for record in records if len(record) == width), strict=True)
    return any(sum(map(_is_number, filter(None, column))) > 1 for column in islice(columns, 1, None))


def _names(record: Sequence[str]) -> bool:
    """Whether each field is the name of a column."""
    fields = [field.strip() for field in record]
    return all(0 < len(field) <= _LONGEST_NAME for field in fields) and not any(map(_is_number, fields))


def _is_number(field: str) -> bool:
    text = field.strip()
    return _NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def _of_numbers(records: Sequence[Sequence[str]], column: int) -> bool:
    fields = [record[column].strip() for record in records if column < len(record)]
    filled = [field for field in fields if field]
    return bool(filled) and sum(map(_is_number, filled)) > _HALF * len(filled)


def read_delimited(data: bytes, file: str, limits: Limits, sign: str | None = None) -> tuple[Book, tuple[Finding, ...]]:
    """The one sheet of such a text, and what was noticed when it was decoded.

    Raises:
        ReadError: the text cannot be decoded, see `camket.read.encoding.decode`.
    """
    sign = sign or delimiter_of(data) or ","
    decoded = decode(data, file)
    sheet = Sheet("")
    book = Book(sheets=[sheet])
    text = decoded.text.removeprefix("\ufeff")
    with_points = _has_points(_records(text[:_SAMPLE], sign, whole=len(text) <= _SAMPLE), sign)
    try:
        _fill(sheet, _reader(text, sign), limits.cells, with_points=with_points)
    except csv.Error:
        sheet.broken = sheet.named(max(sheet.rows, default=1), 1)
    return book, decoded.findings


def _fill(sheet: Sheet, records: Iterable[list[str]], most: int, *, with_points: bool) -> None:
    for row, record in enumerate(islice(records, LAST_ROW), 1):
        for column, field in enumerate(record[:LAST_COLUMN], 1):
            text = field.strip()
            if not text:
                continue
            if sheet.count >= most:
                sheet.cut = sheet.named(row, column)
                return
            sheet.put(row, column, _shown(text, with_points=with_points))


def _has_points(records: Sequence[Sequence[str]], sign: str) -> bool:
    """Whether numbers are written with a decimal point: what is clear decides, else the sign between the fields."""
    fields = [field.strip() for record in records for field in record]
    points = sum(_CLEAR_POINT.fullmatch(field) is not None for field in fields)
    commas = sum(_CLEAR_COMMA.fullmatch(field) is not None for field in fields)
    return points > commas if points or commas else sign == ","


def _shown(text: str, *, with_points: bool) -> str:
    """A field as it is written in Viet Nam."""
    if _ISO_DAY.fullmatch(text):
        return day_shown(text)
    if not with_points or _POINT.fullmatch(text) is None:
        return text
    if len(text) > _MOST_SHOWN and "," not in text and not text.endswith((")", "%")):
        return general(float(text))
    return text.translate(_SWAPPED)
