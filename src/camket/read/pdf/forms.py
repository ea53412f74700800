"""Forms: fields that stand beside each other in a row, which a reader takes row by row and not column by column.

`1. Họ và tên: ...   2. Giới tính: ...` over `3. Ngày sinh: ...   4. Dân tộc: ...`, and names of things left of what is
said of them. Heads and feet of papers and columns of running text are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from camket.grammar.expression import expression
from camket.read.pdf.aligned import rows_of
from camket.read.pdf.boxes import Segment, segment

_LEAST_ROWS = 3
_MOSTLY = 0.7
"""So many rows are filled on both sides, the others go on with the one above; so many cells have labels."""
_NUMBERED = expression(r"\(?(\d{1,2})[.)]\s*\w")
_LABEL = expression(r"[^:]{2,60}:(?!\s*$)")
_OF_A_PAPER = expression(r"Nơi nhận|Kính gửi|Số ?:|V/v |Độc lập|[-–+•] |.*, ngày .* năm")
_LONGEST = 60


def form_of(segments: Sequence[Segment], edges: Sequence[float]) -> list[list[Segment]] | None:
    """The rows of a form, each a line with those that go on with it; None where segments are no form.

    Args:
        segments: those of a block whose columns are free of each other from top to bottom.
        edges: one between each two columns.
    """
    rows = rows_of(segments, edges)
    texts = [[" ".join(part.text for part in parts) for parts in row] for row in rows]
    told = [row for row in texts if all(row)]
    if len(told) < max(_LEAST_ROWS, _MOSTLY * len(rows)) or any(map(_is_of_a_paper, chain.from_iterable(told))):
        return None
    if not all(texts[0]) or not (_counts_across(told) or _has_labels(told) or _names_and_says(told)):
        return None
    lines: list[list[Segment]] = []
    for row, cells in zip(rows, texts, strict=True):
        line = segment([word for parts in row for part in parts for word in part.words])
        if all(cells):
            lines.append([line])
        else:
            lines[-1].append(line)
    return lines


def _is_of_a_paper(text: str) -> bool:
    """Whether a cell is a line of a head or a foot, or of running text that goes on."""
    return _OF_A_PAPER.match(text) is not None or text.isupper() or text[:1].islower()


def _counts_across(rows: Sequence[Sequence[str]]) -> bool:
    """Whether numbers go on from left to right in every row."""
    for row in rows:
        numbers = [int(found[1]) if (found := _NUMBERED.match(text)) else -1 for text in row]
        if numbers[0] < 0 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            return False
    return True


def _has_labels(rows: Sequence[Sequence[str]]) -> bool:
    """Whether nearly all cells say what they hold: `Chức vụ: Chuyên viên`."""
    cells = list(chain.from_iterable(rows))
    return sum(_LABEL.match(text) is not None for text in cells) > _MOSTLY * len(cells)


def _names_and_says(rows: Sequence[Sequence[str]]) -> bool:
    """Whether things are named on the left, without a stop, and numbers say something of most on the right."""
    named = all(len(row) == 2 and len(row[0]) < _LONGEST and row[0][-1] not in ".;,:" for row in rows)
    told = sum(any(map(str.isdigit, row[-1])) for row in rows)
    return named and told * 2 > len(rows) and not any(map(str.isdigit, "".join(row[0][:1] for row in rows)))
