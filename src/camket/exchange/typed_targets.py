"""A list of targets typed row by row, read by the same rules as a sheet; and targets as such rows again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import msgspec

from camket.exchange.target_list import Column, TargetList, period_written, read_target_list
from camket.extract import extract
from camket.findings import Finding
from camket.model.document import Document
from camket.model.message import Message
from camket.model.period import Period
from camket.model.place import InCell
from camket.model.plan import IN_WORDS, YES_NO, TypedTarget
from camket.read.writer import CellText, Piece, Writer
from camket.report.dates import period as period_text
from camket.report.numbers import axis, number, span
from camket.resolve import resolve
from camket.resolve.series import EACH_YEAR
from camket.words import term

COLUMNS: tuple[Column, ...] = get_args(Column)
_SIGNS: Mapping[str, str] = {
    "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "khoảng", "range": "", "eq": "",
}  # fmt: skip
_IN_WORDS = {YES_NO: "Có/Không", IN_WORDS: "Định tính"}
_DONE, _OF_PARTS = "Có", "Gồm các chỉ tiêu thành phần"

TypedRow = Mapping[Column, str]


def read_typed_targets(rows: Sequence[TypedRow], period: Period, *, name: str, cited: str = "") -> TargetList:
    """The targets of typed rows, and what is wrong with them row by row.

    Args:
        rows: what was typed; an empty row keeps its number.
        period: what the plan runs over.
        name: what the rows are called in what people are told.
        cited: what rows without a source of their own are taken from.
    """
    found = read_target_list(resolve(extract(_document(rows), whatever=True)), period, file=name, cited=cited)
    return msgspec.structs.replace(found, trouble=tuple(_named(each) for each in found.trouble))


def head(column: Column) -> str:
    """The head over a column of a sheet; lists are read by their Vietnamese heads."""
    return term(f"list.head.{column}", "vi")


def _document(rows: Sequence[TypedRow]) -> Document:
    writer = Writer()
    writer.row([_cell(place, head(column)) for place, column in enumerate(COLUMNS)], 0, 0)
    for below, row in enumerate(rows, 1):
        cells = [
            _cell(place, " ".join(row.get(column, "").split()), InCell("", below, place + 1))
            for place, column in enumerate(COLUMNS)
        ]
        writer.row(cells, 0, below)
    made = writer.result()
    digest = hashlib.sha256(made.text.encode()).hexdigest()
    return Document(
        id="", text=made.text, sha256=digest, text_sha256=digest, format="csv", blocks=made.blocks, places=made.places
    )


def _cell(place: int, text: str, at: InCell | None = None) -> CellText:
    return CellText(place, [Piece(text, at)], head=at is None)


def _named(trouble: Finding) -> Finding:
    """A column by its head, where a sheet has a letter: a typed table shows no letters."""
    said = trouble.message
    params = tuple((name, _head(value) if name == "column" else value) for name, value in said.params)
    return msgspec.structs.replace(trouble, message=Message(said.code, params))


def _head(letter: str) -> str:
    place = ord(letter) - ord("A") if len(letter) == 1 else -1
    return head(COLUMNS[place]) if 0 <= place < len(COLUMNS) else letter


def typed_rows(targets: Iterable[tuple[TypedTarget, str]]) -> list[dict[Column, str]]:
    """Targets, each with what it is taken from, as rows that read the same again.

    A number that has components gets a row of its own before the first of them.
    """
    rows: list[dict[Column, str]] = []
    wholes: set[str] = set()
    for target, cited in targets:
        if target.whole and target.whole not in wholes:
            rows.append({"number": target.whole, "name": _OF_PARTS})
        wholes |= {target.number, target.whole}
        rows.append(_row(target, cited))
    return rows


def _row(target: TypedTarget, cited: str) -> dict[Column, str]:
    unit, value = _said(target)
    return {
        "number": target.number,
        "name": target.name,
        "unit": f"{unit}{EACH_YEAR}" if target.each_year else unit,
        "value": value,
        "comparator": _SIGNS.get(target.comparator, ""),
        "period": _written(target.period),
        "body": target.body,
        "source": cited,
    }


def _said(target: TypedTarget) -> tuple[str, str]:
    """The unit and the number in it."""
    if target.unit in _IN_WORDS:
        return _IN_WORDS[target.unit], _DONE
    low, high = target.value, target.value_high
    scale = axis(max(abs(low), abs(high or low)), target.unit)
    written = number(low / scale.factor)
    return scale.unit, written if high is None else span(written, number(high / scale.factor), "vi")


def _written(period: str) -> str:
    """A period in words where they are understood again, else as facts write it."""
    words = period_text(period, "vi")
    return words if str(period_written(words)) == period else period
