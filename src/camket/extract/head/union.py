"""Papers of the Youth Union: its name stands where those of the Party have that of the Party.

Left of it the letterhead says only which committee issues the paper (`BAN CHẤP HÀNH TỈNH BẮC NINH`).
"""

from __future__ import annotations

import re

from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold

_NAME = r"ĐOÀN +(?:TNCS|THANH NIÊN CỘNG SẢN) +HỒ CHÍ MINH"
_BESIDE = expression(rf"(?:^|.*  ) *{_NAME} *$")
_ALONE = expression(_NAME)
_COMMITTEE = expression(r"(?P<committee>Ban (?:Chấp hành|Thường vụ|Bí thư))(?P<level> .*)?$", re.IGNORECASE)
_WRITTEN = "Đoàn TNCS Hồ Chí Minh"


def union_at(reading: Reading, lines: list[Line]) -> int:
    """The first line that is, or ends in a column with, the name of the Youth Union; -1 where none does."""
    return next((at for at, line in enumerate(lines) if _BESIDE.match(reading.text[line.start : line.end])), -1)


def is_union(reading: Reading, cell: Line) -> bool:
    """Whether a part of the letterhead is that name and nothing else."""
    return _ALONE.fullmatch(reading.text, *cell) is not None


def of_union(issuer: str | None) -> str | None:
    """The committee with the name of the Union, which stands beside it.

    `Ban Chấp hành tỉnh Bắc Ninh` is `Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Bắc Ninh`; a name that says it stays.
    """
    found = _COMMITTEE.match(issuer) if issuer else None
    if issuer is None or found is None or "đoàn" in fold(issuer):
        return issuer or _WRITTEN
    level = found["level"] or ""
    if fold(level).startswith(" trung ương"):
        return f"{found['committee']}{level} {_WRITTEN}"
    return f"{found['committee']} {_WRITTEN}{level}"
