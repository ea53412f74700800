"""Lines to paragraphs, by what a reader goes by: indents, how full the line before is, distances, marks of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.model.document import BlockKind
from camket.read.pdf.boxes import Segment

_INDENT = 0.7
"""Letters' heights from which a line counts as indented."""
_FLUSH = 0.45
_CENTRED, _INSET = 0.7, 1.2
_OTHER_SIZE = 0.16
_WIDER = 1.25
"""A distance that many times the usual one parts paragraphs."""
_BLANK = 0.25
_USUAL_DISTANCE = 1.7
_WHOLE = expression(
    r"cộng h(?:òa|oà)(?: xã(?: hội(?: chủ(?: nghĩa(?: việt)?)?)?)?)?|đảng cộng(?: sản(?: việt)?)?"
    r"|độc lập ?[-–](?: tự(?: do(?: ?[-–](?: hạnh)?)?)?)?",
    re.IGNORECASE,
)
"""The motto of the State and the name of the Party, broken off anywhere."""
_UNDER = 1.5
_TITLE = 15
"""Letters from which a line in capitals is a title, and no line of running text that happens to hold only names."""
_STOPS = (".", ";", ":", "!", "?", "…", "./.", ".”", '."', ".)")
_MARK = expression(
    r"(?:[-–+•●○▪■□◦*](?:\s|(?=[^\W\d_]))|\(?\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)](?:\s|(?=[^\W\d_]))|/\s)|[a-zđ]\)|\(?[ivx]{1,4}\)"
    r"|[IVX]{1,5}\s?(?:[-–]\s|\.(?!\d))|[A-ZĐ][.\-]\s|(?:Điều|Chương|Mục|Phần)\s+[\dIVX]{1,5}(?:[.:]|$))"
)
_LEADS_TO_PAGE = expression(r"(?:[.…_]{4}|(?:\. ?){4}|….?…)[.…_ ]*\d{1,4}$")
"""The end of an entry of a table of contents."""
_DASH = expression(r"[-–]\s*[a-zà-ỹđ]")
_ITEM = expression(r"(?:[-–+•●○▪■□◦*]\s*|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s*|[a-zđ]\)\s*)(?=\S)")


class Line(NamedTuple):
    """A line with the edges of its column, the page, and the number of the column among all of the paper.

    `beside` is true of the lines of a letterhead or a foot, which stand beside others and fill no column.
    """

    segment: Segment
    text: str
    page: int
    left: float
    right: float
    column: int = 0
    beside: bool = False

    @property
    def is_centred(self) -> bool:
        """Whether it stands in the middle of its column, away from both edges."""
        one = self.segment
        away = _INSET * one.size
        middle = (self.left + self.right) / 2
        return (
            one.left > self.left + away
            and one.right < self.right - away
            and (abs(one.centre - middle) < _CENTRED * one.size)
        )

    @property
    def is_indented(self) -> bool:
        """Whether it begins away from the edge of its column."""
        return self.segment.left > self.left + _INDENT * self.segment.size


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in order, those of one paragraph together."""
    pitch = _pitch(lines)
    made: list[list[Line]] = []
    for line in lines:
        if made and _goes_on(made[-1], line, pitch):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def kind(paragraph: Sequence[Line]) -> BlockKind:
    """What a paragraph is by its looks."""
    first = paragraph[0]
    alone = len(paragraph) == 1 and not first.beside and not first.text.endswith((";", ",", ".", ":"))
    if alone and (first.is_centred or first.text.isupper()):
        return "heading"
    return "list_item" if _ITEM.match(first.text) else "paragraph"


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of lines, in heights of their letters."""
    steps = [
        step
        for before, line in pairwise(lines)
        if before.column == line.column
        and 0 < (step := (line.segment.bottom - before.segment.bottom) / line.segment.size) < 2 * _USUAL_DISTANCE
    ]
    return median(steps) if steps else _USUAL_DISTANCE


