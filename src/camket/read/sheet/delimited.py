"""Tables as text: fields parted by commas, semicolons, tabs or strokes (CSV, TSV)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import islice

from camket.findings import Finding
from camket.grammar.expression import expression
from camket.read.encoding import decode
from camket.read.limits import Limits
from camket.read.sheet.book import LAST_COLUMN, LAST_ROW, Book, Sheet
from camket.read.sheet.parting import SAMPLE, delimiter_of, reader_of, records_of
from camket.read.sheet.shown import day_shown, general

_ISO_DAY = expression(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")
_POINT = expression(r"[-+(]?\d+\.\d+%?\)?|[-+(]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?\)?")
_CLEAR_POINT = expression(r"[-+(]?\d*\.(?:\d{1,2}|\d{4,})%?\)?|[-+(]?\d{1,3}(?:,\d{3})+\.\d+%?\)?|0\.\d+")
_CLEAR_COMMA = expression(r"[-+(]?\d*,(?:\d{1,2}|\d{4,})%?\)?|[-+(]?\d{1,3}(?:\.\d{3})+,\d+%?\)?|0,\d+")
_SWAPPED = str.maketrans(",.", ".,")
_MOST_SHOWN = 17


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
    with_points = _has_points(records_of(text[:SAMPLE], sign, whole=len(text) <= SAMPLE), sign)
    try:
        _fill(sheet, reader_of(text, sign), limits.cells, with_points=with_points)
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
