"""The time that the words of a row say its values are of, whatever heads their column."""

from __future__ import annotations

from collections.abc import Sequence

from camket.extract.tables.row import Row
from camket.extract.tables.time import time_in
from camket.grammar.expression import expression
from camket.rules.period.item import When

_OF_THE_TERM = expression(
    r"(?<!\w)(?:5 năm|năm năm|(?:cả|trong|bình quân|toàn) giai đoạn|(?:cả|trong) nhiệm kỳ)(?! 20)(?!\w)"
)
"""A row whose values are of the years of a term, whatever year heads the column."""
_TERM_YEARS = 5
_STANDARD = expression(
    r"\(?(?:theo )?(?:tiêu )?chuẩn(?: nghèo)?(?: đa chiều)?(?: giai đoạn)?(?: mới)? 20\d\d ?- ?20\d\d\)?"
)
"""The years of a standard are no time: `Tỷ lệ hộ nghèo (chuẩn 2026-2030)`."""


def is_of_the_term(row: Row) -> bool:
    """Whether the values of a row are of the years of a term, whatever year heads the column."""
    return _OF_THE_TERM.search(row.words) is not None


def own_time(row: Row) -> When | None:
    """The time that the words of a row name."""
    words = _STANDARD.sub(" ", row.words)
    return time_in(words) if any(letter.isdigit() for letter in words) else None


def time_of_heading(row: Row, rows: Sequence[Row]) -> When | None:
    """The time that the nearest row without values above a row names: `Cơ cấu kinh tế đến năm 2030`."""
    while row.parent is not None:
        row = rows[row.parent]
        own = None if row.values else own_time(row)
        if own is not None and own.year is not None:
            return own
    return None


def term_up_to(when: When) -> When:
    """The five years that end with a year: `bình quân 5 năm` under `Mục tiêu đến năm 2030` is of 2026-2030."""
    if when.year is None or when.high_year is not None or when.month or when.quarter or when.half or when.day:
        return when
    return When(year=when.year - _TERM_YEARS + 1, high_year=when.year)
