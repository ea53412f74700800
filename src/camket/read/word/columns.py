"""Lines laid out in columns by tabs or by runs of blanks, as letterheads, feet and small tables are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from camket.grammar.expression import expression
from camket.read.frame import is_frame
from camket.read.word.items import Paragraph

_GAP = expression(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{4,}")
_OPEN = expression(
    r"(\bngày|\btháng|\bsố ?:?)(?:[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{2,})(?=(?:tháng|năm)\b|/)", re.IGNORECASE
)
"""Room left for a number or a day to be filled in: `ngày      tháng 5`; it parts no columns."""
_ADDRESSED = expression(r"\s*kính\s+gửi\b", re.IGNORECASE)
_SENT_TO = expression(r"nơi\s+nhận\s*:", re.IGNORECASE)
_LONGEST_OF_FRAME = 90
_ENDS_SENTENCE = expression(r"\w\w[.;]\s*$|\./\.\s*$")
_ALONE = expression(r"\s*(?:số\b|-|[*_]+\s*$)", re.IGNORECASE)
_ROWS_OF_HEAD = 8


def in_lines(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The lines as they are read: letterhead and foot column after column, rows of a small table with a tab between."""
    lines = [_with_open_numbers(line) for line in lines]
    place = 0
    while place < len(lines):
        line = lines[place]
        if not is_apart(line.text) or _is_indented(line.text):
            yield line if line.text[:1].strip() else line._replace(text=line.text.strip())
            place += 1
            continue
        end = _end_of_group(lines, place)
        group = lines[place:end]
        rows = [_cells(line.text) for line in group]
        if _is_frame(rows):
            end = _with_rest_of_foot(lines, end, rows)
            yield from _by_column(lines[place:end])
        else:
            yield from _by_row(group, rows)
        place = end


def _with_open_numbers(line: Paragraph) -> Paragraph:
    if not is_apart(line.text) or _OPEN.search(line.text) is None:
        return line
    return line._replace(text=_OPEN.sub(r"\1 ", line.text))


def _cells(text: str) -> list[str]:
    """The parts of a line; the first is empty where the line begins with a gap and goes on in the right column."""
    return _GAP.split(text.rstrip()) if is_apart(text) else [text]


def is_apart(text: str) -> bool:
    """Whether a line has a gap that may part columns."""
    return "\t" in text or "    " in text


def _end_of_group(lines: Sequence[Paragraph], start: int) -> int:
    """Behind the last of the lines with gaps; a number or an addressee may stand alone between two of them."""
    end = start + 1
    while end < len(lines) and _ADDRESSED.match(lines[end].text) is None:
        if _is_row(lines[end]):
            end += 1
        elif end + 1 < len(lines) and _ALONE.match(lines[end].text) and _is_row(lines[end + 1]):
            end += 2
        else:
            break
    return end


def _is_indented(text: str) -> bool:
    """Whether the only gap of a line stands before a sentence: its first line is indented by hand, and it is no row."""
    return text[:1].isspace() and not is_apart(text.strip()) and _ENDS_SENTENCE.search(text) is not None


def _is_row(line: Paragraph) -> bool:
    if _is_indented(line.text):
        return False
    cells = _cells(line.text)
    return len(cells) > 1 and max(map(len, cells)) < _LONGEST_OF_FRAME


def _is_frame(rows: list[list[str]]) -> bool:
    two_columns = all(len([cell for cell in row if cell.strip()]) <= 2 for row in rows)
    return two_columns and is_frame([[cell for cell in row if cell.strip()] for row in rows[:_ROWS_OF_HEAD]])


def _with_rest_of_foot(lines: Sequence[Paragraph], end: int, rows: list[list[str]]) -> int:
    """Those a paper goes to stand alone where nothing is beside them, and below the name of the signer."""
    if any(_SENT_TO.match(cell.strip()) for row in rows for cell in row):
        while end < len(lines) and lines[end].text.lstrip().startswith("-"):
            end += 1
    return end


def _by_column(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for line in lines:
        cells = _cells(line.text)
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 1:
            (left if cells[0].strip() else right).append(line._replace(text=filled[0]))
        elif filled:
            left.append(line._replace(text=filled[0]))
            right.append(line._replace(text=" ".join(filled[1:])))
    yield from left
    yield from right


def _by_row(lines: Sequence[Paragraph], rows: list[list[str]]) -> Iterator[Paragraph]:
    """A tab parts cells where the line before or behind has as many of them; else it is a blank."""
    counts = [len(row) if row[0].strip() and len(row) > 1 else 0 for row in rows]
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        beside = (*counts[max(0, number - 1) : number], *counts[number + 1 : number + 2])
        tabular = counts[number] and counts[number] in beside and not _is_numbered(row)
        yield line._replace(text=("\t" if tabular else " ").join(row))


_TYPED_NUMBER = expression(r"[\s(]*(?:[-+•*]|\w{1,4}(?:\.\d{1,2})*[.)/]?|(?:Điều|Khoản|Mục|Chương)\s\w+[.:]?)\)?\s*$")


def _is_numbered(row: list[str]) -> bool:
    """`1.` and a tab before the text of an item."""
    return len(row) == 2 and _TYPED_NUMBER.match(row[0]) is not None