def _goes_on(paragraph: Sequence[Line], line: Line, pitch: float) -> bool:
    """Whether a line goes on in the paragraph before it."""
    before = paragraph[-1]
    size = max(before.segment.size, line.segment.size)
    other = abs(before.segment.size - line.segment.size) > _OTHER_SIZE * size or before.beside != line.beside
    if other or _LEADS_TO_PAGE.search(before.text):
        return False
    if line.beside:  # the lines of a letterhead or a foot are no running text
        return before.column == line.column and (_is_rest(before, line) or _is_rest_of_item(paragraph, line))
    if before.text.count("(") > before.text.count(")") and before.is_centred == line.is_centred:
        return before.page == line.page
    if line.text.isupper() and not before.text.isupper() and _MARK.match(line.text):
        return False  # `I. MỤC TIÊU` below a title that fills its line
    if before.text.isupper() and not line.text.isupper() and len(before.text) > _TITLE:
        return False
    if line.is_centred or not _fills(before, line):
        return False
    if before.is_centred and (len(paragraph) > 1 or line.is_indented or not _is_open(before)):
        return False  # else its indent is as wide as what is left of it on the right by chance
    if before.column == line.column and before.page == line.page:
        step = line.segment.bottom - before.segment.bottom
        if not 0 < step <= _WIDER * _distance(paragraph, pitch) * size:
            return False
    return _stands_on(paragraph, line, size)


def _is_rest(before: Line, line: Line) -> bool:
    """Whether a line of a letterhead is what had no room in the one above: it begins small, or ends a name."""
    if line.text[:1].islower():
        return _is_open(before) and line.text[1:2] != ")"
    if _WHOLE.fullmatch(before.text):
        return True
    return line.text.isalpha() and line.text.isupper() and before.text.isupper()


def _is_rest_of_item(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on an item of a list that has not come to its stop: `- Cơ quan thuộc` `Chính phủ;`."""
    first, before = paragraph[0], paragraph[-1]
    if not _ITEM.match(first.text) or _MARK.match(line.text) or before.text.rstrip().endswith((*_STOPS, ",")):
        return False
    near = abs(line.segment.left - first.segment.left) < _UNDER * line.segment.size
    return near and 0 < line.segment.bottom - before.segment.bottom < _USUAL_DISTANCE * line.segment.size


def _distance(paragraph: Sequence[Line], pitch: float) -> float:
    """The distance of lines in this paragraph where it shows one, else the usual one."""
    if len(paragraph) > 1 and paragraph[-1].column == paragraph[-2].column:
        return (paragraph[-1].segment.bottom - paragraph[-2].segment.bottom) / paragraph[-1].segment.size
    return pitch


def _fills(line: Line, following: Line) -> bool:
    """Whether the first word of the next line would have had no room in this one."""
    first = following.segment.words[0]
    needed = first.right - first.left + _BLANK * line.segment.size
    return line.segment.right + needed > line.right - 0.1 * line.segment.size


def _is_open(line: Line) -> bool:
    return not line.text.rstrip().endswith(_STOPS)


def _stands_on(paragraph: Sequence[Line], line: Line, size: float) -> bool:
    """Whether a line stands where the lines of a paragraph after its first stand."""
    first, before = paragraph[0], paragraph[-1]
    at = line.segment.left - line.left
    if len(paragraph) > 1:
        return abs(at - (before.segment.left - before.left)) < _FLUSH * size and _reads_on(first, before, line)
    began = first.segment.left - first.left
    if at < began - _FLUSH * size:
        return not line.is_indented or _is_open(before)
    if at > began + _FLUSH * size:
        return _hangs(first, line)
    if first.is_indented:  # both stand where paragraphs begin
        return _is_open(before) and line.text[:1].islower()
    return _reads_on(first, before, line)


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line stands under the words behind a list's mark."""
    words = first.segment.words
    if len(words) < 2 or not _MARK.match(first.text):
        return False
    under = words[1].left - first.left
    return abs(line.segment.left - line.left - under) < _INDENT * line.segment.size


def _reads_on(first: Line, before: Line, line: Line) -> bool:
    """Whether the words of a line go on those before, where its place tells nothing."""
    if first.is_indented and not line.is_indented:
        return True
    if _MARK.match(line.text) and not (_is_open(before) and _DASH.match(line.text)):
        return False
    if _is_open(before) or line.text[:1].islower():
        return True
    return before.segment.right > before.right - 0.3 * before.segment.size


def texts(paragraph: Iterable[Line]) -> str:
    """The words of a paragraph as one line, for those who look at it as a whole."""
    return " ".join(line.text for line in paragraph)
