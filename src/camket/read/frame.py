"""Tables that only place the head or the foot of an official paper: no data, so their cells are read as lines.

The head of an official paper has two columns (issuer and number; motto, place and date), and so has its foot (the
bodies it goes to; the signer). Word files and web pages lay both out as tables without lines.
Decree 30/2020/NĐ-CP, annex I; Guide 36-HD/VPTW.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from camket.grammar.expression import expression

_MOTTO = expression(
    r"(?:^|\n)\s*(?:(?i:cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa|độc\s+lập\s*[-–]\s*tự\s+do)"
    r"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)"
)
"""Begins a cell or a line of it; the name of the Party in capitals, as tables name it too."""
_SENT_TO = expression(r"\s*nơi\s+nhận\s*:", re.IGNORECASE)
_ADDRESSED = expression(r"\s*kính\s+gửi\b", re.IGNORECASE)
_SIGNED = expression(
    r"\s*(?:(?:TM|KT|TL|TUQ|Q)\s*\.|T/M|K/T|T/L|(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|(?:PHÓ )?GIÁM ĐỐC|THỦ TƯỚNG|CỤC TRƯỞNG"
    r"|BÍ THƯ)\s"
)
_FOR_A_BODY = expression(r"\s*(?:(?:TM|KT|TL|TUQ)\s*\.|T/M|K/T|T/L)\s*\w")
_VOUCHED = expression(r"(?:^|\n)\s*XÁC\s+THỰC\s+VĂN\s+BẢN\s+HỢP\s+NHẤT")
"""The foot of a consolidated text, with a number and a day of its own."""
_UNION = expression(r"(?:^|\n)\s*ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH\s*(?=\n|$)")
_DATED = expression(r"\w,\s+ngày[\s\d.…_]+tháng[\s\d.…_]+năm")
"""Papers of the Youth Union have its name in place of a motto; a table that lists bodies has no day below it."""
_MOST_COLUMNS = 4
_MOST_ROWS = 8


def is_frame(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table, given as the texts of its cells by row, is the head or foot of a paper and holds no data.

    A foot without the list of recipients has one filled cell: who signs; that of a joint paper one for each who does.
    """
    if not 0 < len(rows) <= _MOST_ROWS or max(map(len, rows)) > _MOST_COLUMNS:
        return False
    filled = [cell for row in rows for cell in row if cell.strip()]
    if len(filled) == 1 and _SIGNED.match(filled[0]) is not None:
        return True
    if _is_signed_jointly(rows):
        return True
    composed = [unicodedata.normalize("NFC", cell) for cell in filled]
    return any(map(_is_of_frame, composed)) or (any(map(_UNION.search, composed)) and any(map(_DATED.search, composed)))


def _is_signed_jointly(rows: Sequence[Sequence[str]]) -> bool:
    """Whether every filled cell of the first row opens a signature for a body, and there are several."""
    first = next(([cell for cell in row if cell.strip()] for row in rows if any(map(str.strip, row))), [])
    return len(first) > 1 and all(_FOR_A_BODY.match(cell) for cell in first)


def _is_of_frame(cell: str) -> bool:
    return any((_MOTTO.search(cell), _SENT_TO.match(cell), _VOUCHED.search(cell)))


def in_reading_order(rows: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Row and column of the filled cells of such a table as a reader takes them: column after column.

    Signatures of a joint paper are read from left to right, row after row; whom a letter is addressed to is read
    behind what stands above it in all columns.
    """
    order = [(row, column) for row, cells in enumerate(rows) for column in range(len(cells))]
    if not _is_signed_jointly(rows):
        addressed = next((row for row, cells in enumerate(rows) if any(map(_ADDRESSED.match, cells))), len(rows))
        order.sort(key=lambda place: (place[0] >= addressed, place[1]))
    return [(row, column) for row, column in order if rows[row][column].strip()]
