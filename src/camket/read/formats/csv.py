"""CSV and TSV: a table as text, its fields parted by commas, semicolons, tabs or strokes."""

from __future__ import annotations

import msgspec

from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed

_SIGNS = b",;\t|"
_START = 4_096


def _recognises(data: bytes) -> bool:
    if not any(sign in data[:_START] for sign in _SIGNS):
        return False
    from camket.read.sheet.parting import delimiter_of

    return delimiter_of(data) is not None


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    # Loaded late: a folder of plain text needs no reader of tables.
    from camket.read.sheet.delimited import read_delimited
    from camket.read.sheet.text import parsed_book

    book, findings = read_delimited(data, file, limits)
    parsed = parsed_book(book, file, limits)
    return msgspec.structs.replace(parsed, findings=(*findings, *parsed.findings))


FORMAT = Format(name="csv", suffixes=(".csv", ".tsv"), recognises=_recognises, parse=_parse, rank=90)
