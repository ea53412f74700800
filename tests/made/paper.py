"""A paper of ours as parts, so that the same paper can be written in every format.

The text keeps the head and the foot of official papers in two columns, parted by blanks; everything else is a paragraph
a line. A table is lines of cells parted by bars.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_GAP = re.compile(r" {2,}")
_RIGHT = 25
_HEAD_LINES = 6

Kind = Literal["frame", "heading", "paragraph", "table"]


class Part(NamedTuple):
    """A part of a paper: lines of running text, or cells. A frame is the head or foot: two columns of lines."""

    kind: Kind
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def parts_of(text: str) -> list[Part]:
    """The parts of a paper in order."""
    lines = text.splitlines()
    head = _end_of_head(lines)
    foot = next((n for n, line in enumerate(lines) if n > head and _opens_foot(line)), len(lines))
    parts = [_frame(lines[:head])] if head else []
    body = lines[head:foot]
    while body:
        line = body.pop(0)
        if "|" in line and len(line.split("|")) > 2:
            rows = [line]
            while body and "|" in body[0]:
                rows.append(body.pop(0))
            parts.append(Part("table", rows=tuple(_cells(row) for row in rows)))
        elif line.strip():
            centred = line.startswith(" ") or (line.isupper() and len(line) < 60)
            parts.append(Part("heading" if centred else "paragraph", lines=(line.strip(),)))
    if lines[foot:]:
        parts.append(_frame(lines[foot:]))
    return parts


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip().strip("|").split("|"))


def _end_of_head(lines: list[str]) -> int:
    if not any("CỘNG H" in line or "ĐẢNG CỘNG SẢN" in line for line in lines[:2]):
        return 0
    return 1 + max(
        n for n, line in enumerate(lines[:_HEAD_LINES]) if line.lstrip().startswith("Số") or ", ngày " in line
    )


def _opens_foot(line: str) -> bool:
    return (
        line.startswith(("Nơi nhận:", " " * _RIGHT))
        and len(line) < 90
        and "---" not in line
        and line.strip() != "THÔNG BÁO"
    )


def _frame(lines: list[str]) -> Part:
    left: list[str] = []
    right: list[str] = []
    for line in filter(str.strip, lines):
        cells = _GAP.split(line.strip())
        if len(cells) > 1:
            left.append(cells[0])
            right.append(cells[1])
        else:
            (right if len(line) - len(line.lstrip()) > _RIGHT else left).append(cells[0])
    return Part("frame", rows=(("\n".join(left), "\n".join(right)),))
