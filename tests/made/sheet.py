"""The tables of a paper as a workbook: numbers as numbers, the caption above, the head in bold."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from tests.made.paper import Part

_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")


def sheet_of(parts: Sequence[Part]) -> bytes:
    """The bytes of the workbook: the title of the paper, then its tables."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for part in parts:
        if part.kind == "heading":
            sheet.append([part.lines[0]])
        for number, row in enumerate(part.rows if part.kind == "table" else ()):
            sheet.append([_typed(cell) if number else cell for cell in row])
            for cell in sheet[sheet.max_row]:
                cell.font = Font(bold=not number)
                if isinstance(cell.value, float):
                    cell.number_format = f"#,##0.{'0' * len(row[cell.column - 1].partition(',')[2])}".rstrip(".")
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _typed(cell: str) -> str | float | int:
    if not _NUMBER.fullmatch(cell):
        return cell
    value = cell.replace(".", "").replace(",", ".")
    return float(value) if "." in value or "." in cell else int(value)
