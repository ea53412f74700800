"""The ruling lines of a page: thin strokes and fills, level or upright, that may rule a table."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from camket.read.pdf.pdfium import Frame

_THIN = 3.0
"""Points up to which a filled box is a line."""
_SHORT = 4.0
_DEPTH = 4
_LEVEL = 0.8
_LONGEST, _MOST = 5_000, 50_000
"""Corners of a path, and things drawn on a page, that are looked at."""

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Ruling(NamedTuple):
    """A straight line: `at` across its direction, from `start` to `end` along it; y downwards, as the page is shown."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The level and the upright lines of a page."""

    level: list[Ruling]
    upright: list[Ruling]


def rulings(page: pdfium.PdfPage, shown: Frame) -> Rulings:
    """The ruling lines of a page."""
    found = Rulings([], [])
    for at in range(min(_MOST, raw.FPDFPage_CountObjects(page.raw))):
        _collect(raw.FPDFPage_GetObject(page.raw, at), _SAME, shown, found, 0)
    return found


def _collect(thing: object, outer: Matrix, shown: Frame, found: Rulings, depth: int) -> None:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        for one, other in _lines(thing, outer):
            _keep(_shown(one, shown), _shown(other, shown), found)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
        inner = _times(_matrix(thing), outer)
        for at in range(max(0, raw.FPDFFormObj_CountObjects(thing))):
            _collect(raw.FPDFFormObj_GetObject(thing, at), inner, shown, found, depth + 1)


def _keep(one: Point, other: Point, found: Rulings) -> None:
    (x, y), (to_x, to_y) = one, other
    if abs(y - to_y) < _LEVEL and abs(x - to_x) > _SHORT:
        found.level.append(Ruling((y + to_y) / 2, min(x, to_x), max(x, to_x)))
    elif abs(x - to_x) < _LEVEL and abs(y - to_y) > _SHORT:
        found.upright.append(Ruling((x + to_x) / 2, min(y, to_y), max(y, to_y)))


def _lines(path: object, outer: Matrix) -> Iterator[tuple[Point, Point]]:
    """The lines that a path draws: its strokes, or the middle of a thin filled box."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    matrix = _times(_matrix(path), outer)
    for points in _strokes(path):
        moved = [_moved(point, matrix) for point in points]
        thin = _thin(moved)
        if thin is not None:
            yield thin
        elif stroke.value:
            yield from pairwise(moved)


def _thin(points: list[Point]) -> tuple[Point, Point] | None:
    """The line that a thin box is."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    if high - low <= _THIN < right - left:
        return (left, (low + high) / 2), (right, (low + high) / 2)
    if right - left <= _THIN < high - low:
        return ((left + right) / 2, low), ((left + right) / 2, high)
    return None


def _strokes(path: object) -> Iterator[list[Point]]:
    """The points of each part of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    count = raw.FPDFPath_CountSegments(path)
    for at in range(count if count <= _LONGEST else 0):  # what has more corners is a drawing
        part = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(part):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _matrix(thing: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return _SAME
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    if outer == _SAME:
        return inner
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    x, y = e * oa + f * oc + oe, e * ob + f * od + of
    return (a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, x, y)


def _moved(point: Point, matrix: Matrix) -> Point:
    if matrix == _SAME:
        return point
    a, b, c, d, e, f = matrix
    x, y = point
    return (a * x + c * y + e, b * x + d * y + f)


def _shown(point: Point, shown: Frame) -> Point:
    """A point of the file as it is shown, y downwards."""
    x, y = point
    if shown.turns == 1:
        return (y - shown.bottom, x - shown.left)
    if shown.turns == 2:
        return (shown.right - x, y - shown.bottom)
    if shown.turns == 3:
        return (shown.top - y, shown.right - x)
    return (x - shown.left, shown.top - y)
