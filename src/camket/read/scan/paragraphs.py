"""Lines of a page to paragraphs, by what a reader sees: margins, first lines set in, the space between lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.read.scan.lines import Line

_INDENT = 0.6
_SPACED = 1.55
_RAGGED = 0.12
_ITEM = expression(r"(?:[-+*•●○▪■–—]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivxIVX]{1,5})[.)/])(?:\s|$)")
_ENDS = tuple(".;:?!")


class Measure(NamedTuple):
    """How the text of a page is set: its margins, how high its letters are and how far apart its lines, in pixels."""

    left: float
    right: float
    height: float
    pitch: float


def measure(lines: Sequence[Line]) -> Measure:
    """The measure of lines from one column; there is at least one."""
    height = median(line.runs[0].height for line in lines)
    wide = [line for line in lines if line.right - line.left > 10 * height] or list(lines)
    left = _usual_edge([line.left for line in wide], height)
    right = -_usual_edge([-line.right for line in wide], height)
    steps = [after.bottom - line.bottom for line, after in pairwise(lines)]
    near = [step for step in steps if height * 0.8 < step < height * 4]
    return Measure(left, right, height, min(_low(near), median(near)) if near else height * 1.5)


def _low(steps: list[float]) -> float:
    """A step that one in four lines does not exceed: paragraphs stand wider apart than lines."""
    return sorted(steps)[len(steps) // 4]


def _usual_edge(edges: list[float], height: float) -> float:
    """The outermost place where two lines or more begin, or the outermost of all."""
    edges = sorted(edges)
    for one, two in pairwise(edges):
        if two - one < height / 2:
            return one
    return edges[0]


def grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph."""
    if not lines:
        return []
    page = measure(lines)
    groups = [[lines[0]]]
    for line, after in pairwise(lines):
        if goes_on(line, after, page):
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def goes_on(line: Line, after: Line, page: Measure) -> bool:
    """Whether the second line goes on with the paragraph of the first."""
    if len(line.runs) > 1 or len(after.runs) > 1:
        return False
    if after.bottom - line.bottom > _SPACED * page.pitch or after.left > page.left + _INDENT * page.height * 1.5:
        return False
    if not _is_full(line, after, page):
        return False
    return not (_ITEM.match(after.text) and line.text.endswith(_ENDS))


def _is_full(line: Line, after: Line, page: Measure) -> bool:
    """Whether the first word of the next line had no room in this one."""
    word = after.words[0]
    return line.right + (word.right - word.left) + page.height * 0.3 > page.right - page.height * _RAGGED
