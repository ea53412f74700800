"""Tables in a cell of a PDF's table are tables of their own, behind the one that holds them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.made.drawn import Drawn, pdf_of, said

from camket.read.limits import DEFAULT
from camket.read.parsed import Parsed
from camket.read.pdf import read_pdf

Box = tuple[float, float, float, float, str]
"""Left, lower, right and upper edge of a cell, and its words."""


def _read(cells: Sequence[Box]) -> Parsed:
    lines = "".join(
        f"{left} {low} m {right} {low} l S {left} {high} m {right} {high} l S "
        f"{left} {low} m {left} {high} l S {right} {low} m {right} {high} l S\n"
        for left, low, right, high, _ in cells
    )
    words = "".join(said(text, left + 14, high - 15) for left, _, _, high, text in cells if text)
    return read_pdf(pdf_of([Drawn(lines + words)]), "a.pdf", DEFAULT)


def _inner(left: float, right: float, top: float, rows: Sequence[tuple[str, str]]) -> list[Box]:
    middle = (left + right) / 2
    return [
        (*edges, top - 20 * at, text)
        for at, row in enumerate(rows)
        for edges, text in zip(
            ((left, top - 20 * at - 20, middle), (middle, top - 20 * at - 20, right)), row, strict=True
        )
    ]


HEAD: list[Box] = [(100, 700, 200, 720, "Nganh"), (200, 700, 500, 720, "Ket qua")]
LAST: list[Box] = [(100, 580, 200, 600, "Giao duc"), (200, 580, 500, 600, "Dat 92%")]
ROWS = (("Chi tieu", "2024"), ("Bac si", "11,5"), ("Bao hiem", "96,2"))
HOST: list[Box] = [(100, 600, 200, 700, "Y te"), (200, 600, 500, 700, "")]
NESTED = [
    ("its lines meet those of the cell", [*HEAD, *HOST, *_inner(200, 500, 700, ROWS), *LAST], ""),
    ("words stand above it", [*HEAD, *HOST, *_inner(200, 500, 680, ROWS), *LAST, (200, 680, 500, 700, "Gom:")], "Gom:"),
    ("it ends before the cell does", [*HEAD, *HOST, *_inner(206, 494, 700, ROWS), *LAST], ""),
    ("it stands free in the cell", [*HEAD, *HOST, *_inner(210, 490, 690, ROWS), *LAST], ""),
]


@pytest.mark.parametrize(("cells", "beside"), [case[1:] for case in NESTED], ids=[case[0] for case in NESTED])
def test_a_table_in_a_cell_is_one_of_its_own(cells: list[Box], beside: str) -> None:
    read = _read(cells)
    assert read.text.splitlines() == [
        "Nganh\tKet qua", f"Y te\t{beside}", "Giao duc\tDat 92%", "Chi tieu\t2024", "Bac si\t11,5", "Bao hiem\t96,2",
    ]  # fmt: skip
    inner = [(block.row, block.column) for block in read.blocks if block.table == 1]
    assert inner == [(row, column) for row in range(3) for column in range(2)]
    assert {block.table for block in read.blocks} == {0, 1}


TWO = (("Ke hoach", "5"), ("Thuc hien", "6"))
ONE_TABLE = [
    ("a head over two columns, which all rows have",
     [*HEAD, (100, 660, 200, 700, "So A"), *_inner(200, 500, 700, TWO),
      (100, 620, 200, 660, "So B"), *_inner(200, 500, 660, TWO), (100, 600, 200, 620, "Cong"),
      (200, 600, 500, 620, "22")]),
    ("a head alone", [*HEAD, (100, 660, 200, 700, "So A"), *_inner(200, 500, 700, TWO)]),
    ("a cell that reaches over rows of all columns",
     [(100, 680, 200, 720, "Nganh"), (200, 700, 350, 720, "2023"), (350, 700, 500, 720, "2024"),
      (200, 680, 350, 700, "Ke hoach"), (350, 680, 500, 700, "Ket qua"),
      *_inner(200, 500, 680, TWO), (100, 640, 200, 680, "So A")]),
]  # fmt: skip


@pytest.mark.parametrize("cells", [case[1] for case in ONE_TABLE], ids=[case[0] for case in ONE_TABLE])
def test_columns_under_one_head_are_one_table(cells: list[Box]) -> None:
    assert {block.table for block in _read(cells).blocks} == {0}
