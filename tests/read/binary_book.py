"""A workbook in binary parts (XLSB), written record by record: no free program saves one. MS-XLSB."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence

Cell = str | float | bool | None
Merged = tuple[int, int, int, int]
"""First and last row, first and last column, from 0."""
_HIDDEN_ROW = 0x10
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def binary_book(
    rows: Sequence[Sequence[Cell]],
    *,
    merged: Iterable[Merged] = (),
    hidden_rows: Sequence[int] = (),
    number_format: str = "General",
    sheet: str = "Sheet1",
) -> bytes:
    """The bytes of a workbook with one sheet; all its numbers have the same format."""
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": _book(sheet),
        "xl/_rels/workbook.bin.rels": _relations(("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin")),
        "xl/styles.bin": _styles(number_format),
        "xl/worksheets/sheet1.bin": _sheet(rows, list(merged), hidden_rows),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _relations(*pointed: tuple[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pointed, start=1)
    )
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return f"{head}{listed}</Relationships>".encode()


def _record(kind: int, body: bytes = b"") -> bytes:
    return _number(kind) + _number(len(body)) + body


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    written = b""
    while value > 0x7F:
        written += bytes([value & 0x7F | 0x80])
        value >>= 7
    return written + bytes([value])


def _text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def _book(sheet: str) -> bytes:
    listed = _record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text(sheet))
    return _record(131) + _record(143) + listed + _record(144) + _record(132)


def _styles(number_format: str) -> bytes:
    formats = _record(615, struct.pack("<I", 1)) + _record(44, struct.pack("<H", 164) + _text(number_format))
    styles = b"".join(_record(47, struct.pack("<HHH", 0, each, 0) + bytes(10)) for each in (0, 164))
    cells = _record(617, struct.pack("<I", 2)) + styles + _record(618)
    return _record(278) + formats + _record(616) + cells + _record(279)


def _sheet(rows: Sequence[Sequence[Cell]], merged: list[Merged], hidden_rows: Sequence[int]) -> bytes:
    widest = max(map(len, rows), default=1)
    content = _record(129) + _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, widest - 1)) + _record(145)
    for number, row in enumerate(rows):
        signs = _HIDDEN_ROW if number in hidden_rows else 0
        content += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, signs, 0, 0))
        content += b"".join(_cell(column, value) for column, value in enumerate(row) if value is not None)
    content += _record(146)
    if merged:
        content += _record(177, struct.pack("<I", len(merged)))
        content += b"".join(_record(176, struct.pack("<4I", *each)) for each in merged) + _record(178)
    return content + _record(130)


def _cell(column: int, value: str | float | bool) -> bytes:
    if isinstance(value, str):
        return _record(6, struct.pack("<II", column, 0) + _text(value))
    if isinstance(value, bool):
        return _record(4, struct.pack("<IIB", column, 0, value))
    return _record(5, struct.pack("<IId", column, 1, value))
