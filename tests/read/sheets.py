"""Workbooks that the tests make, and what is said of their reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from tests.made.office import convert

from camket.model.document import Document
from camket.read import read


def saved(fill: Callable[[Worksheet], None], name: str = "Sheet1") -> bytes:
    """The bytes of a workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    fill(sheet)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def rows_in(rows: Iterable[Iterable[object]]) -> Callable[[Worksheet], None]:
    """Fills a sheet row by row."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return fill


def read_bytes(folder: Path, data: bytes, name: str = "so-lieu") -> Document:
    """Read a file of these bytes; its name tells nothing."""
    path = folder / name
    path.write_bytes(data)
    return read(path)


def with_parts(data: bytes, change: Callable[[str, bytes], bytes], added: dict[str, bytes] | None = None) -> bytes:
    """The same archive with its parts changed, and others added."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return held.getvalue()


def converted(data: bytes, suffix: str, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it in another format."""
    source = folder / "nguon.xlsx"
    source.write_bytes(data)
    convert(suffix, folder, source)
    return (folder / f"nguon.{suffix}").read_bytes()


def cells(document: Document, table: int = 0) -> list[tuple[int, int, int, int, str]]:
    """Row, column, how many rows and columns, text of each cell of a table."""
    return [
        (each.row or 0, each.column or 0, each.rows, each.columns, document.text[each.start : each.end])
        for each in document.blocks
        if each.table == table
    ]


def others(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block that is no cell."""
    return [(each.kind, document.text[each.start : each.end]) for each in document.blocks if each.kind != "table_cell"]


def codes(document: Document) -> dict[str, dict[str, str]]:
    """What is said of the reading: parameters by code."""
    return {each.message.code: dict(each.message.params) for each in document.findings}
