"""How a text tells that it is a table, and which sign parts its fields: a comma, a semicolon, a tab or a stroke.

Prose has commas too. So a text is such a table only where all its lines have the same number of fields, a line of
names heads them, and numbers stand below, or four fields at least; or where blank fields fill up its lines, as those
of a sheet with a letterhead and a head of several lines.
"""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from camket.grammar.expression import expression

SAMPLE = 65_536
"""Bytes that tell it."""
_DELIMITERS = ",;\t|"
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


def delimiter_of(data: bytes) -> str | None:
    """The sign that parts the fields; None of what is no such table."""
    sample = _text(data[:SAMPLE])
    lines = sample.splitlines()[:_RECORDS]
    for sign in _DELIMITERS:
        if sum(sign in line for line in lines) >= _HALF * sum(bool(line.strip()) for line in lines) > 0:
            records = records_of(sample, sign, whole=len(data) <= SAMPLE)
            if _is_table(records):
                return sign
    return None


def sign_between(data: bytes) -> str | None:
    """The sign that stands in most lines of a text that somebody says is a table, whatever stands above its head."""
    lines = [line for line in _text(data[:SAMPLE]).splitlines()[:_RECORDS] if line.strip()]
    if len(lines) < _FEWEST:
        return None
    return next((sign for sign in _DELIMITERS if sum(sign in line for line in lines) > _HALF * len(lines)), None)


def _text(sample: bytes) -> str:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return sample[: len(sample) // 2 * 2].decode("utf-16", errors="replace")
    return "" if b"\0" in sample else sample.decode("utf-8-sig", errors="replace")


def records_of(sample: str, sign: str, *, whole: bool) -> list[list[str]]:
    """The filled records of a sample; the last one of a longer text may be cut."""
    reader = reader_of(sample, sign)
    try:
        records = list(islice(reader, _RECORDS))
    except csv.Error:
        return []
    if not whole and len(records) < _RECORDS:
        records = records[:-1]
    return [record for record in records if any(field.strip() for field in record)]


def reader_of(text: str, sign: str) -> Iterator[list[str]]:
    """The records of a text, as they come."""
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
